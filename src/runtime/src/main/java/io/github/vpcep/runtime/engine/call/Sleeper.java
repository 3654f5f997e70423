package io.github.vpcep.runtime.engine.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits between two tries. */
@FunctionalInterface
public interface Sleeper {
    /** Lets time pass. */
    Sleeper REAL = (pause, cancelled) -> {
        try {
            cancelled.get(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // How it ends does not matter: the caller asks the call itself.
        }
    };

    /**
     * Waits.
     *
     * @param pause how long
     * @param cancelled ends the wait when it is done
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration pause, CompletableFuture<Void> cancelled) throws InterruptedException;
}
