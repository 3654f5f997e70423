package io.github.vpcep.benchmarks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** The HTTP server of the sandbox, with the same threads, that answers every request with the bytes of a file. */
public final class FixedBytes {
    private FixedBytes() {}

    /** Serves the file that the argument names until the process is told to end. */
    public static void main(String[] args) throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(Path.of(args[0]));
        NetworkListener listener = new NetworkListener("fixed", "127.0.0.1", 0);
        listener.getKeepAlive().setMaxRequestsCount(-1);
        TCPNIOTransport transport = listener.getTransport();
        transport.setTcpNoDelay(true);
        transport.setWorkerThreadPoolConfig(
                threads(Math.max(32, 4 * Runtime.getRuntime().availableProcessors())));
        transport.setKernelThreadPoolConfig(threads(2));
        transport.setSelectorRunnersCount(2);
        HttpServer server = new HttpServer();
        server.addListener(listener);
        server.getServerConfiguration().setJmxEnabled(false);
        server.getServerConfiguration()
                .addHttpHandler(
                        new HttpHandler("fixed") {
                            @Override
                            public void service(Request request, Response response) throws IOException {
                                response.setContentType("application/json");
                                response.setContentLength(body.length);
                                response.getOutputStream().write(body);
                            }
                        },
                        "/");
        server.start();
        System.out.println("fixed bytes listening on http://127.0.0.1:" + listener.getPort());
        // The threads of the server are daemons.
        new CountDownLatch(1).await();
    }

    private static ThreadPoolConfig threads(int count) {
        return ThreadPoolConfig.defaultConfig().setCorePoolSize(count).setMaxPoolSize(count);
    }
}
