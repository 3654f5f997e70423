package io.github.vpcep.runtime.ground;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of arguments that would make a malformed request. Called by generated code. */
public final class Arguments {
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> OWN_HEADERS =
            Set.of("user-agent", "host", "connection", "content-length", "transfer-encoding");

    private Arguments() {}

    /**
     * Returns the text if it has a character besides white space.
     *
     * @throws IllegalArgumentException if it has none or is null; the message gives the name
     */
    public static String requireNonBlank(@Nullable String value, String name) {
        String text = requireNonNull(value, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }

    /**
     * Returns the value if there is one.
     *
     * @throws IllegalArgumentException if it is null; the message gives the name
     */
    public static <T> T requireNonNull(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }

    /**
     * Returns the text if it can be an id: not blank, without white space.
     *
     * @throws IllegalArgumentException if it cannot; the message gives the name
     */
    public static String requireId(@Nullable String value, String name) {
        String text = requireNonBlank(value, name);
        if (text.chars().anyMatch(Character::isWhitespace)) {
            // Not repeated: it may be something else, put here by mistake.
            throw new IllegalArgumentException(name + " must be an id without white space");
        }
        return text;
    }

    /**
     * Returns the number that a text holds.
     *
     * @param value digits, or null for the number that it stands for
     * @param otherwise the number that null stands for
     * @throws IllegalArgumentException if it holds anything but one to nine digits; the message gives the name
     */
    public static int count(@Nullable String value, String name, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (!COUNT.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " is \"" + value + "\", but must be a whole number");
        }
        return Integer.parseInt(value);
    }

    /**
     * Returns the text if it can be the value of a header: printable ASCII.
     *
     * @throws IllegalArgumentException if it cannot; the message gives the name and the place, never the text
     */
    public static String requireHeaderValue(String value, String name) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                throw new IllegalArgumentException(name + " cannot be sent in a header: character " + (i + 1) + " of "
                        + value.length() + " is " + (c < 0x20 || c == 0x7f ? "a line break or control" : "a non-ASCII")
                        + " character");
            }
        }
        return value;
    }

    /**
     * Returns the name if an extra header may have it.
     *
     * @throws IllegalArgumentException if it is no header's name, or that of a header which the client sets itself
     */
    public static String requireHeaderName(@Nullable String name) {
        String given = requireNonBlank(name, "header name");
        if (!HEADER_NAME.matcher(given).matches()) {
            // Not repeated: it may be a whole header, its value included.
            throw new IllegalArgumentException("header name must be letters, digits and -");
        }
        if (OWN_HEADERS.contains(given.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header " + given + " is set by the client itself"
                    + (given.equalsIgnoreCase("User-Agent") ? ": use userAgentSuffix(…)" : ""));
        }
        return given;
    }

    /**
     * Returns the duration if the HTTP client can count it.
     *
     * @throws IllegalArgumentException if it is null, below a millisecond or above 24 days; the message gives the name
     */
    public static Duration requireTimeout(@Nullable Duration value, String name) {
        Duration timeout = requireNonNull(value, name);
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    name + " is \"" + timeout + "\", but must be from one millisecond to 24 days");
        }
        return timeout;
    }
}
