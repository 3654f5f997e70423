package io.github.vpcep.sandbox.control;

import java.time.Duration;
import java.time.Instant;

/** The time that a sandbox goes by, be it in this JVM or elsewhere. Thread-safe. */
public interface SandboxTime {
    /** The time now. */
    Instant instant();

    /** How far it is ahead of the real time. */
    Duration ahead();

    /**
     * Moves the time forward. Clients that the sandbox hands out go with it; whoever else signs requests by the real
     * time is refused with 401 from 15 minutes on, unless {@link #takeSignaturesOfRealTime} is called.
     *
     * @throws IllegalArgumentException if negative: time does not go back
     */
    void advance(Duration duration);

    /**
     * Moves the time forward to another, from which it goes on.
     *
     * @throws IllegalArgumentException if that is past: time does not go back
     */
    void set(Instant time);

    /** Shows the real time again, and forgets what was said of signatures. */
    void followRealTime();

    /**
     * Has signatures of the real time taken as well as those of this clock, until it {@linkplain #followRealTime
     * follows it again}: for clients that the sandbox has not handed out, in a test that moves the time.
     */
    void takeSignaturesOfRealTime();
}
