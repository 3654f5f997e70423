package io.github.vpcep.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a sandbox: the real one, unless a test moves it. Changes of state, token life and the age of signatures
 * go by it. Thread-safe.
 */
public final class SandboxClock extends Clock {
    /** A real clock that is set back by less than that makes this one stand, until the real one has caught up. */
    private static final Duration CORRECTION = Duration.ofSeconds(1);

    private final Clock real;
    private final AtomicReference<Instant> latest;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** A clock that shows the real time. */
    public SandboxClock() {
        this(Clock.systemUTC());
    }

    SandboxClock(Clock real) {
        this.real = real;
        this.latest = new AtomicReference<>(real.instant());
    }

    /**
     * Moves the time forward.
     *
     * @throws IllegalArgumentException if negative: time does not go back
     */
    public void advance(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + duration);
        }
        ahead.accumulateAndGet(duration, Duration::plus);
    }

    /** Shows the real time again. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        Instant now = latest.accumulateAndGet(real.instant(), SandboxClock::following);
        return now.plus(ahead.get());
    }

    private static Instant following(Instant before, Instant now) {
        return now.isBefore(before) && now.plus(CORRECTION).isAfter(before) ? before : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Of no use here, as instants have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
