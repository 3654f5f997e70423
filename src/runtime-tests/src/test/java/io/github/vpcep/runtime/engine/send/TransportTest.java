package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.RawServer;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that fail, and calls that are given up. */
@Timeout(30)
class TransportTest {
    private static final String PAGE = "{\"books\":[],\"total\":0}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static VpcepTransportException failure(Face face, Client client) {
        VpcepTransportException e = catchThrowableOfType(VpcepTransportException.class, () -> face.send(client.list()));
        assertThat(e.operation()).isEqualTo("ListBooks");
        assertThat(e.getCause()).isInstanceOf(IOException.class);
        assertThat(e.getMessage())
                .startsWith("ListBooks got no usable answer: ")
                .contains("GET http");
        return e;
    }

    @ParameterizedTest
    @EnumSource
    void call_whenNothingListens_saysRefused(Face face) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Client client =
                shelf.builder().endpoint("http://127.0.0.1:" + port).build()) {
            assertThat(failure(face, client)).hasMessageContaining("the connection was refused");
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whenAKeptConnectionBreaks_isNotRepeatedByOkHttp(Face face) throws Exception {
        shelf.answers(200, PAGE);
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        shelf.answers(200, PAGE);
        face.send(shelf.client().list());
        VpcepTransportException e = failure(face, shelf.client());
        assertThat(e.requestId()).isNull();
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
        shelf.server().takeRequest();
        assertThat(shelf.server().takeRequest().getExchangeIndex())
                .as("place on its connection")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void call_whenBodyEndsBeforeItsLength_namesOperationStatusAndRequest(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .setHeader("X-Request-Id", "r-77")
                        .body(PAGE)
                        .setHeader("Content-Length", 1000)
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        VpcepTransportException e = failure(face, shelf.client());
        assertThat(e)
                .hasMessageContaining("the answer ended too early or is not HTTP, after HTTP 200 had arrived")
                .hasMessageEndingWith("(request id r-77)");
        assertThat(e.requestId()).isEqualTo("r-77");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenErrorBodyEndsBeforeItsLength_keepsStatusAndRequest(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .code(400)
                        .setHeader("X-Request-Id", "r-77")
                        .body("{\"error\":")
                        .setHeader("Content-Length", 1000)
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        VpcepTransportException e = failure(face, shelf.client());
        assertThat(e).hasMessageContaining("after HTTP 400 had arrived");
        assertThat(e.requestId()).isEqualTo("r-77");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenServerIsSilent_endsByReadTimeout(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        try (Client client = shelf.builder().readTimeout(Duration.ofMillis(50)).build()) {
            assertThat(failure(face, client)).hasMessageContaining("timed out, by connectTimeout or readTimeout");
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whenServerDoesNotTakeALongRequest_endsByReadTimeout(Face face) throws Exception {
        // More than the buffers of both sides hold.
        Book book = new Book("x".repeat(32 << 20), 7);
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Client client = shelf.builder()
                        .endpoint("http://127.0.0.1:" + deaf.getLocalPort())
                        .readTimeout(Duration.ofMillis(50))
                        .build()) {
            assertThatThrownBy(() -> face.send(client.add(book)))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by connectTimeout or readTimeout");
        }
    }

    /** Waking it three or four times per call, as OkHttp does by itself, takes longer than signing. */
    @Test
    void calls_oneAfterAnother_leaveTheThreadThatWatchesTimeoutsAsleep() {
        int calls = 50;
        for (int i = 0; i <= calls; i++) {
            shelf.answers(200, PAGE);
        }
        shelf.client().list().execute();
        long before = timesWoken();
        for (int i = 0; i < calls; i++) {
            shelf.client().list().execute();
        }
        assertThat(timesWoken() - before).isLessThan(calls);
    }

    private static long timesWoken() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("Okio Watchdog"))
                .mapToLong(thread -> threads.getThreadInfo(thread.getId()).getWaitedCount())
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void call_whenItTakesTooLong_endsByCallTimeout(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        try (Client client = shelf.builder().callTimeout(Duration.ofMillis(50)).build()) {
            assertThat(failure(face, client)).hasMessageContaining("timed out, by callTimeout");
        }
    }

    @Test
    void call_whenServerSpeaksNoTls_saysSo() throws Exception {
        try (RawServer server = new RawServer("HTTP/1.1 400 Bad Request\r\n\r\n");
                Client client = shelf.builder().endpoint(server.url("https")).build()) {
            assertThat(failure(Face.SYNC, client)).hasMessageContaining("TLS failed");
        }
    }

    @Test
    void call_whenServerSpeaksNoHttp_saysSo() {
        shelf.server()
                .enqueue(
                        new MockResponse.Builder().status("SSH-2.0-OpenSSH_9.2").build());
        assertThat(failure(Face.SYNC, shelf.client())).hasMessageContaining("is not HTTP");
    }

    @Test
    void call_whenServerTalksEndlessly_showsItsStart() {
        shelf.server()
                .enqueue(new MockResponse.Builder().status("x".repeat(10_000)).build());
        assertThat(failure(Face.SYNC, shelf.client()).getMessage()).hasSizeLessThan(700);
    }

    @Test
    void execute_whenThreadIsInterrupted_throwsAndLeavesItInterrupted() {
        shelf.answers(200, PAGE);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> shelf.client().list().execute())
                .isInstanceOf(VpcepTransportException.class)
                .hasMessageContaining("the thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void execute_whenSentTwice_throws() {
        shelf.answers(200, PAGE);
        var call = shelf.client().list();
        call.execute();
        assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void future_whenCancelled_closesTheConnection() throws Exception {
        try (RawServer server = new RawServer("");
                Client client = shelf.builder().endpoint(server.url("http")).build()) {
            CompletableFuture<?> future = client.list().executeAsync();
            server.heard().get(10, TimeUnit.SECONDS);
            future.cancel(false);
            assertThat(server.hungUp().get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(future).isCancelled();
        }
    }

    @Test
    void executeAsync_sendsMoreThanOkHttpsDefaultAtATime() throws Exception {
        int calls = 20;
        CountDownLatch allArrived = new CountDownLatch(calls);
        shelf.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                allArrived.countDown();
                int status = allArrived.await(10, TimeUnit.SECONDS) ? 200 : 500;
                return new MockResponse.Builder().code(status).body(PAGE).build();
            }
        });
        CompletableFuture<?>[] futures = new CompletableFuture<?>[calls];
        for (int i = 0; i < calls; i++) {
            futures[i] = shelf.client().list().executeAsync();
        }
        CompletableFuture.allOf(futures).get(20, TimeUnit.SECONDS);
    }
}
