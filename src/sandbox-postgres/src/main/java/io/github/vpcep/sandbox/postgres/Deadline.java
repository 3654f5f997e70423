package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.time.Duration;

/** The end of the time that a unit of work has for all its waits: its turn, a connection, locks, answers. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * The milliseconds for the next wait, which may take that long at most.
     *
     * @throws StoreUnavailableException if there are none left
     */
    int millis(Duration most) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new StoreUnavailableException("The database did not get to it in time");
        }
        return (int) Math.min(left, most.toMillis());
    }
}
