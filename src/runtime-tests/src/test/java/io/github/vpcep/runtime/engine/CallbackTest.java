package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * What runs when a call has ended may wait for other calls; and what waits for its turn waits no longer than it may.
 */
@Timeout(60)
class CallbackTest {
    /** As many as run at a time. */
    private static final int CALLS = 64;

    private static final ExecutorService ONE_THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @RegisterExtension
    final Shelf shelf = new Shelf();

    /** Whose threads OkHttp runs calls on, and how many at a time. */
    enum Stack {
        OWN,
        SHARED,
        ONE_AT_A_TIME,
        ONE_THREAD_OF_THE_CALLERS;

        HttpStack http() {
            return switch (this) {
                case OWN -> HttpStack.customized(builder -> {});
                case SHARED -> HttpStack.of(new OkHttpClient());
                case ONE_AT_A_TIME -> HttpStack.customized(builder -> builder.dispatcher(narrow(new Dispatcher())));
                case ONE_THREAD_OF_THE_CALLERS ->
                    HttpStack.customized(builder -> builder.dispatcher(new Dispatcher(ONE_THREAD)));
            };
        }
    }

    private static Dispatcher narrow(Dispatcher dispatcher) {
        dispatcher.setMaxRequests(1);
        return dispatcher;
    }

    @AfterAll
    static void endThread() {
        ONE_THREAD.shutdown();
    }

    private void answersAlways() {
        shelf.server().setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body(FaultServer.PAGE).build();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void futures_whoseStagesWaitForCalls_areAllCompleted(Stack stack) throws Exception {
        answersAlways();
        try (Client client = shelf.builder().http(stack.http()).build()) {
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(client.list()
                        .executeAsync()
                        .thenApply(page -> client.list().executeAsync().join()));
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(50, TimeUnit.SECONDS);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2 * CALLS);
    }

    @Test
    void futures_whoseStagesWaitForCallsThreeDeep_areAllCompleted() throws Exception {
        answersAlways();
        try (Client client = shelf.builder().build()) {
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(client.list()
                        .executeAsync(page -> page)
                        .whenComplete((page, error) -> client.list()
                                .executeAsync()
                                .thenCompose(inner -> client.list()
                                        .executeAsync()
                                        .thenApply(innermost -> client.list().execute()))
                                .join()));
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(50, TimeUnit.SECONDS);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(4 * CALLS);
    }

    @ParameterizedTest
    @EnumSource
    void listener_thatWaitsForACall_starvesNone(Stack stack) throws Exception {
        answersAlways();
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<Client> self = new CompletableFuture<>();
        try (Client client = shelf.builder()
                .http(stack.http())
                .listener(call -> {
                    if (told.incrementAndGet() <= CALLS) {
                        self.join().list().executeAsync().join();
                    }
                })
                .build()) {
            self.complete(client);
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(client.list().executeAsync());
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(50, TimeUnit.SECONDS);
        }
        assertThat(told).hasValue(2 * CALLS);
    }

    @Test
    void callback_ofRetrofit_thatWaitsForACall_starvesNone() throws Exception {
        answersAlways();
        CountDownLatch answered = new CountDownLatch(CALLS);
        try (Client client = shelf.builder().build()) {
            for (int i = 0; i < CALLS; i++) {
                client.api().list("p-1", null).enqueue(new Callback<>() {
                    @Override
                    public void onResponse(Call<Shelf.Page> call, Response<Shelf.Page> response) {
                        client.list().executeAsync().join();
                        answered.countDown();
                    }

                    @Override
                    public void onFailure(Call<Shelf.Page> call, Throwable failure) {
                        // Never counted down then.
                    }
                });
            }
            assertThat(answered.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    // A call that waits for its turn

    /**
     * A client of one call at a time whose one call never ends by itself, and a second call that waits for its turn.
     */
    private record Queue(Client client, CompletableFuture<?> first, CompletableFuture<?> second) {}

    private Queue queue(Client client) throws InterruptedException {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(1, TimeUnit.HOURS)
                        .build());
        CompletableFuture<?> first = client.list().executeAsync();
        shelf.server().takeRequest();
        Engine hasty = client.engine()
                .with(CallOptions.builder().callTimeout(Duration.ofSeconds(5)).build());
        CompletableFuture<?> second = new Client(hasty).list().executeAsync();
        return new Queue(client, first, second);
    }

    private io.github.vpcep.runtime.ClientBuilder<Client> narrow() {
        return shelf.builder()
                .http(Stack.ONE_AT_A_TIME.http())
                .callTimeout(Duration.ofHours(1))
                .readTimeout(Duration.ofHours(1));
    }

    @Test
    void call_thatWaitsForItsTurn_endsByTheDeadlineItWasAskedForWith() throws Exception {
        try (Client client = narrow().build()) {
            Queue queue = queue(client);
            shelf.time().pass(Duration.ofMillis(4999));
            assertThat(queue.second()).isNotDone();
            shelf.time().pass(Duration.ofMillis(1));
            Throwable failure = catchThrowable(() -> queue.second().get(30, TimeUnit.SECONDS));
            assertThat(failure.getCause())
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout");
            assertThat(queue.first()).isNotDone();
        }
        assertThat(shelf.server().getRequestCount()).isOne();
    }

    @Test
    void call_whenItsTurnComesAfterItsDeadline_isNotSent() throws Exception {
        try (Client client = narrow().build()) {
            Queue queue = queue(client);
            shelf.time().pass(Duration.ofSeconds(5));
            assertThatThrownBy(() -> queue.second().get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            queue.first().cancel(false);
            answersAlways();
            client.list().executeAsync().get(30, TimeUnit.SECONDS);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void call_cancelledWhileItWaitsForItsTurn_endsAtOnce() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        try (Client client =
                narrow().listener(call -> ended.complete(call.failure())).build()) {
            Queue queue = queue(client);
            queue.second().cancel(false);
            assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessageContaining("the call was cancelled");
            assertThat(queue.first()).isNotDone();
        }
    }

    @Test
    void call_thatWaitsForItsTurn_isCancelledWithTheClient() throws Exception {
        Client client = narrow().build();
        Queue queue = queue(client);
        Call<Shelf.Page> waiting = client.api().list("p-1", null);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        waiting.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<Shelf.Page> call, Response<Shelf.Page> response) {
                ended.complete(new AssertionError("answered"));
            }

            @Override
            public void onFailure(Call<Shelf.Page> call, Throwable failure) {
                ended.complete(failure);
            }
        });
        client.close();
        assertThat(waiting.isCanceled()).isTrue();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(java.io.IOException.class);
        assertThatThrownBy(() -> queue.second().get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(shelf.server().getRequestCount()).isOne();
    }

    @Test
    void call_whileItsCredentialsHang_endsByItsDeadline() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (Client client = shelf.builder()
                .credentials(request -> {
                    asked.countDown();
                    try {
                        mayAnswer.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return java.util.Map.of();
                })
                .build()) {
            CompletableFuture<?> call = client.list().executeAsync();
            asked.await();
            shelf.time().pass(Duration.ofSeconds(60));
            assertThat(catchThrowable(() -> call.get(30, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout");
            mayAnswer.countDown();
        }
    }

    @Test
    void call_thatEnded_leavesNoAlarm() throws Exception {
        answersAlways();
        try (Client client = shelf.builder().build()) {
            for (int i = 0; i < 10; i++) {
                client.list().executeAsync().get(30, TimeUnit.SECONDS);
            }
            assertThat(shelf.time().deadlines()).isZero();
        }
    }

    @Test
    void stages_runOnAThreadOfTheClient() {
        answersAlways();
        try (Client client = shelf.builder().build()) {
            CompletableFuture<Void> mayEnd = new CompletableFuture<>();
            CompletableFuture<String> thread = client.list()
                    .executeAsync(page -> {
                        mayEnd.join();
                        return page;
                    })
                    .thenApply(page -> Thread.currentThread().getName());
            mayEnd.complete(null);
            assertThat(thread.join()).startsWith("vpcep-call-");
        }
    }
}
