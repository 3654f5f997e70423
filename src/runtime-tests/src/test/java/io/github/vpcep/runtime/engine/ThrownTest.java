package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.GET;

/** Whatever is thrown, wherever: the caller gets it, the listeners are told, and the next call finds all free. */
@Timeout(60)
class ThrownTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private final List<CallListener.CallEvent> calls = new CopyOnWriteArrayList<>();

    /** What is thrown. */
    enum What {
        EXCEPTION,
        MISSING_CLASS,
        NO_MEMORY,
        OVERFLOW,
        ASSERTION;

        Throwable make() {
            return switch (this) {
                case EXCEPTION -> new IllegalStateException("no idea");
                case MISSING_CLASS -> new NoClassDefFoundError("Some/Type");
                case NO_MEMORY -> new OutOfMemoryError("told so");
                case OVERFLOW -> new StackOverflowError();
                case ASSERTION -> new AssertionError("never");
            };
        }
    }

    static Stream<Arguments> whatAndFace() {
        return Stream.of(What.values()).flatMap(what -> Stream.of(Face.values()).map(face -> Arguments.of(what, face)));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return ThrownTest.<RuntimeException>sneaky(thrown);
    }

    private ClientBuilder<Client> builder() {
        return shelf.builder().listener(calls::add);
    }

    /** Sends a call on a face and returns what the caller gets; a future that is never done fails this. */
    private static <T> @Nullable Throwable thrownBy(Face face, ApiCall<T> call) {
        if (face == Face.SYNC) {
            return catchThrowable(call::execute);
        }
        Throwable thrown = catchThrowable(() -> call.executeAsync().get(20, TimeUnit.SECONDS));
        return thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    }

    private void assertToldAndFree(Client client, @Nullable Throwable thrown) {
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.failure()).isSameAs(thrown));
        shelf.answers(200, FaultServer.PAGE);
        assertThat(client.list().execute().total()).isEqualTo(7);
        ConnectionPool pool = client.connections();
        assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
    }

    /** A reader with a fault of its own. */
    static final class FaultyReader extends JsonDeserializer<Faulty> {
        @Override
        public Faulty deserialize(JsonParser parser, DeserializationContext context) {
            throw new OutOfMemoryError("told so");
        }
    }

    @JsonDeserialize(using = FaultyReader.class)
    record Faulty() {}

    interface FaultyApi {
        @GET("faulty")
        Call<Faulty> get();
    }

    @ParameterizedTest
    @EnumSource
    void reader_thatRunsOutOfMemory_isPassedOn(Face face) {
        shelf.answers(200, "1");
        try (Client client = builder().build()) {
            var call = client.engine()
                    .prepare(
                            Operation.of("GetFaulty", "GET", "/faulty"),
                            client.engine().api(FaultyApi.class).get());
            Throwable thrown = thrownBy(face, call);
            assertThat(thrown).isInstanceOf(OutOfMemoryError.class).hasMessage("told so");
            assertToldAndFree(client, thrown);
        }
    }

    @ParameterizedTest
    @MethodSource("whatAndFace")
    void credentials_thatThrow_arePassedOn(What what, Face face) {
        Throwable fault = what.make();
        AtomicReference<@Nullable Throwable> next = new AtomicReference<>(fault);
        try (Client client = builder()
                .credentials(request -> {
                    Throwable now = next.getAndSet(null);
                    if (now != null) {
                        throw unchecked(now);
                    }
                    return Map.of();
                })
                .build()) {
            assertThat(thrownBy(face, client.list())).isSameAs(fault);
            assertToldAndFree(client, fault);
        }
    }

    /** Throws the first time: before the request goes down, or when the answer has come up. */
    private static Interceptor faulty(Throwable fault, boolean before) {
        AtomicReference<@Nullable Throwable> next = new AtomicReference<>(fault);
        return chain -> {
            Throwable now = next.getAndSet(null);
            if (now != null && before) {
                throw unchecked(now);
            }
            var response = chain.proceed(chain.request());
            if (now != null) {
                throw unchecked(now);
            }
            return response;
        };
    }

    @ParameterizedTest
    @MethodSource("whatAndFace")
    void interceptor_thatThrows_isPassedOn(What what, Face face) {
        for (boolean before : new boolean[] {true, false}) {
            for (boolean network : new boolean[] {true, false}) {
                calls.clear();
                Throwable fault = what.make();
                Interceptor interceptor = faulty(fault, before);
                if (!before) {
                    shelf.answers(200, FaultServer.PAGE);
                }
                try (Client client = builder()
                        .http(HttpStack.customized(http -> {
                            if (network) {
                                http.addNetworkInterceptor(interceptor);
                            } else {
                                http.addInterceptor(interceptor);
                            }
                        }))
                        .build()) {
                    assertThat(thrownBy(face, client.list())).isSameAs(fault);
                    assertToldAndFree(client, fault);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void interceptor_thatDropsWhatMarksACall_isToldSo(Face face) {
        AtomicBoolean drops = new AtomicBoolean(true);
        try (Client client = builder()
                .http(HttpStack.customized(http -> http.addInterceptor(chain -> chain.proceed(
                        drops.getAndSet(false)
                                ? new Request.Builder()
                                        .url(chain.request().url())
                                        .build()
                                : chain.request()))))
                .build()) {
            Throwable thrown = thrownBy(face, client.list());
            assertThat(thrown)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("An interceptor has dropped the tags of the request");
            assertToldAndFree(client, thrown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void then_thatThrows_isPassedOn(What what) {
        Throwable fault = what.make();
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = builder().build()) {
            CompletableFuture<Object> future = client.list().executeAsync(page -> {
                throw unchecked(fault);
            });
            assertThat(catchThrowable(() -> future.get(20, TimeUnit.SECONDS))).hasCause(fault);
            assertToldAndFree(client, fault);
        }
    }

    @ParameterizedTest
    @MethodSource("whatAndFace")
    void listener_thatThrows_keepsNobodyFromTheAnswer(What what, Face face) throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .listener(call -> {
                    throw unchecked(what.make());
                })
                .build()) {
            Shelf.Page page = face == Face.SYNC
                    ? client.list().execute()
                    : client.list().executeAsync().get(20, TimeUnit.SECONDS);
            assertThat(page.total()).isEqualTo(7);
        }
    }
}
