package io.github.vpcep.runtime.engine.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two tries. */
@FunctionalInterface
public interface Sleeper {
    /** Lets time pass. */
    Sleeper REAL = (pause, cancelled) -> {
        // The result does not matter: the caller asks the call itself.
        var unused = cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    };

    /**
     * Waits.
     *
     * @param pause how long
     * @param cancelled ends the wait when it is at zero
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration pause, CountDownLatch cancelled) throws InterruptedException;
}
