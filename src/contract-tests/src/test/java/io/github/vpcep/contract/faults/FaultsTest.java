package io.github.vpcep.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.ScratchSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
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
    private static final Queue<ScratchSpec> FREE = new ConcurrentLinkedQueue<>();

    private static final Map<String, String> CAUGHT_BY = Collections.synchronizedMap(new TreeMap<>());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

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

    /** Looks at a copy in which that is done; those who are ready leave theirs to others, as it was. */
    private static <R> R inACopy(Fault.Damage damage, Function<ScratchSpec, R> look) throws IOException {
        ScratchSpec free = FREE.poll();
        ScratchSpec scratch = free == null ? ScratchSpec.in(Files.createTempDirectory(folder, "copy")) : free;
        try {
            damage.to(scratch);
            return look.apply(scratch);
        } finally {
            scratch.mend();
            FREE.add(scratch);
        }
    }

    @Test
    void copy_withoutAFault_hasNoFindings() throws IOException {
        assertThat(inACopy(scratch -> {}, Noticing::caughtBy)).isEmpty();
    }

    @Test
    void copy_withAnotherComment_isTheSameDocument_andHasNoFindings() throws IOException {
        Fault.Damage comment = scratch -> scratch.append("openapi.yaml", "# The text is another.\n");
        JsonNode document = inACopy(comment, scratch -> scratch.read().document());
        assertThat(document)
                .isNotSameAs(SpecFolder.ofRepository().document())
                .isEqualTo(SpecFolder.ofRepository().document());
        assertThat(inACopy(comment, Noticing::caughtBy)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("toCatch")
    void fault_madeInACopy_isCaught(Fault fault) throws IOException {
        Optional<String> suite = inACopy(fault.damage(), Noticing::caughtBy);
        suite.ifPresent(name -> CAUGHT_BY.put(fault.name(), name));
        assertThat(suite).isPresent();
    }

    @ParameterizedTest
    @MethodSource("knownLimits")
    void fault_thatIsAKnownLimit_isStillNotCaught(Fault fault) throws IOException {
        assertThat(inACopy(fault.damage(), Noticing::caughtBy)).isEmpty();
    }
}
