package io.github.vpcep.contract.faults;

import io.github.vpcep.contract.catalogue.CatalogueCheck;
import io.github.vpcep.contract.conduct.ConductCheck;
import io.github.vpcep.contract.document.DocumentCheck;
import io.github.vpcep.contract.errata.ErrataCheck;
import io.github.vpcep.contract.examples.ExamplesCheck;
import io.github.vpcep.contract.examples.StoryCheck;
import io.github.vpcep.contract.shape.ShapeCheck;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.ScratchSpec;
import io.github.vpcep.contract.transcription.TranscriptionCheck;
import io.github.vpcep.contract.words.WordsCheck;
import java.util.List;
import java.util.Optional;

/** Whether a damaged copy of the contract is noticed. */
final class Noticing {
    /** The quick ones first: those behind the one that sees a fault need not look. */
    static final List<Check> CHECKS = List.of(
            new ShapeCheck(),
            new DocumentCheck(),
            new WordsCheck(),
            new CatalogueCheck(),
            new ConductCheck(),
            new ErrataCheck(),
            new TranscriptionCheck(),
            new StoryCheck(),
            new ExamplesCheck());

    private Noticing() {}

    /** The suite that sees a fault. */
    static Optional<String> caughtBy(ScratchSpec scratch) {
        SpecFolder spec;
        try {
            spec = scratch.read();
        } catch (RuntimeException e) {
            // A folder that cannot even be read fails every suite.
            return Optional.of("reading");
        }
        return CHECKS.stream()
                .filter(check -> sees(check, spec))
                .map(Check::name)
                .findFirst();
    }

    private static boolean sees(Check check, SpecFolder spec) {
        try {
            return !check.run(spec).findings().isEmpty();
        } catch (RuntimeException e) {
            // A folder that a suite cannot even read makes its test fail just the same.
            return true;
        }
    }
}
