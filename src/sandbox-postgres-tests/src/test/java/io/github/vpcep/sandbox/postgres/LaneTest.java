package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Units that wait for each other's connection. */
class LaneTest {
    private final Lane lane =
            new Lane(Connections.writing(PostgresServer.shared().newDatabaseWithTables()));
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void whoComesAgain_standsBehindWhoWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread again = new Thread(() -> {
            unit("first", begun, goOn);
            unit("first again");
        });
        again.start();
        begun.await();
        Thread other = new Thread(() -> unit("other"));
        other.start();
        while (other.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        goOn.countDown();

        again.join();
        other.join();
        assertThat(done).containsExactly("first", "other", "first again");
    }

    @Test
    void whoIsInterruptedWhileWaiting_isTold_andStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> unit("never"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Waiting for the database was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isEmpty();
    }

    private void unit(String name) {
        unit(name, new CountDownLatch(0), new CountDownLatch(0));
    }

    private void unit(String name, CountDownLatch begun, CountDownLatch goOn) {
        lane.run(Deadline.in(Duration.ofMinutes(1)), sql -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return done.add(name);
        });
    }
}
