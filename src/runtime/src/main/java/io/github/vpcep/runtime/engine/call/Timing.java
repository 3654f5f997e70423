package io.github.vpcep.runtime.engine.call;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, as a test replaces them.
 *
 * @param clock the time of day, for a date in an answer
 * @param nanoTime the time that passes, as {@link System#nanoTime}
 * @param random numbers from 0 to 1, for jitter
 * @param sleeper waits between two tries
 * @param alarm waits between two calls
 * @param deadlines tell that a call's time is up
 */
public record Timing(
        Clock clock, LongSupplier nanoTime, DoubleSupplier random, Sleeper sleeper, Alarm alarm, Alarm deadlines) {
    public static Timing system() {
        return new Timing(
                Clock.systemUTC(),
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                Sleeper.REAL,
                Alarm.REAL,
                Alarm.REAL);
    }
}
