package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.Accounts;
import io.github.vpcep.sandbox.Faults;
import io.github.vpcep.sandbox.Journal;
import io.github.vpcep.sandbox.domain.Domain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** The API over HTTP. Its threads are daemons. */
public final class SandboxServer implements AutoCloseable {
    /** Values of 100,000 characters, percent-encoded, have to get as far as to their documented error. */
    private static final int HEADER_LIMIT = 1024 * 1024;

    /** The time in which a body has to come. */
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(30);

    private static final int WORKERS = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());

    /** Kept, or the level would be lost with the logger. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.glassfish.jersey"), Logger.getLogger("org.glassfish.grizzly"));

    /**
     * Take what is meant for trouble: resources whose annotations stand on their interfaces, an orderly end, and what
     * clients send in chunks that are none.
     */
    private static final List<Logger> QUIETER = List.of(
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"),
            Logger.getLogger("org.glassfish.grizzly.nio.GracefulShutdownRunner"),
            Logger.getLogger("org.glassfish.grizzly.filterchain.DefaultFilterChain"));

    static {
        QUIET.forEach(each -> keepQuiet(each, Level.WARNING));
        QUIETER.forEach(each -> keepQuiet(each, Level.SEVERE));
    }

    private final HttpServer http;
    private final URI uri;

    private SandboxServer(HttpServer http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    /**
     * Starts to answer requests.
     *
     * @param host the address to listen on
     * @param port 0 picks a free one
     * @param domain the rules
     * @param accounts who may call
     * @param clock decides whether signatures are fresh and tokens alive
     * @param faults what is to go wrong
     * @param journal notes the requests down
     * @throws UncheckedIOException if the port is taken, for example
     */
    public static SandboxServer start(
            String host, int port, Domain domain, Accounts accounts, Clock clock, Faults faults, Journal journal) {
        return start(host, port, domain, accounts, clock, faults, journal, BODY_PATIENCE);
    }

    static SandboxServer start(
            String host,
            int port,
            Domain domain,
            Accounts accounts,
            Clock clock,
            Faults faults,
            Journal journal,
            Duration patience) {
        Tokens tokens = new Tokens(accounts, clock);
        Gateway gateway = new Gateway(
                domain,
                faults,
                new Authentication(accounts, tokens, clock),
                new Iam(accounts, tokens, domain.settings().region()),
                new Pages(domain.health()),
                journal,
                patience);
        NetworkListener listener = listener(host, port);
        HttpServer http = new HttpServer();
        http.addListener(listener);
        configure(http.getServerConfiguration(), gateway);
        try {
            http.start();
        } catch (IOException e) {
            http.shutdownNow();
            throw new UncheckedIOException("Cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return new SandboxServer(http, URI.create("http://" + shown + ":" + listener.getPort()));
    }

    /** The ids of all operations, as {@link Faults} and {@link Journal} know them. */
    public static Set<String> operationIds() {
        return Operations.ids();
    }

    /** The address, without a slash at the end. */
    public URI uri() {
        return uri;
    }

    /** Stops to listen; requests that are under way get a second to end. */
    @Override
    public void close() {
        try {
            http.shutdown(1, TimeUnit.SECONDS).get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            QUIET.get(1).log(Level.FINE, "Requests were cut off", e);
        } finally {
            http.shutdownNow();
        }
    }

    /** Unless somebody has set a level. */
    private static void keepQuiet(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }

    private static NetworkListener listener(String host, int port) {
        NetworkListener listener = new NetworkListener("vpcep", host, port);
        listener.setMaxHttpHeaderSize(HEADER_LIMIT);
        // A connection is kept for as long as its client wants, not for 256 requests.
        listener.getKeepAlive().setMaxRequestsCount(-1);
        listener.registerAddOn(
                (any, chain) -> chain.add(chain.indexOfType(HttpServerFilter.class), new NoOtherProtocol()));
        TCPNIOTransport transport = listener.getTransport();
        transport.setTcpNoDelay(true);
        transport.setReuseAddress(true);
        transport.setWorkerThreadPoolConfig(threads("vpcep-sandbox-worker", WORKERS));
        transport.setKernelThreadPoolConfig(threads("vpcep-sandbox-io", 2));
        transport.setSelectorRunnersCount(2);
        return listener;
    }

    private static ThreadPoolConfig threads(String name, int count) {
        return ThreadPoolConfig.defaultConfig()
                .setPoolName(name)
                .setDaemon(true)
                .setCorePoolSize(count)
                .setMaxPoolSize(count);
    }

    /**
     * Declines what a client offers to speak instead, as Java's own does by default. Grizzly would take the bytes that
     * follow for that other protocol and not for a body.
     */
    private static final class NoOtherProtocol extends BaseFilter {
        @Override
        public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
            if (event instanceof HttpEvents.IncomingHttpUpgradeEvent offer) {
                offer.getHttpHeader().getUpgradeDC().recycle();
                offer.getHttpHeader().setIgnoreContentModifiers(false);
            }
            return context.getInvokeAction();
        }
    }

    private static void configure(ServerConfiguration configuration, Gateway gateway) {
        configuration.addHttpHandler(gateway, "/");
        configuration.setHttpServerName("");
        configuration.setHttpServerVersion("");
        configuration.setPassTraceRequest(true);
        configuration.setAllowPayloadForUndefinedHttpMethods(true);
        configuration.setJmxEnabled(false);
        // What is wrong before a request can be made of it.
        configuration.setDefaultErrorPageGenerator((request, status, reason, description, exception) -> {
            request.getResponse().setContentType(HttpAnswer.JSON);
            HttpAnswer answer = Errors.of(status < 500 ? ErrorCode.INVALID_PARAMETER : ErrorCode.SYSTEM_ERROR);
            return new String(answer.body(), StandardCharsets.UTF_8);
        });
    }
}
