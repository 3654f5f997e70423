package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To begin anew is one step. */
class ResetTest {
    private static final int TIMES = 100;

    private final VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard(), StoreUnderTest.empty());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void reset_whileOthersRead_neverShowsAStateWithoutPublicServices() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        VpcepClient client = sandbox.client();
        CompletableFuture<Integer> fewest = CompletableFuture.supplyAsync(() -> {
            int least = Integer.MAX_VALUE;
            while (!done.get()) {
                least = Math.min(least, client.endpointServices().listPublic().totalCount());
                reading.countDown();
            }
            return least;
        });
        reading.await();

        try {
            for (int i = 0; i < TIMES; i++) {
                sandbox.reset();
            }
        } finally {
            done.set(true);
        }

        assertThat(fewest.get()).isEqualTo(2);
    }
}
