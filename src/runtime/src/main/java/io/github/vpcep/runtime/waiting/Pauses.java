package io.github.vpcep.runtime.waiting;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Time and chance for those who wait. The engine gives them. */
public interface Pauses {
    /** Returns the time that passes, as {@link System#nanoTime}. */
    long nanoTime();

    /** Returns a number from 0 to 1, for jitter. */
    double random();

    /**
     * Begins a pause, which holds no thread.
     *
     * @return done when the pause is over, on one of the client's threads, or when the client is closed; to be
     *     cancelled when nobody waits any more
     */
    CompletableFuture<Void> pause(Duration length);
}
