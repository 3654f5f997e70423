package io.github.vpcep.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exceptions say and keep. */
class ExceptionsTest {
    private static Exception reset() {
        return new IOException("reset");
    }

    private static RawAnswer answer(String body, @Nullable String requestId) {
        return RawAnswer.of("ListBooks", 503, body)
                .withHeaders(Map.of("Retry-After", List.of("7", "8"), "Date", List.of("Wed, 04 Mar 2026 05:06:07 GMT")))
                .withRequestId(requestId);
    }

    private static void says(String message, VpcepException exception) {
        assertThat(exception).hasMessage(message);
    }

    @Test
    void exception_saysItOnOneLine() {
        RawAnswer told = answer(" a\r\nbody\n", "r\n1");
        RawAnswer bare = RawAnswer.of("ListBooks", 503, " ");
        says(
                "ListBooks failed with HTTP 503 B 1: no books (request id r 1)",
                new VpcepServiceException(told, "B\n1", "no\nbooks"));
        says("ListBooks failed with HTTP 503: a body (request id r 1)", new VpcepServiceException(told, null, null));
        says("ListBooks failed with HTTP 503", new ServerFailureException(bare, null, null));
        says(
                "ListBooks was answered with HTTP 503, but the body cannot be read at books[0] title:"
                        + " it is null (request id r 1); the body starts with: a body",
                new VpcepDecodeException(told, "books[0]\ntitle", "it is\nnull", reset()));
        says(
                "ListBooks was answered with HTTP 503, but the body cannot be read at the body: it is empty",
                new VpcepDecodeException(bare, "the body", "it is empty", null));
        says(
                "ListBooks got no usable answer: it broke (request id r 1)",
                new VpcepTransportException("ListBooks", "it\tbroke", "r\n1", reset()));
        says(
                "b 1 is in the state to rn and will not be in the state read by itself: old, w et (by ShowBook)",
                new WaitFailedException("ShowBook", "b\n1", "to\nrn", "in the state read", List.of("old", "w\net")));
        says(
                "b 1 is in the state torn and will not be gone by itself (by ShowBook)",
                new WaitFailedException("ShowBook", "b 1", "torn", "gone", List.of()));
        says(
                "b 1 was not gone after PT5S, but in the state le nt (by ShowBook); the last call failed: re set",
                new WaitTimeoutException(
                        "ShowBook", "b\n1", "le\nnt", "gone", Duration.ofSeconds(5), new IOException("re\nset")));
        says(
                "b-1 was not gone after PT5S, but in no state that was seen (by ShowBook); the last call failed: reset",
                new WaitTimeoutException("ShowBook", "b-1", null, "gone", Duration.ofSeconds(5), reset()));
        says(
                "b-1 was not gone after PT5S, but there, in no state that was told (by ShowBook)",
                new WaitTimeoutException("ShowBook", "b-1", null, "gone", Duration.ofSeconds(5), null));
    }

    @Test
    void exceptions_keepWhatTheyWereGiven() {
        RawAnswer answer = answer("body", "r-1");
        VpcepServiceException refusal = new ConflictException(answer, "B.1", "no");
        assertThat(refusal.operation()).isEqualTo("ListBooks");
        assertThat(refusal.requestId()).isEqualTo("r-1");
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.code()).isEqualTo("B.1");
        assertThat(refusal.serverMessage()).isEqualTo("no");
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refusal.headers()).isSameAs(answer.headers());
        assertThat(refusal.rawBody()).isEqualTo("body");
        assertThat(refusal).hasNoCause();
        assertThat(new NotFoundException(RawAnswer.of("A", 404, ""), null, null).retryAfter())
                .isNull();

        VpcepDecodeException unread = new VpcepDecodeException(answer, "a.b", "why", reset());
        assertThat(unread.field()).isEqualTo("a.b");
        assertThat(unread.status()).isEqualTo(503);
        assertThat(unread.headers()).isSameAs(answer.headers());
        assertThat(unread.rawBody()).isEqualTo("body");
        assertThat(unread).hasCauseInstanceOf(IOException.class);
        assertThat(new VpcepTransportException("A", "why", null, reset())).hasCauseInstanceOf(IOException.class);

        List<String> reasons = new ArrayList<>(List.of("old"));
        WaitFailedException torn = new WaitFailedException("A", "b-1", "torn", "gone", reasons);
        reasons.clear();
        assertThat(torn.resource()).isEqualTo("b-1");
        assertThat(torn.state()).isEqualTo("torn");
        assertThat(torn.errors()).containsExactly("old").isUnmodifiable();

        WaitTimeoutException late =
                new WaitTimeoutException("A", "b-1", "lent", "gone", Duration.ofSeconds(5), reset());
        assertThat(late.resource()).isEqualTo("b-1");
        assertThat(late.lastState()).isEqualTo("lent");
        assertThat(late.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(late).hasCauseInstanceOf(IOException.class);
    }

    /** A retry after a date is counted from the server's own clock. */
    @Test
    void retryAfter_goesByTheDateOfTheAnswer() {
        RawAnswer answer = RawAnswer.of("A", 429, "")
                .withHeaders(Map.of(
                        "retry-after", List.of("Wed, 04 Mar 2026 05:06:17 GMT"),
                        "date", List.of("Wed, 04 Mar 2026 05:06:07 GMT")));
        assertThat(new ThrottledException(answer, null, null).retryAfter()).isEqualTo(Duration.ofSeconds(10));
        RawAnswer empty = RawAnswer.of("A", 429, "").withHeaders(Map.of("Retry-After", List.of()));
        assertThat(new ThrottledException(empty, null, null).retryAfter()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"200,", "201,… (201 characters)"})
    void body_isShownToItsTwoHundredthCharacter(int length, @Nullable String end) {
        RawAnswer answer = RawAnswer.of("A", 500, "b".repeat(length));
        assertThat(new ServerFailureException(answer, null, null))
                .hasMessage("A failed with HTTP 500: " + "b".repeat(200) + (end == null ? "" : end));
    }

    @ParameterizedTest
    @CsvSource({"500,", "501,… (501 characters)"})
    void reasons_areShownToTheirFiveHundredthCharacter(int length, @Nullable String more) {
        String reason = "b".repeat(length);
        String shown = "b".repeat(500) + (more == null ? "" : more);
        assertThat(new VpcepTransportException("A", reason, null, reset()))
                .hasMessage("A got no usable answer: " + shown);
        assertThat(new WaitFailedException("A", "i", "s", "gone", List.of(reason)))
                .hasMessage("i is in the state s and will not be gone by itself: " + shown + " (by A)");
        assertThat(new WaitTimeoutException("A", "i", "s", "gone", Duration.ZERO, new IOException(reason)))
                .hasMessageEndingWith("failed: " + shown);
    }

    @ParameterizedTest
    @CsvSource({"8192,", "8193,… (8193 characters)"})
    void serversOwnWords_areShownToTheirEnd_unlessTheyAreEndless(int length, @Nullable String more) {
        RawAnswer answer = RawAnswer.of("A", 500, "");
        assertThat(new ServerFailureException(answer, null, "b".repeat(length)))
                .hasMessage("A failed with HTTP 500: " + "b".repeat(8192) + (more == null ? "" : more));
    }

    @Test
    void rawAnswer_keepsCopiesOfHeaders_foundInAnyLetterCase_andShowsNeitherThemNorTheBody() {
        List<String> values = new ArrayList<>(List.of("s3cret"));
        RawAnswer answer = RawAnswer.of("A", 200, "s3cret")
                .withHeaders(Map.of("X-Token", values))
                .withRequestId("r");
        values.clear();
        assertThat(answer.operation()).isEqualTo("A");
        assertThat(answer.requestId()).isEqualTo("r");
        assertThat(answer.headers().get("x-token")).containsExactly("s3cret");
        assertThatThrownBy(() -> answer.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(RawAnswer.of("A", 200, "").headers()).isEmpty();
        assertThat(answer).hasToString("RawAnswer[operation=A, status=200, requestId=r]");
    }
}
