package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection holds on to, and what it lets go; none of it can be seen from the other end. */
class ConnectionTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final HttpAnswer ANSWER = HttpAnswer.of(200, "text/plain", new byte[] {'a'});
    private static final long NONE = -1;

    private final ByHand byHand = new ByHand();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedChannel channel;

    @BeforeEach
    void connect() {
        server = HttpServer.start("127.0.0.1", 0, null, byHand, Limits.standard(), Clock.systemUTC());
        channel = new EmbeddedChannel();
        Connection connection = new Connection(server, channel);
        channel.pipeline().addLast(connection.encoder(), connection);
    }

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
        server.close();
    }

    private FullHttpRequest come() {
        return come("keep-alive");
    }

    private FullHttpRequest come(String connection) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/a", Unpooled.buffer().writeByte('x'));
        request.headers().set("Host", "x").set("Content-Length", 1).set("Connection", connection);
        channel.writeInbound(request);
        return request;
    }

    /** Not by the channel's own method, which lets go what is planned by itself. */
    private void close() {
        assertThat(channel.pipeline().close().isSuccess()).isTrue();
    }

    @Test
    void request_thatIsAnswered_isLetGo() {
        assertThat(come().refCnt()).isZero();
    }

    @Test
    void request_thatWaits_isHeld_andKeepsTheNextFromBeingRead() throws Exception {
        come();
        FullHttpRequest second = come();

        assertThat(second.refCnt()).isOne();
        assertThat(channel.config().isAutoRead()).isFalse();
        byHand.nextReply().send(ANSWER);
        assertThat(second.refCnt()).isZero();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void request_thatWaits_whenTheConnectionEnds_isLetGo() {
        come();
        FullHttpRequest second = come();
        close();

        assertThat(second.refCnt()).isZero();
    }

    @Test
    void request_thatIsToGoOnLater_whenTheConnectionEnds_isLetGo() throws Exception {
        come();
        byHand.nextReply().after(LONG, () -> {});
        assertThat(channel.runScheduledPendingTasks()).isPositive();
        close();

        assertThat(channel.runScheduledPendingTasks()).isEqualTo(NONE);
    }

    @Test
    void whatIsRepeated_whenTheConnectionEnds_isRepeatedNoMore() throws Exception {
        come();
        byHand.nextReply().stream(ANSWER, stream -> stream.repeat(new byte[] {'b'}, LONG));
        assertThat(channel.runScheduledPendingTasks()).isPositive();
        close();

        assertThat(channel.runScheduledPendingTasks()).isEqualTo(NONE);
    }

    /** Whether it would be kept otherwise or not. */
    @ParameterizedTest
    @ValueSource(strings = {"keep-alive", "close"})
    void connection_whoseClientHasEndedItsSide_isKeptForTheAnswer_andNoLonger(String connection) throws Exception {
        come(connection);
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(channel.isOpen()).isTrue();
        byHand.nextReply().send(ANSWER);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void eventOfAnotherKind_changesNothing() {
        channel.pipeline().fireUserEventTriggered("another");

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whatThrowsBelow_endsTheConnection() {
        channel.pipeline().fireExceptionCaught(new IllegalStateException("on purpose"));

        assertThat(channel.isOpen()).isFalse();
    }
}
