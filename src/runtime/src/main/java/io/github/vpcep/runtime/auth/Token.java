package io.github.vpcep.runtime.auth;

import java.time.Duration;
import java.util.Map;

/** A token, or a key that comes with one, and how long to use it. Not a record: that would print the token. */
final class Token {
    static final String HEADER = "X-Auth-Token";

    /** A call that starts with a token must end before the token does. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** IAM's tokens live for a day; what would live for centuries cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final String text;
    private final Credentials credentials;
    private final long fetchedAt;
    private final long life;
    private final long margin;

    /**
     * Creates a token.
     *
     * @param text the token itself, by which it is known again in a request
     * @param credentials send it, in their way
     * @param fetchedAt when it was asked for, as {@link System#nanoTime}: the machine's time of day may be wrong
     * @param life how long it is valid from then on
     */
    Token(String text, Credentials credentials, long fetchedAt, Duration life) {
        this.text = text;
        this.credentials = credentials;
        this.fetchedAt = fetchedAt;
        this.life = (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
        // A tenth of a short life, so that a token of four minutes is not renewed by every call.
        this.margin = Math.min(this.life / 10, MARGIN.toNanos());
    }

    /** Creates a token that is a header by itself. */
    static Token inHeader(String text, long fetchedAt, Duration life) {
        Map<String, String> headers = Map.of(HEADER, text);
        return new Token(text, request -> headers, fetchedAt, life);
    }

    Map<String, String> headers(OutgoingRequest request) {
        return credentials.headers(request);
    }

    boolean is(String sent) {
        return sent.equals(text);
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
