package io.github.vpcep.runtime.error;

import org.jspecify.annotations.Nullable;

/** Text from the server, made fit for an exception's message. */
final class Text {
    /** Long enough to recognise a proxy's page or a JSON body, short enough for one line of a log. */
    private static final int LIMIT = 200;

    /** The server's own words may show a request that it cannot take, which is of no use without its end. */
    static final int WORDS = 8 * 1024;

    private Text() {}

    /** Returns the first {@value #LIMIT} characters on one line. */
    static String excerpt(String text) {
        return excerpt(text, LIMIT);
    }

    /** Returns the first characters on one line. */
    static String excerpt(String text, int limit) {
        boolean cut = text.length() > limit;
        String line = (cut ? text.substring(0, limit) : text)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return cut ? line + "… (" + text.length() + " characters)" : line;
    }

    /** Returns the request id as the end of a message, nothing when there is none. */
    static String inBrackets(@Nullable String requestId) {
        return requestId == null ? "" : " (request id " + excerpt(requestId) + ")";
    }
}
