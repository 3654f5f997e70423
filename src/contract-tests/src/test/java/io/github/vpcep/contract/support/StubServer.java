package io.github.vpcep.contract.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that gives one answer to whatever it is asked, and counts. A new one for each test. */
public final class StubServer implements BeforeEachCallback, AfterEachCallback {
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server = create();
    private final VpcepClient client = client(RetryPolicy.none());
    private final VpcepClient retrying = client(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1)));
    private final AtomicInteger drops = new AtomicInteger();
    private volatile Answer answer = new Answer(500, "text/plain", "", 0);
    private volatile String method = "";
    private volatile boolean token;
    private volatile String body = "";

    private record Answer(int status, String contentType, String body, int missing) {}

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
        client.close();
        retrying.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        method = exchange.getRequestMethod();
        token = exchange.getRequestHeaders().containsKey("X-Auth-Token");
        if (drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
            return;
        }
        Answer now = answer;
        byte[] sent = now.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", now.contentType());
        try (exchange) {
            int announced = sent.length + now.missing();
            exchange.sendResponseHeaders(now.status(), announced == 0 ? -1 : announced);
            exchange.getResponseBody().write(sent);
        }
    }

    private VpcepClient client(RetryPolicy retry) {
        return VpcepClient.builder()
                .endpoint(uri())
                .projectId("295dacf46a4842fcbf7844dc2dc2489d")
                .credentials(Credentials.token("token-of-the-stub"))
                .retry(retry)
                .build();
    }

    /** Answers JSON, or what is meant to be JSON. */
    public void answers(int status, String body) {
        answers(status, "application/json", body);
    }

    /** Answers a body of any kind. */
    public void answers(int status, String contentType, String body) {
        answer = new Answer(status, contentType, body, 0);
    }

    /** Announces a longer body than it sends, then closes the connection. */
    public void breaksOff(String body) {
        answer = new Answer(200, "application/json", body, 100);
    }

    /** Closes the connection when it has read the first request, and answers JSON to those that follow. */
    public void dropsOnce(int status, String body) {
        answers(status, body);
        drops.set(1);
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** A client of it. */
    public VpcepClient vpcep() {
        return client;
    }

    /** A client of it that sends again what may be sent again, almost at once. */
    public VpcepClient retrying() {
        return retrying;
    }

    /** The method that it was asked with last. */
    public String method() {
        return method;
    }

    /** What it was sent last. */
    public String body() {
        return body;
    }

    /** Whether it was given a token last. */
    public boolean hasToken() {
        return token;
    }

    /** How often it was asked. */
    public int requests() {
        return requests.get();
    }
}
