package io.github.vpcep.runtime.engine.send;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Knows which connections have carried a request before, and looks whether such a one is still open before the next is
 * written to it.
 *
 * <p>Looking takes a millisecond when all is well: as long as the socket must be listened to. So it is left out for a
 * connection that was in use just now, unless the request could not be sent again if the server had closed it all the
 * same.
 */
final class KeptConnections {
    private static final long JUST_NOW = Duration.ofMillis(10).toNanos();

    // Held weakly: a connection is known for as long as it is kept.
    private final Map<Connection, Long> lastUse = Collections.synchronizedMap(new WeakHashMap<>());
    private final LongSupplier nanoTime;
    private final boolean shared;

    /** Creates an empty list; {@code shared} says that others, unseen, use the same connections. */
    KeptConnections(LongSupplier nanoTime, boolean shared) {
        this.nanoTime = nanoTime;
        this.shared = shared;
    }

    /** Notes a use that begins, and returns whether the connection has been used before, as far as can be known. */
    boolean isReused(Connection connection, boolean repeatable) throws Unprocessed {
        Long last = lastUse.put(connection, nanoTime.getAsLong());
        boolean reused = last != null || shared;
        boolean idle = last == null || nanoTime.getAsLong() - last >= JUST_NOW;
        if (reused && (idle || !repeatable) && isReadByUs(connection.protocol())) {
            IOException end = end(connection.socket());
            if (end != null) {
                throw new Unprocessed(end, true, true);
            }
        }
        return reused;
    }

    /** Notes that a use has ended. */
    void used(Connection connection) {
        lastUse.put(connection, nanoTime.getAsLong());
    }

    /** HTTP/2 has a thread that reads what comes unasked, and notices the end at once. */
    private static boolean isReadByUs(Protocol protocol) {
        return protocol == Protocol.HTTP_1_1 || protocol == Protocol.HTTP_1_0;
    }

    /** Returns why a socket is of no use any more, null when nothing speaks against it. */
    private static @Nullable IOException end(Socket socket) {
        try {
            int patience = socket.getSoTimeout();
            try {
                socket.setSoTimeout(1);
                // What comes before a request is no answer to it (RFC 9112, 9.2), such as a 408 as a farewell.
                return new IOException(
                        socket.getInputStream().read() < 0
                                ? "the server has closed the connection"
                                : "the server spoke unasked");
            } catch (SocketTimeoutException silence) {
                return null;
            } finally {
                socket.setSoTimeout(patience);
            }
        } catch (IOException reset) {
            return reset;
        }
    }
}
