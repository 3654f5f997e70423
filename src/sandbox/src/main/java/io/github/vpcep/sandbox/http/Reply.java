package io.github.vpcep.sandbox.http;

import java.time.Duration;
import java.util.function.Consumer;

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

    /**
     * Sends the head of an answer whose body comes bit by bit and has no end but that of the connection.
     *
     * @param opened gets the way to send the body, on the thread of the connection
     */
    void stream(HttpAnswer head, Consumer<Stream> opened);

    /** Ends the connection without an answer. */
    void drop();

    /**
     * Goes on after a time. No thread waits for that, and nothing happens if the server ends before.
     *
     * @param next runs on the thread of the connection, so it must not wait
     */
    void after(Duration delay, Runnable next);

    /** The body of an answer without an end. For any thread. */
    interface Stream {
        /** Sends the next bytes; who takes them too slowly is cut off. */
        void send(byte[] bytes);

        /** Sends the same bytes again and again, until the connection ends: by that a peer that is gone is noticed. */
        void repeat(byte[] bytes, Duration pause);

        /**
         * Does something once the connection has ended.
         *
         * @param next runs on the thread of the connection, so it must not wait
         */
        void whenEnded(Runnable next);
    }
}
