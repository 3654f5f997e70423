package io.github.vpcep.runtime.engine.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits between two tries. */
@FunctionalInterface
public interface Sleeper {
    /** How long it goes unnoticed at most that a call is cancelled. */
    Duration ASK_AGAIN = Duration.ofMillis(20);

    /** Lets time pass. */
    Sleeper REAL = (pause, cancelled) -> {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !cancelled.getAsBoolean(); left = end - System.nanoTime()) {
            // Asked again and again: before version 5 OkHttp tells of a cancellation only to the one listener of a
            // call,
            // and that is the caller's.
            TimeUnit.NANOSECONDS.sleep(Math.min(left, ASK_AGAIN.toNanos()));
        }
    };

    /**
     * Waits.
     *
     * @param pause how long
     * @param cancelled ends the wait when it is true
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration pause, BooleanSupplier cancelled) throws InterruptedException;
}
