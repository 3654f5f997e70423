package io.github.vpcep.contract.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between client and Prism: tells Prism which status to answer, and writes down what passes. */
public final class PreferProxy implements AutoCloseable {
    /** What each of the two connections sets for itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "date", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final URI target;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /**
     * What passed.
     *
     * @param method of the request
     * @param uri path and query of the request, as sent
     * @param requestHeaders by lower-case names
     * @param requestBody empty when there was none
     * @param status of the answer
     * @param violations what Prism says that the request breaks, empty when nothing
     */
    public record Exchange(
            String method,
            String uri,
            Map<String, String> requestHeaders,
            String requestBody,
            int status,
            Optional<String> violations) {}

    /** Forwards to a server. */
    public PreferProxy(URI target) {
        this.target = target;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::forward);
        server.start();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(target + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach((name, value) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    request.header(name, value);
                }
            });
            HttpResponse<byte[]> answer =
                    send(request.header("Prefer", "code=" + status).build());
            exchanges.add(new Exchange(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(headers),
                    new String(body, StandardCharsets.UTF_8),
                    answer.statusCode(),
                    answer.headers().firstValue("sl-violations")));
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Asks for this status from now on, and forgets what passed. */
    public void prefer(int wanted) {
        status = wanted;
        exchanges.clear();
    }

    /** What passed since. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
