package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.Path;

/** What a call is that was sent again after a lost answer, and is then refused. */
@Timeout(30)
class LostAnswerTest {
    private static final String GONE = "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No such book\"}}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private final List<CallListener.CallEvent> calls = new CopyOnWriteArrayList<>();

    /** What becomes of the first try. */
    enum First {
        BROKEN(true),
        BAD_GATEWAY(true),
        GATEWAY_TIMEOUT(true),
        FAILED_INSIDE(true),
        THROTTLED(false),
        TOO_MANY(false);

        private final boolean mayBeDone;

        First(boolean mayBeDone) {
            this.mayBeDone = mayBeDone;
        }

        void on(Shelf shelf) {
            switch (this) {
                case BROKEN ->
                    shelf.server()
                            .enqueue(new MockResponse.Builder()
                                    .onResponseStart(new SocketEffect.CloseSocket())
                                    .build());
                case BAD_GATEWAY -> shelf.answers(502, "");
                case GATEWAY_TIMEOUT -> shelf.answers(504, "");
                case FAILED_INSIDE -> shelf.answers(500, "{\"error\":{\"code\":\"Shelf.0001\",\"message\":\"m\"}}");
                case THROTTLED -> shelf.answers(400, "{\"error\":{\"code\":\"Shelf.0022\",\"message\":\"m\"}}");
                case TOO_MANY -> shelf.answers(429, "");
            }
        }
    }

    static Stream<Arguments> firstAndFace() {
        return Stream.of(First.values())
                .flatMap(first -> Stream.of(Face.values()).map(face -> Arguments.of(first, face)));
    }

    private Client client() {
        return shelf.builder()
                .retry(RetryPolicy.standard())
                .listener(calls::add)
                .build();
    }

    @ParameterizedTest
    @MethodSource("firstAndFace")
    void deletion_thatIsRepeated_succeedsIfTheFirstTryMayHaveDoneIt(First first, Face face) {
        first.on(shelf);
        shelf.answers(404, GONE);
        int before = SuiteLog.lines().size();
        try (Client client = client()) {
            if (first.mayBeDone) {
                assertThat(face.send(client.remove("b-1"))).isNull();
                assertThat(calls).singleElement().satisfies(call -> {
                    assertThat(call.outcome()).isEqualTo("success");
                    assertThat(call.status()).isEqualTo(404);
                    assertThat(call.tries()).isEqualTo(2);
                });
                assertThat(SuiteLog.since(before, Level.DEBUG))
                        .anySatisfy(line -> assertThat(line)
                                .contains("RemoveBook has been done by a try before, whose answer was lost"));
            } else {
                assertThatThrownBy(() -> face.send(client.remove("b-1"))).isInstanceOf(NotFoundException.class);
            }
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void deletion_whoseLostAnswerIsSomeTriesAgo_succeeds(Face face) {
        First.BROKEN.on(shelf);
        First.THROTTLED.on(shelf);
        shelf.answers(404, GONE);
        try (Client client = client()) {
            assertThat(face.send(client.remove("b-1"))).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletion_ofWhatIsNotThere_failsInTheFirstTry(Face face) {
        shelf.answers(404, GONE);
        try (Client client = client()) {
            assertThatThrownBy(() -> face.send(client.remove("b-1"))).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletion_thatIsRepeated_failsIfTheRefusalDoesNotTellAbsence(Face face) {
        try (Client client = client()) {
            First.BROKEN.on(shelf);
            shelf.answers(404, "<html>");
            assertThatThrownBy(() -> face.send(client.remove("b-1")))
                    .as("as from a wrong address")
                    .isInstanceOf(NotFoundException.class);
            First.BROKEN.on(shelf);
            shelf.answers(400, "{\"error\":{\"code\":\"INVALID_REQUEST\",\"message\":\"m\"}}");
            assertThatThrownBy(() -> face.send(client.remove("b-1"))).isInstanceOf(InvalidRequestException.class);
        }
    }

    /** Tears a page out of a book and answers the book, which can be asked for as well. */
    private static ApiCall<Book> tearing(Client client, String... codes) {
        Operation tear = Operation.of("TearPage", "DELETE", "/v1/{project_id}/books/{id}/page");
        return client.engine()
                .prepare(
                        tear.doneWhen(codes).answeredAt("/v1/{project_id}/books/{id}"),
                        client.engine().api(TearApi.class).tear("b-1"));
    }

    interface TearApi {
        @DELETE("v1/p-1/books/{id}/page")
        Call<Book> tear(@Path("id") String id);
    }

    @ParameterizedTest
    @EnumSource
    void deletion_withAnAnswer_thatIsRepeated_asksForIt(Face face) throws Exception {
        First.BROKEN.on(shelf);
        shelf.answers(404, GONE);
        shelf.answers(503, "");
        shelf.answers(200, "{\"title\":\"t\",\"pages\":1}");
        try (Client client = shelf.builder()
                .retry(RetryPolicy.standard().withMaxAttempts(4))
                .listener(calls::add)
                .build()) {
            assertThat(face.send(tearing(client, "not_found"))).isEqualTo(new Book("t", 1));
        }
        assertThat(requests(4))
                .containsExactly(
                        "DELETE /v1/p-1/books/b-1/page",
                        "DELETE /v1/p-1/books/b-1/page",
                        "GET /v1/p-1/books/b-1",
                        "GET /v1/p-1/books/b-1");
        assertThat(calls).extracting(CallListener.CallEvent::outcome).containsExactly("success");
    }

    @ParameterizedTest
    @EnumSource
    void deletion_withAnAnswer_asksForItAfterTheLastTryToo(Face face) {
        First.BROKEN.on(shelf);
        shelf.answers(404, GONE);
        shelf.answers(200, "{\"title\":\"t\",\"pages\":1}");
        try (Client client =
                shelf.builder().retry(RetryPolicy.standard().withMaxAttempts(2)).build()) {
            assertThat(face.send(tearing(client, "NOT_FOUND"))).isEqualTo(new Book("t", 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletion_withAnAnswer_failsIfWhatHoldsItIsGone(Face face) {
        try (Client client = client()) {
            First.BROKEN.on(shelf);
            shelf.answers(404, GONE);
            assertThatThrownBy(() -> face.send(tearing(client, "Shelf.1018"))).isInstanceOf(NotFoundException.class);
            First.BROKEN.on(shelf);
            shelf.answers(400, "{\"error\":{\"code\":\"Shelf.1018\",\"message\":\"m\"}}");
            shelf.answers(404, GONE);
            assertThatThrownBy(() -> face.send(tearing(client, "Shelf.1018"))).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletion_thatIsRepeated_succeedsByTheCodesThatTheContractNames(Face face) {
        First.BROKEN.on(shelf);
        shelf.answers(409, "{\"error\":{\"code\":\"CONFLICT\",\"message\":\"It is being removed\"}}");
        try (Client client = client()) {
            ApiCall<Void> call = client.engine()
                    .prepare(Shelf.REMOVE.doneWhen("Conflict"), client.api().remove("p-1", "b-1"));
            assertThat(face.send(call)).isNull();
        }
    }

    @Test
    void answer_isFoundAboveTheOperationOnly() {
        Operation operation = Operation.of("TearPage", "DELETE", "/books/{id}/page");
        assertThat(operation.answeredAt("/books").answeredAbove()).isEqualTo(2);
        assertThatThrownBy(() -> operation.answeredAt("/shelves"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/books/{id}/page does not begin with /shelves");
    }

    private List<String> requests(int number) throws InterruptedException {
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            var request = shelf.server().takeRequest();
            requests.add(request.getMethod() + " " + request.getTarget());
        }
        return requests;
    }

    @ParameterizedTest
    @EnumSource
    void otherCalls_thatAreRepeated_failIfThereIsNoSuchThing(Face face) {
        try (Client client = client()) {
            First.BROKEN.on(shelf);
            shelf.answers(404, GONE);
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(NotFoundException.class);
            First.BROKEN.on(shelf);
            shelf.answers(404, GONE);
            ApiCall<Shelf.Book> withAnswer = client.engine()
                    .prepare(
                            Operation.of("TearPage", "DELETE", "/books/{id}/page"),
                            client.api().sort("p-1", "b-1"));
            assertThatThrownBy(() -> face.send(withAnswer)).isInstanceOf(NotFoundException.class);
        }
    }
}
