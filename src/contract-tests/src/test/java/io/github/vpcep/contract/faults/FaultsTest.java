package io.github.vpcep.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.ScratchSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that the suites can fail: each fault is made in a copy of the contract, and the suite that it names must see
 * it.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    private static final Queue<ScratchSpec> FREE = new ConcurrentLinkedQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    static List<Fault> toCatch() {
        return Faults.toCatch();
    }

    static List<Named<Fault.Damage>> knownLimits() {
        return Faults.knownLimits();
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
        assertThat(inACopy(scratch -> {}, Suite::noticing)).isEmpty();
    }

    @Test
    void copy_withAnotherComment_isTheSameDocument_andHasNoFindings() throws IOException {
        Fault.Damage comment = scratch -> scratch.append("openapi.yaml", "# The text is another.\n");
        JsonNode document = inACopy(comment, scratch -> scratch.read().document());
        assertThat(document)
                .isNotSameAs(SpecFolder.ofRepository().document())
                .isEqualTo(SpecFolder.ofRepository().document());
        assertThat(inACopy(comment, Suite::noticing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("toCatch")
    void fault_madeInACopy_isNoticedByItsSuite(Fault fault) throws IOException {
        assertThat(inACopy(fault.damage(), fault.noticedBy()::notices)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("knownLimits")
    void fault_thatIsAKnownLimit_isStillNotNoticed(Fault.Damage damage) throws IOException {
        assertThat(inACopy(damage, Suite::noticing)).isEmpty();
    }
}
