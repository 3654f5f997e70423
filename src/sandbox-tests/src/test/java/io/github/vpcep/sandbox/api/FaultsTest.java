package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.Running.SERVICES;
import static io.github.vpcep.sandbox.api.ServerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong when a test has ordered it, over HTTP. */
class FaultsTest {
    private static final String LIST = "ListEndpoints";
    private static final String[] RAW_LIST = {
        "GET " + ENDPOINTS + " HTTP/1.1", "Host: x", "X-Auth-Token: " + ALICE.token()
    };

    private final Running server = new Running();

    @AfterEach
    void stop() {
        server.close();
    }

    /** The statuses of so many lists. */
    private List<Integer> lists(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> server.get(ENDPOINTS).statusCode())
                .toList();
    }

    @Test
    void answer_isSentAsItWasOrdered_andNothingIsCarriedOut() {
        server.faults
                .next("CreateEndpointService", 1)
                .withAnswer(502, Map.of("Content-Type", "text/html", "Server", "proxy"), "<h1>Bad Gateway</h1>");
        HttpResponse<String> answer = server.post(
                SERVICES,
                "{\"port_id\":\"q\",\"vpc_id\":\"v\",\"server_type\":\"LB\",\"ports\":[{\"client_port\":1,\"server_port\":2}]}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("<h1>Bad Gateway</h1>");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(answer.headers().firstValue("Server")).hasValue("proxy");
        assertThat(answer.headers().firstValue("X-Request-Id")).isEmpty();
        assertThat(server.get(SERVICES).body()).contains("\"total_count\":0");
        assertThat(server.journal.requests("CreateEndpointService"))
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(502));
    }

    @Test
    void answerWithoutBody_hasNone_andTheConnectionIsKept() {
        server.faults.next(LIST, 1).withAnswer(429, Map.of("Retry-After", "7"), "");
        server.faults.next(LIST, 1).withAnswer(204, Map.of(), "");
        HttpResponse<String> throttled = server.get(ENDPOINTS);

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(throttled.headers().firstValue("Content-Type")).isEmpty();
        assertThat(throttled.body()).isEmpty();
        assertThat(lists(2)).containsExactly(204, 200);
    }

    @Test
    void gatewayError_hasTheFormOfTheGateway() {
        server.faults.next(LIST, 1).withGatewayError(401, "APIGW.0301", "Incorrect \"IAM\" token");
        HttpResponse<String> answer = server.get(ENDPOINTS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect \\\"IAM\\\" token\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void severalForOneOperation_areASequence() {
        server.faults
                .next(LIST, 1)
                .withError(ErrorCode.SYSTEM_ERROR)
                .next(LIST, 2)
                .withAnswer(503, Map.of(), "")
                .next(LIST, 1)
                .withoutFault()
                .next(LIST, 1)
                .withAnswer(504, Map.of(), "");

        assertThat(lists(6)).containsExactly(500, 503, 503, 200, 504, 200);
    }

    @Test
    void nth_isThatCall_whateverMeetsThoseBefore() {
        server.faults
                .nth(LIST, 3)
                .withAnswer(503, Map.of(), "")
                .nth(LIST, 5)
                .withAnswer(504, Map.of(), "")
                .next(LIST, 1)
                .withAnswer(502, Map.of(), "");
        server.get(SERVICES);

        assertThat(lists(6)).containsExactly(502, 200, 503, 200, 504, 200);
    }

    @Test
    void always_isForEver_untilItIsTakenBack() {
        server.faults.next(LIST, 1).withAnswer(502, Map.of(), "").always(LIST).withAnswer(503, Map.of(), "");
        assertThat(lists(4)).containsExactly(502, 503, 503, 503);
        assertThat(server.get(SERVICES).statusCode()).isEqualTo(200);

        server.faults.clear();
        assertThat(lists(1)).containsExactly(200);
    }

    @Test
    void callsAreChosenByPathAndBody() {
        server.faults
                .nextOfAny(2)
                .whenPath("/vpc-endpoints/e-[0-9]+$")
                .withAnswer(502, Map.of(), "")
                .next("CreateEndpoint", 1)
                .whenBody("\"vpc_id\": *\"second\"")
                .withAnswer(503, Map.of(), "");

        assertThat(lists(1)).containsExactly(200);
        assertThat(server.get(ENDPOINTS + "/e-1").statusCode()).isEqualTo(502);
        assertThat(server.post(ENDPOINTS, "{\"vpc_id\": \"first\"}").statusCode())
                .isEqualTo(400);
        assertThat(server.post(ENDPOINTS, "{\"vpc_id\": \"second\"}").statusCode())
                .isEqualTo(503);
        assertThat(server.get(ENDPOINTS + "/e-22").statusCode()).isEqualTo(502);
        assertThat(server.get(ENDPOINTS + "/e-1").statusCode()).isEqualTo(404);
    }

    @Test
    void alwaysOfAny_meetsEveryOperation_butNotThoseThatAreRefusedBefore() {
        server.faults.alwaysOfAny().withAnswer(503, Map.of(), "");

        assertThat(server.get(ENDPOINTS).statusCode()).isEqualTo(503);
        assertThat(server.get(SERVICES).statusCode()).isEqualTo(503);
        assertThat(server.get("/").statusCode()).isEqualTo(503);
        assertError(server.send(server.open(ENDPOINTS)), 401, "EndPoint.0003");
        assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    }

    /** Each meets one call; what becomes of that call is not looked at here. */
    @Test
    void fault_isRecordedWithTheCallThatItMet() throws IOException {
        server.faults
                .next(LIST, 1)
                .withoutFault()
                .next(LIST, 1)
                .withError(ErrorCode.SYSTEM_ERROR)
                .next(LIST, 1)
                .withAnswer(502, Map.of(), "")
                .next(LIST, 1)
                .withDroppedConnection()
                .next(LIST, 1)
                .withTruncatedBody()
                .next(LIST, 1)
                .withTrickle(1000, Duration.ofNanos(1));
        String[] request = Stream.concat(Stream.of(RAW_LIST), Stream.of("Connection: close"))
                .toArray(String[]::new);
        for (int i = 0; i < 7; i++) {
            server.raw(request);
        }

        assertThat(server.journal.requests(LIST))
                .extracting(RecordedRequest::fault)
                .containsExactly(
                        FaultKind.NONE,
                        FaultKind.ERROR,
                        FaultKind.ANSWER,
                        FaultKind.DROPPED_CONNECTION,
                        FaultKind.TRUNCATED_BODY,
                        FaultKind.TRICKLE,
                        null);
    }

    @Test
    void health_countsTheFaultsThatHaveNoEnd() {
        server.faults.next(LIST, 1).withError(ErrorCode.SYSTEM_ERROR);
        assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");

        server.faults.alwaysOfAny().withError(ErrorCode.SYSTEM_ERROR);
        assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"up\",\"endless_faults\":1}");
    }

    @Test
    void brokenHeaders_areAResetOfTheConnection() {
        server.faults.next(LIST, 1).withBrokenHeaders();

        assertThatThrownBy(() -> server.raw(RAW_LIST)).isInstanceOf(SocketException.class);
        assertThat(lists(1)).containsExactly(200);
        assertThat(server.journal.requests(LIST)).hasSize(2);
    }

    @Test
    void trickle_isTheWholeAnswer_andTheEndOfTheConnection() throws IOException {
        server.faults.next(LIST, 1).withTrickle(7, Duration.ofNanos(1));

        assertThat(server.raw(RAW_LIST))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .contains("\r\n\r\n{")
                .endsWith("}");
        assertThat(lists(1)).containsExactly(200);
    }

    /** The pause is so long that nobody waits for it, not even the end of the server. */
    @Test
    void trickle_comesPieceByPiece() throws IOException {
        server.faults.next(LIST, 1).withTrickle(5, Duration.ofDays(1));
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.getOutputStream()
                    .write((String.join("\r\n", RAW_LIST) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(5)).asString(StandardCharsets.UTF_8).isEqualTo("HTTP/");
            socket.setSoTimeout(100);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatCannotBeOrdered_isRefusedAtOnce() {
        var next = server.faults.next(LIST, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> server.faults.always("ListEndpoint"));
        assertThatIllegalArgumentException().isThrownBy(() -> server.faults.nth(LIST, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> server.faults.nextOfAny(0));
        assertThatIllegalArgumentException().isThrownBy(() -> next.whenPath("("));
        assertThatIllegalArgumentException().isThrownBy(() -> next.after(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withTrickle(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withAnswer(199, Map.of(), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withAnswer(204, Map.of(), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withAnswer(200, Map.of("A", "b\r\nC: d"), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withAnswer(200, Map.of("A b", "c"), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> next.withAnswer(200, Map.of("Content-length", "5"), ""));
        assertThat(lists(1)).containsExactly(200);
    }
}
