package io.github.vpcep.runtime.engine.send;

import java.io.IOException;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sends a request until a server has had it in hand. On a connection that was kept from an earlier call it may fail
 * without any server having acted on it; then it is sent again at once, whatever its method (RFC 9110, 9.2.2), and this
 * is no matter of the policy for what is tried again:
 *
 * <ul>
 *   <li>HTTP/1.1: the connection had ended before the first byte was written. Once it is written nothing is certain any
 *       more: when a connection ends without an answer, the server may have acted.
 *   <li>HTTP/2: the connection had ended or was being ended, and the server says that it has not processed this request
 *       (GOAWAY with a lower stream, RFC 9113, 6.8); or it refuses it alone (REFUSED_STREAM, RFC 9113, 8.7).
 * </ul>
 *
 * <p>It ends: each failure takes a kept connection away, and no more than there were are tried; and after one refusal,
 * the next is a failed try like any other. On a connection that was just made, every failure is.
 */
public final class Delivery implements Interceptor {
    private final ConnectionPool connections;

    /** Creates the interceptor; {@code connections} are those of its client. */
    public Delivery(ConnectionPool connections) {
        this.connections = connections;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        int most = 0;
        for (int failed = 0; ; failed++) {
            try {
                return Wire.undisguised(chain.proceed(chain.request()));
            } catch (Unprocessed e) {
                if (failed == 0) {
                    most = connections.idleConnectionCount() + 1;
                }
                if (!e.isConnectionGone()) {
                    most = Math.min(most, failed + 1);
                }
                if (!e.isOnKeptConnection() || failed == most || chain.call().isCanceled()) {
                    throw e.reason();
                }
            }
        }
    }
}
