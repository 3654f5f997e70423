package io.github.vpcep.runtime.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A token and how long to use it. Not a record: that would print the token. */
final class Token {
    /** A call that starts with a token must end before the token does, on clocks that differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Map<String, String> headers;
    private final Instant renewAt;
    private final Instant expiresAt;

    Token(String text, Instant fetchedAt, Instant expiresAt) {
        this.headers = Map.of(HEADER, text);
        // A tenth of a short life, so that a token of four minutes is not renewed by every call.
        Duration tenth = Duration.between(fetchedAt, expiresAt).dividedBy(10);
        this.renewAt = expiresAt.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
        this.expiresAt = expiresAt;
    }

    static final String HEADER = "X-Auth-Token";

    Map<String, String> headers() {
        return headers;
    }

    boolean is(String text) {
        return text.equals(headers.get(HEADER));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(renewAt);
    }

    boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "***";
    }
}
