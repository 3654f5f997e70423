package io.github.vpcep.sandbox.http;

import java.time.Duration;

/**
 * How long is waited for others.
 *
 * @param request from the first byte of a request to its last
 * @param answer for a client to take an answer
 * @param end for requests under way when the server is closed
 */
public record Limits(Duration request, Duration answer, Duration end) {
    /** The most bytes of a body. */
    public static final int BODY = 1024 * 1024;

    /** Of a body over the limit this much is read and dropped, so that the connection can be kept. */
    static final long DROPPED_BODY = 64L * 1024 * 1024;

    /** The bytes that wait for the reader of an answer without an end. */
    static final long UNREAD = 32L * 1024 * 1024;

    /** Values of 100,000 characters, percent-encoded, have to get as far as to their documented error. */
    static final int REQUEST_LINE = 1024 * 1024;

    static final int HEADERS = 256 * 1024;

    /** For a client to close its side after the last answer. */
    static final Duration LINGER = Duration.ofSeconds(2);

    /** 30 seconds for what clients send and take, a second to end. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    /** These with other times for a request and for an answer. */
    public Limits withPatience(Duration patience) {
        return new Limits(patience, patience, end);
    }
}
