package io.github.vpcep.benchmarks.sandbox;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The HTTP library of the sandbox, with as many threads, that answers every request with the bytes of a file. */
public final class FixedBytes {
    private FixedBytes() {}

    /** Serves the file that the argument names until the process is told to end. */
    public static void main(String[] args) throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(Path.of(args[0]));
        int threads = Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));
        Channel listener = new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new Answers(body));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println(
                "fixed bytes listening on http://127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort());
        new CountDownLatch(1).await();
    }

    private static final class Answers extends ChannelInboundHandlerAdapter {
        private final byte[] body;

        Answers(byte[] body) {
            this.body = body;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            ReferenceCountUtil.release(part);
            if (part instanceof LastHttpContent) {
                var answer = new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
                answer.headers().set("Content-Type", "application/json").set("Content-Length", body.length);
                var unused = context.writeAndFlush(answer, context.voidPromise());
            }
        }
    }
}
