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
import java.util.Optional;
import java.util.stream.Stream;

/** What looks at a contract and can notice that it is damaged; the quick ones first. */
enum Suite {
    SHAPE(new ShapeCheck()),
    DOCUMENT(new DocumentCheck()),
    WORDS(new WordsCheck()),
    CATALOGUE(new CatalogueCheck()),
    CONDUCT(new ConductCheck()),
    ERRATA(new ErrataCheck()),
    TRANSCRIPTION(new TranscriptionCheck()),
    STORY(new StoryCheck()),
    EXAMPLES(new ExamplesCheck());

    @SuppressWarnings("ImmutableEnumChecker") // A check keeps nothing of what it looks at.
    private final Check check;

    Suite(Check check) {
        this.check = check;
    }

    /** The first that notices what is wrong with a copy; those behind it need not look. */
    static Optional<Suite> noticing(ScratchSpec scratch) {
        SpecFolder spec = scratch.read();
        return Stream.of(values()).filter(suite -> suite.notices(spec)).findFirst();
    }

    /** Whether this one notices that something is wrong with a copy. */
    boolean notices(ScratchSpec scratch) {
        return notices(scratch.read());
    }

    private boolean notices(SpecFolder spec) {
        try {
            return !check.run(spec).findings().isEmpty();
        } catch (RuntimeException e) {
            // A folder that a suite cannot even read makes its test fail just the same.
            return true;
        }
    }
}
