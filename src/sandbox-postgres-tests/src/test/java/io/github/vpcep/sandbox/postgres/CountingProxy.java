package io.github.vpcep.sandbox.postgres;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a PostgreSQL and counts the round trips of all connections: the messages after which a client waits for
 * the server. What belongs to a connection and not to a request does not count: its settings, and the questions without
 * any text by which the pool finds out whether it lives, which depend on how long it was idle.
 */
final class CountingProxy implements AutoCloseable {
    private static final int START = 8;

    private final ServerSocket listener;
    private final int target;
    private final AtomicInteger trips = new AtomicInteger();

    private CountingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Starts one before the server that listens on that port of this machine. */
    static CountingProxy before(int port) {
        try {
            CountingProxy proxy = new CountingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The round trips since this was last asked. */
    int trips() {
        return trips.getAndSet(0);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> {
                try (client;
                        server) {
                    forward(new DataInputStream(client.getInputStream()), server.getOutputStream());
                }
            });
            start(() -> {
                try (client;
                        server) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    /** Passes on one message after the other: a type, except in the first, its length, the rest. */
    private void forward(DataInputStream in, OutputStream out) throws IOException {
        byte[] first = in.readNBytes(START);
        out.write(first);
        out.write(in.readNBytes(length(first, 0) - START));
        out.flush();
        Map<String, Boolean> known = new HashMap<>();
        boolean asks = false;
        while (true) {
            byte[] head = in.readNBytes(5);
            if (head.length < 5) {
                throw new EOFException();
            }
            byte[] rest = in.readNBytes(length(head, 1) - 4);
            char type = (char) head[0];
            if (type == 'P') {
                known.put(text(rest, 0), counts(text(rest, text(rest, 0).length() + 1)));
            } else if (type == 'B') {
                asks |= known.getOrDefault(text(rest, text(rest, 0).length() + 1), true);
            } else if (type == 'S' ? asks : type == 'Q' && counts(text(rest, 0))) {
                trips.incrementAndGet();
                asks = false;
            }
            out.write(head);
            out.write(rest);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    /** The driver sends the beginning of a transaction in front of its first statement and waits for neither alone. */
    private static boolean counts(String statement) {
        String text = statement.strip().toLowerCase(Locale.ROOT);
        return !text.isEmpty() && !text.startsWith("set ") && !text.startsWith("begin");
    }

    /** The text from there to the next zero. */
    private static String text(byte[] bytes, int from) {
        int to = from;
        while (bytes[to] != 0) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int length(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of the sides is gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
