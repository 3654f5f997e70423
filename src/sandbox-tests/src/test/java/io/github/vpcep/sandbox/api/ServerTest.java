package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.Running.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input, faults, journal and pages, over real HTTP. */
class ServerTest {
    private static final String SERVICE = """
        {"port_id":"4189d3c2-8882-4871-a3c2-d380272eed88","vpc_id":"4189d3c2-8882-4871-a3c2-d380272eed80",
         "server_type":"VM","ports":[{"client_port":8080,"server_port":90,"protocol":"TCP"}]}\
        """;

    @SuppressWarnings("NullAway.Init")
    private static Running server;

    @BeforeAll
    static void start() {
        server = new Running();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void clear() {
        server.faults.clear();
        server.journal.clear();
    }

    @Test
    void answersAnOperation() {
        HttpResponse<String> created = server.post(SERVICES, SERVICE);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(created.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(created.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(created.headers().firstValue("Server")).isEmpty();
        HttpResponse<String> listed = server.get(SERVICES);
        assertThat(listed.body()).contains("\"total_count\":1");
        String id = json(listed).at("/endpoint_services/0/id").asText();
        HttpResponse<String> deleted =
                server.send(server.request(SERVICES + "/" + id).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void showsVersionsAndPagesToEverybody() {
        for (String path : List.of("/", "/v1", "/docs", "/openapi.yaml", "/openapi.json", "/healthz")) {
            HttpResponse<String> answer = server.send(server.open(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        }
        assertThat(server.send(server.open("/openapi.yaml")).body()).startsWith("openapi:");
        HttpResponse<String> contract = server.send(server.open("/openapi.json"));
        assertThat(contract.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(contract).path("openapi").asText()).isEqualTo("3.0.3");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2, 404, EndPoint.0005",
        "/nowhere/at/all, 404, EndPoint.0005",
        "/v1/a0000000000000000000000000000001/nothing, 404, EndPoint.0005",
        "/v1/a0000000000000000000000000000001, 404, EndPoint.0005",
        "/v1/a0000000000000000000000000000002/vpc-endpoints, 403, EndPoint.0004",
        "/v1/a.b/vpc-endpoints, 400, EndPoint.0014",
        "/v1//vpc-endpoints, 400, EndPoint.0014",
    })
    void refusesPaths(String path, int status, String code) {
        assertError(server.get(path), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=many, EndPoint.0006",
        "limit=, EndPoint.0006",
        "limit=99999999999, EndPoint.0006",
        "limit=0, EndPoint.0006",
        "offset=x, EndPoint.0010",
        "offset=-1, EndPoint.0010",
        "offset=99999999999, EndPoint.0010",
        "sort_key=name, EndPoint.0017",
        "sort_dir=up, EndPoint.0018",
        "endpoint_service_name=%FF, EndPoint.0002",
        "endpoint_service_name=, EndPoint.1003",
    })
    void refusesQueries(String query, String code) {
        assertError(server.get(ENDPOINTS + "?" + query), 400, code);
    }

    @Test
    void refusesHugeQuery() {
        assertError(server.get(ENDPOINTS + "?endpoint_service_name=" + "x".repeat(100_000)), 400, "EndPoint.1003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"})
    void refusesMethods(String method) throws IOException {
        String answer = server.raw(
                method + " " + ENDPOINTS + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "X-Auth-Token: " + ALICE.token());
        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, POST", "X-Request-Id: ");
        if (!method.equals("HEAD")) {
            assertThat(answer).contains("\"code\":\"EndPoint.0002\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/v1/a%", "/|", "/%00", "/..", "*", "//"})
    void answersStrangeTargets(String target) throws IOException {
        String answer = server.raw(
                "GET " + target + " HTTP/1.1", "Host: x", "Connection: close", "X-Auth-Token: " + ALICE.token());
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("\"code\":\"EndPoint.")
                .doesNotContain("at io.", "Exception");
    }

    @Test
    void refusesMediaTypes() {
        assertError(
                server.send(server.request(ENDPOINTS)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))),
                400,
                "EndPoint.0002");
        assertError(server.send(server.request(ENDPOINTS).header("Accept", "text/html")), 406, "EndPoint.0002");
    }

    @Test
    void takesABodyWithoutMediaType() {
        assertError(server.send(server.request(ENDPOINTS).POST(BodyPublishers.ofString("{}"))), 400, "EndPoint.2029");
    }

    @Test
    void refusesBodies() {
        String nested = "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        for (String body : List.of("{", "[]", "1", "null", "\"\"", "{} {}", "{\"vpc_id\":1}", nested)) {
            assertError(server.post(ENDPOINTS, body), 400, "EndPoint.0002");
        }
        assertError(
                server.post(ENDPOINTS, new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}),
                400,
                "EndPoint.0002");
        assertError(server.post(ENDPOINTS, ""), 504, "EndPoint.0011");
        assertError(server.post(ENDPOINTS, " \n"), 504, "EndPoint.0011");
        assertError(server.post(ENDPOINTS, " ".repeat(1024 * 1024 + 1)), 400, "EndPoint.0002");
        assertError(server.post(ENDPOINTS, "x".repeat(5_000_000)), 400, "EndPoint.0002");
        assertThat(server.get(ENDPOINTS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpc-endpoints|{}|EndPoint.2029",
                "vpc-endpoints|{\"endpoint_service_id\":\"x\"}|EndPoint.2011",
                "vpc-endpoints|{\"endpoint_service_id\":\"x\",\"vpc_id\":\"y\",\"enable_dns\":\"maybe\"}|EndPoint.2033",
                "vpc-endpoints|{\"endpoint_service_id\":\"x\",\"vpc_id\":\"y\",\"enable_dns\":7}|EndPoint.2033",
                "vpc-endpoint-services|{}|EndPoint.2002",
                "vpc-endpoint-services/s/permissions/action|{\"action\":\"add\"}|EndPoint.3036",
                "vpc-endpoint-services/s/connections/action|{\"endpoints\":[\"e\"]}|EndPoint.2002",
                "endpoint/r/tags/action|{\"action\":\"create\",\"tags\":[{\"value\":\"v\"}]}|EndPoint.3066",
                "nothing/r/tags/action|{|EndPoint.3070",
            })
    void refusesMissingAndWrongProperties(String path, String body, String code) {
        assertError(server.post("/v1/" + ALICE.projectId() + "/" + path, body), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999999999", "-99999999999", "123456789012345678901", "\"99999999999\""})
    void refusesPortsBeyondTheirBoundsHoweverFar(String port) {
        assertError(server.post(SERVICES, SERVICE.replace("8080", port)), 400, "EndPoint.3043");
        assertError(server.post(SERVICES, SERVICE.replace("90", port)), 400, "EndPoint.3043");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "1e400", "\"x\""})
    void refusesPortsThatAreNoWholeNumbers(String port) {
        assertError(server.post(SERVICES, SERVICE.replace("8080", port)), 400, "EndPoint.0002");
    }

    /** An id of 65 characters is told, one of 64 lets the body be looked at. */
    @ParameterizedTest
    @CsvSource({
        "POST, vpc-endpoint-services/ID/permissions/action, EndPoint.3062",
        "PUT, vpc-endpoints/ID/routetables, EndPoint.2017",
        "PUT, vpc-endpoint-services/s/permissions/ID, EndPoint.0002",
        "POST, endpoint/ID/tags/action, EndPoint.2017",
        "POST, endpoint_service/ID/tags/action, EndPoint.3062"
    })
    void looksAtThePathBeforeTheBody(String method, String path, String code) {
        for (int length : List.of(64, 65)) {
            HttpResponse<String> refused = server.send(
                    server.request("/v1/" + ALICE.projectId() + "/" + path.replace("ID", "x".repeat(length)))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString("{")));

            assertError(refused, 400, length == 64 ? "EndPoint.0002" : code);
            assertThat(refused.body().contains("An id has 1 to 64 characters")).isEqualTo(length == 65);
        }
    }

    @Test
    void bodyThatNobodyReads_mayBeOfAnyLength() {
        assertThat(server.send(server.request(ENDPOINTS)
                                .method("GET", BodyPublishers.ofString("x".repeat(Limits.BODY + 1))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersOrderedErrorsOnceEach() {
        server.faults.next("ListEndpoints", 2).withError(ErrorCode.TOO_MANY_REQUESTS);
        assertError(server.get(ENDPOINTS), 400, "EndPoint.0022");
        assertThat(server.get(SERVICES).statusCode()).isEqualTo(200);
        assertError(server.get(ENDPOINTS), 400, "EndPoint.0022");
        assertThat(server.get(ENDPOINTS).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> server.faults.next("Nothing", 1)).hasMessageContaining("Nothing");
    }

    @Test
    void delaysAnswers() {
        server.faults.next("ListEndpoints", 1).withDelay(Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThat(server.get(ENDPOINTS).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void endsConnections() throws IOException {
        server.faults
                .next("ListEndpointService", 1)
                .withDroppedConnection()
                .next("ListEndpointService", 1)
                .withTruncatedBody();
        String[] request = {"GET " + SERVICES + " HTTP/1.1", "Host: x", "X-Auth-Token: " + ALICE.token()};
        assertThat(server.raw(request)).isEmpty();
        String truncated = server.raw(request);
        assertThat(truncated).startsWith("HTTP/1.1 200 ").contains("\r\n\r\n{").doesNotEndWith("}");
        assertThat(server.get(SERVICES).statusCode()).isEqualTo(200);
        server.faults.next("CreateEndpointService", 1).withDroppedConnection();
        assertThatThrownBy(() -> server.post(SERVICES, "{}")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void tellsThatABodyDoesNotCome() throws IOException {
        try (Running impatient = new Running(Limits.standard().withPatience(Duration.ofMillis(100)))) {
            String answer = impatient.raw(
                    "POST " + ENDPOINTS + " HTTP/1.1",
                    "Host: x",
                    "X-Auth-Token: " + ALICE.token(),
                    "Content-Length: 10");
            assertThat(answer).startsWith("HTTP/1.1 504 ").contains("Connection: close", "\"EndPoint.0013\"");
            assertThat(impatient.get(ENDPOINTS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void recordsRequestsWithoutSecrets() {
        server.post(ENDPOINTS + "?x=1", "{\"a\":\"ü\"}");
        server.send(server.open(ENDPOINTS).header("X-Auth-Token", BOB.token()));
        List<RecordedRequest> created = server.journal.requests("CreateEndpoint");
        assertThat(created).hasSize(1);
        RecordedRequest request = created.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(ENDPOINTS);
        assertThat(request.query()).isEqualTo("x=1");
        assertThat(request.body()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(request.status()).isEqualTo(400);
        assertThat(request.headers()).containsEntry("x-auth-token", "***").containsKey("host");
        assertThat(server.journal.requests("ListEndpoints"))
                .extracting(RecordedRequest::status)
                .containsExactly(403);
    }

    @Test
    void requestId_isMadeAnewForEachRequest() {
        List<String> ids = Stream.generate(() -> server.get("/healthz"))
                .limit(2)
                .map(each -> each.headers().firstValue("X-Request-Id").orElseThrow())
                .toList();

        assertThat(ids).allMatch(each -> each.matches("[0-9a-f]{32}"));
        assertThat(ids.stream().flatMap(each -> Stream.of(each.substring(0, 16), each.substring(16))))
                .doesNotHaveDuplicates();
    }

    @Test
    void recordedRequest_saysWhoAsked_andWhenWhatWasAnswered() {
        HttpResponse<String> refused = server.send(
                server.request(ENDPOINTS + "?limit=0").header("X-Twice", "one").header("X-Twice", "two"));
        HttpResponse<String> listed = server.get(ENDPOINTS);
        List<RecordedRequest> recorded = server.journal.requests("ListEndpoints");

        assertThat(recorded).extracting(RecordedRequest::code).containsExactly("EndPoint.0006", null);
        assertThat(recorded).extracting(RecordedRequest::answer).containsExactly(refused.body(), listed.body());
        assertThat(recorded.get(0).headers()).containsEntry("x-twice", "one,two");
        assertThat(recorded).allSatisfy(each -> {
            assertThat(each.domainId()).isEqualTo(ALICE.domainId());
            assertThat(each.projectId()).isEqualTo(ALICE.projectId());
            assertThat(each.answeredAt()).isEqualTo(server.clock.instant());
            assertThat(each.fault()).isNull();
        });
        assertThat(recorded.get(1).requestId())
                .isEqualTo(listed.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.0, X-None: none", "HTTP/1.1, Host:"})
    void address_ofAClientThatNamesNone_isLocalhost(String version, String header) throws IOException {
        assertThat(server.raw("GET / " + version, header, "Connection: close")).contains("\"http://localhost/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/openapi.yaml", "/openapi.json", "/healthz"})
    void pages_areThereToBeRead(String path) {
        HttpResponse<String> refused = server.send(server.open(path).DELETE());

        assertError(refused, 405, "EndPoint.0002");
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void connection_isKeptForAnyNumberOfRequests() throws IOException {
        String request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";
        String answers = server.raw((request + "\r\n").repeat(299) + request + "Connection: close");
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(301);
    }

    @Test
    void startsAgainQuickly() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Running another = new Running();
            best = Math.min(best, System.nanoTime() - start);
            assertThat(another.get(ENDPOINTS).statusCode()).isEqualTo(200);
            another.close();
        }
        // The promise is 50 ms on a machine of its own; this one may be busy.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(250));
        System.out.println("started again in ms: " + best / 1_000_000);
    }

    static void assertError(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).at("/error/code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(json(answer).at("/error/message").asText()).isNotBlank().doesNotContain("Exception", "java.");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return tree(answer.body());
    }

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
