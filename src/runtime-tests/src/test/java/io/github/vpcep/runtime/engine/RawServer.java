package io.github.vpcep.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Takes one connection, says one thing once it has heard something, and notes when the other side hangs up. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final CompletableFuture<Boolean> heard = new CompletableFuture<>();
    private final CompletableFuture<Boolean> hungUp;

    public RawServer(String reply) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        hungUp = CompletableFuture.supplyAsync(() -> serve(reply));
    }

    private boolean serve(String reply) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[10_000];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (heard.complete(true)) {
                    socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
                }
            }
            return true;
        } catch (IOException e) {
            // A reset is a hang-up as well.
            return heard.isDone();
        }
    }

    public String url(String scheme) {
        return scheme + "://127.0.0.1:" + server.getLocalPort();
    }

    public CompletableFuture<Boolean> heard() {
        return heard;
    }

    public CompletableFuture<Boolean> hungUp() {
        return hungUp;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
