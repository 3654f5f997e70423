package io.github.vpcep.runtime.ground;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}. */
public final class RetryAfter {
    /** More digits are more than three centuries. */
    private static final int DIGITS = 10;

    /** The three forms of RFC 9110, the two old ones included: who reads has to know them. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * Returns how long a server asks to wait; null if it does not, or not in a way that is known.
     *
     * @param value the header, seconds or a date
     * @param date the header {@code Date} of the same answer: the server's clock, which counts for a date
     * @param now the time of this machine, in case the server does not tell its own
     */
    public static @Nullable Duration of(@Nullable String value, @Nullable String date, Instant now) {
        String text = value == null ? "" : value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text.length() > DIGITS ? "9".repeat(DIGITS) : text));
        }
        Instant until = instant(text);
        if (until == null) {
            return null;
        }
        Instant told = date == null ? null : instant(date.strip());
        Duration asked = Duration.between(told == null ? now : told, until);
        return asked.isNegative() ? Duration.ZERO : asked;
    }

    private static @Nullable Instant instant(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return ZonedDateTime.parse(text, format).toInstant();
            } catch (DateTimeException e) {
                // Another form, or none.
            }
        }
        return null;
    }
}
