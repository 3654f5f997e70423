package io.github.vpcep.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.catalogue.CatalogueCheck;
import io.github.vpcep.contract.conduct.ConductCheck;
import io.github.vpcep.contract.document.DocumentCheck;
import io.github.vpcep.contract.errata.ErrataCheck;
import io.github.vpcep.contract.examples.ExamplesCheck;
import io.github.vpcep.contract.examples.StoryCheck;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.ScratchSpec;
import io.github.vpcep.contract.transcription.TranscriptionCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that the suites can fail: each fault is made in a copy of the contract, and some suite must see it. */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    /** The quick ones first: those behind the one that sees a fault need not look. */
    private static final List<Check> CHECKS = List.of(
            new DocumentCheck(),
            new CatalogueCheck(),
            new ConductCheck(),
            new ErrataCheck(),
            new TranscriptionCheck(),
            new StoryCheck(),
            new ExamplesCheck());

    private static final Map<String, String> CAUGHT_BY = Collections.synchronizedMap(new TreeMap<>());

    static List<Fault> toCatch() {
        return Faults.toCatch();
    }

    static List<Fault> knownLimits() {
        return Faults.knownLimits();
    }

    @AfterAll
    static void print() {
        System.out.println("Faults: which suite sees each");
        CAUGHT_BY.forEach((fault, by) -> System.out.printf("  %-42s %s%n", fault, by));
        System.out.println("Faults: caught " + CAUGHT_BY.size() + " of "
                + toCatch().size() + "; " + knownLimits().size() + " more are known limits, which no suite sees:");
        knownLimits().forEach(limit -> System.out.println("  " + limit));
    }

    /** The suite that sees a fault. */
    private static Optional<String> caughtBy(ScratchSpec scratch) {
        SpecFolder spec = scratch.read();
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

    @Test
    void copy_withoutAFault_hasNoFindings(@TempDir Path folder) throws IOException {
        assertThat(caughtBy(ScratchSpec.in(folder))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("toCatch")
    void fault_madeInACopy_isCaught(Fault fault, @TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        fault.damage().to(scratch);
        Optional<String> suite = caughtBy(scratch);
        suite.ifPresent(name -> CAUGHT_BY.put(fault.name(), name));
        assertThat(suite).isPresent();
    }

    @ParameterizedTest
    @MethodSource("knownLimits")
    void fault_thatIsAKnownLimit_isStillNotCaught(Fault fault, @TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        fault.damage().to(scratch);
        assertThat(caughtBy(scratch)).isEmpty();
    }
}
