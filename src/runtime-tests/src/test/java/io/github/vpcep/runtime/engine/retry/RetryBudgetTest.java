package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.ServerFailureException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the retries of a client's calls have in common. */
@Timeout(30)
class RetryBudgetTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private volatile boolean fails = true;

    private ClientBuilder<Client> builder(int budget) {
        shelf.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(fails ? 503 : 200)
                        .setHeader("Content-Type", "application/json")
                        .body("{\"books\":[],\"total\":7}")
                        .build();
            }
        });
        return shelf.builder().retry(RetryPolicy.standard()).retryBudget(budget);
    }

    private static void fails(Face face, Client client) {
        assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(ServerFailureException.class);
    }

    private int sent() {
        return shelf.server().getRequestCount();
    }

    @ParameterizedTest
    @EnumSource
    void calls_whileTheirServerFails_useUpWhatTheyHaveInHand(Face face) {
        try (Client client = builder(3).build()) {
            fails(face, client);
            assertThat(sent()).isEqualTo(3);
            fails(face, client);
            assertThat(sent()).as("one retry was left").isEqualTo(5);
            fails(face, client);
            assertThat(sent()).as("and now there is none").isEqualTo(6);
        }
    }

    @Test
    void calls_thatSucceed_earnARetryTogether() {
        try (Client client = builder(1).build()) {
            fails(Face.SYNC, client);
            assertThat(sent()).isEqualTo(2);
            fails = false;
            for (int i = 0; i < 10; i++) {
                client.list().execute();
            }
            fails = true;
            fails(Face.SYNC, client);
            assertThat(sent()).isEqualTo(2 + 10 + 2);
        }
    }

    @Test
    void calls_thatSucceed_earnNoMoreThanThereWas() {
        fails = false;
        try (Client client = builder(1).build()) {
            for (int i = 0; i < 30; i++) {
                client.list().execute();
            }
            fails = true;
            fails(Face.SYNC, client);
        }
        assertThat(sent()).isEqualTo(30 + 2);
    }

    @Test
    void clientsOfOtherOptions_shareIt() {
        try (Client client = builder(2).build()) {
            Engine other =
                    client.engine().with(CallOptions.builder().header("X", "1").build());
            fails(Face.SYNC, new Client(other));
            fails(Face.SYNC, client);
        }
        assertThat(sent()).isEqualTo(3 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void budget_outOfBounds_isRefused(int budget) {
        assertThatThrownBy(() -> shelf.builder().retryBudget(budget))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retryBudget is \"" + budget + "\", but must be from 0 to 1000000");
    }

    @Test
    void budget_givesWhatItHolds_andGetsATenthForEachSuccess() {
        RetryBudget budget = new RetryBudget(2);
        for (int i = 0; i < 3; i++) {
            budget.earn();
        }
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        for (int i = 0; i < 9; i++) {
            budget.earn();
            assertThat(budget.take()).isFalse();
        }
        budget.earn();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        assertThat(new RetryBudget(0).take()).isFalse();
    }
}
