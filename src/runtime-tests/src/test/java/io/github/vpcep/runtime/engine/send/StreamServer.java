package io.github.vpcep.runtime.engine.send;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of HTTP/2 in the clear, frame by frame, that treats each request as the next turn of its script wants. */
final class StreamServer implements AutoCloseable {
    /** What happens to a request. */
    enum Turn {
        /** It is answered. */
        ANSWER,
        /** RST_STREAM with REFUSED_STREAM: it was not processed. */
        REFUSE,
        /** GOAWAY with the stream before it: it was not processed, and the connection takes no more. */
        GO_AWAY_BEFORE,
        /** GOAWAY with this stream, then the end: it may have been processed. */
        GO_AWAY_AFTER
    }

    private static final int PREFACE = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    /** HPACK: the eighth entry of the static table is a status of 200. */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private final ServerSocket server;
    private final ConcurrentLinkedQueue<Turn> script;
    private final String answer;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    StreamServer(String answer, Turn... script) throws IOException {
        this.answer = answer;
        this.script = new ConcurrentLinkedQueue<>(List.of(script));
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "stream-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: that is how this server ends.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            in.readNBytes(PREFACE);
            frame(out, SETTINGS, 0, 0);
            boolean open = true;
            while (open) {
                int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                in.readNBytes(length);
                if (type == SETTINGS && (flags & ACK) == 0) {
                    frame(out, SETTINGS, ACK, 0);
                } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                    requests.incrementAndGet();
                    open = treat(out, stream);
                }
            }
        } catch (IOException e) {
            // The client has hung up, or the test is over.
        }
    }

    /** Returns whether the connection stays open. */
    private boolean treat(DataOutputStream out, int stream) throws IOException {
        Turn turn = script.poll();
        switch (turn == null ? Turn.ANSWER : turn) {
            case REFUSE -> frame(out, RST_STREAM, 0, stream, number(REFUSED_STREAM));
            case GO_AWAY_BEFORE -> frame(out, GOAWAY, 0, 0, number(Math.max(0, stream - 2)), number(0));
            case GO_AWAY_AFTER -> frame(out, GOAWAY, 0, 0, number(stream), number(0));
            case ANSWER -> {
                frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
                frame(out, DATA, END_STREAM, stream, answer.getBytes(StandardCharsets.UTF_8));
            }
        }
        return turn != Turn.GO_AWAY_AFTER;
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[]... parts)
            throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        out.writeByte(length >> 16);
        out.writeShort(length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many requests have come, whatever became of them. */
    int requests() {
        return requests.get();
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
