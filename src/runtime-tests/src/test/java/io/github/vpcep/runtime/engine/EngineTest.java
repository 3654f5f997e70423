package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.Shelf.Page;
import io.github.vpcep.runtime.engine.call.Alarm;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.ResponseBody;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/** What an engine makes of calls before they are sent, and what can be asked of one. */
@Timeout(30)
class EngineTest {
    private static final String GONE = "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No such book\"}}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static Call<Page> list(Client client) {
        return client.api().list("p-1", null);
    }

    private Engine hasty() {
        return shelf.client()
                .engine()
                .with(CallOptions.builder().callTimeout(Duration.ofSeconds(5)).build());
    }

    /** Returns when no thread of the client is at work any more, else is ended by the test's timeout. */
    private static void awaitRest(Client client) {
        while (client.engine().threadsAtWork() > 0) {
            Thread.onSpinWait();
        }
    }

    // The engine

    @Test
    void engine_tellsWhereItsCallsGo() {
        assertThat(hasty().toString())
                .startsWith("Engine[endpoint=" + shelf.server().url("/") + ", options=CallOptions[projectId=p-1, ")
                .contains("callTimeout=PT5S")
                .endsWith("]]");
        assertThat(hasty().about())
                .isEqualTo(hasty().toString().replaceAll("^Engine\\[|\\]$", ""))
                .doesNotContain("s3cret");
    }

    @Test
    void with_noOptions_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(EngineTest.this::withNothing)
                .withMessage("options must not be null");
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private void withNothing() {
        shelf.client().engine().with(null);
    }

    @Test
    void retrofit_isOneForEachEngine_whoseCallsHaveItsOptions() {
        Engine engine = shelf.client().engine();
        assertThat(engine.retrofit()).isSameAs(engine.retrofit());
        assertThat(engine.retrofit().callFactory())
                .isNotSameAs(hasty().retrofit().callFactory());
        Call<Page> call = hasty().retrofit().create(Shelf.Api.class).list("p-1", null);
        assertThat(call.timeout().timeoutNanos())
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void failure_isPassing_unlessTheClientIsClosed() {
        Engine engine = shelf.client().engine();
        ThrottledException busy = new ThrottledException(RawAnswer.of("A", 429, ""), null, null);
        assertThat(engine.isPassing(busy)).isTrue();
        assertThat(engine.isPassing(new IllegalStateException())).isFalse();
        engine.close();
        assertThat(engine.isPassing(busy)).isFalse();
    }

    // What is prepared

    @Test
    void prepare_byADerivedEngine_setsItsDeadline() {
        Call<Page> call = list(shelf.client());
        assertThat(call.timeout().timeoutNanos())
                .isEqualTo(Duration.ofSeconds(60).toNanos());
        call.timeout().timeout(7, TimeUnit.SECONDS);
        shelf.client().engine().prepare(Shelf.LIST, call);
        assertThat(call.timeout().timeoutNanos())
                .isEqualTo(Duration.ofSeconds(7).toNanos());
        hasty().prepare(Shelf.LIST, call);
        assertThat(call.timeout().timeoutNanos())
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void prepare_ofACallThatWasMadeBefore_whenClosed_isRefused() {
        Client client = shelf.client();
        Call<Page> call = list(client);
        assertThat(call.request().method()).isEqualTo("GET");
        client.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> client.engine().prepare(Shelf.LIST, call))
                .withMessage("The client is closed");
    }

    /** Closes a client when it is written. */
    public static final class Closing {
        private final Client client;

        Closing(Client client) {
            this.client = client;
        }

        public String getText() {
            client.close();
            return "closed";
        }
    }

    @Test
    void prepare_whenClosedMeanwhile_saysSo() {
        Client client = shelf.client();
        var body = new Shelf.Unwritable(List.of(new Shelf.Unwritable.Part(new Closing(client))));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> client.engine().prepare(Shelf.ADD, client.api().addUnwritable("p-1", body)))
                .withMessage("The client is closed");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,PT5S,PT5S",
        "PT0S,PT0.0000001S,PT0.001S",
        "PT60S,PT59.999S,PT59.999S",
        "PT60S,PT60S,PT60S",
        "PT60S,PT61S,PT60S",
        "PT60S,PT0S,PT0.001S",
        "PT0.002S,PT0.0015S,PT0.001S",
        "PT0.0015S,PT0.0015S,PT0.0015S"
    })
    void within_shortensWhatACallMayTake(Duration before, Duration most, Duration after) {
        Call<Page> call = list(shelf.client());
        call.timeout().timeout(before.toNanos(), TimeUnit.NANOSECONDS);
        ApiCall<Page> prepared = shelf.client().engine().prepare(Shelf.LIST, call);
        assertThat(prepared.within(most)).isSameAs(prepared);
        assertThat(call.timeout().timeoutNanos()).isEqualTo(after.toNanos());
    }

    // Whether it was there

    private static boolean removed(Face face, Client client) {
        return face == Face.SYNC
                ? client.remove("b-1").executeIfExists()
                : Face.joined(client.remove("b-1").executeIfExistsAsync());
    }

    @ParameterizedTest
    @EnumSource
    void removal_tellsWhetherItWasThere(Face face) {
        List<String> outcomes = new CopyOnWriteArrayList<>();
        CallListener listener = call -> outcomes.add(call.outcome() + " " + call.status());
        try (Client client = shelf.builder().listener(listener).build()) {
            shelf.answers(204, "");
            assertThat(removed(face, client)).isTrue();
            shelf.answers(404, GONE);
            assertThat(removed(face, client)).isFalse();
            shelf.answers(400, "{\"error\":{\"code\":\"INVALID_REQUEST\",\"message\":\"m\"}}");
            assertThatThrownBy(() -> removed(face, client)).isInstanceOf(InvalidRequestException.class);
        }
        assertThat(outcomes).containsExactly("success 204", "success 404", "InvalidRequestException 400");
    }

    // Calls as Retrofit gives them out

    @Test
    void call_tellsWhatBecameOfIt_andItsCopyIsNew() throws IOException {
        shelf.answers(200, FaultServer.PAGE);
        shelf.answers(200, FaultServer.PAGE);
        Call<Page> call = list(shelf.client());
        assertThat(call.isExecuted()).isFalse();
        assertThat(call.request().url().encodedPath()).isEqualTo("/v1/p-1/books");
        assertThat(call.execute().code()).isEqualTo(200);
        assertThat(call.isExecuted()).isTrue();
        assertThat(call.isCanceled()).isFalse();
        call.cancel();
        assertThat(call.isCanceled()).isTrue();
        Call<Page> copy = call.clone();
        assertThat(copy.isExecuted()).isFalse();
        assertThat(copy.isCanceled()).isFalse();
        assertThat(copy.execute().code()).isEqualTo(200);
    }

    interface OtherTypes {
        @GET("v1/p-1/books")
        CompletableFuture<Page> future();

        @GET("v1/p-1/books")
        @SuppressWarnings("rawtypes")
        Call raw();
    }

    @Test
    void otherTypesThanCalls_areLeftToRetrofit() {
        shelf.answers(200, FaultServer.PAGE);
        OtherTypes api = shelf.client().engine().api(OtherTypes.class);
        assertThat(Face.joined(api.future()).total()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(api::raw)
                .havingCause()
                .withMessageContaining("Call return type must be");
    }

    /** What a callback is given. */
    private record Told<T>(CompletableFuture<Call<T>> call, CompletableFuture<Object> end) implements Callback<T> {
        Told() {
            this(new CompletableFuture<>(), new CompletableFuture<>());
        }

        @Override
        public void onResponse(Call<T> sent, Response<T> response) {
            call.complete(sent);
            end.complete(response.code());
        }

        @Override
        public void onFailure(Call<T> sent, Throwable failure) {
            call.complete(sent);
            end.complete(failure);
        }
    }

    @Test
    void callback_isGivenItsCallAndTheAnswer() {
        shelf.answers(200, FaultServer.PAGE);
        Call<Page> call = list(shelf.client());
        Told<Page> told = new Told<>();
        call.enqueue(told);
        assertThat(told.end().join()).isEqualTo(200);
        assertThat(told.call().join()).isSameAs(call);
    }

    @Test
    void callback_isGivenItsCallAndTheFailure() throws Exception {
        try (FaultServer server = new FaultServer(FaultServer.Fault.DROP);
                Client client = shelf.builder().endpoint(server.url()).build()) {
            Call<Page> call = list(client);
            Told<Page> told = new Told<>();
            call.enqueue(told);
            assertThat(told.end().join()).isInstanceOf(IOException.class);
            assertThat(told.call().join()).isSameAs(call);
            awaitRest(client);
        }
    }

    @Test
    void call_whoseRequestCannotBeMade_tellsWhoeverSendsIt() {
        var unwritable = new Shelf.Unwritable(List.of(new Shelf.Unwritable.Part(new Object())));
        Call<Shelf.Book> call = shelf.client().api().addUnwritable("p-1", unwritable);
        call.cancel();
        Told<Shelf.Book> told = new Told<>();
        call.enqueue(told);
        assertThat(told.end().join()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(call.clone()::execute).isInstanceOf(RuntimeException.class);
    }

    @Test
    void deadline_ofACallThroughRetrofit_endsIt_andCancelsIt() throws Exception {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(1, TimeUnit.HOURS)
                        .build());
        Call<Page> call = list(shelf.client());
        Told<Page> told = new Told<>();
        call.enqueue(told);
        shelf.server().takeRequest();
        shelf.time().pass(Duration.ofSeconds(60));
        assertThat(told.end().join()).isInstanceOf(IOException.class).asString().contains("timeout");
        assertThat(told.call().join()).isSameAs(call);
        awaitRest(shelf.client());
        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void call_thatMayTakeAsLongAsItWants_hasNoDeadline() {
        shelf.answers(200, FaultServer.PAGE);
        Call<Page> call = list(shelf.client());
        call.timeout().timeout(0, TimeUnit.NANOSECONDS);
        Told<Page> told = new Told<>();
        call.enqueue(told);
        assertThat(told.end().join()).isEqualTo(200);
    }

    private Client withDeadlines(Alarm deadlines) {
        Timing timing = shelf.time().timing();
        return shelf.builder(new Timing(
                        timing.clock(),
                        timing.nanoTime(),
                        timing.random(),
                        timing.sleeper(),
                        timing.alarm(),
                        deadlines))
                .build();
    }

    @Test
    void deadline_thatIsSetAfterTheEnd_isTakenBack() {
        shelf.answers(200, FaultServer.PAGE);
        Told<Page> told = new Told<>();
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        try (Client client = withDeadlines(after -> {
            told.end().join();
            return alarm;
        })) {
            list(client).enqueue(told);
            assertThat(alarm).isCancelled();
        }
    }

    interface Streams {
        @Streaming
        @GET("v1/p-1/books")
        Call<ResponseBody> read();
    }

    @Test
    void answer_thatComesAfterTheDeadline_isClosed() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Told<ResponseBody> told = new Told<>();
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .http(HttpStack.customized(http -> http.addInterceptor(chain -> {
                    var response = chain.proceed(chain.request());
                    shelf.time().pass(Duration.ofSeconds(60));
                    told.end().join();
                    return response.newBuilder()
                            .body(ResponseBody.create(
                                    Okio.buffer(
                                            new ForwardingSource(response.body().source()) {
                                                @Override
                                                public void close() throws IOException {
                                                    super.close();
                                                    closed.complete(true);
                                                }
                                            }),
                                    null,
                                    -1))
                            .build();
                })))
                .build()) {
            client.engine().api(Streams.class).read().enqueue(told);
            assertThat(told.end().join()).isInstanceOf(IOException.class);
            assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
            awaitRest(client);
        }
    }

    @Test
    void answer_isWhatAFunctionMakesOfIt() {
        shelf.answers(200, FaultServer.PAGE);
        assertThat(Face.joined(shelf.client().list().executeAsync(Page::total))).isEqualTo(7);
    }

    @Test
    void call_whoseRequestWasMadeBeforeTheEnd_isNotSentAfterIt() {
        Client client = shelf.client();
        Call<Page> call = list(client);
        assertThat(call.request().method()).isEqualTo("GET");
        client.close();
        assertThatThrownBy(call::execute).isInstanceOf(IOException.class).hasMessage("Canceled");
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @Test
    void call_cancelledBeforeItIsSent_asksNobody() {
        AtomicInteger asked = new AtomicInteger();
        try (Client client = shelf.builder()
                .credentials(request -> {
                    asked.incrementAndGet();
                    return Map.of();
                })
                .build()) {
            Call<Page> call = list(client);
            call.cancel();
            assertThatThrownBy(call::execute).isInstanceOf(IOException.class).hasMessage("Canceled");
        }
        assertThat(asked).hasValue(0);
    }
}
