package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.engine.Shelf.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;

/** A cancelled call leaves nothing behind: no thread at work, no open connection. */
@Timeout(60)
class CancelTest {
    private static final int CALLS = 10;

    @RegisterExtension
    final Shelf shelf = new Shelf();

    /** Never answers, and tells when so many requests have come. */
    private static CountDownLatch hangs(MockWebServer server, int requests) {
        CountDownLatch came = new CountDownLatch(requests);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                came.countDown();
                return new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
            }
        });
        return came;
    }

    private static List<CompletableFuture<?>> start(Client client) {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(client.list().executeAsync());
        }
        return calls;
    }

    /** Returns when the client rests, else is ended by the test's timeout. */
    private static void awaitRest(Client client) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (client.engine().threadsAtWork() > 0
                || client.engine().connections().connectionCount() > 0) {
            // A look every now and then, until it is so.
            var unused = never.await(5, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void calls_cancelledWhileTheServerIsSilent_leaveNothing() throws Exception {
        CountDownLatch came = hangs(shelf.server(), CALLS);
        try (Client client = shelf.builder().build()) {
            List<CompletableFuture<?>> calls = start(client);
            assertThat(came.await(30, TimeUnit.SECONDS)).isTrue();
            calls.forEach(call -> call.cancel(false));
            awaitRest(client);
        }
    }

    @Test
    void calls_cancelledWhileTheyWaitForAToken_leaveNothing() throws Exception {
        try (MockWebServer iam = PromptServer.create()) {
            iam.start();
            CountDownLatch came = hangs(iam, 1);
            try (Client client = shelf.builder()
                    .credentials(Credentials.password("u", "p", "d", "north-1")
                            .iamEndpoint(iam.url("/").uri()))
                    .build()) {
                List<CompletableFuture<?>> calls = start(client);
                assertThat(came.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(client.engine().threadsAtWork()).isPositive();
                calls.forEach(call -> call.cancel(false));
                awaitRest(client);
            }
            assertThat(iam.getRequestCount()).isOne();
        }
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @Test
    void call_givenUpByItsCaller_leavesNothing() throws Exception {
        CountDownLatch came = hangs(shelf.server(), 1);
        try (Client client = shelf.builder().build()) {
            CompletableFuture<?> call = client.list().executeAsync();
            assertThat(came.await(30, TimeUnit.SECONDS)).isTrue();
            call.completeExceptionally(new TimeoutException());
            awaitRest(client);
        }
    }

    @Test
    void call_cancelledBeforeItIsSent_doesNotAskItsCredentials() {
        AtomicInteger asked = new AtomicInteger();
        try (Client client = shelf.builder()
                .credentials(request -> Map.of("X-Asked", "" + asked.incrementAndGet()))
                .build()) {
            Call<Shelf.Page> call = client.api().list("p-1", null);
            call.cancel();
            assertThatThrownBy(call::execute).isInstanceOf(IOException.class).hasMessage("Canceled");
        }
        assertThat(asked).hasValue(0);
    }
}
