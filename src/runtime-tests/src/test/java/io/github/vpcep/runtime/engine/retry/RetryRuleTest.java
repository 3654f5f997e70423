package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.RetryAdvice;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.Ended;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.TooLong;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each failure and each answer allows. */
class RetryRuleTest {
    private final RetryRule rule = new RetryRule(Shelf.CONTRACT);

    private static IOException handshake(Throwable cause) {
        IOException failure = new SSLHandshakeException("h");
        failure.initCause(cause);
        return failure;
    }

    /** What is the same each time, and what passes. */
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Thrown(new ConnectException("thrown by credentials")), false),
                Arguments.of(Ended.late(), false),
                Arguments.of(Ended.interrupted(new InterruptedException()), false),
                Arguments.of(new SSLPeerUnverifiedException("p"), false),
                Arguments.of(new TooLong(1), false),
                Arguments.of(new UnknownServiceException("clear text"), false),
                Arguments.of(handshake(new CertificateException("c")), false),
                Arguments.of(handshake(new IOException(new RuntimeException(new CertificateException("c")))), false),
                Arguments.of(handshake(new EOFException()), true),
                Arguments.of(new SSLHandshakeException("hung up"), true),
                Arguments.of(new SSLException("s", new CertificateException("amid the answer")), true),
                Arguments.of(new SocketTimeoutException("t"), true),
                Arguments.of(new ConnectException("c"), true),
                Arguments.of(new EOFException("e"), true));
    }

    private static CallContext context(boolean isReached, int status) {
        CallContext context = new CallContext(
                () -> false, CallSettings.of(Shelf.options(RetryPolicy.standard())), null, new FakeTime().timing());
        context.startTry();
        if (isReached) {
            context.reach();
        }
        if (status > 0) {
            context.head().arrived(response(status, ""));
        }
        return context;
    }

    private static Response response(int status, String body) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://localhost").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_thatPasses_allowsAnotherTry_ofAnyRequestThatTheServerCannotHaveActedOn(
            IOException failure, boolean isPassing) {
        assertThat(rule.advice(context(false, 0), failure))
                .isEqualTo(isPassing ? RetryAdvice.ALWAYS : RetryAdvice.NEVER);
        assertThat(rule.advice(context(true, 0), failure))
                .isEqualTo(isPassing ? RetryAdvice.IDEMPOTENT : RetryAdvice.NEVER);
        assertThat(rule.advice(context(true, 429), failure))
                .isEqualTo(isPassing ? RetryAdvice.ALWAYS : RetryAdvice.NEVER);
        assertThat(rule.advice(context(true, 200), failure))
                .isEqualTo(isPassing ? RetryAdvice.IDEMPOTENT : RetryAdvice.NEVER);
    }

    @Test
    void whatACallThrew_isPassing_whenAskingAgainMayCureIt() {
        RawAnswer answer = RawAnswer.of("ListBooks", 400, "");
        Map<Throwable, Boolean> all = Map.of(
                new ThrottledException(answer, null, null), true,
                new ServerFailureException(answer, null, null), true,
                new NotFoundException(answer, null, null), false,
                new VpcepTransportException("A", "a", null, new EOFException()), true,
                new VpcepTransportException("A", "a", null, new TooLong(1)), false,
                new VpcepTransportException("A", "a", null, handshake(new CertificateException())), false,
                new IllegalStateException(), false);
        all.forEach((thrown, isPassing) ->
                assertThat(RetryRule.isPassing(thrown)).as("%s", thrown).isEqualTo(isPassing));
    }

    @ParameterizedTest
    @CsvSource({
        "200,Shelf.0022,NEVER",
        "400,Shelf.0022,ALWAYS",
        "503,Shelf.0011,NEVER",
        "400,shelf.0001,IDEMPOTENT",
        "400,Never.Seen,NEVER",
        "429,Never.Seen,ALWAYS",
        "502,Never.Seen,IDEMPOTENT",
        "503,Never.Seen,IDEMPOTENT",
        "504,Never.Seen,IDEMPOTENT",
        "500,Never.Seen,NEVER"
    })
    void answer_goesByItsCodeFirst_andByItsStatusElse(int status, String code, RetryAdvice advice) throws IOException {
        assertThat(rule.advice(response(status, error(code)))).isEqualTo(advice);
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\"}}";
    }

    /** A longer one is not from the API. */
    @ParameterizedTest
    @CsvSource({"0,NEVER", "1,IDEMPOTENT"})
    void answer_isReadForItsCode_upToAMebibyte(int more, RetryAdvice advice) throws IOException {
        String body = error("Shelf.0011");
        String padded = " ".repeat((1 << 20) - body.length() + more) + body;
        assertThat(rule.advice(response(503, padded))).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,false,404,NOT_FOUND,true",
        "DELETE,false,200,NOT_FOUND,false",
        "DELETE,false,404,'',false",
        "DELETE,false,404,CONFLICT,false",
        "DELETE,true,404,NOT_FOUND,false",
        "PUT,false,404,NOT_FOUND,false",
        "PUT,false,409,Shelf.9,true",
        "PUT,true,409,shelf.9,true"
    })
    void refusal_saysThatItIsDoneBefore_byTheContractsWordOnly(
            String method, boolean isAnswered, int status, String code, boolean isDone) throws IOException {
        Operation operation = Operation.of("DoIt", method, "/a").doneWhen("Shelf.9");
        assertThat(rule.isDoneBefore(isAnswered ? operation : operation.withoutAnswer(), response(status, error(code))))
                .isEqualTo(isDone);
    }
}
