package io.github.vpcep.runtime.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/** A server of plain sockets on the loopback that treats each request as the next fault of its script wants. */
public final class FaultServer implements AutoCloseable {
    /** What happens to a request. */
    public enum Fault {
        /** The connection is closed without a word. */
        DROP,
        /** The connection is reset. */
        RESET,
        /** Nothing comes. */
        STALL,
        /** The answer ends before its length. */
        TRUNCATE,
        /** The answer ends amid its chunks. */
        TRUNCATE_CHUNKS,
        /** The answer is not HTTP. */
        BABBLE,
        /** The answer is an error by code, cut off. */
        TRUNCATE_ERROR,
        /** The answer never ends. */
        ENDLESS,
        /** The answer is an error that never ends. */
        ENDLESS_ERROR,
        /** Too many requests, as the service says it. */
        THROTTLE,
        /** The answer is no JSON. */
        HTML,
        /** A good page, or a book for a POST. */
        NONE
    }

    public static final String PAGE = "{\"books\":[],\"total\":7}";
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";
    private static final String THROTTLED = "{\"error\":{\"code\":\"Shelf.0022\",\"message\":\"Slow down\"}}";

    private final ServerSocket server;
    private final ConcurrentLinkedQueue<Fault> script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile CountDownLatch gathered = new CountDownLatch(0);

    public FaultServer(Fault... script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /** Serves on a socket of another kind, such as TLS. */
    public FaultServer(ServerSocket server, Fault... script) {
        this.script = new ConcurrentLinkedQueue<>(List.of(script));
        this.server = server;
        daemon(this::accept);
    }

    /** Answers none of the next requests before so many have come: each on a connection of its own. */
    public void gather(int together) {
        gathered = new CountDownLatch(together);
    }

    /** Hangs up on everybody, as a server does that has waited long enough for a next request. */
    public void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Says something on every connection that nobody has asked for. */
    public void sayUnasked(String text) throws IOException {
        for (Socket socket : sockets) {
            say(socket, text);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: that is how this server ends.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (String head = readRequest(socket); !head.isEmpty(); head = readRequest(socket)) {
                requests.incrementAndGet();
                gathered.countDown();
                gathered.await();
                Fault fault = script.poll();
                if (!treat(socket, fault == null ? Fault.NONE : fault, head.startsWith("POST") ? BOOK : PAGE)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has hung up, or the test is over.
        }
    }

    /** Returns whether the connection stays open. */
    private boolean treat(Socket socket, Fault fault, String good) throws IOException, InterruptedException {
        switch (fault) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> end.await();
            case TRUNCATE -> say(socket, "HTTP/1.1 200 OK\r\nX-Request-Id: r-cut\r\nContent-Length: 1000\r\n\r\n{");
            case TRUNCATE_CHUNKS -> say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"boo\r\n");
            case TRUNCATE_ERROR -> say(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n{\"error\":");
            case ENDLESS -> talk(socket, "200 OK");
            case ENDLESS_ERROR -> talk(socket, "500 Internal Server Error");
            case BABBLE -> say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
            case THROTTLE -> say(socket, answer("400 Bad Request", THROTTLED));
            case HTML -> say(socket, answer("200 OK", "<html>"));
            case NONE -> say(socket, answer("200 OK", good));
            default -> {}
        }
        return fault == Fault.THROTTLE || fault == Fault.HTML || fault == Fault.NONE;
    }

    private static void talk(Socket socket, String status) throws IOException {
        say(socket, "HTTP/1.1 " + status + "\r\nX-Request-Id: r-77\r\n\r\n[");
        while (true) {
            say(socket, "[],".repeat(5000));
        }
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Reads to the end of a request, so that closing the socket does not reset it by itself; empty at the end. */
    private static String readRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                return "";
            }
            bytes.write(read);
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        in.readNBytes(head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .sum());
        return head;
    }

    public String url() {
        return server instanceof SSLServerSocket
                ? "https://localhost:" + server.getLocalPort()
                : "http://127.0.0.1:" + server.getLocalPort();
    }

    public int requests() {
        return requests.get();
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
