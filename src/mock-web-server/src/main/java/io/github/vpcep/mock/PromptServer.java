package io.github.vpcep.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ServerSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;

/**
 * A server of tests that makes nobody wait: by itself MockWebServer writes an answer in two pieces, of which the second
 * waits 40 ms for the first to be confirmed, and of more than fifty that connect at once the last try again after a
 * second, and it never answers a request that no answer was queued for.
 */
public final class PromptServer {
    private static final int CALLERS_AT_ONCE = 1000;

    private PromptServer() {}

    /** Returns a server that is not started yet. */
    public static MockWebServer create() {
        MockWebServer server = new MockWebServer();
        QueueDispatcher answers = new QueueDispatcher();
        // Not waited for: one request too many is a failure of the test, and now, not when its time is up.
        answers.setFailFast(new MockResponse.Builder()
                .code(418)
                .body("No answer was queued")
                .build());
        server.setDispatcher(answers);
        server.setServerSocketFactory(new PromptSockets());
        return server;
    }

    private static final class PromptSockets extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new PromptSocket();
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, CALLERS_AT_ONCE);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            ServerSocket socket = createServerSocket();
            socket.bind(new InetSocketAddress(address, port), backlog);
            return socket;
        }
    }

    private static final class PromptSocket extends ServerSocket {
        PromptSocket() throws IOException {
            super();
        }

        @Override
        public void bind(SocketAddress address, int backlog) throws IOException {
            super.bind(address, CALLERS_AT_ONCE);
        }

        @Override
        public Socket accept() throws IOException {
            Socket caller = super.accept();
            caller.setTcpNoDelay(true);
            return caller;
        }
    }
}
