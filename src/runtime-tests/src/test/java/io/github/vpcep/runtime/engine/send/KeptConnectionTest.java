package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.send.StreamServer.Turn;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that were kept for a next call, and that the server has ended meanwhile, or ends just then. */
@Timeout(60)
class KeptConnectionTest {
    private static final int BURST = 8;
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";

    private static final ServerKey KEY = ServerKey.shared();

    @RegisterExtension
    final Shelf shelf = new Shelf();

    private final List<CallListener.TryEvent> tries = new CopyOnWriteArrayList<>();

    /** How the client and the server of a test speak. */
    enum Speech {
        PLAIN,
        TLS;

        FaultServer server(Fault... script) throws Exception {
            InetAddress here = InetAddress.getLoopbackAddress();
            ServerSocket socket = this == PLAIN
                    ? new ServerSocket(0, 50, here)
                    : KEY.context().getServerSocketFactory().createServerSocket(0, 50, here);
            return new FaultServer(socket, script);
        }
    }

    /** What is sent: something that may be repeated at will, and something that may not. */
    enum Sent {
        GET,
        POST;

        Object by(Face face, Client client) {
            return this == GET ? face.send(client.list()) : face.send(client.add(new Book("b", 1)));
        }
    }

    static Stream<Arguments> speechSentAndFace() {
        return Stream.of(Speech.values())
                .flatMap(speech -> Stream.of(Sent.values())
                        .flatMap(sent -> Stream.of(Face.values()).map(face -> Arguments.of(speech, sent, face))));
    }

    private ClientBuilder<Client> builder(String url, RetryPolicy retry) {
        return shelf.builder()
                .endpoint(url)
                .trust(KEY.certificate())
                .retry(retry)
                .listener(new CallListener() {
                    @Override
                    public void onCall(CallEvent call) {}

                    @Override
                    public void onTry(TryEvent attempt) {
                        tries.add(attempt);
                    }
                });
    }

    private void assertOneTry() {
        assertThat(tries).extracting(CallListener.TryEvent::number).containsExactly(1);
    }

    /** Leaves as many idle connections as a burst needs, all of which have ended when this is done. */
    private void keepEndedConnections(FaultServer server, Client client) throws Exception {
        server.gather(BURST);
        CompletableFuture<?>[] burst = IntStream.range(0, BURST)
                .mapToObj(i -> client.list().executeAsync())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(burst).get(30, TimeUnit.SECONDS);
        assertThat(server.connections()).isEqualTo(BURST);
        server.hangUp();
        shelf.time().pass(Duration.ofMillis(2500));
        tries.clear();
    }

    @ParameterizedTest
    @MethodSource("speechSentAndFace")
    void call_whenEveryKeptConnectionHasEnded_isSentOnANewOneAndCostsNoTry(Speech speech, Sent sent, Face face)
            throws Exception {
        try (FaultServer server = speech.server();
                Client client = builder(server.url(), RetryPolicy.none()).build()) {
            keepEndedConnections(server, client);
            assertThat(sent.by(face, client)).isNotNull();
            assertThat(server.requests()).isEqualTo(BURST + 1);
            assertThat(server.connections()).isEqualTo(BURST + 1);
            assertThat(client.connections().connectionCount()).isEqualTo(1);
        }
        assertOneTry();
    }

    @ParameterizedTest
    @EnumSource
    void post_whenTheConnectionEndedJustNow_isSentOnANewOne(Face face) throws Exception {
        try (FaultServer server = Speech.PLAIN.server();
                Client client = builder(server.url(), RetryPolicy.none()).build()) {
            client.list().execute();
            server.hangUp();
            assertThat(Sent.POST.by(face, client)).isNotNull();
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("speechSentAndFace")
    void call_whenAConnectionOfASharedPoolHasEnded_isSentOnANewOne(Speech speech, Sent sent, Face face)
            throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(BURST);
        OkHttpClient own = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(BURST, 1, TimeUnit.MINUTES))
                .build();
        try (FaultServer server = speech.server();
                Client other = builder(server.url(), RetryPolicy.none())
                        .http(HttpStack.of(own))
                        .build();
                Client client = builder(server.url(), RetryPolicy.none())
                        .http(HttpStack.of(own))
                        .build()) {
            keepEndedConnections(server, other);
            assertThat(sent.by(face, client)).isNotNull();
            assertThat(server.requests()).isEqualTo(BURST + 1);
        }
        assertOneTry();
        dispatcher.executorService().shutdown();
        own.connectionPool().evictAll();
    }

    @ParameterizedTest
    @EnumSource
    void post_whenTheServerDiesWithTheRequestOfAKeptConnection_isSentOnce(Face face) throws Exception {
        for (Fault death : List.of(Fault.DROP, Fault.RESET, Fault.TRUNCATE)) {
            try (FaultServer server = Speech.PLAIN.server(Fault.NONE, death);
                    Client client =
                            builder(server.url(), RetryPolicy.standard()).build()) {
                client.list().execute();
                shelf.time().pass(Duration.ofSeconds(30));
                assertThatThrownBy(() -> Sent.POST.by(face, client)).isInstanceOf(VpcepTransportException.class);
                assertThat(server.requests()).isEqualTo(2);
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void get_whenTheServerDiesWithTheRequestOfAKeptConnection_costsATry(Face face) throws Exception {
        try (FaultServer server = Speech.PLAIN.server(Fault.NONE, Fault.DROP);
                Client client = builder(server.url(), RetryPolicy.standard()).build()) {
            client.list().execute();
            shelf.time().pass(Duration.ofSeconds(30));
            tries.clear();
            assertThat(Sent.GET.by(face, client)).isNotNull();
            assertThat(server.requests()).isEqualTo(3);
        }
        assertThat(tries).extracting(CallListener.TryEvent::number).containsExactly(1, 2);
    }

    @Test
    void answerThatNobodyAskedFor_isNotTakenForOneToTheNextRequest() throws Exception {
        try (FaultServer server = Speech.PLAIN.server();
                Client client = builder(server.url(), RetryPolicy.none()).build()) {
            client.list().execute();
            server.sayUnasked("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
            shelf.time().pass(Duration.ofSeconds(30));
            assertThat(client.list().execute().total()).isEqualTo(7);
            assertThat(server.connections()).isEqualTo(2);
        }
        assertThat(tries).extracting(CallListener.TryEvent::number).containsExactly(1, 1);
    }

    @Test
    void connectionThatIsOpen_isUsedAgain() throws Exception {
        for (Speech speech : Speech.values()) {
            try (FaultServer server = speech.server();
                    Client client = builder(server.url(), RetryPolicy.none()).build()) {
                for (int i = 0; i < 5; i++) {
                    shelf.time().pass(Duration.ofSeconds(30));
                    client.list().execute();
                    client.add(new Book("b", 1)).execute();
                }
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    // HTTP/2

    private Client streaming(StreamServer server, RetryPolicy retry) {
        return builder(server.url(), retry)
                .http(HttpStack.customized(http -> http.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))))
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "GO_AWAY_BEFORE"})
    void post_whenAKeptStreamConnectionDidNotProcessIt_isSentAgainAndCostsNoTry(Turn turn) throws Exception {
        for (Face face : Face.values()) {
            try (StreamServer server = new StreamServer(BOOK, Turn.ANSWER, turn);
                    Client client = streaming(server, RetryPolicy.none())) {
                Sent.POST.by(face, client);
                tries.clear();
                assertThat(Sent.POST.by(face, client)).isEqualTo(new Book("t", 1));
                assertThat(server.requests()).isEqualTo(3);
                assertThat(server.connections()).isEqualTo(turn == Turn.REFUSE ? 1 : 2);
                assertOneTry();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void post_whenAStreamIsRefusedAgainAndAgain_isTriedAfterPausesAsOftenAsThePolicySays(Face face) throws Exception {
        Turn[] script = new Turn[20];
        Arrays.fill(script, Turn.REFUSE);
        try (StreamServer server = new StreamServer(BOOK, script);
                Client client = streaming(server, RetryPolicy.standard())) {
            assertThatThrownBy(() -> Sent.POST.by(face, client))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("REFUSED_STREAM");
            assertThat(server.requests())
                    .as("the connection was new to the first try only")
                    .isEqualTo(5);
        }
        assertThat(tries).extracting(CallListener.TryEvent::number).containsExactly(1, 2, 3);
        assertThat(shelf.time().pauses()).containsExactly(500L, 1000L);
    }

    @ParameterizedTest
    @EnumSource
    void post_whenTheServerGoesAwayAfterIt_isSentOnce(Face face) throws Exception {
        try (StreamServer server = new StreamServer(BOOK, Turn.ANSWER, Turn.GO_AWAY_AFTER);
                Client client = streaming(server, RetryPolicy.standard())) {
            Sent.POST.by(face, client);
            assertThatThrownBy(() -> Sent.POST.by(face, client)).isInstanceOf(VpcepTransportException.class);
            assertThat(server.requests()).isEqualTo(2);
        }
    }
}
