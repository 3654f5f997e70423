package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.auth.Iam;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.http.HttpHandler;
import io.github.vpcep.sandbox.http.HttpServer;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.http.TlsIdentity;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The API over HTTP. Its threads are daemons. */
public final class SandboxServer implements AutoCloseable {
    private static final int WORKERS = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());

    private final HttpServer http;
    private final URI uri;
    private final @Nullable ThreadPoolExecutor workers;

    private SandboxServer(HttpServer http, URI uri, @Nullable ThreadPoolExecutor workers) {
        this.http = http;
        this.uri = uri;
        this.workers = workers;
    }

    /**
     * Starts to answer requests.
     *
     * @param host the address to listen on
     * @param port 0 picks a free one
     * @param tls as whom it speaks HTTPS; null for HTTP
     * @param domain the rules
     * @param stateWaits whether the state may have to be waited for, so that the operations need threads of their own
     * @param authentication finds out who calls
     * @param clock by which answers and requests are dated, and temporary keys end
     * @param faults what is to go wrong
     * @param journal notes the requests down
     * @param control answers what is below {@code /_sandbox}; null when nothing is there
     * @param limits how long is waited for clients
     * @throws java.io.UncheckedIOException if the port is taken, for example
     */
    public static SandboxServer start(
            String host,
            int port,
            @Nullable TlsIdentity tls,
            Domain domain,
            boolean stateWaits,
            Authentication authentication,
            SandboxClock clock,
            FaultPlans faults,
            Journal journal,
            @Nullable HttpHandler control,
            Limits limits) {
        ThreadPoolExecutor workers = stateWaits ? workers() : null;
        String scheme = tls == null ? "http" : "https";
        Gateway gateway = new Gateway(
                scheme,
                new Operations(domain, authentication),
                faults,
                new Iam(authentication, clock, domain.settings().region()),
                new Pages(domain.health(), clock, faults),
                journal,
                clock,
                control,
                workers == null ? Runnable::run : workers);
        try {
            HttpServer http = HttpServer.start(host, port, tls, gateway, limits, clock);
            String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return new SandboxServer(http, URI.create(scheme + "://" + shown + ":" + http.port()), workers);
        } catch (RuntimeException e) {
            end(workers);
            throw e;
        }
    }

    /** The ids of all operations, as {@link FaultPlans} and {@link Journal} know them. */
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
        http.close();
        end(workers);
    }

    private static ThreadPoolExecutor workers() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(WORKERS, WORKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread worker = new Thread(work, "vpcep-sandbox-worker-" + count.incrementAndGet());
                    worker.setDaemon(true);
                    return worker;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    private static void end(@Nullable ThreadPoolExecutor workers) {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
