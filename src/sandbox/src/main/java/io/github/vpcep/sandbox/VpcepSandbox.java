package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.RecordedRequest;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.Seed;
import io.github.vpcep.sandbox.domain.Seeding;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.http.TlsIdentity;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(VpcepSandbox.class);

    private final SandboxConfig config;
    private final Store store;
    private final SandboxClock clock = new SandboxClock();
    private final Journal journal = new Journal();
    private final Faults faults = new Faults(SandboxServer.operationIds());
    private final DomainContext context;
    private final @Nullable TlsIdentity identity;
    private final @Nullable Seed seed;
    private final SandboxServer server;
    private final Object clientLock = new Object();
    private @Nullable VpcepClient client;

    VpcepSandbox(SandboxConfig config, Store store) {
        this.config = config;
        this.store = store;
        this.context = new DomainContext(store, clock, config.settings(), config.vpcs());
        try {
            this.seed = config.seed() == null ? null : SeedFile.read(config.seed(), config.accounts());
            this.identity = config.tls() == null ? null : identity(config.tls(), config.host());
            begin(seeding -> seeding.begin(config.publicServices(), seed, projects()));
            this.server = SandboxServer.start(
                    config.host(),
                    config.port(),
                    identity,
                    Domain.of(context),
                    store.waits(),
                    config.accounts(),
                    clock,
                    faults,
                    journal,
                    Limits.standard());
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

    /**
     * Starts one that is an extension of JUnit as well: fresh state for each test, closed after the last. Tests that
     * run in parallel take turns with it, unless the field is not static, so that each has its own. Methods and
     * constructors may have it, or its client, as a parameter; see {@link WithSandbox}.
     */
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

    /** A client of the first account, ready to use, which signs by the sandbox's clock; closed with the sandbox. */
    public VpcepClient client() {
        // Made when it is wanted: a program that only serves starts sooner without it.
        synchronized (clientLock) {
            if (client == null) {
                client = clientOf(account());
            }
            return client;
        }
    }

    /** A new client of an account, which signs with its access key, by the sandbox's clock; the caller closes it. */
    public VpcepClient clientOf(Account account) {
        ClientBuilder<VpcepClient> builder = VpcepClient.builder()
                .endpoint(uri())
                .projectId(account.projectId())
                .credentials(AccessKeyCredentials.of(account.accessKey(), account.secretKey())
                        .clock(clock));
        return (identity == null ? builder : builder.tls(identity.clients(), identity.trust())).build();
    }

    /**
     * Writes what a client has to trust to speak HTTPS with it: a certificate, as PEM.
     *
     * @param file overwritten if it is there
     * @throws IllegalStateException if it speaks HTTP
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeCertificate(Path file) {
        try {
            Files.writeString(file, tls().pem());
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate cannot be written: " + e, e);
        }
    }

    /**
     * For other clients of this JVM: makes sockets that trust it and no other server.
     *
     * @throws IllegalStateException if it speaks HTTP
     */
    public SSLContext sslContext() {
        return tls().clients();
    }

    private TlsIdentity tls() {
        if (identity == null) {
            throw new IllegalStateException("The sandbox speaks HTTP; SandboxConfig.withTls() has it speak HTTPS");
        }
        return identity;
    }

    private static TlsIdentity identity(Tls tls, String host) {
        return tls.keyStore() == null ? TlsIdentity.made(host) : TlsIdentity.of(tls.keyStore(), tls.password());
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

    /**
     * The latest requests to an operation, the oldest first.
     *
     * @param operationId the operation as documented; {@link io.github.vpcep.server.OperationId} has them as constants
     * @throws IllegalArgumentException if there is no such operation
     */
    public List<RecordedRequest> requests(String operationId) {
        if (!SandboxServer.operationIds().contains(operationId)) {
            throw new IllegalArgumentException("There is no operation " + operationId);
        }
        return journal.requests(operationId);
    }

    /** The time that it goes by. */
    public SandboxClock clock() {
        return clock;
    }

    /**
     * Adds resources to the state, all that a file of JSON holds or, if anything is wrong with it, none. They are
     * created in the order of the file, as by the operations, with all their checks; only delays do not count.
     *
     * <p>A service is the body of CreateEndpointService, an endpoint that of CreateEndpoint, and each may have more:
     *
     * <ul>
     *   <li>{@code project_id}: whose it is; without one, the first account's
     *   <li>{@code id}: a UUID that nothing has yet; without one, a new one
     *   <li>{@code status}: any that is documented, in which it then stays; without one, {@code available} or
     *       {@code accepted}
     *   <li>{@code permissions} of a service: its whitelist, each entry a permission or an object with permission and
     *       description
     *   <li>{@code policy_statement} of an endpoint: its policy, as in UpdateEndpointPolicy
     * </ul>
     *
     * <p>In {@code endpoint_service_id} may stand the {@code service_name} of a service of the file, the name of a
     * public one, or an id.
     *
     * <pre>{@code
     * {
     *   "services": [
     *     {"service_name": "orders", "vpc_id": "…", "port_id": "…", "server_type": "VM",
     *      "ports": [{"client_port": 443, "server_port": 8443}], "permissions": ["*"]}
     *   ],
     *   "endpoints": [
     *     {"endpoint_service_id": "orders", "vpc_id": "…", "subnet_id": "…"},
     *     {"endpoint_service_id": "obs", "vpc_id": "…", "status": "failed"}
     *   ]
     * }
     * }</pre>
     *
     * @throws BadSeedException if it cannot be read, or anything in it is not allowed
     */
    public void seed(Path file) {
        Seed resources = SeedFile.read(file, config.accounts());
        sow(file, seeding -> {
            seeding.add(resources);
            return true;
        });
    }

    /**
     * Begins anew: no state but the public services and what the set-up {@linkplain SandboxConfig#withSeed seeds}, no
     * faults, no recorded requests, the real time. It is one step: a request finds the state as it was or the new one.
     */
    public void reset() {
        begin(seeding -> seeding.beginAnew(config.publicServices(), seed, projects(), () -> {
            clock.reset();
            faults.clear();
            journal.clear();
        }));
    }

    private void begin(Predicate<Seeding> beginning) {
        Path file = config.seed();
        boolean sown = file == null ? beginning.test(new Seeding(context)) : sow(file, beginning);
        if (file != null) {
            LOG.info(sown ? "seeded from {}" : "not seeded from {}, as there are resources already", file);
        }
    }

    private List<String> projects() {
        return accounts().stream().map(Account::projectId).toList();
    }

    private boolean sow(Path file, Predicate<Seeding> sowing) {
        try {
            return sowing.test(new Seeding(context));
        } catch (IllegalArgumentException e) {
            throw new BadSeedException(file, e);
        }
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
