package io.github.vpcep.runtime.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until told to move. */
final class TestClock extends Clock {
    static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private Instant now = START;

    synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Returns the time that passes, which is not that of the day. */
    synchronized long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
