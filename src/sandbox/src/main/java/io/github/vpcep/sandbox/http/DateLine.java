package io.github.vpcep.sandbox.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as the header Date has it, written once a second. */
final class DateLine {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Second latest = new Second(Long.MIN_VALUE, "");

    DateLine(Clock clock) {
        this.clock = clock;
    }

    private record Second(long number, String text) {}

    String now() {
        long number = Math.floorDiv(clock.millis(), 1000L);
        Second second = latest;
        if (second.number() != number) {
            second = new Second(number, FORM.format(Instant.ofEpochSecond(number)));
            latest = second;
        }
        return second.text();
    }
}
