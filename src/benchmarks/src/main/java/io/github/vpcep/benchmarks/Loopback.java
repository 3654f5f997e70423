package io.github.vpcep.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A server on the loopback that answers every request, which has no body, with the same page: one thread for each
 * connection, one write for each answer. The JDK's own server wakes three threads for an answer, which takes longer
 * than what is measured, and now longer, now shorter.
 */
final class Loopback implements AutoCloseable {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final byte[] answer;

    Loopback(byte[] page) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + page.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(page);
        answer = whole.toByteArray();
        start(this::accept);
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket connection = server.accept();
            connection.setTcpNoDelay(true);
            start(() -> serve(connection));
        }
    }

    private void serve(Socket connection) throws IOException {
        try (connection) {
            InputStream requests = connection.getInputStream();
            OutputStream answers = connection.getOutputStream();
            byte[] head = new byte[8192];
            int length = 0;
            for (int read = 0; read >= 0; read = requests.read(head, length, head.length - length)) {
                length += read;
                if (isWhole(head, length)) {
                    answers.write(answer);
                    length = 0;
                }
            }
        }
    }

    private static boolean isWhole(byte[] head, int length) {
        return length >= END_OF_HEAD.length
                && Arrays.equals(head, length - END_OF_HEAD.length, length, END_OF_HEAD, 0, END_OF_HEAD.length);
    }

    private void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        if (!server.isClosed()) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
