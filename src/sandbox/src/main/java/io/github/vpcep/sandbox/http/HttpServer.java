package io.github.vpcep.sandbox.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port and has the requests answered that come there. Its threads are daemons. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails while it ends has ended.
public final class HttpServer implements AutoCloseable {
    private static final int THREADS =
            Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final HttpHandler handler;
    private final Limits limits;
    private final DateLine date;
    private final @Nullable TlsIdentity tls;
    private final EventLoopGroup threads;
    private final Channel listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean closing;

    private HttpServer(
            String host, int port, @Nullable TlsIdentity tls, HttpHandler handler, Limits limits, Clock clock) {
        this.handler = handler;
        this.limits = limits;
        this.date = new DateLine(clock);
        this.tls = tls;
        this.threads = threads();
        this.listener = listen(host, port);
        long look = Math.max(1, Math.min(LOOK.toMillis(), limits.request().toMillis() / 4));
        threads.next()
                .scheduleWithFixedDelay(
                        () -> connections.forEach(Connection::check), look, look, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts to answer requests.
     *
     * @param host the address to listen on
     * @param port 0 picks a free one
     * @param tls as whom it speaks HTTPS; null for HTTP
     * @param handler answers
     * @param limits how long is waited for others
     * @param clock the time that answers are dated by
     * @throws UncheckedIOException if the port is taken, for example
     */
    public static HttpServer start(
            String host, int port, @Nullable TlsIdentity tls, HttpHandler handler, Limits limits, Clock clock) {
        return new HttpServer(host, port, tls, handler, limits, clock);
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /**
     * Stops to listen, lets requests that are under way come to their end within the time for that, and ends all
     * connections and threads.
     */
    @Override
    public void close() {
        closing = true;
        listener.close().awaitUninterruptibly();
        connections.forEach(Connection::endWhenIdle);
        if (connections.isEmpty()) {
            drained.countDown();
        }
        boolean interrupted = !await(() -> drained.await(limits.end().toMillis(), TimeUnit.MILLISECONDS));
        connections.forEach(Connection::endNow);
        threads.shutdownGracefully(0, limits.end().toMillis(), TimeUnit.MILLISECONDS);
        interrupted |= !await(() -> threads.awaitTermination(limits.end().toMillis(), TimeUnit.MILLISECONDS));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    HttpHandler handler() {
        return handler;
    }

    Limits limits() {
        return limits;
    }

    boolean isClosing() {
        return closing;
    }

    /** As in the header of that name. */
    String date() {
        return date.now();
    }

    private void ended(Connection connection) {
        connections.remove(connection);
        if (closing && connections.isEmpty()) {
            drained.countDown();
        }
    }

    private interface Waiting {
        boolean end() throws InterruptedException;
    }

    /** False when this thread was interrupted. */
    private static boolean await(Waiting waiting) {
        try {
            waiting.end();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** The way to make them that there is in the Netty of 4.1 as well, which many an application brings. */
    @SuppressWarnings("deprecation")
    private static EventLoopGroup threads() {
        return new NioEventLoopGroup(THREADS, new DefaultThreadFactory("vpcep-sandbox-io", true));
    }

    private Channel listen(String host, int port) {
        var binding = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                // Who is gone without a word would keep its connection for ever.
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connect(channel);
                    }
                })
                .bind(new InetSocketAddress(host, port))
                .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            threads.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw new UncheckedIOException(
                    "Cannot listen on " + host + ":" + port + ": "
                            + binding.cause().getMessage(),
                    binding.cause() instanceof IOException cause ? cause : new IOException(binding.cause()));
        }
        // Behind the one that takes connections, which then pauses for a second.
        binding.channel().pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                LOG.warn(
                        "New connections have to wait: {} ({} are open; the most that a process may have is set by"
                                + " ulimit -n)",
                        cause.getMessage(),
                        connections.size());
            }
        });
        return binding.channel();
    }

    private void connect(Channel channel) {
        Connection connection = new Connection(this, channel);
        if (tls != null) {
            SSLEngine engine = tls.server().createSSLEngine();
            engine.setUseClientMode(false);
            channel.pipeline().addLast(new SslHandler(engine));
        }
        channel.pipeline()
                .addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object bytes) {
                        connection.came();
                        context.fireChannelRead(bytes);
                    }
                })
                // Not HttpServerCodec, which bounds the requests ahead of their answers: while answers are due
                // nothing is read, so that what one read brings is the bound. To lift its own it has to be of
                // Netty 4.2.
                .addLast(new HttpRequestDecoder(new HttpDecoderConfig()
                        .setMaxInitialLineLength(Limits.REQUEST_LINE)
                        .setMaxHeaderSize(Limits.HEADERS)))
                .addLast(connection.encoder())
                .addLast(connection);
        connections.add(connection);
        channel.closeFuture().addListener(closed -> ended(connection));
        if (closing) {
            // It came while the others were told.
            channel.close();
        }
    }
}
