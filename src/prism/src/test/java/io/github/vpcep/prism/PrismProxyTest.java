package io.github.vpcep.prism;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prism before a server: everything passes as it is, and what breaks the contract is named. */
class PrismProxyTest {
    private static final String QUOTAS =
            "{\"quotas\":{\"resources\":[{\"type\":\"endpoint\",\"used\":1,\"quota\":50}]}}";

    @SuppressWarnings("NullAway.Init")
    private static HttpServer upstream;

    @SuppressWarnings("NullAway.Init")
    private static PrismServer prism;

    private static volatile String answer = "";
    private static volatile String arrived = "";
    private static volatile String host = "";

    @BeforeAll
    static void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            arrived = exchange.getRequestURI().toString();
            host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        upstream.start();
        prism = PrismServer.proxy(
                URI.create("http://127.0.0.1:" + upstream.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        prism.close();
        upstream.stop(0);
    }

    @Test
    void proxy_whenNothingIsWrong_passesTheAnswerOnWithoutViolations() throws Exception {
        answer = QUOTAS;
        HttpResponse<String> received = get(HttpClient.newHttpClient(), prism.uri() + "/v1/p/quotas");

        assertThat(received.statusCode()).isEqualTo(200);
        assertThat(received.body()).isEqualTo(QUOTAS);
        assertThat(received.headers().map()).doesNotContainKey("sl-violations");
        assertThat(host).isEqualTo(prism.upstream().getAuthority());
    }

    @Test
    void proxy_whenTheRequestBreaksTheContract_forwardsItAndNamesTheViolation() throws Exception {
        answer = QUOTAS;
        HttpResponse<String> received = get(HttpClient.newHttpClient(), prism.uri() + "/v1/p/quotas?type=planet");

        assertThat(arrived).isEqualTo("/v1/p/quotas?type=planet");
        assertThat(received.body()).isEqualTo(QUOTAS);
        assertThat(violations(received))
                .isEqualTo("[{\"location\":[\"request\",\"query\",\"type\"],\"severity\":\"Error\",\"code\":\"enum\","
                        + "\"message\":\"Request query parameter type must be equal to one of the allowed values: "
                        + "endpoint_service, endpoint\"}]");
    }

    @Test
    void proxy_whenTheAnswerBreaksTheContract_passesItOnAndNamesTheViolation() throws Exception {
        answer = QUOTAS.replace("50", "\"fifty\"");
        HttpResponse<String> received = get(HttpClient.newHttpClient(), prism.uri() + "/v1/p/quotas");

        assertThat(received.statusCode()).isEqualTo(200);
        assertThat(received.body()).isEqualTo(answer);
        assertThat(violations(received))
                .contains("[\"response\",\"body\",\"quotas\",\"resources\",\"0\",\"quota\"]", "must be integer");
    }

    @Test
    void proxy_whenNamedAsHttpProxy_checksWhatIsMeantForTheServer() throws Exception {
        answer = QUOTAS;
        InetSocketAddress address =
                new InetSocketAddress(prism.uri().getHost(), prism.uri().getPort());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(address))
                .build();

        HttpResponse<String> received = get(client, prism.upstream() + "/v1/p/quotas?type=moon");

        assertThat(arrived).isEqualTo("/v1/p/quotas?type=moon");
        assertThat(host).isEqualTo(prism.upstream().getAuthority());
        assertThat(received.body()).isEqualTo(QUOTAS);
        assertThat(violations(received)).contains("[\"request\",\"query\",\"type\"]");
    }

    private static HttpResponse<String> get(HttpClient client, String uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("X-Auth-Token", "t")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String violations(HttpResponse<?> answer) {
        return answer.headers().firstValue("sl-violations").orElse("");
    }
}
