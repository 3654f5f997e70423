package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Connection;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a kept connection is looked at before it is used again, and what is seen then. */
@Timeout(30)
class KeptConnectionsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final KeptConnections kept = new KeptConnections(nanos::get, false);
    private Socket near;
    private Socket far;

    /** A socket that speaks a protocol. */
    private record Line(Socket socket, Protocol protocol) implements Connection {
        @Override
        public Route route() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Handshake handshake() {
            return null;
        }
    }

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            near = new Socket(server.getInetAddress(), server.getLocalPort());
            far = server.accept();
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        near.close();
        far.close();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Unprocessed unprocessed(Connection connection, boolean repeatable) {
        return catchThrowableOfType(Unprocessed.class, () -> kept.isReused(connection, repeatable));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,true,HTTP_1_1,false",
        "PT0.009999999S,true,HTTP_1_1,false",
        "PT0.01S,true,HTTP_1_1,true",
        "PT0S,false,HTTP_1_1,true",
        "PT0.01S,true,HTTP_1_0,true",
        "PT0.01S,false,HTTP_2,false",
        "PT0.01S,false,H2_PRIOR_KNOWLEDGE,false"
    })
    void connection_isLookedAt_unlessItWasInUseJustNow_orSaysItselfThatItHasEnded(
            Duration since, boolean repeatable, Protocol protocol, boolean isLookedAt) throws IOException {
        Connection connection = new Line(near, protocol);
        far.close();
        assertThat(kept.isReused(connection, false)).isFalse();
        pass(Duration.ofHours(1));
        kept.used(connection);
        pass(since);
        if (isLookedAt) {
            assertThat(unprocessed(connection, repeatable)).isNotNull();
        } else {
            assertThat(kept.isReused(connection, repeatable)).isTrue();
        }
    }

    @Test
    void use_thatHasNotEnded_countsFromItsBegin() throws IOException {
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        far.close();
        assertThat(kept.isReused(connection, true)).isFalse();
        pass(Duration.ofNanos(9_999_999));
        assertThat(kept.isReused(connection, true)).isTrue();
        pass(Duration.ofNanos(9_999_999));
        assertThat(kept.isReused(connection, true)).isTrue();
        pass(Duration.ofMillis(10));
        assertThat(unprocessed(connection, true)).isNotNull();
    }

    @Test
    void connection_thatIsSharedWithOthers_isLookedAtBeforeItsFirstUse() throws IOException {
        KeptConnections shared = new KeptConnections(nanos::get, true);
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        assertThat(shared.isReused(connection, true)).isTrue();
        far.close();
        Connection other = new Line(near, Protocol.HTTP_1_0);
        assertThat(catchThrowableOfType(Unprocessed.class, () -> shared.isReused(other, true)))
                .isNotNull();
    }

    @Test
    void connection_thatIsOpenAndSilent_isLeftAsItWas() throws IOException {
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        near.setSoTimeout(77);
        kept.used(connection);
        assertThat(kept.isReused(connection, false)).isTrue();
        assertThat(near.getSoTimeout()).isEqualTo(77);
    }

    private void assertSays(String what, Unprocessed failure) {
        assertThat(failure.reason()).hasMessage(what);
        assertThat(failure).hasCause(failure.reason());
        assertThat(failure.isOnKeptConnection()).isTrue();
        assertThat(failure.isConnectionGone()).isTrue();
    }

    @Test
    void connection_thatTheServerHasClosed_saysSo() throws IOException {
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        kept.used(connection);
        far.close();
        assertSays("the server has closed the connection", unprocessed(connection, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 'H'})
    void connection_onWhichTheServerSpokeUnasked_saysSo(int said) throws IOException {
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        kept.used(connection);
        far.getOutputStream().write(said);
        assertSays("the server spoke unasked", unprocessed(connection, false));
    }

    @Test
    void connection_thatCannotBeLookedAt_saysWhy() throws IOException {
        Connection connection = new Line(near, Protocol.HTTP_1_1);
        kept.used(connection);
        near.close();
        assertThat(unprocessed(connection, false).reason()).isInstanceOf(SocketException.class);
    }
}
