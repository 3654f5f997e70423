package io.github.vpcep.runtime.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vpcep.runtime.ApiResponse;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What is known of one call while it goes on, and what one try leaves to the next. */
class CallContextTest {
    private final CallSettings settings = CallSettings.of(CallOptions.builder()
            .projectId("p-1")
            .retry(RetryPolicy.standard())
            .callTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(2))
            .answerLimit(1024)
            .header("X-Language", "zh-cn")
            .build());

    private final FakeTime time = new FakeTime();
    private final CallContext context = new CallContext(() -> false, settings, null, time.timing());

    private static Request request() {
        return new Request.Builder().url("http://localhost/a/b").delete().build();
    }

    @Test
    void time_isLeftFromTheBeginOfTheCall_andEndlessForZero() {
        assertThat(context.left()).isNull();
        time.pass(Duration.ofSeconds(100));
        context.begin(Duration.ofSeconds(5));
        assertThat(context.left()).isEqualTo(Duration.ofSeconds(5));
        time.pass(Duration.ofSeconds(2));
        assertThat(context.left()).isEqualTo(Duration.ofSeconds(3));
        time.pass(Duration.ofSeconds(4));
        assertThat(context.left()).isEqualTo(Duration.ofSeconds(-1));
        context.begin(Duration.ZERO);
        assertThat(context.left()).isNull();
    }

    @Test
    void nextTry_forgetsTheAnswerAndTheConnectionOfTheOneBefore() {
        context.startTry();
        assertThat(context.isReached()).isFalse();
        context.reach();
        assertThat(context.isReached()).isTrue();
        context.head()
                .arrived(new Response.Builder()
                        .request(request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(503)
                        .message("")
                        .header("X-Request-Id", "r-1")
                        .build());
        assertThat(context.head().status()).isEqualTo(503);
        assertThat(context.head().requestId()).isEqualTo("r-1");
        assertThat(context.head().headers().size()).isEqualTo(1);
        assertThat(context.tries()).isEqualTo(1);

        context.startTry();
        assertThat(context.tries()).isEqualTo(2);
        assertThat(context.isReached()).isFalse();
        assertThat(context.head().status()).isZero();
        assertThat(context.head().requestId()).isNull();
        assertThat(context.head().headers().size()).isZero();
        context.reach();
        context.unreach();
        assertThat(context.isReached()).isFalse();
    }

    @Test
    void whatIsNotedOfACall_stays() {
        assertThat(context.isRunning()).isFalse();
        context.run();
        assertThat(context.isRunning()).isTrue();
        assertThat(context.isAnswerLost()).isFalse();
        context.loseAnswer();
        assertThat(context.isDoneBefore()).isFalse();
        context.doneBefore();
        context.waitFor("a token");
        context.startTry();
        assertThat(context.isAnswerLost()).isTrue();
        assertThat(context.isDoneBefore()).isTrue();
        assertThat(context.waitingFor()).isEqualTo("a token");
        context.waitFor(null);
        assertThat(context.waitingFor()).isNull();
    }

    @Test
    void cancelling_wakesWhoeverWaits_beforeAndAfter() {
        CompletableFuture<Void> cancelled = context.cancelled();
        assertThat(cancelled).isNotDone();
        context.cancel();
        assertThat(cancelled).isCompleted();
        assertThat(context.cancelled()).isSameAs(cancelled);

        CallContext other = new CallContext(() -> true, settings, null, time.timing());
        other.cancel();
        assertThat(other.cancelled()).isCompleted();
        assertThat(other.owner().isClosed()).isTrue();
    }

    @Test
    void secretsOfEachTry_areHidden() {
        context.sends(Headers.of("X-Auth-Token", "s3cret-1"));
        assertThat(context.redactor().text("s3cret-1 s3cret-2")).isEqualTo("*** s3cret-2");
        context.sends(Headers.of("X-Auth-Token", "s3cret-2"));
        assertThat(context.redactor().text("s3cret-1 s3cret-2")).isEqualTo("*** ***");
    }

    @Test
    void context_isFoundByTheRequestThatCarriesIt() {
        Request tagged = request().newBuilder().tag(CallContext.class, context).build();
        assertThat(CallContext.of(tagged)).isSameAs(context);
        assertThat(CallContext.of(request())).isNull();
        assertThat(context.timing().clock().instant()).isEqualTo(FakeTime.NOW);
    }

    @Test
    void recorder_keepsTheLastAnswer_alsoForTheOneAroundIt() throws IOException {
        Recorder outer = new Recorder(null);
        Recorder inner = new Recorder(outer);
        assertThatIllegalStateException()
                .isThrownBy(() -> outer.with("v"))
                .withMessageStartingWith("No call was answered inside withResponse(…)");
        for (String body : List.of("first", "last")) {
            inner.record(
                    new Response.Builder()
                            .request(request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(202)
                            .message("")
                            .header("X-A", "a")
                            .body(ResponseBody.create(body, null))
                            .build(),
                    "r-1");
        }
        for (Recorder each : List.of(inner, outer)) {
            ApiResponse<String> response = each.with("v");
            assertThat(response.value()).isEqualTo("v");
            assertThat(response.status()).isEqualTo(202);
            assertThat(response.headers()).containsEntry("x-a", List.of("a"));
            assertThat(response.requestId()).isEqualTo("r-1");
            assertThat(response.rawBody()).isEqualTo("last");
        }
    }

    @Test
    void body_isSentOnce_asItIs() throws IOException {
        MediaType type = MediaType.get("text/plain");
        byte[] bytes = {1, 2, 3};
        OneShotBody body = new OneShotBody(bytes, type);
        assertThat(body.bytes()).isSameAs(bytes);
        assertThat(body.contentType()).isSameAs(type);
        assertThat(body.contentLength()).isEqualTo(3);
        assertThat(body.isOneShot()).isTrue();
        Buffer sent = new Buffer();
        body.writeTo(sent);
        assertThat(sent.readByteArray()).isEqualTo(bytes);
        Exception reason = new IllegalStateException();
        assertThat(new Thrown(reason).reason()).isSameAs(reason);
    }

    @Test
    void operation_isThatOfThePreparedCall_orWhatTheRequestTells() {
        assertThat(context.isPrepared()).isFalse();
        assertThat(context.operation(request())).hasToString("call (DELETE /a/b)");
        Recorder recorder = new Recorder(null);
        CallSettings others = settings.withoutHeaders();
        context.prepare(Shelf.LIST, others, recorder);
        assertThat(context.isPrepared()).isTrue();
        assertThat(context.operation(request())).isSameAs(Shelf.LIST);
        assertThat(context.settings()).isSameAs(others);
        assertThat(context.recorder()).isSameAs(recorder);
        assertThat(context.isSilent()).isFalse();
        context.prepareSilent(Shelf.ADD);
        assertThat(context.isSilent()).isTrue();
        assertThat(context.operation(request())).isSameAs(Shelf.ADD);
    }

    @Test
    void settings_forAnotherServer_areTheSameWithoutHeaders() {
        CallSettings others = settings.withoutHeaders();
        assertThat(settings.headers()).containsOnlyKeys("X-Language");
        assertThat(others)
                .isEqualTo(new CallSettings(
                        "p-1", RetryPolicy.standard(), Duration.ofSeconds(1), Duration.ofSeconds(2), 1024, Map.of()));
    }

    @Test
    void endsOfACall_areToldApart() {
        assertThat(Ended.isCancellation(Ended.cancelled())).isTrue();
        assertThat(Ended.isCancellation(Ended.late())).isFalse();
        Exception cause = new InterruptedException();
        assertThat(Ended.interrupted(cause)).hasCause(cause);
        assertThat(Ended.isInterruption(Ended.interrupted(cause))).isTrue();
        assertThat(Ended.isInterruption(cause)).isTrue();
        assertThat(Ended.isInterruption(Ended.late())).isFalse();
        assertThat(Ended.isInterruption(new SocketTimeoutException("timeout"))).isFalse();
        assertThat(Ended.isInterruption(new InterruptedIOException())).isFalse();
        assertThat(Ended.isInterruption(new IllegalStateException("interrupted")))
                .isFalse();
    }
}
