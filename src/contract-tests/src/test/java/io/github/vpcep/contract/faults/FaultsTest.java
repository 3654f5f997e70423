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
    private static final List<Check> CHECKS = List.of(
            new TranscriptionCheck(),
            new ExamplesCheck(),
            new StoryCheck(),
            new ErrataCheck(),
            new CatalogueCheck(),
            new DocumentCheck(),
            new ConductCheck());

    private static final Map<String, Map<String, Integer>> CAUGHT_BY = Collections.synchronizedMap(new TreeMap<>());

    static List<Fault> toCatch() {
        return Faults.toCatch();
    }

    static List<Fault> knownLimits() {
        return Faults.knownLimits();
    }

    @AfterAll
    static void print() {
        System.out.println("Faults: which suite saw how much of each");
        CAUGHT_BY.forEach((fault, by) -> System.out.printf("  %-42s %s%n", fault, by.isEmpty() ? "nothing" : by));
        long caught = CAUGHT_BY.values().stream().filter(by -> !by.isEmpty()).count();
        System.out.println("Faults: caught " + caught + " of " + CAUGHT_BY.size() + "; "
                + knownLimits().size() + " more are known limits, which no suite sees:");
        knownLimits().forEach(limit -> System.out.println("  " + limit));
    }

    /** The number of findings of each suite that has any. */
    private static Map<String, Integer> findings(ScratchSpec scratch) {
        SpecFolder spec = scratch.read();
        Map<String, Integer> findings = new TreeMap<>();
        for (Check check : CHECKS) {
            int count = count(check, spec);
            if (count > 0) {
                findings.put(check.name(), count);
            }
        }
        return findings;
    }

    private static int count(Check check, SpecFolder spec) {
        try {
            return check.run(spec).findings().size();
        } catch (RuntimeException e) {
            // A folder that a suite cannot even read makes its test fail just the same.
            return 1;
        }
    }

    @Test
    void copy_withoutAFault_hasNoFindings(@TempDir Path folder) throws IOException {
        assertThat(findings(ScratchSpec.in(folder))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("toCatch")
    void fault_madeInACopy_isCaught(Fault fault, @TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        fault.damage().to(scratch);
        Map<String, Integer> findings = findings(scratch);
        CAUGHT_BY.put(fault.name(), findings);
        assertThat(findings).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("knownLimits")
    void fault_thatIsAKnownLimit_isStillNotCaught(Fault fault, @TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        fault.damage().to(scratch);
        assertThat(findings(scratch)).isEmpty();
    }
}
