package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire of each way to answer, and what of an answer that comes too late. */
@Timeout(120)
class ReplyTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String OLD = "GET /a HTTP/1.0\r\n";
    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    /** More than all buffers between server and client hold. */
    private static final byte[] HUGE = new byte[64 * 1024 * 1024];

    private final ByHand byHand = new ByHand();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() {
        server = HttpServer.start("127.0.0.1", 0, null, byHand, new Limits(LONG, LONG, SHORT), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Wire connect() throws IOException {
        return new Wire(server.port());
    }

    private Reply asked(Wire wire, String request) throws IOException, InterruptedException {
        wire.send(request);
        return byHand.nextReply();
    }

    private static HttpAnswer answer(String body) {
        return HttpAnswer.of(200, "text/plain", body.getBytes(StandardCharsets.US_ASCII));
    }

    /** The way to send what has no end, once the head is on its way. */
    private static Reply.Stream stream(Reply reply) throws InterruptedException {
        BlockingQueue<Reply.Stream> opened = new ArrayBlockingQueue<>(1);
        reply.stream(answer("").with("X", "y"), opened::add);
        Reply.Stream stream = opened.poll(60, TimeUnit.SECONDS);
        assertThat(stream).as("the stream").isNotNull();
        return stream;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void send_hasTypeLengthDate_andTheHeadersOfTheAnswer() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).send(answer("abc").with(Map.of("X", "1")).with("Y", "2"));

            assertThat(wire.read().headers())
                    .containsEntry("content-type", "text/plain")
                    .containsEntry("content-length", "3")
                    .containsEntry("x", "1")
                    .containsEntry("y", "2")
                    .containsOnlyKeys("content-type", "content-length", "x", "y", "date");
        }
    }

    /** A client of HTTP/1.0 takes it for ended otherwise. */
    @Test
    void send_saysToAnOldClientThatTheConnectionIsKept() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, OLD + "Connection: keep-alive\r\n\r\n").send(answer(""));

            assertThat(wire.read().headers()).containsEntry("connection", "keep-alive");
        }
    }

    @Test
    void send_afterSend_isDropped() throws Exception {
        try (Wire wire = connect()) {
            Reply reply = asked(wire, GET);
            reply.send(answer("1"));
            reply.send(answer("x"));
            assertThat(wire.read().body()).isEqualTo("1");
            asked(wire, GET).send(answer("2"));

            assertThat(wire.read().body()).isEqualTo("2");
        }
    }

    @Test
    void drop_whileTheAnswerIsOnItsWay_isDropped() throws Exception {
        try (Wire wire = connect()) {
            Reply reply = asked(wire, GET);
            reply.send(HttpAnswer.of(200, "text/plain", HUGE));
            reply.drop();

            assertThat(wire.read().body()).hasSize(HUGE.length);
        }
    }

    static Stream<Named<Consumer<Reply>>> waysToAnswer() {
        return Stream.of(
                Named.of("send", reply -> reply.send(answer("x"))),
                Named.of("sendHalf", reply -> reply.sendHalf(answer("x"))),
                Named.of("breakHeaders", reply -> reply.breakHeaders(answer("x"))),
                Named.of("sendSlowly", reply -> reply.sendSlowly(answer("x"), 1, Duration.ZERO)),
                Named.of("stream", reply -> reply.stream(answer("x"), opened -> opened.send(bytes("x")))),
                Named.of("drop", Reply::drop),
                Named.of("after", reply -> reply.after(Duration.ZERO, reply::drop)));
    }

    @ParameterizedTest
    @MethodSource("waysToAnswer")
    void answer_thatComesWhileTheNextRequestWaits_isNoneToThat(Consumer<Reply> late) throws Exception {
        try (Wire wire = connect()) {
            Reply first = asked(wire, GET);
            first.send(answer("1"));
            Reply second = asked(wire, GET);
            late.accept(first);
            second.send(answer("2"));

            assertThat(wire.read().body()).isEqualTo("1");
            assertThat(wire.read().body()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @MethodSource("waysToAnswer")
    void answer_afterTheServerHasEnded_isDropped(Consumer<Reply> late) throws Exception {
        try (Wire wire = connect()) {
            Reply reply = asked(wire, GET);
            server.close();
            late.accept(reply);

            assertThat(wire.readAll()).isEmpty();
        }
    }

    @Test
    void after_goesOnOnTheThreadOfTheConnection() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        try (Wire wire = connect()) {
            asked(wire, GET)
                    .after(
                            Duration.ofMillis(1),
                            () -> thread.complete(Thread.currentThread().getName()));

            assertThat(thread.get(60, TimeUnit.SECONDS)).startsWith("vpcep-sandbox-io");
        }
    }

    @Test
    void after_whatThrows_endsTheConnection() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).after(Duration.ZERO, () -> {
                throw new IllegalStateException("on purpose");
            });

            assertThat(wire.readAll()).isEmpty();
        }
    }

    @Test
    void sendHalf_endsTheConnection_andSaysSo() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).sendHalf(answer("abcdef"));

            assertThat(wire.readHead().headers())
                    .containsEntry("connection", "close")
                    .containsEntry("content-type", "text/plain")
                    .containsEntry("content-length", "6");
            assertThat(wire.take(6)).isEqualTo("abc");
        }
    }

    @Test
    void breakHeaders_sendsHalfOfTheHead_andIsAReset() throws Exception {
        HttpAnswer answer = answer("abc");
        try (Wire whole = connect();
                Socket broken = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            asked(whole, GET).sendSlowly(answer, 1000, Duration.ZERO);
            int head = whole.take(1000).indexOf("\r\n\r\n") + 4;
            broken.setSoTimeout(60_000);
            broken.getOutputStream().write(bytes(GET));
            byHand.nextReply().breakHeaders(answer);

            assertThat(broken.getInputStream().readNBytes(head / 2))
                    .asString(StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 200 OK\r\n");
            assertThatThrownBy(() -> broken.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void sendSlowly_isTheWholeAnswer_andTheEndOfTheConnection(int bytes) throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).sendSlowly(answer("abc").with("X", "y"), bytes, Duration.ofNanos(1));

            assertThat(wire.readAll()).singleElement().satisfies(each -> {
                assertThat(each.body()).isEqualTo("abc");
                assertThat(each.headers())
                        .containsEntry("content-type", "text/plain")
                        .containsEntry("x", "y")
                        .containsEntry("connection", "close");
            });
        }
    }

    @Test
    void sendSlowly_pausesBehindEachPiece() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).sendSlowly(answer("abc"), 5, LONG);
            assertThat(wire.take(5)).isEqualTo("HTTP/");
            server.close();

            assertThat(wire.take(1000)).isEmpty();
        }
    }

    @Test
    void send_toAHead_isTheHead_andWholeAgainToTheNext() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n").send(answer("abc"));
            assertThat(wire.readHead().headers()).containsEntry("content-length", "3");
            asked(wire, GET).send(answer("2"));

            assertThat(wire.read().body()).isEqualTo("2");
        }
    }

    @Test
    void send_ofAStatusThatHasNoBody_isTheHead() throws Exception {
        try (Wire wire = connect()) {
            asked(wire, GET).send(HttpAnswer.of(304, "text/plain", bytes("abc")));
            assertThat(wire.readHead().status()).isEqualTo(304);
            asked(wire, GET).send(answer("2"));

            assertThat(wire.read().body()).isEqualTo("2");
        }
    }

    @Test
    void stream_isSentInChunks_asItComes() throws Exception {
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, GET));

            assertThat(wire.readHead().headers())
                    .containsEntry("transfer-encoding", "chunked")
                    .containsEntry("connection", "close")
                    .containsEntry("content-type", "text/plain")
                    .containsEntry("x", "y")
                    .doesNotContainKey("content-length");
            stream.send(bytes("ab"));
            assertThat(wire.take(7)).isEqualTo("2\r\nab\r\n");
            stream.send(bytes("c"));
            assertThat(wire.take(6)).isEqualTo("1\r\nc\r\n");
        }
    }

    @Test
    void stream_toAnOldClient_hasNoChunks() throws Exception {
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, OLD + "\r\n"));

            assertThat(wire.readHead().headers()).doesNotContainKeys("transfer-encoding", "content-length");
            stream.send(bytes("ab"));
            assertThat(wire.take(2)).isEqualTo("ab");
        }
    }

    @Test
    void stream_isOpenedOnTheThreadOfTheConnection_andWhatThrowsThereEndsIt() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        try (Wire wire = connect()) {
            asked(wire, GET).stream(answer(""), opened -> {
                thread.complete(Thread.currentThread().getName());
                throw new IllegalStateException("on purpose");
            });

            wire.readHead();
            assertThat(wire.take(1)).isEmpty();
            assertThat(thread.get(60, TimeUnit.SECONDS)).startsWith("vpcep-sandbox-io");
        }
    }

    @Test
    void repeat_sendsTheSameAgainAndAgain() throws Exception {
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, GET));
            wire.readHead();
            stream.repeat(bytes("x"), Duration.ofMillis(1));

            assertThat(wire.take(18)).isEqualTo("1\r\nx\r\n".repeat(3));
        }
    }

    @Test
    void repeat_sendsNothingBeforeItsPause() throws Exception {
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, GET));
            wire.readHead();
            stream.repeat(bytes("x"), LONG);
            stream.send(bytes("y"));

            assertThat(wire.take(6)).isEqualTo("1\r\ny\r\n");
        }
    }

    @Test
    void whenEnded_isOnceTheClientHasGone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Reply.Stream stream;
        try (Wire wire = connect()) {
            stream = stream(asked(wire, GET));
            stream.whenEnded(ended::countDown);
            wire.readHead();
            stream.send(bytes("a"));
            wire.take(6);
            assertThat(ended.getCount()).isOne();
        }

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        // Nobody is there to take it any more.
        stream.send(bytes("b"));
    }

    @Test
    void stream_whoseClientEndsItsSide_ends() throws Exception {
        try (Wire wire = connect()) {
            stream(asked(wire, GET));
            wire.readHead();
            wire.endOutput();

            assertThat(wire.take(1)).isEmpty();
        }
    }

    @Test
    void stream_whoseClientDoesNotRead_isCutOff() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, GET));
            stream.whenEnded(ended::countDown);
            for (int i = 0; i < 64; i++) {
                stream.send(MEGABYTE);
            }

            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stream_whoseClientReadsLater_isNotCutOff() throws Exception {
        try (Wire wire = connect()) {
            Reply.Stream stream = stream(asked(wire, GET));
            for (int i = 0; i < 31; i++) {
                stream.send(MEGABYTE);
            }
            stream.send(bytes("end"));
            wire.readHead();

            wire.take(31 * ("100000\r\n\r\n".length() + MEGABYTE.length));
            assertThat(wire.take(8)).isEqualTo("3\r\nend\r\n");
        }
    }

    /** The time for what is under way is long, and it is not spent on what has no end. */
    @Test
    void close_whileAnAnswerHasNoEnd_endsItAtOnce() throws Exception {
        HttpServer patient =
                HttpServer.start("127.0.0.1", 0, null, byHand, new Limits(LONG, LONG, LONG), Clock.systemUTC());
        try (Wire wire = new Wire(patient.port())) {
            stream(asked(wire, GET));
            wire.readHead();
            patient.close();

            assertThat(wire.take(1)).isEmpty();
        }
    }
}
