package io.github.vpcep.sandbox.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations as they are written. */
public final class Durations {
    private Durations() {}

    /**
     * A duration.
     *
     * @param text in the form of ISO 8601
     * @param place where it stands
     * @throws IllegalArgumentException if it is none, or negative
     */
    public static Duration read(String text, String place) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a negative one.
        }
        throw new IllegalArgumentException(
                place + " is \"" + text + "\"; allowed is an ISO 8601 duration such as PT1.5S");
    }
}
