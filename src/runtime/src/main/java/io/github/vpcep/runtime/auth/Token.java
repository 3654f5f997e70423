package io.github.vpcep.runtime.auth;

import java.time.Duration;
import java.util.Map;

/** A token and how long to use it. Not a record: that would print the token. */
final class Token {
    static final String HEADER = "X-Auth-Token";

    /** A call that starts with a token must end before the token does. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** IAM's tokens live for a day; what would live for centuries cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Map<String, String> headers;
    private final long fetchedAt;
    private final long life;
    private final long margin;

    /**
     * Creates a token.
     *
     * @param text the token itself
     * @param fetchedAt when it was asked for, as {@link System#nanoTime}: the machine's time of day may be wrong
     * @param life how long it is valid from then on
     */
    Token(String text, long fetchedAt, Duration life) {
        this.headers = Map.of(HEADER, text);
        this.fetchedAt = fetchedAt;
        this.life = (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
        // A tenth of a short life, so that a token of four minutes is not renewed by every call.
        this.margin = Math.min(this.life / 10, MARGIN.toNanos());
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean is(String text) {
        return text.equals(headers.get(HEADER));
    }

    boolean isDue(long now) {
        return now - fetchedAt >= life - margin;
    }

    boolean isValid(long now) {
        return now - fetchedAt < life;
    }

    boolean isYoungerThan(Duration age, long now) {
        return now - fetchedAt < age.toNanos();
    }

    @Override
    public String toString() {
        return "***";
    }
}
