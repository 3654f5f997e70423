package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

/** The line that each request leaves in the log. */
class RequestLogTest {
    @SuppressWarnings("NullAway.Init")
    private static Running server;

    private static final String TOKEN = "X-Auth-Token: " + ALICE.token();

    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        server = new Running();
    }

    @BeforeEach
    void capture() throws ReflectiveOperationException {
        level(LocationAwareLogger.INFO_INT);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() throws ReflectiveOperationException {
        System.setErr(stderr);
        level(LocationAwareLogger.WARN_INT);
        server.faults.clear();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void operation_isLoggedOnce_withTheIdOfItsAnswerAndItsCaller() {
        HttpResponse<String> answer = server.get(ENDPOINTS + "?limit=5");

        assertThat(line())
                .contains(
                        "request=" + answer.headers().firstValue("X-Request-Id").orElseThrow() + " method=GET path="
                                + ENDPOINTS + " operation=ListEndpoints status=200 code=- ms=")
                .endsWith(" domain=" + ALICE.domainId() + " project=" + ALICE.projectId() + " fault=- unknown=-");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere/at/all, operation=- status=401 code=EndPoint.0003",
        "/v2, operation=ListSpecifiedVersionDetails status=404 code=EndPoint.0005",
        "/healthz, operation=- status=200 code=-",
        "/v3/auth/tokens, operation=- status=401 code=EndPoint.0003",
        "/v3.0/OS-CREDENTIAL/securitytokens, operation=- status=405 code=EndPoint.0002",
        "/v1/a/vpc-endpoints, operation=ListEndpoints status=401 code=EndPoint.0003",
    })
    void requestOfNobody_isLoggedOnce(String path, String words) {
        server.send(server.open(path));

        assertThat(line())
                .contains("path=" + path + " " + words + " ms=")
                .endsWith(" domain=- project=- fault=- unknown=-");
    }

    @Test
    void brokenBody_isLoggedOnce() {
        server.post(ENDPOINTS, "{");

        assertThat(line()).contains("method=POST", "operation=CreateEndpoint status=400 code=EndPoint.0002");
    }

    @Test
    void requestThatCannotBeTold_isLoggedOnce() throws IOException {
        server.raw("POST " + ENDPOINTS + " HTTP/1.1", "Host: x", TOKEN, "Transfer-Encoding: gzip");

        assertThat(line()).contains("method=POST", "operation=- status=400 code=EndPoint.0002");
    }

    @Test
    void orderedError_isLoggedOnce() {
        server.faults.next("ListEndpoints", 1).withError(ErrorCode.TOO_MANY_REQUESTS);
        server.get(ENDPOINTS);

        assertThat(line()).contains("status=400 code=EndPoint.0022").endsWith(" fault=ERROR unknown=-");
    }

    @Test
    void droppedConnection_isLoggedOnce() throws IOException {
        server.faults.next("ListEndpoints", 1).withDroppedConnection();
        server.raw("GET " + ENDPOINTS + " HTTP/1.1", "Host: x", TOKEN);

        assertThat(line())
                .contains("operation=ListEndpoints status=200")
                .endsWith(" fault=DROPPED_CONNECTION unknown=-");
    }

    @Test
    void whatTheContractDoesNotHave_isLoggedByName() {
        server.get(ENDPOINTS + "?colour=of-a-value&limit=5&s%0Aize=1");

        assertThat(line()).contains("status=200").endsWith(" unknown=?colour,?s?ize");
    }

    @Test
    void secrets_areNotLogged() {
        server.get(ENDPOINTS + "?token=secret-1");
        server.send(server.open(ENDPOINTS).header("Authorization", "secret-2").header("X-Auth-Token", "secret-3"));
        server.post(
                "/v3/auth/tokens", "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":\"secret-4\"}}}");

        assertThat(lines()).hasSize(3);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("secret", ALICE.token());
    }

    /**
     * In a request that is carried out, in one that is refused, and in one that names the header in its own letters.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "X-Auth-Token",
                "X-Security-Token",
                "X-Subject-Token",
                "Cookie",
                "Proxy-Authorization"
            })
    void secretHeader_isNeitherLoggedNorKeptNorAnswered(String name) throws IOException {
        String secret = name + ": secret-of-" + name;
        String token = name.equals("X-Auth-Token") ? "X-Other: kept" : TOKEN + "\r\nX-Other: kept";
        String end = "Host: x\r\nConnection: close";
        List<String> answers = List.of(
                server.raw("GET " + ENDPOINTS + " HTTP/1.1", end, token, secret),
                server.raw("GET " + ENDPOINTS + " HTTP/1.1", end, secret.toUpperCase(Locale.ROOT)),
                server.raw("GET " + ENDPOINTS + "?limit=0 HTTP/1.1", end, token, secret, secret + "-again"));

        List<RecordedRequest> kept = server.journal.requests("ListEndpoints");
        List<RecordedRequest> latest = kept.subList(kept.size() - 3, kept.size());
        assertThat(latest).allSatisfy(each -> {
            assertThat(each.headers()).containsEntry(name.toLowerCase(Locale.ROOT), "***");
            assertThat(each.headers().toString() + each + each.body() + each.query())
                    .doesNotContainIgnoringCase("secret-of", ALICE.token());
        });
        assertThat(latest.get(0).headers()).containsEntry("x-other", "kept");
        assertThat(answers)
                .allSatisfy(each -> assertThat(each)
                        .startsWith("HTTP/1.1 ")
                        .doesNotContainIgnoringCase("secret-of", ALICE.token()));
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase("secret-of", ALICE.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\u001b[2J", "/\u0085x", "/\u0000", "/\u000b", "/%0d%0arequest=1"})
    void pathThatWouldForgeALine_staysOneWord(String path) throws IOException {
        server.raw("GET " + path + " HTTP/1.1", "Host: x", "Connection: close", TOKEN);

        assertThat(line()).matches("[ -~]*").containsPattern(" path=(/[!-~]*|-) operation=");
    }

    @ParameterizedTest
    @CsvSource({"255, ''", "256, ..."})
    void word_isWhole_upTo256Characters(int letters, String end) throws IOException {
        server.raw("GET /" + "y".repeat(letters) + " HTTP/1.1", "Host: x", "Connection: close");

        assertThat(line()).contains(" path=/" + "y".repeat(255) + end + " operation=");
    }

    @Test
    void visibleCharacters_areLogged_andNoOthers() {
        server.get(ENDPOINTS + "?%20!~%7F%C3%A4");

        assertThat(line()).endsWith(" unknown=??!~??");
    }

    /** As long as the fault has it wait at least, and no longer than who asked has waited. */
    @Test
    void milliseconds_areThoseThatTheAnswerTook() {
        server.faults.next("ListEndpoints", 1).withDelay(Duration.ofMillis(20));
        long start = System.nanoTime();
        server.get(ENDPOINTS);
        long waited = (System.nanoTime() - start) / 1_000_000;

        assertThat(Long.parseLong(line().replaceFirst(".* ms=([0-9]+) .*", "$1")))
                .isBetween(20L, waited);
    }

    @Test
    void longPathAndMethod_areCut() throws IOException {
        server.raw("X".repeat(100_000) + " /" + "y".repeat(100_000) + " HTTP/1.1", "Host: x", "Connection: close");

        assertThat(line().length()).isLessThan(1000);
    }

    /** The other tests leave this log out, and the binding to SLF4J has no way to change that but this one. */
    private static void level(int level) throws ReflectiveOperationException {
        Logger logger = LoggerFactory.getLogger("io.github.vpcep.sandbox.requests");
        Field field = logger.getClass().getDeclaredField("currentLogLevel");
        field.setAccessible(true);
        field.setInt(logger, level);
    }

    private String line() {
        assertThat(lines()).hasSize(1);
        return lines().get(0);
    }

    private List<String> lines() {
        return log.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.contains("io.github.vpcep.sandbox.requests"))
                .toList();
    }
}
