package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client leaves behind. */
@Timeout(30)
class CloseTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    @Test
    void close_makesLaterCallsFail() {
        Client client = shelf.client();
        ApiCall<?> prepared = client.list();
        client.close();
        assertThatThrownBy(client::list)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The client is closed");
        assertThatThrownBy(prepared::execute).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(prepared::executeAsync).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.api().list("p-1", null).execute()).isInstanceOf(IllegalStateException.class);
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @Test
    void close_whenClosedAlready_doesNothing() {
        shelf.client().close();
        assertThatCode(shelf.client()::close).doesNotThrowAnyException();
    }

    @Test
    void close_endsTheCallsUnderWay() throws Exception {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        CompletableFuture<?> future = shelf.client().list().executeAsync();
        shelf.server().takeRequest();
        shelf.client().close();
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(VpcepTransportException.class)
                .hasMessageContaining("the client was closed meanwhile");
    }

    @Test
    void close_closesIdleConnections() throws Exception {
        String page = "{\"books\":[],\"total\":0}";
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n" + page)) {
            try (Client client = shelf.builder().endpoint(server.url("http")).build()) {
                client.list().execute();
                assertThat(server.hungUp()).isNotDone();
            }
            assertThat(server.hungUp().get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void close_endsTheThreads() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        shelf.answers(200, "{\"books\":[],\"total\":0}");
        try (Client client = shelf.builder()
                .credentials(request -> {
                    thread.complete(Thread.currentThread());
                    return Map.of();
                })
                .build()) {
            client.list().executeAsync().get(10, TimeUnit.SECONDS);
            assertThat(thread.join().isDaemon()).isTrue();
            assertThat(thread.join().isAlive()).isTrue();
        }
        thread.join().join(10_000);
        assertThat(thread.join().isAlive()).isFalse();
        // Only now: OkHttp renames a thread while it works.
        assertThat(thread.join().getName()).isEqualTo("vpcep-call-1");
    }
}
