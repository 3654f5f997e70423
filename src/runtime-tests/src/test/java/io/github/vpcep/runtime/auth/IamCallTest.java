package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM's refusals mean, and where IAM may be. */
class IamCallTest {
    private static final Map<String, Class<? extends VpcepServiceException>> MEANING = Map.of(
            "throttled", ThrottledException.class,
            "failed", ServerFailureException.class,
            "unknown", AuthenticationFailedException.class,
            "denied", PermissionDeniedException.class,
            "other", VpcepServiceException.class);

    @ParameterizedTest
    @CsvSource({
        "399,other,other",
        "400,unknown,unknown",
        "401,unknown,unknown",
        "403,unknown,denied",
        "404,unknown,unknown",
        "429,throttled,throttled",
        "499,unknown,unknown",
        "500,failed,failed",
        "503,failed,failed"
    })
    void refusal_goesByItsStatus(int status, String meaning, String ofGoodCredentials) {
        RawAnswer answer = RawAnswer.of("A", status, "");
        var body = IamCall.parse("{\"error\":{\"code\":\"c\",\"message\":\"m\"}}");
        Redactor redactor = new Redactor();
        assertThat(IamCall.refusal(answer, body, redactor).getClass()).isEqualTo(MEANING.get(meaning));
        assertThat(IamCall.refusalOrDenial(answer, body, redactor))
                .isInstanceOfSatisfying(VpcepServiceException.class, refusal -> {
                    assertThat(refusal.getClass()).isEqualTo(MEANING.get(ofGoodCredentials));
                    assertThat(refusal.code()).isEqualTo("c");
                    assertThat(refusal.serverMessage()).isEqualTo("m");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"c\",\"message\":\"m\"},\"error_code\":\"x\",\"error_msg\":\"x\"}|c|m",
                "{\"error_code\":\"c\",\"error_msg\":\"m\"}|c|m",
                "{\"error\":{\"code\":401,\"message\":\"bad s3cret\"}}|401|bad ***",
                "{\"error\":{\"code\":null,\"message\":\" \"}}||",
                "{\"error\":{\"code\":{},\"message\":[]}}||",
                "<html>||",
                "``||"
            })
    void refusal_repeatsCodeAndWords_withoutSecrets(String text, @Nullable String code, @Nullable String message) {
        Redactor redactor = new Redactor();
        redactor.learn("s3cret");
        assertThat(IamCall.refusal(RawAnswer.of("A", 401, ""), IamCall.parse(text), redactor))
                .isInstanceOfSatisfying(VpcepServiceException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.serverMessage()).isEqualTo(message);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://iam.example.com",
                "https://me@iam.example.com",
                "https://me:pw@iam.example.com",
                "https://:pw@iam.example.com",
                "https://iam.example.com?a=1",
                "https://iam.example.com#a",
                "iam.example.com"
            })
    void address_thatIsNone_orHoldsALogin_isRefused_andNotRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.of(URI.create(address)))
                .withMessage("iamEndpoint must be an address that starts with http:// or https://, has a"
                        + " host, and has no user information, query or fragment")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.example.com/base",
                "http://localhost:1",
                "http://iam.localhost",
                "http://127.9.9.9",
                "http://[::1]:80"
            })
    void address_ofHttps_orOfThisMachine_isTaken(String address) {
        assertThat(IamAddress.of(URI.create(address)).toString()).startsWith(address.replace(":80", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam.example.com", "128.0.0.1", "127.example.com", "localhost.example.com", "[::2]"})
    void address_ofHttpElsewhere_isRefused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.of(URI.create("http://" + host)))
                .withMessageStartingWith("iamEndpoint is \"http://")
                .withMessageEndingWith("must be https unless it is on this machine: IAM is told secrets");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void address_thatIsNull_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.of(null))
                .withMessage("iamEndpoint must not be null");
    }

    @Test
    void text_thatIsNoAddress_isRefused_andNotRepeated() {
        assertThat(IamAddress.uri("https://iam.example.com")).hasToString("https://iam.example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamAddress.uri("https://me:s3cret@[host"))
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    /** One request that is under way. */
    private record Access(CompletableFuture<String> sent, List<Duration> limits) implements HttpAccess {
        @Override
        public Object client() {
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // all are texts here
        public <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, Reading<T> reading) {
            limits.add(limit);
            return (CompletableFuture<T>) sent;
        }

        @Override
        public <T> T await(CompletableFuture<T> future, String what) {
            return future.join();
        }
    }

    private final Access access = new Access(new CompletableFuture<>(), new ArrayList<>());

    private CompletableFuture<String> sending() {
        Redactor redactor = new Redactor();
        redactor.learn("s3cret");
        Request request =
                new Request.Builder().url("https://iam.example.com/a?b").build();
        return IamCall.send(access, Operation.of("IAM", "GET", "/a"), request, redactor, answer -> "never");
    }

    @Test
    void call_endsAsItsRequest_andHasAMinute() {
        CompletableFuture<String> answered = sending();
        assertThat(access.limits).containsExactly(Duration.ofSeconds(60));
        assertThat(answered).isNotDone();
        access.sent.complete("a");
        assertThat(answered).isCompletedWithValue("a");
    }

    @Test
    void call_thatIsNotAnswered_tellsWhomItAsked_withoutSecrets() {
        CompletableFuture<String> answered = sending();
        access.sent.completeExceptionally(new IOException("of s3cret"));
        assertThatThrownBy(answered::join)
                .cause()
                .isInstanceOf(VpcepTransportException.class)
                .hasMessage("IAM got no usable answer: IAM was not reached, or did not answer"
                        + " [https://iam.example.com:443, java.io.IOException: of ***]")
                .hasRootCauseMessage("java.io.IOException: of ***");
    }

    @Test
    void call_thatFailsOtherwise_failsWithThat() {
        CompletableFuture<String> answered = sending();
        IllegalStateException failure = new IllegalStateException("f");
        access.sent.completeExceptionally(failure);
        assertThatThrownBy(answered::join).cause().isSameAs(failure);
    }

    @Test
    void call_thatIsCancelled_endsItsRequest() {
        CompletableFuture<String> answered = sending();
        answered.completeExceptionally(new IllegalStateException("given up otherwise"));
        assertThat(access.sent).isNotDone();
        sending().cancel(false);
        assertThat(access.sent).isCancelled();
    }

    private static Response answer(String... headers) {
        return new Response.Builder()
                .request(new Request.Builder()
                        .url("https://iam.example.com/a")
                        .header("X-Auth-Token", "s3cret")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(203)
                .message("")
                .headers(Headers.of(headers))
                .build();
    }

    @Test
    void answer_isKeptWithoutTheSecretsOfItsRequest() {
        Response answer = answer("X-Request-Id", "r-s3cret", "X-Echo", "s3cret", "X-Plain", "plain");
        RawAnswer kept =
                IamCall.answer("A", answer, "\u00e9 s3cret".getBytes(StandardCharsets.UTF_8), IamCall.redactor(answer));
        assertThat(kept.operation()).isEqualTo("A");
        assertThat(kept.status()).isEqualTo(203);
        assertThat(kept.body()).isEqualTo("\u00e9 ***");
        assertThat(kept.requestId()).isEqualTo("r-***");
        assertThat(kept.headers()).containsEntry("X-Echo", List.of("***")).containsEntry("X-Plain", List.of("plain"));
        assertThat(IamCall.answer("A", answer(), new byte[0], new Redactor()).requestId())
                .isNull();
    }

    @Test
    void time_isThatOfWhoAnswered_elseThisMachines() {
        TestClock clock = new TestClock();
        assertThat(IamCall.time(answer("Date", "Wed, 04 Mar 2026 05:06:07 GMT"), clock))
                .isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(IamCall.time(answer(), clock)).isEqualTo(clock.instant());
    }

    @Test
    void body_isJson_orNone() {
        assertThat(IamCall.json(Map.of("a", "\u00e9")))
                .isEqualTo("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamCall.json(Map.of("s3cret", new Object())))
                .withMessage("The credentials cannot be written as JSON")
                .withNoCause();
        assertThat(IamCall.parse("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8))
                        .path("a")
                        .asText())
                .isEqualTo("\u00e9");
        assertThat(IamCall.parse("<html>").isMissingNode()).isTrue();
    }
}
