package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

/** The lines of the log by themselves. */
class CallLogTest {
    private static final MediaType TEXT = MediaType.get("text/plain");

    private final CallLog log = new CallLog();
    private final Redactor redactor = new Redactor();
    private final int before = SuiteLog.lines().size();

    private static Request request(@Nullable RequestBody body) {
        return new Request.Builder()
                .url("http://localhost/of-s3cret")
                .method(body == null ? "GET" : "POST", body)
                .build();
    }

    private static Response answer(String body, String... headers) {
        return new Response.Builder()
                .request(request(null))
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .headers(Headers.of(headers))
                .body(ResponseBody.create(body, null))
                .build();
    }

    private String traced() {
        List<String> lines = SuiteLog.since(before, Level.TRACE);
        return lines.get(lines.size() - 1);
    }

    @Test
    void try_isToldWithoutSecretsAndOnOneLine() {
        CallContext context = new CallContext(
                () -> false, CallSettings.of(Shelf.options(RetryPolicy.none())), null, new FakeTime().timing());
        context.sends(Headers.of("X-Auth-Token", "s3cret"));
        context.head().arrived(answer("", "X-Request-Id", "r-s3cret\tb"));
        context.startTry();
        context.head().arrived(answer("", "X-Request-Id", "r-s3cret\tb"));
        log.tried(
                Shelf.LIST,
                request(null),
                context,
                3,
                Duration.ofMillis(7),
                new IOException("s3cret\nERROR"),
                Duration.ofMillis(8));
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .containsExactly("ListBooks GET /of-***, try 1 of 3: HTTP 200, then java.io.IOException: *** ERROR"
                        + " in 7 ms, request id r-*** b, next try in 8 ms");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "16384", "16385", "20000"})
    void body_isToldUpToItsLimit(int length) {
        String body = "x".repeat(length);
        String told = " " + (length > 16_384 ? body.substring(0, 16_384) + "…" : body);
        log.sends(Shelf.ADD, request(new OneShotBody(body.getBytes(StandardCharsets.UTF_8), TEXT)), redactor);
        assertThat(traced()).isEqualTo("AddBook sends {}" + told);
        try (Response answer = answer(body)) {
            log.received(Shelf.ADD, answer, true, redactor);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(traced()).isEqualTo("AddBook received {}" + told);
    }

    @Test
    void body_isToldWithoutSecretsAndOnOneLine() throws IOException {
        redactor.learn("s3cret");
        log.sends(Shelf.ADD, request(new OneShotBody("a\ns3cret".getBytes(StandardCharsets.UTF_8), TEXT)), redactor);
        assertThat(traced()).isEqualTo("AddBook sends {} a ***");
        log.received(Shelf.ADD, answer("s3cret\rb", "X-Echo", "s3cret"), true, redactor);
        assertThat(traced()).isEqualTo("AddBook received {X-Echo: ***} *** b");
    }

    @Test
    void body_thatIsNotInMemory_isNotTold() throws IOException {
        log.sends(Shelf.ADD, request(RequestBody.create("s3cret", TEXT)), redactor);
        assertThat(traced()).startsWith("AddBook sends {} a body of text/plain");
        log.sends(Shelf.LIST, request(null), redactor);
        assertThat(traced()).isEqualTo("ListBooks sends {} no body");
        log.received(Shelf.LIST, answer("s3cret"), false, redactor);
        assertThat(traced()).isEqualTo("ListBooks received {} a body that is not logged");
    }
}
