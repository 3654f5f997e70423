package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.sandbox.api.MetadataServer;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.auth.Metadata;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.Seed;
import io.github.vpcep.sandbox.domain.Seeding;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.domain.States;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.http.TlsIdentity;
import io.github.vpcep.sandbox.remote.ControlServer;
import io.github.vpcep.sandbox.remote.Shown;
import io.github.vpcep.sandbox.remote.Steered;
import io.github.vpcep.sandbox.remote.WrittenSettings;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
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
public class VpcepSandbox implements SandboxControl {
    private static final Logger LOG = LoggerFactory.getLogger(VpcepSandbox.class);

    private final SandboxConfig config;
    private final Store store;
    private final SandboxClock clock = new SandboxClock();
    private final Journal journal = new Journal();
    private final FaultPlans faults = new FaultPlans(SandboxServer.operationIds());
    private final DomainContext context;
    private final Authentication authentication;
    private final Steered steered;
    private final @Nullable ControlServer control;
    private final @Nullable TlsIdentity identity;
    private final @Nullable Seed seed;
    private final SandboxServer server;
    private final @Nullable MetadataServer metadata;
    private final Object clientLock = new Object();
    private @Nullable VpcepClient client;

    VpcepSandbox(SandboxConfig config, Store store) {
        this.config = config;
        this.store = store;
        this.context = new DomainContext(store, clock, config.settings(), config.vpcs());
        this.authentication = new Authentication(config.accounts(), clock);
        this.steered = new Steered(
                context,
                config.settings(),
                config.accounts(),
                clock,
                faults,
                journal,
                clock.realInstant(),
                this::reset,
                this::seedWritten);
        try {
            requireKeyElsewhere(config);
            this.control = config.control() ? new ControlServer(steered, config.controlKey()) : null;
            this.seed = config.seed() == null ? null : SeedFile.read(config.seed(), config.accounts());
            this.identity = config.tls() == null ? null : identity(config.tls(), config.host());
            begin(seeding -> seeding.begin(config.publicServices(), seed, projects()));
            this.server = SandboxServer.start(
                    config.host(),
                    config.port(),
                    identity,
                    Domain.of(context),
                    store.waits(),
                    authentication,
                    clock,
                    faults,
                    journal,
                    control,
                    Limits.standard());
            this.metadata = metadata();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private @Nullable MetadataServer metadata() {
        if (config.metadataPort().isEmpty()) {
            return null;
        }
        Metadata served = new Metadata(authentication, clock, config.settings().region());
        try {
            return MetadataServer.start(served, config.metadataPort().getAsInt(), Limits.standard(), clock);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void requireKeyElsewhere(SandboxConfig config) {
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        boolean here = !address.isUnresolved() && address.getAddress().isLoopbackAddress();
        if (config.control() && config.controlKey() == null && !here) {
            throw new MissingControlKeyException(config.host());
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

    @Override
    public URI uri() {
        return server.uri();
    }

    /**
     * The address of the metadata service, for {@code Credentials.metadata().endpoint(…)}, and for the variable
     * {@code VPCEP_METADATA_ENDPOINT} of a process that looks for credentials by {@code Credentials.standard()}.
     *
     * @throws IllegalStateException if there is none
     */
    public URI metadataUri() {
        if (metadata == null) {
            throw new IllegalStateException(
                    "The sandbox has no metadata service; SandboxConfig.withMetadata(0) gives it one");
        }
        return metadata.uri();
    }

    @Override
    public VpcepClient client() {
        // Made when it is wanted: a program that only serves starts sooner without it.
        synchronized (clientLock) {
            if (client == null) {
                client = clientOf(account());
            }
            return client;
        }
    }

    @Override
    public VpcepClient clientOf(Account account) {
        ClientBuilder<VpcepClient> builder = VpcepClient.builder()
                .endpoint(uri())
                // It may listen on more than the loopback address.
                .allowPlainHttp()
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

    @Override
    public final Account account() {
        return accounts().get(0);
    }

    @Override
    public final List<Account> accounts() {
        return config.accounts().all();
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public List<RecordedRequest> requests(String operationId) {
        return journal.requests(known(operationId));
    }

    @Override
    public List<RecordedRequest> requests() {
        return journal.requests(each -> true);
    }

    @Override
    public RecordedRequest awaitRequest(String operationId, int n, Duration patience) {
        Predicate<RecordedRequest> meant = Journal.of(known(operationId));
        try {
            return journal.await(meant, n, patience)
                    .orElseThrow(() -> new IllegalStateException(journal.timeUp(meant, n, patience)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was interrupted while it waited", e);
        }
    }

    /** An operation that there is. */
    static String known(String operationId) {
        if (!SandboxServer.operationIds().contains(operationId)) {
            throw new IllegalArgumentException("There is no operation " + operationId);
        }
        return operationId;
    }

    @Override
    public Health health() {
        return ControlServer.health(steered);
    }

    @Override
    public Settings settings() {
        return context.settings();
    }

    @Override
    public void changeSettings(Consumer<Settings.Builder> change) {
        context.change(before -> {
            Settings.Builder builder = before.toBuilder();
            change.accept(builder);
            return WrittenSettings.checked(before, builder.build());
        });
    }

    @Override
    public List<ServiceState> services() {
        return new States(context)
                .services(projects(), true, Integer.MAX_VALUE, 0).items().stream()
                        .map(Shown::service)
                        .toList();
    }

    @Override
    public List<EndpointState> endpoints() {
        return new States(context)
                .endpoints(projects(), Integer.MAX_VALUE, 0).items().stream()
                        .map(Shown::endpoint)
                        .toList();
    }

    @Override
    public List<Permission> permissions(String serviceId) {
        return new States(context)
                .permissions(serviceId, Integer.MAX_VALUE, 0).items().stream()
                        .map(StoredPermission::document)
                        .toList();
    }

    @Override
    public ServiceState moveService(String serviceId, EndpointServiceStatus status) {
        return Shown.service(new States(context).move(serviceId, status));
    }

    @Override
    public EndpointState moveEndpoint(String endpointId, EndpointStatus status) {
        return Shown.endpoint(new States(context).move(endpointId, status));
    }

    @Override
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void seed(Path file) {
        Seed resources = SeedFile.read(file, config.accounts());
        sow(file, seeding -> {
            seeding.add(resources);
            return true;
        });
    }

    private void seedWritten(String json) {
        new Seeding(context).add(SeedFile.read(json, config.accounts()));
    }

    @Override
    public void reset() {
        begin(seeding -> seeding.beginAnew(config.publicServices(), seed, projects(), () -> {
            clock.followRealTime();
            faults.clear();
            faults.dropHeld();
            journal.clear();
            authentication.reset();
            if (metadata != null) {
                metadata.reset();
            }
            context.change(before -> config.settings());
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
        if (control != null) {
            control.close();
        }
        if (metadata != null) {
            metadata.close();
        }
        server.close();
        store.close();
    }
}
