package io.github.vpcep.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times that JSON can tell. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /**
     * Checks that RFC 3339, which has four digits for the year, can write a time.
     *
     * @param time null passes
     * @param name what a message calls it, such as {@code Endpoint.created_at}
     * @throws IllegalArgumentException if it lies before the year 0 or after the year 9999
     */
    public static void requireWritable(@Nullable Instant time, String name) {
        if (time != null && !isWritable(time)) {
            throw new IllegalArgumentException(
                    name + " is " + time + ", but must lie in the years from 0 to 9999, which have four digits");
        }
    }

    /** The same for each time of a list. */
    public static void requireWritable(@Nullable List<Instant> times, String name) {
        if (times != null) {
            times.forEach(time -> requireWritable(time, name));
        }
    }

    static boolean isWritable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
