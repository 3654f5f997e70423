package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

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
                                .contains("RemoveBook succeeds: a try before, whose answer was lost, had done it"));
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
