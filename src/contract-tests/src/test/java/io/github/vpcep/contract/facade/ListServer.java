package io.github.vpcep.contract.facade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server of every list that pages and sorts as VPCEP does, and notes what it was asked. A new one for each test. */
final class ListServer implements BeforeEachCallback, AfterEachCallback {
    /** Its items in the order of creation; tests change them. */
    final List<String> ids = new CopyOnWriteArrayList<>();

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final HttpServer server = create();
    private final List<VpcepClient> clients = new ArrayList<>();
    private volatile IntConsumer beforeAnswer = number -> {};

    /**
     * A request: the parameters of its query or the texts of its body, headers in lower case, and the port that its
     * connection came from.
     */
    record Asked(String path, Map<String, String> query, Map<String, String> headers, int port) {}

    private record Refusal(int status, String body) {}

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(VpcepClient::close);
        server.stop(0);
    }

    /** Fills the lists with the items "0" and on. */
    void holds(int size) {
        IntStream.range(0, size).mapToObj(String::valueOf).forEach(ids::add);
    }

    /** Answers the next request with an error. */
    void refuses(int status, String body) {
        refusals.add(new Refusal(status, body));
    }

    /** Runs something before each answer; it gets the number of the request, from 1. */
    void beforeAnswer(IntConsumer run) {
        beforeAnswer = run;
    }

    /** A client of it that tries once, closed after the test. */
    VpcepClient client() {
        VpcepClient client = builder().build();
        clients.add(client);
        return client;
    }

    ClientBuilder<VpcepClient> builder() {
        return VpcepClient.builder()
                .endpoint("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                        + server.getAddress().getPort())
                .projectId("295dacf46a4842fcbf7844dc2dc2489d")
                .credentials(Credentials.token("token"))
                .retry(RetryPolicy.none());
    }

    /** What was asked for, in the order of the requests. */
    List<@Nullable String> sent(String parameter) {
        List<@Nullable String> values = new ArrayList<>();
        asked.forEach(each -> values.add(each.query().get(parameter)));
        return values;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked now = asked(exchange, exchange.getRequestBody().readAllBytes());
            asked.add(now);
            beforeAnswer.accept(asked.size());
            Refusal refusal = refusals.poll();
            String text = refusal == null ? page(now) : refusal.body();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Request-Id", "request-" + asked.size());
            exchange.getResponseHeaders().put("X-Many", List.of("one", "two"));
            exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Asked asked(HttpExchange exchange, byte[] body) throws IOException {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        if (body.length > 0) {
            VpcepJson.mapper()
                    .readTree(body)
                    .properties()
                    .forEach(each -> query.put(each.getKey(), each.getValue().asText()));
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Asked(
                exchange.getRequestURI().getPath(),
                query,
                headers,
                exchange.getRemoteAddress().getPort());
    }

    private String page(Asked now) {
        boolean resources = now.path().endsWith("/resource_instances/action");
        List<String> sorted = new ArrayList<>(ids);
        if (!resources && !"asc".equals(now.query().get("sort_dir"))) {
            Collections.reverse(sorted);
        }
        int from = Math.min(Integer.parseInt(now.query().getOrDefault("offset", "0")), sorted.size());
        int to = Math.min(
                from + Integer.parseInt(now.query().getOrDefault("limit", resources ? "1000" : "10")), sorted.size());
        String items = sorted.subList(from, to).stream()
                .map(id -> (resources ? "{\"resource_id\":\"" : "{\"id\":\"") + id + "\"}")
                .collect(Collectors.joining(","));
        String list = resources ? "resources" : listing(now).items();
        return "{\"" + list + "\":[" + items + "],\"total_count\":" + sorted.size() + "}";
    }

    private static Listing listing(Asked now) {
        return Stream.of(Listing.values())
                .filter(each -> now.path().endsWith(each.pathEnd()))
                .findFirst()
                .orElseThrow();
    }
}
