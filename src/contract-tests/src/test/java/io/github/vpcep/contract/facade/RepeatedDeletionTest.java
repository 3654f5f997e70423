package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.NotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What deletes is sent again after a lost answer, and then is refused because it was carried out. */
@SuppressWarnings("deprecation") // Of deletePolicy, which is still there.
class RepeatedDeletionTest {
    private static final String PATH = "/v1/295dacf46a4842fcbf7844dc2dc2489d";

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private VpcepClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        client = VpcepClient.builder()
                .endpoint("http://127.0.0.1:" + server.getAddress().getPort())
                .projectId("295dacf46a4842fcbf7844dc2dc2489d")
                .credentials(Credentials.token("token"))
                .retry(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1)))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    /** Answers a success, or what a code stands for; without an answer, a gateway's time is up. */
    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring(PATH.length()));
        String answer = answers.remove();
        int status = answer.isEmpty() ? 504 : answer.startsWith("{") ? 200 : 400;
        String text = status == 400 ? "{\"error\":{\"code\":\"" + answer + "\",\"message\":\"no\"}}" : answer;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void answers(String... next) {
        answers.addAll(List.of(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EndPoint.0005", "EndPoint.2006", "EndPoint.2008", "EndPoint.2018"})
    void deleteEndpoint_thatIsRepeated_succeedsWhenItIsGoneOrGoing(String code) {
        answers("", code);
        client.endpoints().delete("e-1");
        answers("", code);
        client.async().endpoints().delete("e-1").join();
        assertThat(requests).containsOnly("DELETE /vpc-endpoints/e-1").hasSize(4);
    }

    @Test
    void deleteEndpoint_thatIsNotRepeated_failsWhenItIsGoneOrGoing() {
        answers("EndPoint.2008");
        assertThatThrownBy(() -> client.endpoints().delete("e-1")).isInstanceOf(NotFoundException.class);
        answers("EndPoint.2018");
        assertThatThrownBy(() -> client.endpoints().delete("e-1")).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EndPoint.0005", "EndPoint.2006", "EndPoint.2008", "EndPoint.2018"})
    void deleteIfExists_ofWhatIsGoneOrGoing_isFalse(String code) {
        answers(code, code);
        assertThat(client.endpoints().deleteIfExists("e-1")).isFalse();
        assertThat(client.async().endpoints().deleteIfExists("e-1").join()).isFalse();
        assertThat(requests).containsOnly("DELETE /vpc-endpoints/e-1").hasSize(2);
    }

    @Test
    void deleteIfExists_ofWhatIsThere_isTrue_alsoWhenItIsRepeated() {
        answers("{}", "", "EndPoint.0005");
        assertThat(client.endpointServices().deleteIfExists("s-1")).isTrue();
        assertThat(client.async().endpointServices().deleteIfExists("s-1").join())
                .isTrue();
    }

    @Test
    void deleteIfExists_thatIsRefusedForAnotherReason_fails() {
        answers("EndPoint.3045");
        assertThatThrownBy(() -> client.endpointServices().deleteIfExists("s-1"))
                .isInstanceOf(ConflictException.class);
        answers("EndPoint.3045");
        assertThat(client.async().endpointServices().deleteIfExists("s-1"))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(ConflictException.class);
    }

    @Test
    void deleteEndpointService_thatIsRepeated_succeedsWhenItIsGone_butNotWhenItMayBeBeingCreated() {
        answers("", "EndPoint.0005");
        client.endpointServices().delete("s-1");
        answers("", "EndPoint.3045");
        assertThatThrownBy(() -> client.endpointServices().delete("s-1")).isInstanceOf(ConflictException.class);
    }

    @Test
    void deletePolicy_thatIsRepeated_answersTheEndpointWhenThereIsNoPolicy() {
        answers("", "EndPoint.2049", "{\"id\":\"e-1\"}");
        assertThat(client.endpoints().deletePolicy("e-1").id()).isEqualTo("e-1");
        assertThat(requests)
                .containsExactly(
                        "DELETE /vpc-endpoints/e-1/policy",
                        "DELETE /vpc-endpoints/e-1/policy",
                        "GET /vpc-endpoints/e-1");
        answers("", "EndPoint.2049", "{\"id\":\"e-1\"}");
        assertThat(client.async().endpoints().deletePolicy("e-1").join().id()).isEqualTo("e-1");
    }

    @Test
    void deletePolicy_thatIsRepeated_failsWhenTheEndpointIsGone() {
        answers("", "EndPoint.2006");
        assertThatThrownBy(() -> client.endpoints().deletePolicy("e-1")).isInstanceOf(NotFoundException.class);
    }
}
