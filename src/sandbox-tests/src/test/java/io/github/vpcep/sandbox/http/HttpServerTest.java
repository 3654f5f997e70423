package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.StandingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for whom, for how long, and what is left in the end. */
@Timeout(120)
class HttpServerTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

    /** More than all buffers between server and client hold. */
    private static final byte[] HUGE = new byte[64 * 1024 * 1024];

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final ByHand byHand = new ByHand();

    /** A server whose requests are answered by the test. */
    private HttpServer server(Duration request, Duration answer, Duration end) {
        return start(byHand, new Limits(request, answer, end));
    }

    private static HttpServer start(HttpHandler handler, Limits limits) {
        return HttpServer.start("127.0.0.1", 0, null, handler, limits, Clock.systemUTC());
    }

    private static HttpAnswer answer(byte... body) {
        return HttpAnswer.of(200, "text/plain", body);
    }

    @Test
    void port_thatIsTaken_isTold_andNothingIsLeft() throws InterruptedException {
        try (HttpServer first = server(LONG, LONG, SHORT)) {
            assertThatThrownBy(() -> HttpServer.start(
                            "127.0.0.1", first.port(), null, new Echo(), Limits.standard(), Clock.systemUTC()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseExactlyInstanceOf(BindException.class)
                    .hasMessageMatching("Cannot listen on 127\\.0\\.0\\.1:" + first.port() + ": .+");
        }
        assertNoThreadIsLeft();
    }

    @Test
    void close_withoutConnections_leavesNothing() throws InterruptedException {
        server(LONG, LONG, LONG).close();

        assertNoThreadIsLeft();
    }

    @Test
    void host_thatIsNone_isTold_andNothingIsLeft() throws InterruptedException {
        assertThatThrownBy(() -> HttpServer.start("[", 0, null, new Echo(), Limits.standard(), Clock.systemUTC()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot listen on [:0: ");
        assertNoThreadIsLeft();
    }

    /** Even while connections that it has ended are still remembered by the machine. */
    @Test
    void close_freesThePort() throws IOException {
        HttpServer first = start(new Echo(), Limits.standard());
        int port = first.port();
        try (Wire wire = new Wire(port)) {
            wire.send(GET).read();
            first.close();
            assertThat(wire.readAll()).isEmpty();
        }

        try (HttpServer second =
                        HttpServer.start("127.0.0.1", port, null, new Echo(), Limits.standard(), Clock.systemUTC());
                Wire wire = new Wire(port)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(wire.send(GET).read().status()).isEqualTo(200);
        }
    }

    @Test
    void close_leavesTheThreadAsItWas() {
        server(LONG, LONG, SHORT).close();

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void close_byAThreadThatIsInterrupted_waitsForNoAnswer_andLeavesItInterrupted() throws Exception {
        HttpServer server = server(LONG, LONG, LONG);
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply();
            Thread.currentThread().interrupt();
            server.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(wire.readAll()).isEmpty();
        }
        assertNoThreadIsLeft();
    }

    /** Asks for an answer without an end, and tells when the server has seen the end of the connection. */
    private CountDownLatch endOfStream(Wire wire) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        wire.send(GET);
        byHand.nextReply().stream(answer(), stream -> stream.whenEnded(ended::countDown));
        wire.readHead();
        return ended;
    }

    @Test
    void close_afterAllOtherConnectionsHaveEnded_waitsForTheAnswer() throws Exception {
        HttpServer server = server(LONG, LONG, LONG);
        CountDownLatch ended;
        try (Wire gone = new Wire(server.port())) {
            ended = endOfStream(gone);
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closed;
        try (Wire wire = new Wire(server.port());
                Wire stream = new Wire(server.port())) {
            wire.send(GET);
            Reply reply = byHand.nextReply();
            CountDownLatch closing = endOfStream(stream);
            closed = CompletableFuture.runAsync(server::close);
            assertThat(closing.await(60, TimeUnit.SECONDS)).isTrue();
            reply.send(answer(HUGE));

            assertThat(wire.read().body()).hasSize(HUGE.length);
        }
        closed.get(60, TimeUnit.SECONDS);
    }

    /** It is told that it was the last, and given some time to end its side. */
    @Test
    void connection_thatTheClientDoesNotEnd_isEndedAllTheSame() throws Exception {
        HttpServer server = start(new Echo(), new Limits(LONG, LONG, LONG));
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").readAll();
            // Closing waits for the connection.
            server.close();
        }
        assertNoThreadIsLeft();
    }

    @Test
    void head_thatDoesNotEnd_isCutOff_howeverShortTheTime() throws Exception {
        try (HttpServer server = server(Duration.ofMillis(1), LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            assertThat(wire.send("GET /a HT").readAll()).isEmpty();
        }
    }

    @Test
    void request_thatIsAnsweredLate_isAnsweredAllTheSame() throws Exception {
        try (HttpServer server = server(SHORT, SHORT, SHORT);
                Wire wire = new Wire(server.port());
                Wire late = new Wire(server.port())) {
            wire.send(GET);
            Reply reply = byHand.nextReply();
            // By the time that this one is ended for what it has begun, the other would be, too.
            late.send("GET").readAll();
            reply.send(answer((byte) 'a'));

            assertThat(wire.read().body()).isEqualTo("a");
        }
    }

    @Test
    void stream_isKept_howeverLongNothingComes() throws Exception {
        try (HttpServer server = server(SHORT, SHORT, SHORT);
                Wire wire = new Wire(server.port());
                Wire late = new Wire(server.port())) {
            BlockingQueue<Reply.Stream> opened = new ArrayBlockingQueue<>(1);
            wire.send(GET);
            byHand.nextReply().stream(answer(), opened::add);
            late.send("GET").readAll();
            opened.take().send(new byte[] {'a'});

            wire.readHead();
            assertThat(wire.take(6)).isEqualTo("1\r\na\r\n");
        }
    }

    /** The last piece comes long after a client had to have taken the first. */
    @Test
    void pausesBetweenPieces_areNotTheClients() throws Exception {
        try (HttpServer server = server(SHORT, SHORT, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().sendSlowly(answer((byte) 'a'), 100, SHORT.multipliedBy(5));

            assertThat(wire.read().body()).isEqualTo("a");
        }
    }

    @Test
    void pieces_thatAreNotRead_areCutOff() throws Exception {
        // Closing waits for the connection, so it must have been cut off before.
        HttpServer server = server(LONG, SHORT, LONG);
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().sendSlowly(answer(HUGE), HUGE.length / 2, Duration.ZERO);
            server.close();

            assertThatThrownBy(wire::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void threads_areDaemons_soThatAServerKeepsNoProgramFromEnding() throws IOException {
        try (HttpServer server = start(new Echo(), Limits.standard());
                Wire wire = new Wire(server.port())) {
            wire.send(GET).read();

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(each -> each.getName().startsWith("vpcep-sandbox-io"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void answers_areDatedByTheClockOfTheServer() throws IOException {
        Clock clock = new StandingClock(Instant.parse("2026-02-01T08:09:10Z"));
        try (HttpServer server = HttpServer.start("127.0.0.1", 0, null, new Echo(), Limits.standard(), clock);
                Wire wire = new Wire(server.port())) {
            assertThat(wire.send(GET).read().headers()).containsEntry("date", "Sun, 01 Feb 2026 08:09:10 GMT");
        }
    }

    @Test
    void close_whenConnectionsAreIdle_endsThemAtOnce() throws Exception {
        HttpServer server = start(new Echo(), new Limits(LONG, LONG, LONG));
        try (Wire wire = new Wire(server.port());
                Wire unused = new Wire(server.port())) {
            wire.send(GET).read();
            server.close();

            assertThat(wire.readAll()).isEmpty();
            assertThat(unused.readAll()).isEmpty();
        }
        assertNoThreadIsLeft();
    }

    @Test
    void close_whileARequestIsAnswered_waitsForTheAnswer() throws Exception {
        HttpServer server = server(LONG, LONG, LONG);
        int port = server.port();
        CompletableFuture<Void> closed;
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            Reply reply = byHand.nextReply();
            closed = CompletableFuture.runAsync(server::close);
            // The listener goes first: once nobody can connect, it is closing.
            assertThatThrownBy(() -> {
                        for (; ; ) {
                            new Wire(port).close();
                        }
                    })
                    .isInstanceOf(IOException.class);
            reply.send(answer((byte) 'a'));

            Wire.Answer answer = wire.read();
            assertThat(answer.body()).isEqualTo("a");
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(wire.readAll()).isEmpty();
        }
        closed.get(60, TimeUnit.SECONDS);
        assertNoThreadIsLeft();
    }

    @Test
    void close_whileARequestIsNeverAnswered_endsAllTheSame() throws Exception {
        HttpServer server = server(LONG, LONG, SHORT);
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            Reply reply = byHand.nextReply();
            server.close();

            assertThat(wire.readAll()).isEmpty();
            // Nobody is there to take them any more.
            reply.send(answer());
            reply.after(SHORT, () -> reply.send(answer()));
        }
        assertNoThreadIsLeft();
    }

    @Test
    void close_whileAClientDoesNotRead_endsAllTheSame() throws Exception {
        HttpServer server = server(LONG, LONG, SHORT);
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().send(answer(HUGE));
            server.close();

            assertThatThrownBy(wire::read).isInstanceOf(IOException.class);
        }
        assertNoThreadIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a HT", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"})
    void close_whileAClientDoesNotGoOn_endsAllTheSame(String part) throws Exception {
        HttpServer server = server(LONG, LONG, SHORT);
        try (Wire wire = new Wire(server.port())) {
            wire.send(part);
            server.close();

            assertThat(byHand.isEmpty()).isTrue();
        }
        assertNoThreadIsLeft();
    }

    @Test
    void answer_thatIsNotRead_isCutOff() throws Exception {
        // Closing waits for the connection, so it must have been cut off before.
        HttpServer server = server(LONG, SHORT, LONG);
        try (Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().send(answer(HUGE));
            server.close();

            assertThatThrownBy(wire::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void answer_thatIsReadLater_isWhole() throws Exception {
        try (HttpServer server = server(SHORT, LONG, SHORT);
                Wire wire = new Wire(server.port());
                Wire late = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().send(answer(HUGE));
            // By the time that this one is ended for what it has begun, the other has been looked at, too.
            late.send("GET").readAll();

            assertThat(wire.read().body()).hasSize(HUGE.length);
        }
    }

    @Test
    void head_thatDoesNotEnd_isCutOff() throws Exception {
        try (HttpServer server = server(SHORT, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            assertThat(wire.send("GET /a HTTP/1.1\r\nHos").readAll()).isEmpty();
        }
    }

    /** The other connection is there so that the client does not outrun the server. */
    @Test
    void head_thatComesByteByByte_isCutOff() throws Exception {
        try (HttpServer server = start(new Echo(), new Limits(SHORT, LONG, SHORT));
                Wire wire = new Wire(server.port());
                Wire other = new Wire(server.port())) {
            wire.send("GET /");

            assertThatThrownBy(() -> {
                        for (; ; ) {
                            other.send(GET).read();
                            wire.send("a");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void body_thatDoesNotEnd_isRefused() throws Exception {
        try (HttpServer server = start(new Echo(), new Limits(SHORT, LONG, SHORT));
                Wire wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");

            assertThat(wire.readAll()).singleElement().satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(408);
                assertThat(answer.headers()).containsEntry("connection", "close");
            });
        }
    }

    @Test
    void body_thatDoesNotEnd_behindAnotherRequest_isRefused() throws Exception {
        try (HttpServer server = start(new Echo(), new Limits(SHORT, LONG, SHORT));
                Wire wire = new Wire(server.port())) {
            wire.send(GET + "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");

            assertThat(wire.readAll()).extracting(Wire.Answer::status).containsExactly(200, 408);
        }
    }

    @Test
    void body_thatBreaksOff_isNoRequest() throws Exception {
        try (HttpServer server = server(LONG, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab")
                    .endOutput();

            assertThat(wire.readAll()).isEmpty();
            assertThat(byHand.isEmpty()).isTrue();
        }
    }

    @Test
    void connection_thatIsIdle_isKept() throws Exception {
        try (HttpServer server = start(new Echo(), new Limits(SHORT, SHORT, SHORT));
                Wire idle = new Wire(server.port());
                Wire late = new Wire(server.port())) {
            idle.send(GET).read();
            // By the time that this one is ended for what it has begun, the other would be, too.
            late.send("GET").readAll();

            assertThat(idle.send(GET).read().status()).isEqualTo(200);
        }
    }

    @Test
    void request_hasItsHeaders_byTheirNamesInLowerCase() throws Exception {
        try (HttpServer server = server(LONG, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send("GET /a HTTP/1.1\r\nHost: x\r\nX-Y: 1\r\nx-y: 2\r\n\r\n");

            assertThat(byHand.next().request().headers())
                    .containsOnly(Map.entry("host", List.of("x")), Map.entry("x-y", List.of("1", "2")));
        }
    }

    @Test
    void secondRequest_isNotLookedAt_beforeTheFirstIsAnswered() throws Exception {
        try (HttpServer server = server(LONG, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send(GET + GET);
            Reply first = byHand.nextReply();
            assertThat(byHand.isEmpty()).isTrue();
            first.send(answer((byte) '1'));
            first.send(answer((byte) 'x'));
            byHand.nextReply().send(answer((byte) '2'));

            assertThat(wire.read().body()).isEqualTo("1");
            assertThat(wire.read().body()).isEqualTo("2");
        }
    }

    @Test
    void requestsSentAheadOfAnswersThatTakeTime_areAllAnswered() throws Exception {
        // Not before the next turn of the thread, so that they pile up behind the first.
        HttpHandler handler = (asked, reply) -> reply.after(Duration.ZERO, () -> reply.send(Echo.answer(asked)));
        try (HttpServer server = start(handler, Limits.standard());
                Wire wire = new Wire(server.port())) {
            wire.send(GET.repeat(2000)).endOutput();

            assertThat(wire.readAll()).hasSize(2000).allMatch(each -> each.status() == 200);
        }
    }

    @Test
    void requestsSentAhead_whichAreAnsweredAtOnce_areAllAnswered() throws Exception {
        try (HttpServer server = start(new Echo(), Limits.standard());
                Wire wire = new Wire(server.port())) {
            wire.send("GET / HTTP/1.1\r\nHost:\r\n\r\n".repeat(5000)).endOutput();

            assertThat(wire.readAll()).hasSize(5000);
        }
    }

    @Test
    void requestsThatAreDelayed_keepNobodyWaiting() throws Exception {
        HttpHandler handler = (asked, reply) -> {
            if (asked.path().equals("/late")) {
                reply.after(LONG, () -> reply.send(Echo.answer(asked)));
            } else {
                reply.after(SHORT, () -> reply.send(Echo.answer(asked)));
            }
        };
        List<Wire> late = new ArrayList<>();
        try (HttpServer server = start(handler, new Limits(LONG, LONG, SHORT));
                Wire wire = new Wire(server.port())) {
            for (int i = 0; i < 200; i++) {
                late.add(new Wire(server.port()).send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n"));
            }

            assertThat(wire.send(GET).read().status()).isEqualTo(200);
        } finally {
            for (Wire each : late) {
                each.close();
            }
        }
    }

    @Test
    void drop_endsTheConnectionWithoutAnAnswer() throws Exception {
        try (HttpServer server = server(LONG, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().drop();

            assertThat(wire.readAll()).isEmpty();
        }
    }

    @Test
    void halfAnAnswer_breaksOff() throws Exception {
        try (HttpServer server = server(LONG, LONG, SHORT);
                Wire wire = new Wire(server.port())) {
            wire.send(GET);
            byHand.nextReply().sendHalf(answer((byte) 'a', (byte) 'b'));

            assertThatThrownBy(wire::read).hasMessageContaining("breaks off after 1 of 2");
        }
    }

    @Test
    void handlerThatThrows_endsTheConnection_andNoOther() throws Exception {
        HttpHandler handler = (asked, reply) -> {
            if (asked.path().equals("/throws")) {
                throw new IllegalStateException("on purpose");
            }
            reply.send(Echo.answer(asked));
        };
        try (HttpServer server = start(handler, Limits.standard());
                Wire wire = new Wire(server.port());
                Wire other = new Wire(server.port())) {
            assertThat(wire.send("GET /throws HTTP/1.1\r\nHost: x\r\n\r\n").readAll())
                    .isEmpty();
            assertThat(other.send(GET).read().status()).isEqualTo(200);
        }
    }

    /** The threads of the server, and that by which the library tells of their end and which ends a second later. */
    private void assertNoThreadIsLeft() throws InterruptedException {
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(each -> !each.getName().matches("(vpcep-sandbox|globalEventExecutor).*"));
        for (Thread each : started) {
            each.join(60_000);
            assertThat(each.isAlive()).as(each.getName()).isFalse();
        }
    }
}
