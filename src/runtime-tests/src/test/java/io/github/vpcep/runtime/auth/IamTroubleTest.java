package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No token: the call is not sent, and says why, and never with what. */
@Timeout(30)
class IamTroubleTest {
    private static final String PASSWORD = "p\"s3cret\\ä";

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @AfterEach
    void nothingWasSent() {
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    private <E extends VpcepException> E failure(Class<E> type, String iamUrl) {
        try (Engine engine = cloud.builder(
                        Credentials.password("u", PASSWORD, "d", "cn-north-4").iamEndpoint(iamUrl))
                .readTimeout(Duration.ofMillis(300))
                .build()) {
            E e = catchThrowableOfType(type, () -> Cloud.read(engine, "x"));
            assertThat(e).isExactlyInstanceOf(type);
            assertThat(e.operation()).startsWith("IAM POST " + iamUrl).endsWith("/v3/auth/tokens");
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("s3cret");
            return e;
        }
    }

    private <E extends VpcepException> E failure(Class<E> type, MockResponse answer) {
        Cloud.answer(cloud.iam(), request -> answer);
        return failure(type, cloud.iamUrl());
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "409"})
    void call_whenIamRefuses_tellsIamsWords(int status) {
        AuthenticationFailedException e = failure(
                AuthenticationFailedException.class,
                Cloud.json(
                        status,
                        "{\"error\":{\"code\":" + status
                                + ",\"message\":\"The username or password is wrong.\",\"title\":\"Unauthorized\"}}"));
        assertThat(e)
                .hasMessage("IAM POST " + cloud.iamUrl() + "v3/auth/tokens failed with HTTP " + status + " " + status
                        + ": The username or password is wrong. (request id r-77)");
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.code()).isEqualTo(String.valueOf(status));
    }

    @Test
    void call_whenIamsGatewayRefuses_tellsItsWords() {
        AuthenticationFailedException e = failure(
                AuthenticationFailedException.class,
                Cloud.json(403, "{\"error_code\":\"IAM.0003\",\"error_msg\":\"Policy doesn't allow.\"}"));
        assertThat(e.code()).isEqualTo("IAM.0003");
        assertThat(e.serverMessage()).isEqualTo("Policy doesn't allow.");
    }

    @Test
    void call_whenIamIsBusyOrBroken_saysSo() {
        failure(ThrottledException.class, Cloud.json(429, "{}"));
        failure(ServerFailureException.class, Cloud.json(500, "{}"));
        assertThat(failure(ServerFailureException.class, Cloud.json(504, "<html>Gateway Timeout</html>")))
                .hasMessageContaining("<html>Gateway Timeout</html>");
        failure(VpcepServiceException.class, Cloud.json(302, ""));
    }

    static Stream<Arguments> unusable() {
        String good = "{\"token\":{\"expires_at\":\"2026-01-31T08:00:00Z\"}}";
        return Stream.of(
                Arguments.of(null, good, "the header X-Subject-Token: it is missing or blank"),
                Arguments.of("", good, "the header X-Subject-Token: it is missing or blank"),
                Arguments.of("t0ken", "{}", "token.expires_at: it is missing or not text"),
                Arguments.of("t0ken", "{\"echo\":\"t0ken\"}", "the body starts with: {\"echo\":\"***\"}"),
                Arguments.of("t0ken", "", "token.expires_at: it is missing or not text"),
                Arguments.of("t0ken", "<html>", "token.expires_at: it is missing or not text"),
                Arguments.of("t0ken", "{\"token\":{\"expires_at\":7}}", "token.expires_at: it is missing or not text"),
                Arguments.of(
                        "t0ken",
                        "{\"token\":{\"expires_at\":\"tomorrow\"}}",
                        "token.expires_at: it is not a time such as 2026-01-31T08:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void call_whenIamsAnswerIsUnusable_namesTheField(@Nullable String token, String body, String reason) {
        MockResponse answer = Cloud.json(201, body);
        VpcepDecodeException e = failure(
                VpcepDecodeException.class,
                token == null
                        ? answer
                        : answer.newBuilder()
                                .setHeader("X-Subject-Token", token)
                                .build());
        assertThat(e).hasMessageContaining(reason).hasMessageNotContaining("t0ken");
    }

    @Test
    void call_whenNothingListens_saysThatIamWasNotReached() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(failure(VpcepTransportException.class, "http://127.0.0.1:" + port))
                .hasMessageContaining("v3/auth/tokens got no usable answer: IAM was not reached")
                .hasMessageContaining("http://127.0.0.1:" + port)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void call_whenIamIsSilent_endsByTheClientsTimeout() {
        failure(
                VpcepTransportException.class,
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
    }

    @Test
    void call_whenIamHangsUp_saysThatItDidNotAnswer() {
        failure(
                VpcepTransportException.class,
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    /** A proxy's error page may show the whole request. */
    @ParameterizedTest
    @CsvSource({"400", "500", "201"})
    void call_whenTheAnswerRepeatsTheRequest_doesNot(int status) {
        Cloud.answer(
                cloud.iam(),
                request -> Cloud.json(
                        status,
                        PASSWORD + " <pre>"
                                + (request.getBody() == null
                                        ? ""
                                        : request.getBody().utf8()) + "</pre>"));
        Class<? extends VpcepException> type = switch (status) {
            case 400 -> AuthenticationFailedException.class;
            case 500 -> ServerFailureException.class;
            default -> VpcepDecodeException.class;
        };
        VpcepException e = failure(type, cloud.iamUrl());
        String body =
                e instanceof VpcepServiceException service ? service.rawBody() : ((VpcepDecodeException) e).rawBody();
        assertThat(body).startsWith("*** <pre>{").contains("\"***\"").doesNotContain("s3cret");
    }

    @Test
    void call_whenTheTokenCannotBeAHeader_refusesWithoutRepeatingIt() {
        Cloud.answer(
                cloud.iam(),
                request -> Cloud.token("t", "2999-01-01T00:00:00Z")
                        .newBuilder()
                        .removeHeader("X-Subject-Token")
                        .addHeaderLenient("X-Subject-Token", "t0kén")
                        .build());
        try (Engine engine = cloud.builder(
                        Credentials.password("u", PASSWORD, "d", "cn-north-4").iamEndpoint(cloud.iamUrl()))
                .build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("X-Auth-Token")
                    .hasMessageNotContaining("t0k");
        }
    }
}
