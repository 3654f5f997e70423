package io.github.vpcep.sandbox.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection: takes one request after the other, has each answered before it looks at the next, and waits for nothing
 * longer than allowed. What is not said to be for any thread runs on that of its channel.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails here ends the connection, which Netty tells by events.
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long NEVER = Long.MAX_VALUE;
    private static final byte[] NO_BODY = new byte[0];

    private final HttpServer server;
    private final Channel channel;
    private final Queue<HttpObject> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Stage stage = Stage.IDLE;
    private boolean taking;
    private boolean inputEnded;

    /** Of the request that is being read; null before it is here, and from the answer on. */
    private @Nullable RequestHead head;

    private long bodyLength;
    private boolean keep;
    private boolean old;
    private boolean toHead;

    /** Counts the requests, so that what comes late for one is no answer to the next. */
    private long turn;

    /** What the request that is being answered waits for. */
    private @Nullable Future<?> later;

    /** By the clock of {@link System#nanoTime}; looked at from another thread. */
    private volatile long deadline = NEVER;

    Connection(HttpServer server, Channel channel) {
        this.server = server;
        this.channel = channel;
    }

    private enum Stage {
        /** Between requests. */
        IDLE,
        /** A request has begun to come. */
        READING,
        /** It is being answered. */
        ANSWERING,
        /** The answer is on its way. */
        WRITING,
        /** The answer has no end but that of the connection. */
        STREAMING,
        /** It was the last; the client has yet to close its side. */
        ENDING
    }

    /** Writes the answers, of those to HEAD the headers only. */
    HttpResponseEncoder encoder() {
        return new HttpResponseEncoder() {
            @Override
            protected boolean isContentAlwaysEmpty(HttpResponse answer) {
                return toHead || super.isContentAlwaysEmpty(answer);
            }
        };
    }

    /** Something of a request has come, whatever it turns out to be; from the first of it on its time runs. */
    void came() {
        if (stage == Stage.IDLE) {
            stage = Stage.READING;
            waitFor(server.limits().request());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (stage == Stage.ENDING) {
            ReferenceCountUtil.release(message);
            return;
        }
        waiting.add((HttpObject) message);
        take();
    }

    /** Takes what has come, until a request has to be answered. */
    private void take() {
        if (taking) {
            // The answer came at once; the loop that gave the request away goes on.
            return;
        }
        taking = true;
        while ((stage == Stage.IDLE || stage == Stage.READING) && !waiting.isEmpty()) {
            HttpObject next = waiting.remove();
            try {
                take(next);
            } finally {
                ReferenceCountUtil.release(next);
            }
        }
        taking = false;
        if (inputEnded && (stage == Stage.IDLE || stage == Stage.READING)) {
            // Nothing waits, and no more will come.
            channel.close();
        }
        // What a client sends ahead of its answers stays with it.
        channel.config().setAutoRead(waiting.isEmpty());
    }

    private void take(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuse(part);
            return;
        }
        if (part instanceof io.netty.handler.codec.http.HttpRequest wire) {
            begin(RequestHead.of(wire));
        }
        if (part instanceof HttpContent content && head != null) {
            add(content, head);
        }
    }

    private void refuse(HttpObject part) {
        Throwable cause = part.decoderResult().cause();
        LOG.debug("A request cannot be read", cause);
        keep = false;
        if (head != null) {
            answer(head.with(NO_BODY).refused(Refusal.BROKEN_BODY));
            return;
        }
        Refusal refusal = cause instanceof TooLongHttpLineException
                ? Refusal.LONG_LINE
                : cause instanceof TooLongHttpHeaderException ? Refusal.LONG_HEADERS : Refusal.NO_HTTP;
        // A whole one stands for what could not even be begun.
        answer(
                part instanceof io.netty.handler.codec.http.HttpRequest wire && !(part instanceof FullHttpRequest)
                        ? RequestHead.of(wire).with(NO_BODY).refused(refusal)
                        : HttpRequest.unread(refusal));
    }

    private void begin(RequestHead begun) {
        head = begun;
        came();
        keep = begun.keepsConnection();
        old = !begun.isNewerThan10();
        boolean held = begun.asksToGoOn() && begun.announcesBody();
        boolean tooLong = begun.length() > Limits.BODY;
        if (!begun.endIsKnown() || begun.length() > Limits.DROPPED_BODY || (held && (begun.isRefused() || tooLong))) {
            // Whether, or up to where, a body follows is not known, or not worth the wait.
            keep = false;
            answer(begun.with(tooLong ? null : NO_BODY));
        } else if (held) {
            channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void add(HttpContent content, RequestHead to) {
        int length = content.content().readableBytes();
        bodyLength += length;
        if (bodyLength > Limits.BODY) {
            body.reset();
        } else if (length > 0) {
            body.writeBytes(ByteBufUtil.getBytes(content.content()));
        }
        boolean tooLong = bodyLength > Limits.DROPPED_BODY;
        keep &= !tooLong;
        if (tooLong || content instanceof LastHttpContent) {
            answer(to.with(bodyLength > Limits.BODY ? null : body.toByteArray()));
        }
    }

    private void answer(HttpRequest request) {
        head = null;
        body.reset();
        bodyLength = 0;
        stage = Stage.ANSWERING;
        deadline = NEVER;
        toHead = request.method().equals("HEAD");
        turn++;
        try {
            server.handler().handle(request, new ToThisTurn(turn));
        } catch (RuntimeException | Error e) {
            LOG.error("A request was not answered", e);
            channel.close();
        }
    }

    /** What becomes of the answer to one request. */
    private final class ToThisTurn implements Reply {
        private final long mine;

        ToThisTurn(long mine) {
            this.mine = mine;
        }

        @Override
        public void send(HttpAnswer answer) {
            now(() -> write(answer));
        }

        @Override
        public void sendHalf(HttpAnswer answer) {
            now(() -> writeHalf(answer));
        }

        @Override
        public void breakHeaders(HttpAnswer answer) {
            now(() -> writeHalfOfHead(answer));
        }

        @Override
        public void sendSlowly(HttpAnswer answer, int bytes, Duration pause) {
            now(() -> writePiece(wire(answer), bytes, pause));
        }

        @Override
        public void stream(HttpAnswer head, Consumer<Stream> opened) {
            now(() -> {
                beginStream(head);
                opened.accept(new ToTheEnd());
            });
        }

        @Override
        public void drop() {
            now(channel::close);
        }

        @Override
        public void after(Duration delay, Runnable next) {
            try {
                later = channel.eventLoop().schedule(() -> ifStillMine(next), delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The server has ended", e);
            }
        }

        private void now(Runnable step) {
            if (channel.eventLoop().inEventLoop()) {
                ifStillMine(step);
                return;
            }
            try {
                channel.eventLoop().execute(() -> ifStillMine(step));
            } catch (RejectedExecutionException e) {
                LOG.debug("The server has ended", e);
            }
        }

        private void ifStillMine(Runnable step) {
            if (turn != mine || stage != Stage.ANSWERING) {
                return;
            }
            try {
                step.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A request was not answered", e);
                channel.close();
            }
        }
    }

    /** Bytes that come as long as the client takes them. */
    private final class ToTheEnd implements Reply.Stream {
        @Override
        public void send(byte[] bytes) {
            try {
                channel.eventLoop().execute(() -> write(bytes));
            } catch (RejectedExecutionException e) {
                LOG.debug("The server has ended", e);
            }
        }

        @Override
        public void repeat(byte[] bytes, Duration pause) {
            try {
                var repeated = channel.eventLoop()
                        .scheduleWithFixedDelay(
                                () -> write(bytes), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
                whenEnded(() -> repeated.cancel(false));
            } catch (RejectedExecutionException e) {
                LOG.debug("The server has ended", e);
            }
        }

        private void write(byte[] bytes) {
            if (channel.unsafe().outboundBuffer() == null) {
                return;
            }
            if (channel.unsafe().outboundBuffer().totalPendingWriteBytes() > Limits.UNREAD) {
                channel.close();
                return;
            }
            channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
        }

        @Override
        public void whenEnded(Runnable next) {
            channel.closeFuture().addListener(closed -> next.run());
        }
    }

    private void beginStream(HttpAnswer answer) {
        stage = Stage.STREAMING;
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        fill(response.headers(), answer, true);
        response.headers().remove("Content-Length");
        if (!old) {
            HttpUtil.setTransferEncodingChunked(response, true);
        }
        channel.writeAndFlush(response);
    }

    private void write(HttpAnswer answer) {
        boolean last = !keep || server.isClosing();
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        fill(response.headers(), answer, last);
        begun(channel.writeAndFlush(response), last);
    }

    private void writeHalf(HttpAnswer answer) {
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        fill(response.headers(), answer, true);
        channel.write(response);
        begun(
                channel.writeAndFlush(
                        new DefaultHttpContent(Unpooled.wrappedBuffer(answer.body(), 0, answer.body().length / 2))),
                true);
    }

    /** The answer as the bytes that go over the wire, after which the connection ends. */
    private ByteBuf wire(HttpAnswer answer) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        fill(response.headers(), answer, true);
        EmbeddedChannel encoder = new EmbeddedChannel(new HttpResponseEncoder());
        encoder.writeOutbound(response);
        ByteBuf wire = Unpooled.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            wire.writeBytes(part);
            part.release();
        }
        return wire;
    }

    /** Past the encoder, for which half an answer is none. */
    private ChannelFuture writeRaw(ByteBuf bytes) {
        return channel.pipeline().context(HttpResponseEncoder.class).writeAndFlush(bytes);
    }

    private void writeHalfOfHead(HttpAnswer answer) {
        stage = Stage.WRITING;
        waitFor(server.limits().answer());
        ByteBuf wire = wire(answer);
        int head = wire.readableBytes() - answer.body().length;
        writeRaw(wire.readSlice(head / 2)).addListener(written -> {
            // So that the client is told of a reset and not of an end.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        });
    }

    private void writePiece(ByteBuf rest, int bytes, Duration pause) {
        ByteBuf piece = rest.readRetainedSlice(Math.min(bytes, rest.readableBytes()));
        if (!rest.isReadable()) {
            rest.release();
            begun(writeRaw(piece), true);
            return;
        }
        stage = Stage.WRITING;
        waitFor(server.limits().answer());
        writeRaw(piece).addListener(written -> {
            if (!written.isSuccess()) {
                rest.release();
                channel.close();
                return;
            }
            deadline = NEVER;
            channel.eventLoop().schedule(() -> writePiece(rest, bytes, pause), pause.toNanos(), TimeUnit.NANOSECONDS);
        });
    }

    private void fill(HttpHeaders headers, HttpAnswer answer, boolean last) {
        headers.set("Date", server.date());
        answer.headers().forEach(headers::set);
        if (answer.contentType() != null) {
            headers.set("Content-Type", answer.contentType());
        }
        // Of an answer that has no body the encoder takes it away.
        headers.set("Content-Length", answer.body().length);
        if (last) {
            headers.set("Connection", HttpHeaderValues.CLOSE);
        } else if (old) {
            headers.set("Connection", HttpHeaderValues.KEEP_ALIVE);
        }
    }

    private void begun(ChannelFuture writing, boolean last) {
        stage = Stage.WRITING;
        waitFor(server.limits().answer());
        writing.addListener(written -> {
            if (!written.isSuccess()) {
                channel.close();
            } else if (last) {
                end();
            } else {
                stage = Stage.IDLE;
                deadline = NEVER;
                take();
            }
        });
    }

    /** Ends this side, and takes no more than what is on its way: a client that still sends would lose the answer. */
    private void end() {
        stage = Stage.ENDING;
        dropWaiting();
        if (inputEnded) {
            channel.close();
            return;
        }
        waitFor(Limits.LINGER);
        channel.config().setAutoRead(true);
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            ((DuplexChannel) channel).shutdownOutput();
        } else {
            tls.closeOutbound().addListener(told -> ((DuplexChannel) channel).shutdownOutput());
        }
    }

    private void waitFor(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Ends what takes too long. For any thread. */
    void check() {
        if (isLate()) {
            channel.eventLoop().execute(this::endIfLate);
        }
    }

    private boolean isLate() {
        long until = deadline;
        return until != NEVER && System.nanoTime() - until > 0;
    }

    private void endIfLate() {
        if (!isLate()) {
            return;
        }
        if (head != null) {
            keep = false;
            answer(head.with(NO_BODY).refused(Refusal.LATE));
        } else {
            channel.close();
        }
    }

    /** Ends it as soon as no request is under way. For any thread. */
    void endWhenIdle() {
        channel.eventLoop().execute(() -> {
            if (stage == Stage.IDLE || stage == Stage.STREAMING) {
                channel.close();
            }
        });
    }

    /** Ends it as it is. For any thread. */
    void endNow() {
        channel.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            // Answers may still go the other way.
            inputEnded = true;
            if (stage == Stage.ENDING || stage == Stage.STREAMING) {
                channel.close();
            } else {
                take();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stage = Stage.ENDING;
        dropWaiting();
        if (later != null) {
            // Else it, and with it the request, would be kept until its time has come.
            later.cancel(false);
        }
    }

    private void dropWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause instanceof DecoderException) {
            LOG.debug("The connection is broken", cause);
        } else {
            LOG.error("The connection is ended", cause);
        }
        channel.close();
    }
}
