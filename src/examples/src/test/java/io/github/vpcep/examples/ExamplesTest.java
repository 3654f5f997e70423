package io.github.vpcep.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.prism.PrismServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every example runs against Prism and prints what its reader is to see. */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
    private static final String PROJECT = "295dacf46a4842fcbf7844dc2dc2489d";
    private static final String SERVICE = "b0e22f6f-26f4-461c-b140-d873464d4fa0";

    private static PrismServer prism;

    @BeforeAll
    static void start() {
        prism = PrismServer.mock();
    }

    @AfterAll
    static void stop() {
        prism.close();
    }

    @Test
    void quickstart_leadsAServiceAndAnEndpointThroughTheirLives() throws Exception {
        assertThat(output(() -> Quickstart.main(new String[0])))
                .contains("v1 is CURRENT", "is creating", "is pendingAcceptance", "is accepted", "endpoint: 3 of 50")
                .contains("f0c5a8de-3b86-4b0c-a5a1-6a0c93c3b7d4", "7a1f1b62-0c3e-4e0f-9b57-2d0f6a4c8e31 deleted")
                .contains("InvalidRequestException: ListEndpoints failed with HTTP 400");
    }

    @Test
    void firstCalls_listsAndRenames() throws Exception {
        assertThat(output(() -> FirstCalls.main(new String[] {endpoint(), PROJECT, "a token", SERVICE})))
                .contains("huaweicloud.com", "orders");
    }

    @Test
    void signWithAccessKey_isAnswered() throws Exception {
        assertThat(output(() -> SignWithAccessKey.main(new String[] {endpoint(), PROJECT, "AK", "a-secret"})))
                .contains("2 public services");
    }

    @Test
    void passwordToken_isFetchedAndUsed() throws Exception {
        HttpServer iam = server(exchange -> {
            exchange.getResponseHeaders().add("X-Subject-Token", "a fetched token");
            answer(exchange, 201, "{\"token\":{\"expires_at\":\"2099-01-01T00:00:00.000000Z\"}}".getBytes(UTF_8));
        });
        try {
            assertThat(output(() -> PasswordToken.main(new String[] {
                        endpoint(),
                        PROJECT,
                        "http://127.0.0.1:" + iam.getAddress().getPort(),
                        "user",
                        "password",
                        "domain",
                        "cn-north-4"
                    })))
                    .contains("3 endpoints");
        } finally {
            iam.stop(0);
        }
    }

    @Test
    void readAllPages_printsEveryEndpoint() throws Exception {
        assertThat(output(() -> ReadAllPages.main(new String[] {endpoint(), PROJECT, "a token"}))
                        .lines())
                .hasSize(4)
                .contains("3 of 3");
    }

    @Test
    void callAsync_combinesTwoCalls() throws Exception {
        assertThat(output(() -> CallAsync.main(new String[] {endpoint(), PROJECT, "a token"})))
                .contains("2 public services, 3 endpoints");
    }

    @Test
    void connectAndWait_waitsUntilItIsAccepted() throws Exception {
        assertThat(output(() -> ConnectAndWait.main(
                        new String[] {endpoint(), PROJECT, "a token", SERVICE, "a vpc", "a subnet"})))
                .contains("is pendingAcceptance", "reached at 192.168.0.232");
    }

    @Test
    void handleErrors_tellsWhatToDo() throws Exception {
        assertThat(output(() -> HandleErrors.main(new String[] {endpoint(), PROJECT, "a token"})))
                .contains("change the request: EndPoint.0002");
    }

    @Test
    void measureCalls_hasATimer() throws Exception {
        assertThat(output(() -> MeasureCalls.main(new String[] {endpoint(), PROJECT, "a token"})))
                .contains("vpcep.calls", "ListEndpoints", "success");
    }

    @Test
    void proxyAndHttpClient_goesThroughTheProxy() throws Exception {
        AtomicInteger forwarded = new AtomicInteger();
        HttpServer proxy = server(exchange -> {
            forwarded.incrementAndGet();
            // A client sends a proxy the whole address.
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(exchange.getRequestURI())
                                    .header(
                                            "X-Auth-Token",
                                            exchange.getRequestHeaders().getFirst("X-Auth-Token"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, answer.statusCode(), answer.body());
        });
        try {
            assertThat(output(() -> ProxyAndHttpClient.main(new String[] {
                        endpoint(),
                        PROJECT,
                        "a token",
                        "127.0.0.1",
                        String.valueOf(proxy.getAddress().getPort())
                    })))
                    .contains("3 endpoints through 127.0.0.1");
            assertThat(forwarded).hasValue(1);
        } finally {
            proxy.stop(0);
        }
    }

    private static String endpoint() {
        return prism.uri().toString();
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static HttpServer server(Answering answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answering.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private interface Example {
        void run() throws Exception;
    }

    private static String output(Example example) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return written.toString(UTF_8);
    }
}
