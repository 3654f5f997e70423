package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Address;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two interceptors around OkHttp's own make of an answer, and of a request that no server has acted on. */
class WireTest {
    private final FakeTime time = new FakeTime();
    private final CallContext context =
            new CallContext(() -> false, CallSettings.of(Shelf.options(RetryPolicy.none())), null, time.timing());
    private final Request request = new Request.Builder()
            .url("http://localhost/")
            .header("X-Auth-Token", "s3cret")
            .tag(CallContext.class, context)
            .build();
    private final Call call = new OkHttpClient().newCall(request);
    private final Wire wire = new Wire(null, time.timing().nanoTime(), false);
    private final List<Request> sent = new ArrayList<>();

    /** A connection to which nothing is written, and which has ended for whoever looks. */
    private record Line(Route route, Protocol protocol) implements Connection {
        @Override
        public Socket socket() {
            return new Socket();
        }

        @Override
        public @Nullable Handshake handshake() {
            return null;
        }
    }

    private static Connection by(Proxy.Type proxy) {
        InetSocketAddress there = InetSocketAddress.createUnresolved("localhost", 80);
        Address address = new Address(
                "localhost",
                80,
                Dns.SYSTEM,
                SocketFactory.getDefault(),
                null,
                null,
                null,
                Authenticator.NONE,
                null,
                List.of(Protocol.HTTP_1_1),
                List.of(ConnectionSpec.CLEARTEXT),
                ProxySelector.getDefault());
        return new Line(
                new Route(address, proxy == Proxy.Type.DIRECT ? Proxy.NO_PROXY : new Proxy(proxy, there), there),
                Protocol.HTTP_2);
    }

    private Interceptor.Chain chain(@Nullable Connection connection, Callable<Response> answer) {
        return chain(request, connection, answer);
    }

    /** What OkHttp would give an interceptor, whose requests are answered by a function. */
    private Interceptor.Chain chain(Request begun, @Nullable Connection connection, Callable<Response> answer) {
        return (Interceptor.Chain) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Interceptor.Chain.class},
                (chain, method, given) -> switch (method.getName()) {
                    case "request" -> begun;
                    case "connection" -> connection;
                    case "call" -> call;
                    case "proceed" -> {
                        sent.add((Request) given[0]);
                        yield answer.call();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Response answer(int status) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_2)
                .code(status)
                .message("")
                .build();
    }

    // The lower one

    @ParameterizedTest
    @CsvSource({
        "503,DIRECT,true",
        "503,HTTP,true",
        "407,DIRECT,true",
        "407,SOCKS,true",
        "407,HTTP,false",
        "599,DIRECT,false",
        "200,DIRECT,false"
    })
    void status_onWhichOkHttpWouldAct_isHiddenFromItAlone(int status, Proxy.Type proxy, boolean isHidden)
            throws IOException {
        Response response = wire.intercept(chain(by(proxy), () -> answer(status)));
        assertThat(response.code()).isEqualTo(isHidden ? 9000 + status : status);
        assertThat(Wire.undisguised(response).code()).isEqualTo(status);
    }

    @Test
    void request_isNotedAsItIsSent() throws IOException {
        wire.intercept(chain(by(Proxy.Type.DIRECT), () -> answer(200)));
        assertThat(sent).containsExactly(request);
        assertThat(context.isReached()).isTrue();
        assertThat(context.redactor().text("s3cret")).isEqualTo("***");
    }

    @Test
    void interceptor_withoutAConnectionOrACall_isInTheWrongPlace() {
        Request foreign = new Request.Builder().url("http://localhost/").build();
        for (Interceptor.Chain wrong :
                List.of(chain(null, () -> answer(200)), chain(foreign, by(Proxy.Type.DIRECT), () -> answer(200)))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> wire.intercept(wrong))
                    .withMessage("A network interceptor has a connection, and a request of ours its call");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void connection_isIdleFromTheEndOfAnAnswer() throws IOException {
        Connection connection = new Line(by(Proxy.Type.DIRECT).route(), Protocol.HTTP_1_1);
        for (int i = 0; i < 2; i++) {
            wire.intercept(chain(connection, () -> {
                time.pass(Duration.ofHours(1));
                return answer(200);
            }));
        }
        assertThat(sent).as("it was not looked at").hasSize(2);
        time.pass(Duration.ofHours(1));
        assertThat(catchThrowable(() -> wire.intercept(chain(connection, () -> answer(200)))))
                .isInstanceOf(Unprocessed.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void request_thatNoServerActedOn_isToldApart(boolean isGone) throws IOException {
        IOException reason =
                isGone ? new ConnectionShutdownException() : new StreamResetException(ErrorCode.REFUSED_STREAM);
        Interceptor.Chain chain = chain(by(Proxy.Type.DIRECT), () -> {
            throw reason;
        });
        for (boolean isKept : new boolean[] {false, true}) {
            assertThat(catchThrowable(() -> wire.intercept(chain)))
                    .isInstanceOfSatisfying(Unprocessed.class, failure -> {
                        assertThat(failure.reason()).isSameAs(reason);
                        assertThat(failure.isConnectionGone()).isEqualTo(isGone);
                        assertThat(failure.isOnKeptConnection()).isEqualTo(isKept);
                    });
            assertThat(context.isReached()).isFalse();
        }
    }

    @Test
    void request_thatAServerMayHaveActedOn_failsAsItDid() {
        for (IOException reason :
                List.of(new StreamResetException(ErrorCode.CANCEL), new IOException("told me REFUSED_STREAM"))) {
            assertThat(catchThrowable(() -> wire.intercept(chain(by(Proxy.Type.DIRECT), () -> {
                        throw reason;
                    }))))
                    .isSameAs(reason);
            assertThat(context.isReached()).isTrue();
        }
    }

    // The upper one

    /** Fails so often as told, and is answered then. */
    private Callable<Response> failing(int times, boolean isKept, boolean isGone) {
        return () -> {
            if (sent.size() <= times) {
                throw new Unprocessed(new IOException("failure " + sent.size()), isKept, isGone);
            }
            return answer(9503);
        };
    }

    private @Nullable Throwable delivered(Callable<Response> answer) {
        return delivered(new ConnectionPool(), answer);
    }

    private @Nullable Throwable delivered(ConnectionPool connections, Callable<Response> answer) {
        Delivery delivery = new Delivery(connections);
        return catchThrowable(
                () -> assertThat(delivery.intercept(chain(null, answer)).code()).isEqualTo(503));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void request_thatFailedOnAKeptConnection_isSentAgain(boolean isGone) {
        assertThat(delivered(failing(1, true, isGone))).isNull();
        assertThat(sent).containsExactly(request, request);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void request_isSentAgainNoMoreOftenThanConnectionsWereKept(boolean isGone) {
        assertThat(delivered(failing(9, true, isGone))).hasMessage("failure 2").isNotInstanceOf(Unprocessed.class);
        assertThat(sent).hasSize(2);
    }

    /** Returns two connections that are kept, to a server that is there no more. */
    private static ConnectionPool twoKept() throws IOException {
        ConnectionPool connections = new ConnectionPool();
        OkHttpClient http =
                new OkHttpClient.Builder().connectionPool(connections).build();
        try (MockWebServer server = PromptServer.create()) {
            server.start();
            MockResponse answer = new MockResponse.Builder().body("unread").build();
            server.enqueue(answer);
            server.enqueue(answer);
            Request any = new Request.Builder().url(server.url("/").toString()).build();
            try (Response first = http.newCall(any).execute();
                    Response second = http.newCall(any).execute()) {
                assertThat(first.code()).isEqualTo(second.code());
            }
        }
        assertThat(connections.idleConnectionCount()).isEqualTo(2);
        return connections;
    }

    /** G: the connection is gone; R: the server refuses the request on it. */
    @ParameterizedTest
    @CsvSource({"RRRRR,2", "GRRRR,3", "GGRRR,4", "GGGGG,4"})
    void request_isSentAgainOnEveryConnectionThatWasKept_butOnceAfterARefusal(String failures, int sendings)
            throws IOException {
        Throwable failure = delivered(twoKept(), () -> {
            if (sent.size() > failures.length()) {
                return answer(9503);
            }
            boolean isGone = failures.charAt(sent.size() - 1) == 'G';
            throw new Unprocessed(new IOException("failure " + sent.size()), true, isGone);
        });
        assertThat(failure).hasMessage("failure " + sendings);
        assertThat(sent).hasSize(sendings);
    }

    @Test
    void request_thatFailedOnANewConnection_hasFailed() {
        assertThat(delivered(failing(9, false, true))).hasMessage("failure 1").isNotInstanceOf(Unprocessed.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void request_ofACallThatIsCancelled_isNotSentAgain() {
        call.cancel();
        assertThat(delivered(failing(9, true, true))).hasMessage("failure 1").isNotInstanceOf(Unprocessed.class);
        assertThat(sent).hasSize(1);
    }
}
