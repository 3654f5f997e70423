package io.github.vpcep.runtime.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.Ended;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.TooLong;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Response;

/** What a caller gets for each way in which a call may end. */
class OutcomeTest {
    private static final Operation REMOVE =
            Operation.of("Remove", "DELETE", "/a").withoutAnswer().doneWhen("Gone.1");

    private final Request request = new Request.Builder().url("https://h/a?q=1").build();
    private boolean closed;
    private final CallContext context = new CallContext(
            () -> closed, CallSettings.of(Shelf.options(RetryPolicy.none())), null, new FakeTime().timing());

    private Outcome outcome(Operation operation) {
        return new Outcome(operation, Shelf.CONTRACT, request, context);
    }

    private String message(Throwable failure) {
        RuntimeException thrown = outcome(Shelf.LIST).failure(failure);
        assertThat(thrown).isInstanceOf(VpcepTransportException.class).hasCause(failure);
        return String.valueOf(thrown.getMessage());
    }

    /** An answer whose head has arrived. */
    private okhttp3.Response arrived(int status, String... headers) {
        okhttp3.Response answer = new okhttp3.Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(Headers.of(headers))
                .build();
        context.head().arrived(answer);
        return answer;
    }

    private <T> Response<T> refusal(String body) {
        return Response.error(ResponseBody.create(body, null), arrived(409));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("h"), "the host name is not known"),
                Arguments.of(new ConnectException("h"), "the connection was refused"),
                Arguments.of(new SocketTimeoutException("timeout"), "timed out, by connectTimeout or readTimeout"),
                Arguments.of(Ended.late(), "timed out, by callTimeout"),
                Arguments.of(new TooLong(7), "the answer is longer than 7 bytes, the limit that answerLimit(…) sets"),
                Arguments.of(new SSLException("s"), "TLS failed"),
                Arguments.of(new EOFException("e"), "the answer ended too early or is not HTTP"),
                Arguments.of(new ProtocolException("p"), "the answer ended too early or is not HTTP"),
                Arguments.of(Ended.cancelled(), "the call was cancelled"),
                Arguments.of(new IOException("reset"), "the connection broke"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_ofEachKind_isSaidInWords(IOException failure, String words) {
        context.startTry();
        assertThat(message(failure))
                .isEqualTo("ListBooks got no usable answer: " + words + " [GET https://h:443, " + failure + "]");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    static Stream<Exception> interruptions() {
        return Stream.of(new InterruptedException("i"), new InterruptedIOException("interrupted"));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void interruption_isSaid_andLeavesTheThreadInterrupted(Exception failure) {
        String message = message(failure);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(message).contains(": the thread was interrupted [GET");
    }

    @Test
    void failure_ofALongWay_tellsAllOfIt() {
        context.startTry();
        context.startTry();
        context.waitFor("a token");
        arrived(503, "X-Request-Id", "r-1");
        assertThat(message(new IOException("reset")))
                .isEqualTo(
                        "ListBooks got no usable answer: the connection broke, while it waited for a token, after HTTP"
                                + " 503 had arrived, in try 2 [GET https://h:443, java.io.IOException: reset] (request id r-1)");
        closed = true;
        assertThat(message(Ended.cancelled())).contains(": the client was closed meanwhile, while it waited");
    }

    @Test
    void failure_thatRepeatsASecret_isShownWithoutIt() {
        context.sends(Headers.of("X-Auth-Token", "s3cret"));
        arrived(200, "X-Request-Id", "r-s3cret", "X-Echo", "s3cret");
        for (Throwable failure : List.of(
                new IOException("of s3cret"),
                new Exception(new IOException("of s3cret")),
                new JsonReading.Unreadable("s3cret", new IOException("of s3cret")))) {
            RuntimeException shown = outcome(Shelf.LIST).failure(failure);
            assertThat(shown).hasRootCauseMessage("java.io.IOException: of ***");
            for (Throwable each = shown; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("s3cret");
            }
        }
    }

    @Test
    void body_thatIsNotUnderstood_isKeptWithItsHead_withoutSecrets() {
        context.sends(Headers.of("X-Auth-Token", "s3cret"));
        arrived(203, "X-Request-Id", "r-s3cret", "X-Echo", "s3cret", "X-Plain", "plain");
        JsonMappingException cause = new JsonMappingException(null, "bad s3cret");
        cause.prependPath(Object.class, "f-s3cret");
        assertThat(outcome(Shelf.LIST).failure(new JsonReading.Unreadable("{\"a\":\"s3cret\"}", cause)))
                .isInstanceOfSatisfying(VpcepDecodeException.class, e -> {
                    assertThat(e.field()).isEqualTo("f-***");
                    assertThat(e.status()).isEqualTo(203);
                    assertThat(e.requestId()).isEqualTo("r-***");
                    assertThat(e.rawBody()).isEqualTo("{\"a\":\"***\"}");
                    assertThat(e.headers())
                            .containsEntry("X-Echo", List.of("***"))
                            .containsEntry("X-Plain", List.of("plain"));
                    assertThat(e.getMessage())
                            .startsWith("ListBooks was answered with HTTP 203, but the body cannot be read at f-***:"
                                    + " bad *** (request id r-***)");
                });
    }

    @Test
    void whatIsNoIoError_isPassedOn() {
        IllegalStateException programming = new IllegalStateException("a");
        assertThat(outcome(Shelf.LIST).failure(programming)).isSameAs(programming);
        assertThat(outcome(Shelf.LIST).failure(new Thrown(programming))).isSameAs(programming);
        AssertionError error = new AssertionError("b");
        assertThatThrownBy(() -> outcome(Shelf.LIST).failure(error)).isSameAs(error);
        assertThatThrownBy(() -> outcome(Shelf.LIST).failure(new Thrown(error))).isSameAs(error);
        Exception checked = new Exception("c");
        assertThat(outcome(Shelf.LIST).failure(checked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ListBooks failed inside the client")
                .hasCause(checked);
    }

    @Test
    void answer_isTheBody_orWhyThereIsNone() {
        assertThat(outcome(Shelf.LIST).result(Response.success("b", arrived(200))))
                .isEqualTo("b");
        assertThatThrownBy(() -> outcome(Shelf.LIST).result(Response.success(null, arrived(204))))
                .isInstanceOf(VpcepDecodeException.class)
                .hasMessageEndingWith("HTTP 204, but the body cannot be read at $: the body is empty");
        assertThat(outcome(REMOVE).<@Nullable Void>result(Response.success(null, arrived(204))))
                .isNull();
        ConflictException refused = catchThrowableOfType(
                ConflictException.class, () -> outcome(REMOVE).result(refusal("{\"error_code\":\"X.1\"}")));
        assertThat(refused.code()).isEqualTo("X.1");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void refusal_whenATryBeforeHasDoneIt_isNone_exceptWhereAnAnswerIsWanted() {
        context.doneBefore();
        assertThat(outcome(REMOVE).<@Nullable Void>result(refusal(""))).isNull();
        assertThatThrownBy(() -> outcome(Shelf.LIST).result(refusal(""))).isInstanceOf(ConflictException.class);
        assertThat(outcome(Shelf.LIST).result(Response.success("b", arrived(200))))
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "gone.1,true,false,true,false",
        "NOT_FOUND,true,false,false,true",
        "CONFLICT,false,false,false,false",
        "unknown,false,false,false,false",
        ",false,false,false,false"
    })
    void refusal_saysThatNothingIsLeftToDo_byItsCode(
            @Nullable String code, boolean ofARemoval, boolean ofAList, boolean ofAChange, boolean isAbsence) {
        RawAnswer answer = RawAnswer.of("A", 404, "");
        NotFoundException refused = new NotFoundException(answer, code, null);
        Operation change = Operation.of("Change", "PUT", "/a").withoutAnswer().doneWhen("Gone.1");
        assertThat(outcome(REMOVE).isDone(refused)).isEqualTo(ofARemoval);
        assertThat(outcome(Shelf.LIST).isDone(refused)).isEqualTo(ofAList);
        assertThat(outcome(change).isDone(refused)).isEqualTo(ofAChange);
        assertThat(ServiceErrors.isAbsence(Shelf.CONTRACT, refused)).isEqualTo(isAbsence);
        assertThat(ServiceErrors.isAbsence(Shelf.CONTRACT, new ConflictException(answer, code, null)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"c\"},\"error_code\":\"x\"}|c",
                "{\"error_code\":7}|7",
                "{\"error_code\":{}}|",
                "{\"error_code\":[1]}|",
                "{\"error_code\":null}|",
                "{\"error_code\":\" \"}|",
                "<html>|"
            })
    void code_isThatOfTheServiceOrOfTheGateway(String body, @Nullable String code) {
        assertThat(ServiceErrors.code(Shelf.CONTRACT.json(), body)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"head,'\"body\"',head", ",'\"body\"',body", ",7,", ",null,"})
    void requestId_isThatOfTheHead_elseTheTextInTheBody(
            @Nullable String head, String inBody, @Nullable String requestId) {
        RawAnswer answer =
                RawAnswer.of("A", 400, "{\"request_id\":" + inBody + "}").withRequestId(head);
        assertThat(ServiceErrors.from(Shelf.CONTRACT, answer).requestId()).isEqualTo(requestId);
    }
}
