package io.github.vpcep.runtime.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.call.Alarm;
import io.github.vpcep.runtime.engine.call.Sleeper;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, how often and when, on both faces; what is not; and that nothing is left behind. */
@Timeout(60)
class RetryTest {
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private ClientBuilder<Client> builder() {
        return shelf.builder().retry(RetryPolicy.standard());
    }

    private static Stream<Arguments> cross(Stream<?> values) {
        return values.flatMap(value -> Stream.of(Face.values()).map(face -> Arguments.of(face, value)));
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";
    }

    // I/O errors

    /** Only silence needs real time to be noticed: enough for a good answer on a busy machine, and no more. */
    private static Duration patience(Fault fault) {
        return fault == Fault.STALL ? Duration.ofMillis(300) : Duration.ofSeconds(20);
    }

    static Stream<Arguments> faults() {
        return cross(Stream.of(
                Fault.DROP, Fault.RESET, Fault.STALL, Fault.TRUNCATE, Fault.TRUNCATE_CHUNKS, Fault.TRUNCATE_ERROR));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void retry_whenAConnectionFailsTwice_succeedsOnTheThirdTry(Face face, Fault fault) throws Exception {
        try (FaultServer server = new FaultServer(fault, fault);
                Client client = builder()
                        .endpoint(server.url())
                        .readTimeout(patience(fault))
                        .build()) {
            assertThat(face.send(client.list()).total()).isEqualTo(7);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(shelf.time().pauses()).containsExactly(500L, 1000L);
            assertNothingLeaks(client);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void retry_whenAConnectionFailsEachTime_throwsTheLastFailure(Face face, Fault fault) throws Exception {
        try (FaultServer server = new FaultServer(fault, fault, fault);
                Client client = builder()
                        .endpoint(server.url())
                        .readTimeout(patience(fault))
                        .build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining(", in try 3 [GET http");
            assertThat(server.requests()).isEqualTo(3);
            assertNothingLeaks(client);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void retry_whenAPostMayHaveArrived_isNotMade(Face face, Fault fault) throws Exception {
        try (FaultServer server = new FaultServer(fault);
                Client client = builder()
                        .endpoint(server.url())
                        .readTimeout(patience(fault))
                        .build()) {
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                    .isInstanceOf(VpcepTransportException.class);
            assertThat(server.requests()).isEqualTo(1);
            assertThat(shelf.time().pauses()).isEmpty();
            assertNothingLeaks(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenNothingListens_isMadeForAPostToo(Face face) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Client client = builder().endpoint("http://127.0.0.1:" + port).build()) {
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("the connection was refused, in try 3");
        }
        assertThat(shelf.time().pauses()).containsExactly(500L, 1000L);
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenTheHostIsNotKnownAtFirst_isMadeForAPostToo(Face face) {
        AtomicInteger lookups = new AtomicInteger();
        shelf.answers(200, BOOK);
        try (Client client = builder()
                .http(HttpStack.customized(http -> http.dns(host -> {
                    if (lookups.incrementAndGet() < 3) {
                        throw new UnknownHostException(host);
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                })))
                .endpoint("http://shelf.test:" + shelf.server().getPort())
                .allowPlainHttp()
                .build()) {
            assertThat(face.send(client.add(new Book("b", 1)))).isEqualTo(new Book("t", 1));
        }
        assertThat(lookups).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenTlsBreaksBeforeAnythingIsSent_isMadeForAPostToo(Face face) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Client client = builder()
                        .endpoint("https://127.0.0.1:" + server.getLocalPort())
                        .build()) {
            var unused = CompletableFuture.runAsync(() -> hangUpAtOnce(server, connections));
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                    .isInstanceOf(VpcepTransportException.class);
            assertThat(connections).hasValue(3);
        }
    }

    private static void hangUpAtOnce(ServerSocket server, AtomicInteger connections) {
        try {
            while (true) {
                Socket connection = server.accept();
                // Before it is closed, for then the client goes on.
                connections.incrementAndGet();
                connection.close();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void retry_forgetsTheAnswerOfTheTryBefore() throws Exception {
        try (FaultServer server = new FaultServer(Fault.TRUNCATE, Fault.DROP, Fault.DROP);
                Client client = builder().endpoint(server.url()).build()) {
            VpcepTransportException e = catchThrowableOfType(
                    VpcepTransportException.class, () -> client.list().execute());
            assertThat(e.requestId()).isNull();
            assertThat(e).hasMessageNotContaining("had arrived");
        }
    }

    // Answers

    @ParameterizedTest
    @EnumSource
    void retry_whenThrottledTwice_succeedsOnTheThirdTry(Face face) throws Exception {
        try (FaultServer server = new FaultServer(Fault.THROTTLE, Fault.THROTTLE);
                Client client = builder().endpoint(server.url()).build()) {
            assertThat(face.send(client.list()).total()).isEqualTo(7);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(server.connections())
                    .as("a failed answer gives its connection back before the next try")
                    .isEqualTo(1);
            assertNothingLeaks(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenThrottledEachTime_throwsWithTheBodyOfTheLast(Face face) {
        for (int i = 1; i <= 3; i++) {
            shelf.answers(400, "{\"error\":{\"code\":\"Shelf.0022\",\"message\":\"try " + i + "\"}}");
        }
        try (Client client = builder().build()) {
            assertThatThrownBy(() -> face.send(client.add(new Book("b", 1))))
                    .isInstanceOf(ThrottledException.class)
                    .hasMessage("AddBook failed with HTTP 400 Shelf.0022: try 3 (request id r-77)");
            assertNothingLeaks(client);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                // status, body, tries of an idempotent operation, tries of another
                Arguments.of(400, error("Shelf.0022"), 3, 3),
                Arguments.of(503, error("SHELF.0022"), 3, 3),
                Arguments.of(500, error("Shelf.0001"), 3, 1),
                Arguments.of(429, error("Shelf.0001"), 3, 1),
                Arguments.of(504, error("Shelf.0011"), 1, 1),
                Arguments.of(429, error("Shelf.1018"), 1, 1),
                Arguments.of(429, "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"m\"}", 3, 3),
                Arguments.of(429, "", 3, 3),
                Arguments.of(502, "<html>Bad Gateway</html>", 3, 1),
                Arguments.of(503, "", 3, 1),
                Arguments.of(504, error("Never.Seen"), 3, 1),
                Arguments.of(503, "x".repeat(2_000_000), 3, 1),
                Arguments.of(500, error("Never.Seen"), 1, 1),
                Arguments.of(408, "", 1, 1),
                Arguments.of(421, "", 1, 1),
                Arguments.of(400, error("Never.Seen"), 1, 1),
                Arguments.of(401, "", 1, 1),
                Arguments.of(404, "", 1, 1),
                Arguments.of(307, "", 1, 1));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void retry_goesByCodeFirstAndByStatusElse(int status, String body, int idempotent, int other) {
        try (Client client = builder().build()) {
            for (int i = 0; i < idempotent; i++) {
                shelf.answers(status, body);
            }
            VpcepServiceException e = catchThrowableOfType(
                    VpcepServiceException.class, () -> client.list().execute());
            assertThat(shelf.server().getRequestCount()).isEqualTo(idempotent);
            assertThat(e.rawBody()).isEqualTo(body);
            assertThat(e.requestId()).isEqualTo("r-77");
            for (int i = 0; i < other; i++) {
                shelf.answers(status, body);
            }
            assertThatThrownBy(() -> client.add(new Book("b", 1)).execute()).isInstanceOf(VpcepServiceException.class);
            assertThat(shelf.server().getRequestCount()).isEqualTo(idempotent + other);
            assertNothingLeaks(client);
        }
    }

    @Test
    void retry_goesByWhatTheContractSaysOfTheOperation() {
        try (Client client = builder().build()) {
            shelf.answers(503, "");
            shelf.answers(200, BOOK);
            Operation repeatable = Operation.of("SortBooks", "POST", "/sort").idempotent(true);
            client.engine().prepare(repeatable, client.api().sort("p-1", "b")).execute();

            shelf.answers(503, "");
            Operation single = Operation.of("ListBooks", "GET", "/books").idempotent(false);
            var call = client.engine().prepare(single, client.api().list("p-1", null));
            assertThatThrownBy(call::execute).isInstanceOf(ServerFailureException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"})
    void operation_isIdempotentByItsMethod(String method) {
        boolean repeatable = !method.equals("POST") && !method.equals("PATCH");
        Operation operation = Operation.of("x", method, "/x");
        assertThat(operation.isIdempotent()).isEqualTo(repeatable);
        assertThat(operation.withoutAnswer().isIdempotent()).isEqualTo(repeatable);
        assertThat(operation.idempotent(!repeatable).withoutAnswer().isIdempotent())
                .isEqualTo(!repeatable);
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenAnAnswerIsNotUnderstood_isNotMade(Face face) {
        shelf.answers(200, "<html>");
        try (Client client = builder().build()) {
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(VpcepDecodeException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenTheOperationHasNoAnswer_goesByTheHead(Face face) {
        shelf.server().enqueue(new MockResponse.Builder().code(503).build());
        shelf.server().enqueue(new MockResponse.Builder().code(204).build());
        try (Client client = builder().build()) {
            assertThat(face.send(client.remove("b-1"))).isNull();
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void retry_whenPolicyIsNone_isNotMadeByOkHttpEither() throws Exception {
        try (Client client = builder().retry(RetryPolicy.none()).build()) {
            for (int status : new int[] {503, 408}) {
                int before = shelf.server().getRequestCount();
                shelf.server()
                        .enqueue(new MockResponse.Builder()
                                .code(status)
                                .setHeader("Retry-After", 0)
                                .build());
                assertThatThrownBy(() -> client.list().execute()).isInstanceOf(VpcepServiceException.class);
                shelf.server()
                        .enqueue(new MockResponse.Builder()
                                .code(status)
                                .setHeader("Retry-After", 0)
                                .build());
                var answer = client.engine()
                        .retrofit()
                        .create(Shelf.Api.class)
                        .list("p-1", null)
                        .execute();
                assertThat(answer.code()).isEqualTo(status);
                assertThat(answer.headers().values("Retry-After")).containsExactly("0");
                assertThat(shelf.server().getRequestCount()).isEqualTo(before + 2);
            }
        }
    }

    @Test
    void retry_whenTheServerAsksToComeBackAtOnce_waitsAllTheSame() {
        for (int i = 0; i < 3; i++) {
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .code(503)
                            .setHeader("Retry-After", 0)
                            .build());
        }
        try (Client client = builder().build()) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(ServerFailureException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
        assertThat(shelf.time().pauses()).containsExactly(500L, 1000L);
    }

    @ParameterizedTest
    @EnumSource
    void retry_authenticatesEachTryAnew(Face face) throws Exception {
        AtomicInteger count = new AtomicInteger();
        shelf.answers(503, "");
        shelf.answers(503, "");
        shelf.answers(200, FaultServer.PAGE);
        Credentials changing = request -> Map.of("X-Auth-Token", "s3cret-" + count.incrementAndGet());
        try (Client client = builder().credentials(changing).build()) {
            face.send(client.list());
        }
        for (int i = 1; i <= 3; i++) {
            RecordedRequest request = shelf.server().takeRequest();
            assertThat(request.getHeaders().values("X-Auth-Token")).containsExactly("s3cret-" + i);
            assertThat(request.getExchangeIndex()).as("place on its connection").isEqualTo(i - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retry_whenCredentialsThrow_isNotMade(Face face) {
        AtomicInteger count = new AtomicInteger();
        Credentials locked = request -> {
            count.incrementAndGet();
            throw new IllegalStateException("the vault is locked");
        };
        try (Client client = builder().credentials(locked).build()) {
            assertThatThrownBy(() -> face.send(client.list())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(count).hasValue(1);
    }

    @Test
    void retry_isOnUnlessSetOtherwise() {
        for (int i = 0; i < 3; i++) {
            shelf.answers(503, "");
        }
        Client unset = new ClientBuilder<>(
                        Shelf.CONTRACT,
                        settings -> new Client(new Engine(Shelf.CONTRACT, settings))
                                .timed(shelf.time().timing()))
                .endpoint(shelf.server().url("/").uri())
                .projectId("p-1")
                .credentials(Credentials.token("s3cret"))
                .build();
        try (Client client = unset) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(ServerFailureException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void retry_ofRetrofitAlone_isMadeAsWell() throws Exception {
        shelf.answers(503, "");
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = builder().build()) {
            assertThat(client.engine()
                            .retrofit()
                            .create(Shelf.Api.class)
                            .list("p-1", null)
                            .execute()
                            .code())
                    .isEqualTo(200);
        }
    }

    /** A body of the caller's own that says that it can be written once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void retry_ofABodyThatCanBeWrittenOnce_isNotMade(boolean isOneShot) throws Exception {
        RequestBody body = new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public boolean isOneShot() {
                return isOneShot;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("text");
            }
        };
        for (int i = 0; i < 3; i++) {
            shelf.answers(503, "");
        }
        try (Client client = builder().build();
                okhttp3.Response response = client.engine()
                        .retrofit()
                        .callFactory()
                        .newCall(new Request.Builder()
                                .url(shelf.server().url("/x").toString())
                                .put(body)
                                .build())
                        .execute()) {
            assertThat(response.code()).isEqualTo(503);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(isOneShot ? 1 : 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void retry_makesAsManyTriesAsThePolicySays(int tries) {
        for (int i = 0; i < tries; i++) {
            shelf.answers(503, "");
        }
        RetryPolicy policy = RetryPolicy.standard().withMaxAttempts(tries).withMaxDelay(Duration.ofMillis(500));
        try (Client client = builder().retry(policy).build()) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(ServerFailureException.class);
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(tries);
    }

    // The deadline

    @ParameterizedTest
    @EnumSource
    void deadline_whenAPauseWouldPassIt_throwsTheLastFailureWithoutWaiting(Face face) {
        shelf.answers(503, error("first"));
        shelf.answers(503, error("second"));
        try (Client client = builder().callTimeout(Duration.ofMillis(1500)).build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("second");
        }
        assertThat(shelf.time().pauses()).containsExactly(500L);
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void deadline_countsTheTimeOfTheTries() {
        shelf.answers(503, "");
        Credentials slow = request -> {
            shelf.time().pass(Duration.ofMillis(700));
            return Map.of();
        };
        try (Client client =
                builder().credentials(slow).callTimeout(Duration.ofMillis(1200)).build()) {
            assertThatThrownBy(() -> client.list().execute()).isInstanceOf(ServerFailureException.class);
        }
        assertThat(shelf.time().pauses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deadline_whenItPassesDuringATry_endsTheCall(Face face) throws Exception {
        try (FaultServer server = new FaultServer(Fault.DROP, Fault.STALL);
                Client client = builder()
                        .endpoint(server.url())
                        .retry(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1)))
                        .callTimeout(Duration.ofMillis(500))
                        .build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout, in try 2");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    // Ends of a pause

    /** A client whose pauses are real and of twenty seconds, and that says when it begins one. */
    private Client resting(CountDownLatch rests) {
        for (int i = 0; i < 3; i++) {
            shelf.answers(503, "");
        }
        Timing real = new Timing(
                java.time.Clock.systemUTC(),
                System::nanoTime,
                () -> 1,
                (pause, cancelled) -> {
                    assertThat(pause).isEqualTo(Duration.ofSeconds(20));
                    rests.countDown();
                    Sleeper.REAL.sleep(pause, cancelled);
                },
                Alarm.REAL,
                Alarm.REAL);
        return shelf.builder(real)
                .retry(RetryPolicy.standard().withBaseDelay(Duration.ofDays(1)))
                .build();
    }

    @Test
    @Timeout(10)
    void pause_whenFutureIsCancelled_endsAtOnce() throws Exception {
        CountDownLatch rests = new CountDownLatch(1);
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        try (Client client = resting(rests)) {
            CompletableFuture<?> future = client.list().executeAsync();
            rests.await();
            future.cancel(false);
            shelf.answers(200, FaultServer.PAGE);
            assertThat(future).isCancelled();
            seen.complete(catchThrowable(future::join));
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
        assertThat(seen.join()).isInstanceOf(java.util.concurrent.CancellationException.class);
    }

    @Test
    @Timeout(10)
    void pause_whenFutureIsCancelled_freesItsThread() throws Exception {
        CountDownLatch rests = new CountDownLatch(1);
        CompletableFuture<io.github.vpcep.runtime.CallListener.CallEvent> ended = new CompletableFuture<>();
        try (Client client = shelf.builder()
                .listener(ended::complete)
                .retry(RetryPolicy.standard().withBaseDelay(Duration.ofDays(1)))
                .build()
                .timed(new Timing(
                        java.time.Clock.systemUTC(),
                        System::nanoTime,
                        () -> 1,
                        (pause, cancelled) -> {
                            rests.countDown();
                            Sleeper.REAL.sleep(pause, cancelled);
                        },
                        Alarm.REAL,
                        Alarm.REAL))) {
            shelf.answers(503, "");
            CompletableFuture<?> future = client.list().executeAsync();
            rests.await();
            future.cancel(false);
            assertThat(ended.get(5, TimeUnit.SECONDS).failure()).hasMessageContaining("the call was cancelled");
            assertThat(ended.join().tries()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(10)
    void pause_whenClientIsClosed_endsAtOnce(Face face) throws Exception {
        CountDownLatch rests = new CountDownLatch(1);
        Client client = resting(rests);
        CompletableFuture<Throwable> failure =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> face.send(client.list())));
        rests.await();
        client.close();
        assertThat(failure.get(5, TimeUnit.SECONDS))
                .isInstanceOf(VpcepTransportException.class)
                .hasMessageContaining("the client was closed meanwhile");
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    @Timeout(10)
    void pause_whenThreadIsInterrupted_endsAtOnceAndLeavesItInterrupted() throws Exception {
        CountDownLatch rests = new CountDownLatch(1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Client client = resting(rests)) {
            Thread thread = new Thread(() -> {
                failure.complete(catchThrowable(() -> client.list().execute()));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            thread.start();
            rests.await();
            thread.interrupt();
            assertThat(failure.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("the thread was interrupted");
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void retry_whenMadeAThousandTimes_leavesOneIdleConnection() throws Exception {
        Fault[] script = new Fault[1000];
        java.util.Arrays.fill(script, Fault.THROTTLE);
        try (FaultServer server = new FaultServer(script);
                Client client = builder()
                        .endpoint(server.url())
                        .retry(RetryPolicy.standard().withMaxAttempts(100).withMaxDelay(Duration.ofMillis(1)))
                        .retryBudget(1000)
                        .build()) {
            for (int i = 0; i < 10; i++) {
                VpcepException e = catchThrowableOfType(
                        VpcepException.class, () -> client.list().execute());
                assertThat(e).isInstanceOf(ThrottledException.class).isNotInstanceOf(InvalidRequestException.class);
            }
            assertThat(server.requests()).isEqualTo(1000);
            assertThat(server.connections()).isEqualTo(1);
            assertNothingLeaks(client);
        }
    }

    private static void assertNothingLeaks(Client client) {
        ConnectionPool pool = client.connections();
        assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount()).isLessThanOrEqualTo(1);
    }
}
