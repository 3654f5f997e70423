package io.github.vpcep.runtime.engine.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells when a time has passed, and holds no thread till then. */
@FunctionalInterface
public interface Alarm {
    /** Lets time pass. */
    Alarm REAL = after -> new CompletableFuture<Void>().completeOnTimeout(null, after.toNanos(), TimeUnit.NANOSECONDS);

    /** Returns a future that is done after the time; cancelling it takes the alarm back. */
    CompletableFuture<Void> after(Duration time);
}
