package io.github.vpcep.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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
    private volatile boolean realToo;

    /** A clock that shows the real time. */
    public SandboxClock() {
        this(Clock.systemUTC());
    }

    /** A clock that goes by another, which shows what is the real time. */
    public SandboxClock(Clock real) {
        this.real = real;
        this.latest = new AtomicReference<>(real.instant());
    }

    /**
     * Moves the time forward. Clients that the sandbox hands out go with it; whoever else signs requests by the real
     * time is refused with 401 from 15 minutes on, unless {@link #takeSignaturesOfRealTime} is called.
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

    /**
     * Has signatures of the real time taken as well as those of this clock, until it is {@linkplain #reset reset}: for
     * clients that the sandbox has not handed out, in a test that moves the time.
     */
    public void takeSignaturesOfRealTime() {
        realToo = true;
    }

    /** Returns the times of which signatures are taken. */
    public List<Instant> signatureTimes() {
        return realToo ? List.of(instant(), real.instant()) : List.of(instant());
    }

    /** Shows the real time again, and forgets what was said of signatures. */
    public void reset() {
        ahead.set(Duration.ZERO);
        realToo = false;
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
