package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.Credentials;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VPCEP on this machine, which keeps its state in memory unless told otherwise: for tests, and for work without a
 * cloud account.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final VpcepSandbox sandbox = VpcepSandbox.inMemory();
 *
 * try (VpcepSandbox sandbox = VpcepSandbox.start()) {
 *     sandbox.client().endpoints().list();
 * }
 * }</pre>
 *
 * <p>Thread-safe; {@link #close} frees its port and its threads, which are daemons.
 */
public class VpcepSandbox implements AutoCloseable {
    private final SandboxConfig config;
    private final Store store;
    private final SandboxClock clock = new SandboxClock();
    private final Journal journal = new Journal();
    private final Faults faults = new Faults(SandboxServer.operationIds());
    private final DomainContext context;
    private final SandboxServer server;
    private final Object clientLock = new Object();
    private @Nullable VpcepClient client;

    VpcepSandbox(SandboxConfig config, Store store) {
        this.config = config;
        this.store = store;
        this.context = new DomainContext(store, clock, config.settings());
        try {
            context.seed(config.publicServices());
            this.server = SandboxServer.start(
                    config.host(), config.port(), Domain.of(context), config.accounts(), clock, faults, journal);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Starts one on a free port of the loopback interface. */
    public static VpcepSandbox start() {
        return start(SandboxConfig.standard());
    }

    /** Starts one. */
    public static VpcepSandbox start(SandboxConfig config) {
        return start(config, new MemoryStore());
    }

    /**
     * Starts one that keeps its state elsewhere.
     *
     * @param config how it is set up
     * @param store keeps the state; closed with the sandbox, and when that cannot start
     */
    public static VpcepSandbox start(SandboxConfig config, Store store) {
        return new VpcepSandbox(config, store);
    }

    /** Starts one that is an extension of JUnit as well: fresh state for each test, closed after the last. */
    public static VpcepSandbox inMemory() {
        return inMemory(SandboxConfig.standard());
    }

    /** As {@link #inMemory()}, set up otherwise. */
    public static VpcepSandbox inMemory(SandboxConfig config) {
        return SandboxExtension.start(config, new MemoryStore(), true);
    }

    /** As {@link #inMemory()}, with state that lasts from test to test. */
    public static VpcepSandbox inMemoryForAllTests() {
        return SandboxExtension.start(SandboxConfig.standard(), new MemoryStore(), false);
    }

    /** Where it listens. */
    public URI uri() {
        return server.uri();
    }

    /** A client of the first account, ready to use; closed with the sandbox. */
    public VpcepClient client() {
        // Made when it is wanted: a program that only serves starts sooner without it.
        synchronized (clientLock) {
            if (client == null) {
                client = clientOf(account());
            }
            return client;
        }
    }

    /** A new client of an account, which signs with its access key; the caller closes it. */
    public VpcepClient clientOf(Account account) {
        return VpcepClient.builder()
                .endpoint(uri())
                .projectId(account.projectId())
                .credentials(Credentials.accessKey(account.accessKey(), account.secretKey()))
                .build();
    }

    /** The first account. */
    public final Account account() {
        return accounts().get(0);
    }

    /** Who may call. */
    public final List<Account> accounts() {
        return config.accounts().all();
    }

    /** What goes wrong with the next calls. */
    public Faults faults() {
        return faults;
    }

    /** The latest requests to an operation, the oldest first. */
    public List<RecordedRequest> requests(String operationId) {
        return journal.requests(operationId);
    }

    /** The time that it goes by. */
    public SandboxClock clock() {
        return clock;
    }

    /** Begins anew: no state but the public services, no faults, no recorded requests, the real time. */
    public void reset() {
        store.clear();
        clock.reset();
        faults.clear();
        journal.clear();
        context.seed(config.publicServices());
    }

    @Override
    public void close() {
        synchronized (clientLock) {
            if (client != null) {
                client.close();
            }
        }
        server.close();
        store.close();
    }
}
