package io.github.vpcep.sandbox.http;

import java.time.Duration;

/** The way back to whoever sent a request. Takes one answer, from any thread; one that comes too late is dropped. */
public interface Reply {
    /** Sends an answer. */
    void send(HttpAnswer answer);

    /** Sends the head of an answer and half of its body, and ends the connection. */
    void sendHalf(HttpAnswer answer);

    /** Resets the connection in the middle of the head of an answer. */
    void breakHeaders(HttpAnswer answer);

    /**
     * Sends an answer piece by piece, and ends the connection.
     *
     * @param bytes of each piece, of the head as well
     * @param pause what passes between two pieces
     */
    void sendSlowly(HttpAnswer answer, int bytes, Duration pause);

    /** Ends the connection without an answer. */
    void drop();

    /**
     * Goes on after a time. No thread waits for that, and nothing happens if the server ends before.
     *
     * @param next runs on the thread of the connection, so it must not wait
     */
    void after(Duration delay, Runnable next);
}
