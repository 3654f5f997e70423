package io.github.vpcep.runtime.engine;

import org.jspecify.annotations.Nullable;

/** Checks of arguments that would make a malformed request. Called by generated code. */
public final class Arguments {
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
}
