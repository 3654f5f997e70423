package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.QuotaExceededException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an error answer becomes, and what it keeps. */
class ServiceErrorTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private VpcepServiceException failure(Face face, int status, String body) {
        shelf.answers(status, body);
        return failure(face);
    }

    private VpcepServiceException failure(Face face) {
        return catchThrowableOfType(
                VpcepServiceException.class, () -> face.send(shelf.client().list()));
    }

    @ParameterizedTest
    @EnumSource
    void call_whenServiceRefuses_keepsAllItSaid(Face face) {
        String body = "{\"error\":{\"code\":\"Shelf.1018\",\"message\":\"Quota exceeded.\"}}";
        VpcepServiceException e = failure(face, 400, body);
        assertThat(e).isInstanceOf(QuotaExceededException.class);
        assertThat(e).hasMessage("ListBooks failed with HTTP 400 Shelf.1018: Quota exceeded. (request id r-77)");
        assertThat(e.operation()).isEqualTo("ListBooks");
        assertThat(e.status()).isEqualTo(400);
        assertThat(e.code()).isEqualTo("Shelf.1018");
        assertThat(e.serverMessage()).isEqualTo("Quota exceeded.");
        assertThat(e.requestId()).isEqualTo("r-77");
        assertThat(e.rawBody()).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource
    void call_whenGatewayRefuses_readsItsShape(Face face) {
        VpcepServiceException e = failure(face, 429, "{\"error_code\":\"GW.0308\",\"error_msg\":\"Slow down\"}");
        assertThat(e).isInstanceOf(ThrottledException.class);
        assertThat(e).hasMessage("ListBooks failed with HTTP 429 GW.0308: Slow down (request id r-77)");
        assertThat(e.code()).isEqualTo("GW.0308");
        assertThat(e.serverMessage()).isEqualTo("Slow down");
    }

    @Test
    void call_whenOnlyTheBodyHasARequestId_takesIt() {
        String body = "{\"error_code\":\"GW.0301\",\"error_msg\":\"No\",\"request_id\":\"r-in-body\"}";
        shelf.server().enqueue(new MockResponse.Builder().code(401).body(body).build());
        VpcepServiceException e = failure(Face.SYNC);
        assertThat(e).isInstanceOf(AuthenticationFailedException.class);
        assertThat(e.requestId()).isEqualTo("r-in-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Application/JSON",
                "application/problem+json",
                "text/html; charset=utf-8",
                "nonsense",
                "application/json;charset=GBK"
            })
    void call_whenContentTypeIsOdd_readsTheErrorByWhatItIs(String contentType) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(400)
                        .setHeader("Content-Type", contentType)
                        .setHeader("x-request-id", "r-78")
                        .body("{\"error\":{\"code\":\"Shelf.1018\",\"message\":\"m\"}}")
                        .build());
        VpcepServiceException e = failure(Face.SYNC);
        assertThat(e).isInstanceOf(QuotaExceededException.class);
        assertThat(e.requestId()).isEqualTo("r-78");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenAnErrorHasNoBodyAtAll_keepsTheRequestId(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(404)
                        .setHeader("X-REQUEST-ID", "r-79")
                        .build());
        VpcepServiceException e = failure(face);
        assertThat(e).isInstanceOf(NotFoundException.class);
        assertThat(e).hasMessage("ListBooks failed with HTTP 404 (request id r-79)");
        assertThat(e.requestId()).isEqualTo("r-79");
        assertThat(e.rawBody()).isEmpty();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(ErrorKind.NOT_FOUND, NotFoundException.class),
                Arguments.of(ErrorKind.PERMISSION_DENIED, PermissionDeniedException.class),
                Arguments.of(ErrorKind.AUTHENTICATION_FAILED, AuthenticationFailedException.class),
                Arguments.of(ErrorKind.INVALID_REQUEST, InvalidRequestException.class),
                Arguments.of(ErrorKind.QUOTA_EXCEEDED, QuotaExceededException.class),
                Arguments.of(ErrorKind.CONFLICT, ConflictException.class),
                Arguments.of(ErrorKind.THROTTLED, ThrottledException.class),
                Arguments.of(ErrorKind.SERVER_FAILURE, ServerFailureException.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void call_whenCodeIsKnown_throwsByItsKind(ErrorKind kind, Class<? extends VpcepServiceException> type) {
        assertThat(failure(Face.SYNC, 400, "{\"error\":{\"code\":\"" + kind + "\",\"message\":\"m\"}}"))
                .isExactlyInstanceOf(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shelf.0022", "shelf.0022", "SHELF.0022"})
    void call_whenCodeIsKnown_goesByItNotByStatus(String code) {
        VpcepServiceException e = failure(Face.SYNC, 400, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}");
        assertThat(e).isInstanceOf(ThrottledException.class);
        assertThat(e.code()).isEqualTo(code);
    }

    @Test
    void call_whenA504IsTheSendersFault_throwsInvalidRequest() {
        assertThat(failure(Face.SYNC, 504, "{\"error\":{\"code\":\"Shelf.0011\",\"message\":\"body is null\"}}"))
                .isInstanceOf(InvalidRequestException.class);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(300, VpcepServiceException.class),
                Arguments.of(304, VpcepServiceException.class),
                Arguments.of(400, InvalidRequestException.class),
                Arguments.of(401, AuthenticationFailedException.class),
                Arguments.of(403, PermissionDeniedException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(405, InvalidRequestException.class),
                Arguments.of(408, InvalidRequestException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(429, ThrottledException.class),
                Arguments.of(499, InvalidRequestException.class),
                Arguments.of(500, ServerFailureException.class),
                Arguments.of(503, ServerFailureException.class),
                Arguments.of(599, ServerFailureException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void call_whenCodeIsUnknown_throwsByStatus(int status, Class<? extends VpcepServiceException> type) {
        String body = status == 304 ? "" : "{\"error\":{\"code\":\"Never.Seen\",\"message\":\"m\"}}";
        assertThat(failure(Face.SYNC, status, body)).isExactlyInstanceOf(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "{}",
                "7",
                "\"text\"",
                "<html><body>Bad Gateway</body></html>",
                "{\"error\":{\"code\":\"Shelf.10",
                "{\"error\":null}",
                "{\"error\":\"text\"}",
                "{\"error\":[{\"code\":\"Shelf.1018\"}]}",
                "{\"error\":{\"code\":null,\"message\":{}}}",
                "{\"error_code\":\"\",\"error_msg\":\" \"}"
            })
    void call_whenErrorBodyTellsNothing_throwsByStatusAndKeepsIt(String body) {
        VpcepServiceException e = failure(Face.SYNC, 502, body);
        assertThat(e).isInstanceOf(ServerFailureException.class);
        assertThat(e.code()).isNull();
        assertThat(e.serverMessage()).isNull();
        assertThat(e.requestId()).isEqualTo("r-77");
        assertThat(e.rawBody()).isEqualTo(body);
        assertThat(e).hasMessageStartingWith("ListBooks failed with HTTP 502").hasMessageContaining(body.strip());
    }

    @Test
    void call_whenCodeIsANumber_keepsItAsText() {
        VpcepServiceException e = failure(Face.SYNC, 401, "{\"error\":{\"code\":401,\"message\":\"Who?\"}}");
        assertThat(e).isInstanceOf(AuthenticationFailedException.class);
        assertThat(e.code()).isEqualTo("401");
    }

    @Test
    void call_whenErrorBodyIsHuge_keepsItButShowsItsStart() {
        String body = "<html>\r\n\t<p>" + "x".repeat(1_000_000);
        VpcepServiceException e = failure(Face.SYNC, 500, body);
        assertThat(e.rawBody()).isEqualTo(body);
        assertThat(e.getMessage())
                .startsWith("ListBooks failed with HTTP 500: <html> <p>xxx")
                .endsWith("xxx… (1000012 characters) (request id r-77)")
                .hasSizeLessThan(300);
    }

    @Test
    void call_whenServerMessageAndCodeAreHuge_keepsThemButShowsTheirStart() {
        String text = "y".repeat(100_000);
        VpcepServiceException e =
                failure(Face.SYNC, 400, "{\"error\":{\"code\":\"" + text + "\",\"message\":\"" + text + "\"}}");
        assertThat(e.code()).isEqualTo(text);
        assertThat(e.serverMessage()).isEqualTo(text);
        assertThat(e.getMessage()).hasSizeLessThan(8192 + 400).endsWith("yyy… (100000 characters) (request id r-77)");
    }

    @Test
    void call_whenTheServerShowsARequest_showsItWhole() {
        String request = "GET | /v1/p/books/ | " + "q=1&".repeat(1000) + " | host:books | | host | e3b0";
        VpcepServiceException e =
                failure(Face.SYNC, 401, "{\"error\":{\"code\":\"B.1\",\"message\":\"" + request + "\"}}");
        assertThat(e).hasMessageContaining(": " + request + " (request id r-77)");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenServiceRefuses_keepsTheHeaders(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "7")
                        .addHeader("X-Part", "a")
                        .addHeader("X-Part", "b")
                        .build());
        VpcepServiceException e = failure(face);
        assertThat(e.headers().get("retry-AFTER")).containsExactly("7");
        assertThat(e.headers().get("x-part")).containsExactly("a", "b");
        assertThat(e.headers()).isUnmodifiable();
    }

    @ParameterizedTest
    @EnumSource
    void call_whenThrottled_tellsHowLongTheServerAskedToWait(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(429)
                        .addHeader("Date", "Wed, 04 Mar 2026 05:06:02 GMT")
                        .addHeader("Retry-After", "Wed, 04 Mar 2026 05:06:12 GMT")
                        .build());
        shelf.server().enqueue(new MockResponse.Builder().code(429).build());
        assertThat(((ThrottledException) failure(face)).retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(((ThrottledException) failure(face)).retryAfter()).isNull();
    }

    @Test
    void exception_whenItIsSerialized_keepsAll() throws Exception {
        VpcepServiceException thrown = new ThrottledException(
                RawAnswer.of("ListBooks", 429, "{}")
                        .withRequestId("r-1")
                        .withHeaders(Map.of("Retry-After", List.of("3"))),
                "code",
                "message");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read).isInstanceOfSatisfying(ThrottledException.class, e -> {
            assertThat(e).hasMessage(thrown.getMessage());
            assertThat(e.headers().get("retry-after")).containsExactly("3");
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(3));
            assertThat(e.requestId()).isEqualTo("r-1");
        });
    }
}
