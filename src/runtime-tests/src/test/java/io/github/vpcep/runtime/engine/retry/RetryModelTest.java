package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.PUT;

/**
 * Calls whose tries end in any order of ways, compared with a model that fits on a page. The calls follow from the
 * seed; {@code -Dvpcep.rounds} asks for more of them, {@code -Dvpcep.seed} for others.
 */
@Tag("random")
class RetryModelTest {
    private static final int MOST = 4;
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    /** How a try ends, and what the call throws when no other follows. */
    private enum End {
        GOOD(null),
        /** The service says that it has done nothing. */
        THROTTLED(ThrottledException.class),
        /** It may have been carried out. */
        UNAVAILABLE(ServerFailureException.class),
        /** Nothing listens. */
        UNREACHED(VpcepTransportException.class),
        /** The connection ends after the request. */
        LOST(VpcepTransportException.class),
        /** The connection ends amid the answer. */
        CUT(VpcepTransportException.class),
        REFUSED(InvalidRequestException.class),
        GONE(NotFoundException.class);

        private final @Nullable Class<? extends Throwable> thrown;

        End(@Nullable Class<? extends Throwable> thrown) {
            this.thrown = thrown;
        }
    }

    private enum Kind {
        GET(true),
        PUT(true),
        DELETE(true),
        POST(false),
        /** That only asks. */
        POST_AGAIN(true);

        private final boolean isRepeatable;

        Kind(boolean isRepeatable) {
            this.isRepeatable = isRepeatable;
        }
    }

    /** What becomes of a call: how often it is sent and arrives, and how it ends. */
    private record Outcome(
            int tries, int requests, @Nullable Class<? extends Throwable> thrown) {}

    /** The model. */
    private static Outcome expected(Kind kind, List<End> ends) {
        int requests = 0;
        boolean mayBeDone = false;
        for (int tries = 1; ; tries++) {
            End end = ends.get(tries - 1);
            requests += end == End.UNREACHED ? 0 : 1;
            if (end == End.GONE && kind == Kind.DELETE && mayBeDone) {
                return new Outcome(tries, requests, null);
            }
            boolean isSpared = end == End.THROTTLED || end == End.UNREACHED;
            // A deletion has no answer whose end could be missed.
            boolean isUnclear = end == End.UNAVAILABLE || end == End.LOST || end == End.CUT;
            if (tries == MOST || !(isSpared || (isUnclear && kind.isRepeatable))) {
                return new Outcome(tries, requests, end.thrown);
            }
            mayBeDone |= isUnclear;
        }
    }

    static Stream<Arguments> calls() {
        Random random = new Random(Long.getLong("vpcep.seed", 1));
        // Mostly what another try may follow, or few would come to the fourth.
        List<End> passing = List.of(End.THROTTLED, End.UNAVAILABLE, End.UNREACHED, End.LOST, End.CUT);
        return Stream.generate(() -> {
                    List<End> ends = new ArrayList<>();
                    for (int i = 0; i < MOST; i++) {
                        ends.add(one(random, random.nextInt(4) == 0 ? List.of(End.values()) : passing));
                    }
                    return Arguments.of(one(random, List.of(Kind.values())), one(random, List.of(Face.values())), ends);
                })
                .limit(Integer.getInteger("vpcep.rounds", 250));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private interface PutApi {
        @PUT("v1/p-1/books/b-1")
        Call<Book> put(@Body Book book);
    }

    private static ApiCall<?> call(Client client, Kind kind) {
        Book book = new Book("b", 1);
        return switch (kind) {
            case GET -> client.list();
            case DELETE -> client.remove("b-1");
            case POST -> client.add(book);
            case POST_AGAIN ->
                client.engine()
                        .prepare(Shelf.SORT.idempotent(true), client.api().sort("p-1", "b-1"));
            case PUT ->
                client.engine()
                        .prepare(
                                Operation.of("PutBook", "PUT", "/v1/{project_id}/books/{id}"),
                                client.engine().api(PutApi.class).put(book));
        };
    }

    private static MockResponse answer(Kind kind, End end) {
        String good = kind == Kind.GET ? FaultServer.PAGE : BOOK;
        MockResponse.Builder answer = new MockResponse.Builder().setHeader("Connection", "close");
        MockResponse.Builder ending = switch (end) {
            case GOOD -> kind == Kind.DELETE ? answer.code(204) : answer.body(good);
            case THROTTLED -> answer.code(400).body(error("Shelf.0022"));
            case UNAVAILABLE -> answer.code(503);
            case LOST -> answer.onResponseStart(new SocketEffect.CloseSocket());
            case CUT -> answer.code(503).body(error("Shelf.0011")).onResponseBody(new SocketEffect.CloseSocket());
            case REFUSED -> answer.code(400).body(error("INVALID_REQUEST"));
            case GONE -> answer.code(404).body(error("NOT_FOUND"));
            case UNREACHED -> throw new IllegalArgumentException();
        };
        return ending.build();
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("calls")
    void call_isTriedAndEndsAsTheModelSays(Kind kind, Face face, List<End> ends) {
        // Each try looks for the host, as no connection outlives an answer: that is where its end is laid down.
        AtomicInteger tries = new AtomicInteger();
        try (Client client = shelf.builder()
                .retry(RetryPolicy.standard().withMaxAttempts(MOST))
                .http(HttpStack.customized(http -> http.dns(host -> {
                    End end = ends.get(tries.getAndIncrement());
                    if (end == End.UNREACHED) {
                        throw new UnknownHostException(host);
                    }
                    shelf.server().enqueue(answer(kind, end));
                    return List.of(InetAddress.getLoopbackAddress());
                })))
                .endpoint("http://shelf.test:" + shelf.server().getPort())
                .allowPlainHttp()
                .build()) {
            Throwable thrown = catchThrowable(() -> face.send(call(client, kind)));

            Outcome outcome = new Outcome(
                    tries.get(), shelf.server().getRequestCount(), thrown == null ? null : thrown.getClass());
            assertThat(outcome).as("%s", thrown).isEqualTo(expected(kind, ends));
        }
    }
}
