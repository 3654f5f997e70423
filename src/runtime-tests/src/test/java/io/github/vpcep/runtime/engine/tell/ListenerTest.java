package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.SuiteLog;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/** What a listener is told, and that it cannot break a call. */
@Timeout(30)
class ListenerTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private final List<CallListener.CallEvent> calls = new CopyOnWriteArrayList<>();
    private final List<CallListener.TryEvent> tries = new CopyOnWriteArrayList<>();

    private final CallListener listener = new CallListener() {
        @Override
        public void onCall(CallEvent call) {
            calls.add(call);
        }

        @Override
        public void onTry(TryEvent attempt) {
            tries.add(attempt);
        }
    };

    @ParameterizedTest
    @EnumSource
    void listener_isToldEachTryAndTheCall(Face face) {
        shelf.answers(503, "");
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .retry(RetryPolicy.standard())
                .listener(listener)
                .credentials(request -> {
                    shelf.time().pass(Duration.ofMillis(30));
                    return Map.of();
                })
                .build()) {
            face.send(client.list());
        }
        assertThat(tries)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        CallListener.TryEvent.of("ListBooks", 1, Duration.ofMillis(30))
                                .withStatus(503)
                                .withPause(Duration.ofMillis(500)),
                        CallListener.TryEvent.of("ListBooks", 2, Duration.ofMillis(30))
                                .withStatus(200));
        assertThat(calls)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(CallListener.CallEvent.of("ListBooks", 2, Duration.ofMillis(560))
                        .withStatus(200));
        assertThat(calls.get(0).outcome()).isEqualTo("success");
        assertThat(calls.get(0))
                .hasToString("CallEvent[operation=ListBooks, tries=2, duration=PT0.56S, status=200, failure=null]");
        assertThat(tries.get(0))
                .hasToString("TryEvent[operation=ListBooks, number=1, duration=PT0.03S, status=503, failure=null,"
                        + " pause=PT0.5S]");
    }

    @ParameterizedTest
    @EnumSource
    void listener_isToldWhatTheCallerGetsThrown(Face face) throws Exception {
        try (FaultServer server = new FaultServer(Fault.THROTTLE, Fault.TRUNCATE, Fault.HTML);
                Client client = shelf.builder()
                        .endpoint(server.url())
                        .listener(listener)
                        .build()) {
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(ThrottledException.class);
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(VpcepTransportException.class);
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1)))).isInstanceOf(VpcepDecodeException.class);
        }
        assertThat(calls)
                .extracting(CallListener.CallEvent::outcome)
                .containsExactly("ThrottledException", "VpcepTransportException", "VpcepDecodeException");
        assertThat(calls).extracting(CallListener.CallEvent::status).containsExactly(400, 200, 200);
        assertThat(tries).extracting(attempt -> attempt.failure() == null).containsExactly(true, false, true);
    }

    @ParameterizedTest
    @EnumSource
    void listener_isToldWhatTheCredentialsThrew(Face face) {
        IllegalStateException reason = new IllegalStateException("the vault is locked");
        try (Client client = shelf.builder()
                .listener(listener)
                .credentials(request -> {
                    throw reason;
                })
                .build()) {
            assertThatThrownBy(() -> face.send(client.list())).isSameAs(reason);
        }
        assertThat(calls.get(0).failure()).isSameAs(reason);
        assertThat(calls.get(0).status()).isZero();
        assertThat(tries.get(0).failure()).isSameAs(reason);
    }

    @Test
    void listener_isNotToldWhatNeverBegan() {
        Client client = shelf.builder().listener(listener).build();
        shelf.answers(200, FaultServer.PAGE);
        var call = client.list();
        call.execute();
        assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(call::executeAsync).isInstanceOf(IllegalStateException.class);
        client.close();
        assertThatThrownBy(client::list).isInstanceOf(IllegalStateException.class);
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void listener_whenItThrows_breaksNoCallAndIsLoggedOnce(Face face) {
        int before = SuiteLog.lines().size();
        CallListener bad = new CallListener() {
            @Override
            public void onCall(CallEvent call) {
                throw new AssertionError("no such meter");
            }

            @Override
            public void onTry(TryEvent attempt) {
                throw new IllegalStateException("no such timer");
            }
        };
        shelf.answers(200, FaultServer.PAGE);
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder().listener(bad).listener(listener).build()) {
            assertThat(face.send(client.list()).total()).isEqualTo(7);
            assertThat(face.send(client.list()).total()).isEqualTo(7);
        }
        assertThat(calls).hasSize(2);
        assertThat(SuiteLog.since(before, Level.WARN))
                .singleElement()
                .asString()
                .contains("no such timer");
    }
}
