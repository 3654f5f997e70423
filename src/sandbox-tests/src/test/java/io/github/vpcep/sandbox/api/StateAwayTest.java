package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.ServerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import io.github.vpcep.sandbox.store.Unit;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is answered while the state cannot be had, over HTTP. */
class StateAwayTest {
    private final Failing store = new Failing();
    private final Running server = new Running(store);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void stateThatIsAway_isToldToOperationsAndInTheHealth_withATimeToComeBack() {
        for (String path : List.of(ENDPOINTS, "/healthz")) {
            HttpResponse<String> answer = server.get(path);

            assertError(answer, 503, "EndPoint.0001");
            assertThat(answer.body()).contains("unavailable for the moment");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void whatNeedsAStateThatWaits_isAskedOnAWorker() {
        for (String path : List.of(ENDPOINTS, "/healthz")) {
            store.askedOn = "";

            server.get(path);

            assertThat(store.askedOn).as(path).startsWith("vpcep-sandbox-worker-");
        }
    }

    @Test
    void whatNeedsNoState_isAnsweredMeanwhile() {
        for (String path : List.of("/", "/docs", "/openapi.json")) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void failureThatNobodyExpects_isTheServersOwn_andKeepsWhatItSays() {
        for (Throwable each : List.of(new IllegalStateException("secret-1"), new StackOverflowError("secret-2"))) {
            store.failure = each;

            HttpResponse<String> answer = server.get(ENDPOINTS);

            assertError(answer, 500, "EndPoint.0001");
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    /** A store of which every use fails. */
    private static final class Failing implements Store {
        private volatile Throwable failure = new StoreUnavailableException("of this test");

        private volatile String askedOn = "";

        private IllegalStateException failed() {
            askedOn = Thread.currentThread().getName();
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public <R> R ask(Instant now, Function<Unit, R> question) {
            throw failed();
        }

        @Override
        public <R> R read(Instant now, Function<Unit, R> work) {
            throw failed();
        }

        @Override
        public <R> R write(Instant now, Function<Unit, R> work) {
            throw failed();
        }

        @Override
        public void check() {
            throw failed();
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public void close() {}
    }
}
