package io.github.vpcep.contract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancelling a future ends the HTTP call, and not only the wait for it. */
class FacadeCancelTest {
    private final SilentServer server = new SilentServer();
    private final VpcepClient client = VpcepClient.builder()
            .endpoint("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port())
            .projectId("295dacf46a4842fcbf7844dc2dc2489d")
            .credentials(Credentials.token("token"))
            .build();

    /** Answers as many requests as it is given answers, then never again, and sees the connection end. */
    private static final class SilentServer implements AutoCloseable {
        final CountDownLatch unanswered = new CountDownLatch(1);
        final CountDownLatch ended = new CountDownLatch(1);
        private final ServerSocket socket;
        private volatile String firstAnswer = "";

        SilentServer() {
            try {
                socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(this::serve, "silent-server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        void answersOnce(String body) {
            firstAnswer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
        }

        private void serve() {
            try (Socket connection = socket.accept()) {
                InputStream in = connection.getInputStream();
                readHead(in);
                if (!firstAnswer.isEmpty()) {
                    connection.getOutputStream().write(firstAnswer.getBytes(StandardCharsets.US_ASCII));
                    readHead(in);
                }
                unanswered.countDown();
                awaitEnd(in);
            } catch (IOException e) {
                // Then one of the latches tells the test.
            }
        }

        private void awaitEnd(InputStream in) {
            try {
                // What comes before the end is the body of the request.
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException reset) {
                // An end as well.
            }
            ended.countDown();
        }

        private static void readHead(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("ended");
                }
                head.append((char) next);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    static Stream<Function<VpcepClient, CompletableFuture<?>>> calls() {
        return Stream.of(
                client -> client.async().endpoints().list(),
                client -> client.async().endpointServices().listPublic(),
                client -> client.async().endpointServices().rename("id", "orders"),
                client -> client.with(o -> o.header("X-Trace", "t"))
                        .async()
                        .endpoints()
                        .list());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void cancel_ofACall_endsItsConnection(Function<VpcepClient, CompletableFuture<?>> call)
            throws InterruptedException {
        CompletableFuture<?> future = call.apply(client);
        assertThat(server.unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        future.cancel(true);

        assertThat(server.ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(future).isCancelled();
    }

    static Stream<Function<AsyncPage<?>, CompletableFuture<?>>> walks() {
        return Stream.of(AsyncPage::toList, page -> page.forEachWhile(each -> true));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void cancel_ofAWalk_endsTheCallForItsNextPage(Function<AsyncPage<?>, CompletableFuture<?>> walk)
            throws InterruptedException {
        server.answersOnce("{\"endpoints\":[{\"id\":\"0\"},{\"id\":\"1\"}],\"total_count\":3}");
        CompletableFuture<?> future =
                walk.apply(client.async().endpoints().list(q -> q.limit(2)).join());
        assertThat(server.unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        future.cancel(true);

        assertThat(server.ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void completeExceptionally_ofACall_endsItsConnection() throws InterruptedException {
        var future = client.async().endpoints().list();
        assertThat(server.unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        future.completeExceptionally(new IllegalStateException("no more wanted"));

        assertThat(server.ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
