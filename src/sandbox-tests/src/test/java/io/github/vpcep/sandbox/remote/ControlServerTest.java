package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.http.HttpServer;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The control API over HTTP, without a sandbox. */
class ControlServerTest {
    private final SteeredWorld world = new SteeredWorld();
    private final ControlServer control = new ControlServer(world.steered, null);
    private final HttpServer server =
            HttpServer.start("127.0.0.1", 0, null, control, Limits.standard(), Clock.systemUTC());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        control.close();
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_sandbox" + path))
                .timeout(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertError(HttpResponse<String> answer, int status, String code, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"code\":\"Sandbox." + code + "\",\"message\":\"" + said + "\"}}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new IllegalArgumentException("what was said"), 400, "BadRequest", "what was said"),
                Arguments.of(new NoSuchElementException("what was said"), 404, "NotFound", "what was said"),
                Arguments.of(
                        new StoreUnavailableException("secret"),
                        503,
                        "StateAway",
                        "The state cannot be reached for the moment."),
                Arguments.of(
                        new IllegalStateException("secret"), 500, "Failed", "The sandbox failed; its log says why."),
                Arguments.of(new StackOverflowError("secret"), 500, "Failed", "The sandbox failed; its log says why."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isToldByItsCode(Throwable failure, int status, String code, String said) throws Exception {
        world.reset = () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };

        HttpResponse<String> answer = send(
                request("/reset").header("Content-Type", "application/json").POST(BodyPublishers.noBody()));

        assertError(answer, status, code, said);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.headers().firstValue("Retry-After").orElse("none")).isEqualTo(status == 503 ? "1" : "none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /clock | Accept | text/html | 406 | NotAcceptable | The answer is application/json.",
                "POST | /clock/advance | Content-Encoding | gzip | 415 | JsonOnly | Encoding unsupported at Content-Encoding: allowed is no encoding (AdvanceClock).",
                "DELETE | /clock | X-None | none | 405 | MethodNotAllowed | The path has the methods GET.",
                "DELETE | /docs | X-None | none | 405 | MethodNotAllowed | The path has the methods GET.",
                "DELETE | /requests/stream | X-None | none | 405 | MethodNotAllowed | The path has the methods GET.",
                "GET | /requests/nth?n=x | X-None | none | 400 | BadRequest | Parameter invalid at n: allowed is a whole number (AwaitRequest).",
                "GET | /requests/stream?after=x | X-None | none | 400 | BadRequest | The query may be after=NUMBER, and nothing else.",
                "GET | /requests/stream?after=1&x=2 | X-None | none | 400 | BadRequest | The query may be after=NUMBER, and nothing else.",
                "GET | /requests/stream?after=1234567890123456789 | X-None | none | 400 | BadRequest | The query may be after=NUMBER, and nothing else.",
                "GET | /nowhere | X-None | none | 404 | NotFound | There is no such path; /_sandbox/docs shows all.",
            })
    void whatIsNotAllowed_isRefused(
            String method, String path, String header, String value, int status, String code, String said)
            throws Exception {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : "")));

        assertError(answer, status, code, said);
        assertThat(answer.headers().firstValue("Allow").orElse("none")).isEqualTo(status == 405 ? "GET" : "none");
    }

    @Test
    void answerWithoutABody_hasNoType() throws Exception {
        world.add("ListEndpoints", 200, "p1");

        HttpResponse<String> answer = send(request("/requests").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        assertThat(world.journal.requests(each -> true)).isEmpty();
    }

    @Test
    void bodyThatIsTooLarge_isRefused() throws Exception {
        HttpRequest.Builder seed = request("/seed").header("Content-Type", "application/json");

        assertError(
                send(seed.POST(BodyPublishers.ofString(" ".repeat(Limits.BODY + 1)))),
                413,
                "TooLarge",
                "The body is too large.");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html;charset=utf-8, <title>Control API of the sandbox</title>",
        "/console, text/html;charset=utf-8, <script>",
        "/console/calls, application/json, '{'",
        "/openapi.yaml, application/yaml, 'openapi: '",
        "/openapi.json, application/json, '\"openapi\"'"
    })
    void page_isSentInItsType(String path, String type, String part) throws Exception {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).contains(part);
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    /** A wait that has a place lasts longer than any test, so that the first answer is that of one too many. */
    @Test
    void noMoreThan64CallsWait_andTheyEndWithTheServer() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                        () -> request("/requests/nth?timeout=PT1M"))
                .limit(65)
                .map(each -> http.sendAsync(each.build(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("vpcep-sandbox-wait"))
                .toList();
        assertThat(threads).hasSizeGreaterThanOrEqualTo(64).allMatch(Thread::isDaemon);

        control.close();

        List<HttpResponse<String>> answers =
                waiting.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .filteredOn(each -> each.statusCode() == 429)
                .singleElement()
                .satisfies(
                        each -> assertError(each, 429, "TooManyWaits", "No more than 64 calls wait at the same time."));
        assertThat(answers)
                .filteredOn(each -> each.statusCode() != 429)
                .allSatisfy(each -> assertError(each, 409, "TimeUp", "The sandbox ends."));
    }
}
