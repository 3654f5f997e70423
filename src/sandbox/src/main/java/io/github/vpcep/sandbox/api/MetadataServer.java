package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.auth.Metadata;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.HttpServer;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.http.Reply;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metadata service over HTTP, for this machine only. Its threads are daemons. */
public final class MetadataServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataServer.class);
    private static final String HOST = "127.0.0.1";

    private final Metadata metadata;
    private final HttpServer http;

    private MetadataServer(Metadata metadata, int port, Limits limits, SandboxClock clock) {
        this.metadata = metadata;
        this.http =
                HttpServer.start(HOST, port, null, (request, reply) -> handle(metadata, request, reply), limits, clock);
    }

    /**
     * Starts to answer requests.
     *
     * @param port 0 picks a free one
     * @param limits how long is waited for clients
     * @param clock by which answers are dated
     * @throws java.io.UncheckedIOException if the port is taken, for example
     */
    public static MetadataServer start(Metadata metadata, int port, Limits limits, SandboxClock clock) {
        return new MetadataServer(metadata, port, limits, clock);
    }

    private static void handle(Metadata metadata, HttpRequest request, Reply reply) {
        HttpAnswer answer;
        try {
            answer = request.refusal() == null ? metadata.answer(request) : Errors.of(request.refusal());
        } catch (RuntimeException | Error e) {
            LOG.error("a request for metadata failed", e);
            answer = HttpAnswer.of(500, null, new byte[0]);
        }
        reply.send(answer);
    }

    /** The address, without a slash at the end. */
    public URI uri() {
        return URI.create("http://" + HOST + ":" + http.port());
    }

    /** Forgets the tokens that it gave out. */
    public void reset() {
        metadata.reset();
    }

    /** Stops to listen. */
    @Override
    public void close() {
        http.close();
    }
}
