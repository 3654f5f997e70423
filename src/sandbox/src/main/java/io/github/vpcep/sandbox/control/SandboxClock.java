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
public final class SandboxClock extends Clock implements SandboxTime {
    /** A real clock that is set back by less than that makes this one stand, until the real one has caught up. */
    private static final Duration CORRECTION = Duration.ofSeconds(1);

    /** A century, beyond which texts of times would get longer. */
    private static final Duration MOST = Duration.ofDays(36525);

    private final Clock real;
    private final AtomicReference<Instant> latest;
    private volatile Duration ahead = Duration.ZERO;
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

    @Override
    public synchronized void advance(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + duration);
        }
        ahead = plus(ahead, duration);
    }

    @Override
    public synchronized void set(Instant time) {
        Objects.requireNonNull(time, "time");
        Duration by = Duration.between(instant(), time);
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + time + " is past");
        }
        ahead = plus(ahead, by);
    }

    /** No time is shown that cannot be written. */
    private static Duration plus(Duration one, Duration other) {
        try {
            Duration sum = one.plus(other);
            if (sum.compareTo(MOST) <= 0) {
                return sum;
            }
        } catch (ArithmeticException e) {
            // Said below, as for one that is only too far.
        }
        throw new IllegalArgumentException("The time is at most " + MOST.toDays() + " days ahead");
    }

    @Override
    public Duration ahead() {
        return ahead;
    }

    /** The real time. */
    public Instant realInstant() {
        return latest.accumulateAndGet(real.instant(), SandboxClock::following);
    }

    @Override
    public void takeSignaturesOfRealTime() {
        realToo = true;
    }

    /** Has signatures of the real time taken no more. */
    public void refuseSignaturesOfRealTime() {
        realToo = false;
    }

    /** Whether signatures of the real time are taken as well. */
    public boolean takesSignaturesOfRealTime() {
        return realToo;
    }

    /** Returns the times of which signatures are taken. */
    public List<Instant> signatureTimes() {
        return realToo ? List.of(instant(), real.instant()) : List.of(instant());
    }

    @Override
    public synchronized void followRealTime() {
        ahead = Duration.ZERO;
        realToo = false;
    }

    @Override
    public Instant instant() {
        return realInstant().plus(ahead);
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
