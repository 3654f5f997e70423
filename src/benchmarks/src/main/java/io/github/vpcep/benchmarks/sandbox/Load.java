package io.github.vpcep.benchmarks.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;

/**
 * Sends one request over and over on connections that stay open, on each as soon as the answer is there. One thread and
 * no look at the bodies, so that the server is what is measured.
 */
final class Load {
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final InetSocketAddress server;
    private final byte[] request;
    private final int connections;
    private int answerSize;
    private int cutOff;

    Load(URI server, byte[] request, int connections) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.request = request;
        this.connections = connections;
    }

    /** The answers per second; every answer has to be a 200. */
    double perSecond(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        return run(answers -> System.nanoTime() < end);
    }

    /** Gets that many answers. */
    void requests(int count) throws IOException {
        run(answers -> answers < count);
    }

    private double run(LongPredicate isMore) throws IOException {
        try (Selector selector = Selector.open()) {
            List<Connection> open = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(selector));
            }
            for (Connection each : open) {
                each.send();
            }
            double rate = answerAfterAnswer(selector, isMore);
            for (Connection each : open) {
                each.channel.close();
            }
            return rate;
        }
    }

    private double answerAfterAnswer(Selector selector, LongPredicate isMore) throws IOException {
        long begin = System.nanoTime();
        long answers = 0;
        int waiting = connections;
        while (waiting > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.received()) {
                    answers++;
                    if (isMore.test(answers)) {
                        connection.send();
                    } else {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return answers * 1e9 / (System.nanoTime() - begin);
    }

    /** How often a connection was ended instead of an answer; the request was sent again on another. */
    int cutOff() {
        return cutOff;
    }

    /** The bytes of an answer with its head. */
    int answerSize() {
        return answerSize;
    }

    /** One connection, with at most one request under way. */
    private final class Connection {
        private final Selector selector;
        private final ByteBuffer out = ByteBuffer.wrap(request);
        private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
        private SocketChannel channel;
        private int expected;
        private boolean isLast;

        Connection(Selector selector) throws IOException {
            this.selector = selector;
            this.channel = connect();
        }

        private SocketChannel connect() throws IOException {
            SocketChannel opened = SocketChannel.open(server);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void send() throws IOException {
            if (isLast) {
                channel.close();
                channel = connect();
            }
            out.rewind();
            expected = 0;
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        /** Reads what is there; true when that completes the answer. */
        boolean received() throws IOException {
            if (!hasRead()) {
                if (in.position() > 0) {
                    throw new EOFException(server + " ended a connection within an answer");
                }
                cutOff++;
                isLast = true;
                send();
                return false;
            }
            if (expected == 0) {
                expected = length();
            }
            if (expected == 0 || in.position() < expected) {
                return false;
            }
            answerSize = expected;
            in.clear();
            return true;
        }

        /** False when the server has ended the connection. */
        private boolean hasRead() throws IOException {
            try {
                return channel.read(in) >= 0;
            } catch (SocketException e) {
                return false;
            }
        }

        /** The bytes of the whole answer, or 0 while its head is not there. */
        private int length() {
            byte[] bytes = in.array();
            int end = 3;
            while (end < in.position() && !(bytes[end] == '\n' && bytes[end - 1] == '\r' && bytes[end - 2] == '\n')) {
                end++;
            }
            if (end >= in.position()) {
                return 0;
            }
            String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            int at = head.indexOf("\ncontent-length:");
            if (!head.startsWith("http/1.1 200") || at < 0) {
                throw new IllegalStateException(
                        "Not a 200 with a length: " + new String(bytes, 0, in.position(), StandardCharsets.UTF_8));
            }
            isLast = head.contains("\nconnection: close");
            return end
                    + 1
                    + Integer.parseInt(
                            head.substring(at + 16, head.indexOf('\r', at)).strip());
        }
    }
}
