package io.github.vpcep.sandbox.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection on which bytes are written as they stand and answers read by their length. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Wire(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** What was answered, with header names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends each character as one byte. */
    Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Ends this side only. */
    Wire endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next answer. */
    Answer read() throws IOException {
        return there(next(false));
    }

    /** The next answer, to a HEAD. */
    Answer readHead() throws IOException {
        return there(next(true));
    }

    /** All answers until the server closes its side. */
    List<Answer> readAll() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Answer next = next(false); next != null; next = next(false)) {
            answers.add(next);
        }
        return answers;
    }

    /** The next bytes as they stand, each as one character; fewer when the server closes its side. */
    String take(int count) throws IOException {
        return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    private static Answer there(@Nullable Answer answer) throws EOFException {
        if (answer == null) {
            throw new EOFException("The server has closed its side");
        }
        return answer;
    }

    /** Null when the server has closed its side. */
    private @Nullable Answer next(boolean bodiless) throws IOException {
        String start = line();
        if (start == null) {
            return null;
        }
        if (!start.matches("HTTP/1\\.1 [0-9]{3} .*")) {
            throw new IOException("No status line: " + start);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = bodiless ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("The body breaks off after " + body.length + " of " + length);
        }
        return new Answer(Integer.parseInt(start.substring(9, 12)), headers, new String(body, StandardCharsets.UTF_8));
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
            throw new IOException("The line does not end with CRLF: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
