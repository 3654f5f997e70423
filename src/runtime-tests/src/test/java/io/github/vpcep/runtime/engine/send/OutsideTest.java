package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.connect.GivenUp;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.Thrown;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of the credentials to other servers, and how long a call waits for them. */
@Timeout(30)
class OutsideTest {
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final FakeTime time = new FakeTime();
    private final CallContext context =
            new CallContext(() -> false, CallSettings.of(Shelf.options(RetryPolicy.none())), null, time.timing());
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(chain -> new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create("answer", null))
                    .build())
            .build();
    private final Outside outside = new Outside(tasks::add, () -> context, (request, ofIt) -> {
        Call call =
                http.newCall(request.newBuilder().tag(CallContext.class, ofIt).build());
        calls.add(call);
        return call;
    });

    private <T> CompletableFuture<T> send(HttpAccess.Reading<T> reading) {
        Request request = new Request.Builder().url("http://localhost/").build();
        return outside.send(Shelf.LIST, request, LIMIT, reading);
    }

    private void runTasks() {
        tasks.forEach(Runnable::run);
    }

    // What is sent

    @Test
    void request_isAnsweredOnAThreadOfItsOwn_withWhatIsRead() {
        CompletableFuture<String> sent = send(response -> response.body().string());
        assertThat(sent).isNotDone();
        runTasks();
        assertThat(sent).isCompletedWithValue("answer");
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.isCanceled()).isFalse());
        assertThat(context.cancelled()).isNotDone();
    }

    @Test
    void request_hasItsLimit_andNobodyIsToldOfIt() {
        var unused = send(Response::code);
        Call call = calls.get(0);
        assertThat(call.timeout().timeoutNanos()).isEqualTo(LIMIT.toNanos());
        assertThat(context.left()).isEqualTo(LIMIT);
        assertThat(context.isSilent()).isTrue();
        assertThat(context.operation(call.request())).isSameAs(Shelf.LIST);
    }

    @Test
    void request_thatIsCancelled_isEnded() {
        send(Response::code).cancel(false);
        assertThat(calls.get(0).isCanceled()).isTrue();
        assertThat(context.cancelled()).isCompleted();
    }

    @Test
    void request_whoseAnswerCannotBeRead_failsWithTheReason() {
        IOException broken = new IOException("broken");
        IllegalStateException told = new IllegalStateException("told");
        CompletableFuture<String> first = send(response -> {
            throw broken;
        });
        CompletableFuture<String> second = send(response -> {
            throw new Thrown(told);
        });
        runTasks();
        assertThat(first.handle((read, failure) -> failure).join()).isSameAs(broken);
        assertThat(second.handle((read, failure) -> failure).join()).isSameAs(told);
        assertThat(calls).noneMatch(Call::isCanceled);
    }

    @Test
    void request_thatIsEndedElsewhere_isCancelled_unlessItFailsForAnotherReason() {
        CompletableFuture<String> ended = send(response -> {
            calls.get(0).cancel();
            throw new IOException("Socket closed");
        });
        IllegalStateException told = new IllegalStateException("told");
        CompletableFuture<String> failed = send(response -> {
            calls.get(1).cancel();
            throw new Thrown(told);
        });
        runTasks();
        assertThat(ended).isCancelled();
        assertThat(failed.handle((read, failure) -> failure).join()).isSameAs(told);
    }

    // What is waited for

    private String await(CompletableFuture<String> future) {
        return Outside.await(context, future, "a token");
    }

    private GivenUp givenUp(CompletableFuture<String> future) {
        return catchThrowableOfType(GivenUp.class, () -> await(future));
    }

    @Test
    void wait_endsWithItsFuture_andIsForgotten() {
        for (Duration most : List.of(Duration.ZERO, LIMIT)) {
            context.begin(most);
            CompletableFuture<String> future = new CompletableFuture<>();
            Thread other = new Thread(() -> {
                while (!"a token".equals(context.waitingFor())) {
                    Thread.onSpinWait();
                }
                future.complete("t");
            });
            other.setDaemon(true);
            other.start();
            assertThat(await(future)).isEqualTo("t");
            assertThat(context.waitingFor()).isNull();
        }
    }

    @Test
    void wait_whenTheTimeOfTheCallIsUp_tellsWhatItWasFor() {
        context.begin(LIMIT);
        time.pass(LIMIT);
        GivenUp late = givenUp(new CompletableFuture<>());
        assertThat(late.isLate()).isTrue();
        assertThat(late).hasMessage("timeout").hasCause(late.reason());
        assertThat(context.waitingFor()).isEqualTo("a token");
    }

    @Test
    void wait_whenTheCallIsCancelled_ends() {
        context.cancel();
        GivenUp cancelled = givenUp(new CompletableFuture<>());
        assertThat(cancelled.isLate()).isFalse();
        assertThat(cancelled.reason()).hasMessage("Canceled");
    }

    @Test
    void wait_whenWhatItIsForIsCancelled_endsAsTheCallThatIsCancelled() {
        CompletableFuture<String> future = new CompletableFuture<>();
        future.cancel(false);
        GivenUp cancelled = givenUp(future);
        assertThat(cancelled.isLate()).isFalse();
        assertThat(cancelled.reason()).hasMessage("Canceled");
        assertThat(context.waitingFor()).isEqualTo("a token");
    }

    @Test
    void wait_whenTheThreadIsInterrupted_ends() {
        Thread.currentThread().interrupt();
        GivenUp interrupted = givenUp(new CompletableFuture<>());
        assertThat(Thread.interrupted()).as("is for the caller to set again").isFalse();
        assertThat(interrupted.isLate()).isFalse();
        assertThat(interrupted.reason()).hasMessage("interrupted").hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void wait_whenItsFutureFails_failsWithTheReason() {
        IllegalStateException reason = new IllegalStateException("told");
        assertThat(catchThrowable(() -> await(CompletableFuture.failedFuture(reason))))
                .isSameAs(reason);
        IOException broken = new IOException("broken");
        assertThat(catchThrowable(() -> await(CompletableFuture.failedFuture(broken))))
                .isInstanceOf(CompletionException.class)
                .hasCause(broken);
    }
}
