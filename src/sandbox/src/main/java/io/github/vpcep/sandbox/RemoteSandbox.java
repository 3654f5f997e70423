package io.github.vpcep.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.client.ControlClient;
import io.github.vpcep.control.client.Requests;
import io.github.vpcep.control.client.State;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.EndpointStatusChange;
import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.Seed;
import io.github.vpcep.control.model.ServicePermissionList;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.control.model.ServiceStatusChange;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.SandboxTime;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.json.JsonFile;
import io.github.vpcep.sandbox.remote.WrittenSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sandbox elsewhere, by its control API. What that refuses is thrown as the one of this JVM throws it. */
final class RemoteSandbox implements SandboxControl {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    /** What passes on the way beside the time that a call is to wait there. */
    private static final Duration WAY = Duration.ofSeconds(30);

    private static final int PAGE = 1000;

    private final URI address;
    private final ControlOptions options;
    private final ControlClient control;
    private final RemoteTime time = new RemoteTime();
    private final RemoteFaults faults = new RemoteFaults();
    private final Object lock = new Object();
    private @Nullable List<Account> accounts;
    private @Nullable VpcepClient client;

    private RemoteSandbox(URI address, ControlOptions options, ControlClient control) {
        this.address = address;
        this.options = options;
        this.control = control;
    }

    static SandboxControl of(URI address, ControlOptions options) {
        ClientBuilder<ControlClient> builder =
                options.trusting(ControlClient.builder().endpoint(address).allowPlainHttp());
        String key = options.key();
        if (key != null) {
            builder.credentials(new Key(key));
        }
        return new RemoteSandbox(address, options, builder.build());
    }

    /** The key in its header. */
    private record Key(String key) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return Map.of("X-Sandbox-Key", key);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Key";
        }
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidRequestException e) {
            throw new IllegalArgumentException(said(e), e);
        } catch (NotFoundException e) {
            throw new NoSuchElementException(said(e), e);
        }
    }

    private static void told(Runnable call) {
        asked(() -> {
            call.run();
            return call;
        });
    }

    private static String said(VpcepServiceException e) {
        String message = e.serverMessage();
        return message == null ? String.valueOf(e.getMessage()) : message;
    }

    @Override
    public URI uri() {
        return address;
    }

    @Override
    public Health health() {
        return control.sandbox().health();
    }

    @Override
    public VpcepClient client() {
        synchronized (lock) {
            if (client == null) {
                client = clientOf(account());
            }
            return client;
        }
    }

    @Override
    public VpcepClient clientOf(Account account) {
        return options.trusting(VpcepClient.builder()
                        .endpoint(address)
                        .allowPlainHttp()
                        .projectId(account.projectId())
                        .credentials(new ByItsClock(account, time)))
                .build();
    }

    /** Signs by the sandbox's time as it was told last; asks for it when a signature is refused. */
    private record ByItsClock(Account account, RemoteTime time) implements Credentials {
        @Override
        public Map<String, String> headers(OutgoingRequest request) {
            return AccessKeyCredentials.of(account.accessKey(), account.secretKey())
                    .clock(time.told())
                    .headers(request);
        }

        @Override
        public boolean rejected(OutgoingRequest request) {
            return time.hasMoved();
        }
    }

    @Override
    public List<Account> accounts() {
        synchronized (lock) {
            if (accounts == null) {
                accounts = control.sandbox().accounts().accounts().stream()
                        .map(RemoteSandbox::account)
                        .toList();
            }
            return accounts;
        }
    }

    private static Account account(io.github.vpcep.control.model.Account told) {
        Account.Builder account = Account.builder()
                .domainId(told.domainId())
                .projectId(told.projectId())
                .accessKey(told.accessKey(), told.secretKey())
                .token(told.token());
        told.agencies().forEach(each -> account.agency(each.name(), each.domainId()));
        String user = told.userName();
        String password = told.password();
        return (user == null || password == null ? account : account.user(user, password)).build();
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public SandboxTime clock() {
        return time;
    }

    @Override
    public List<RecordedRequest> requests(String operationId) {
        String known = VpcepSandbox.known(operationId);
        return control.requests().list(q -> q.operationId(known)).requests();
    }

    @Override
    public List<RecordedRequest> requests() {
        return control.requests().list(Requests.ListParams.builder().build()).requests();
    }

    @Override
    public RecordedRequest awaitRequest(String operationId, int n, Duration patience) {
        String known = VpcepSandbox.known(operationId);
        Duration most = patience.isNegative() ? WAY : patience.plus(WAY);
        try {
            return asked(() -> control.with(o -> o.readTimeout(most).callTimeout(most.plus(WAY)))
                    .requests()
                    .nth(q -> q.operationId(known).n(n).timeout(patience.toString())));
        } catch (ConflictException e) {
            throw new IllegalStateException(said(e), e);
        }
    }

    @Override
    public Settings settings() {
        return WrittenSettings.over(Settings.standard(), control.sandbox().settings());
    }

    @Override
    public void changeSettings(Consumer<Settings.Builder> change) {
        Settings before = settings();
        Settings.Builder builder = before.toBuilder();
        change.accept(builder);
        Settings after = WrittenSettings.checked(before, builder.build());
        asked(() -> control.sandbox().changeSettings(WrittenSettings.of(after)));
    }

    @Override
    public List<ServiceState> services() {
        return control.state().services(State.ServicesParams.builder().build()).stream()
                .toList();
    }

    @Override
    public List<EndpointState> endpoints() {
        return control.state().endpoints(State.EndpointsParams.builder().build()).stream()
                .toList();
    }

    @Override
    public List<Permission> permissions(String serviceId) {
        return asked(() -> {
            List<Permission> all = new ArrayList<>();
            ServicePermissionList page;
            do {
                page = control.state().permissions(serviceId, q -> q.limit(PAGE).offset(all.size()));
                all.addAll(page.permissions());
            } while (!page.permissions().isEmpty() && all.size() < page.totalCount());
            return List.copyOf(all);
        });
    }

    @Override
    public ServiceState moveService(String serviceId, EndpointServiceStatus status) {
        return asked(() -> control.state()
                .moveService(
                        serviceId, ServiceStatusChange.builder().status(status).build()));
    }

    @Override
    public EndpointState moveEndpoint(String endpointId, EndpointStatus status) {
        return asked(() -> control.state()
                .moveEndpoint(
                        endpointId,
                        EndpointStatusChange.builder().status(status).build()));
    }

    @Override
    public void seed(Path file) {
        try {
            Seed seed = JSON.readValue(JsonFile.text(file), Seed.class);
            told(() -> control.sandbox().seed(seed));
        } catch (JsonProcessingException e) {
            throw new BadSeedException(file, new IllegalArgumentException(e.getOriginalMessage(), e));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new BadSeedException(file, e);
        }
    }

    @Override
    public void reset() {
        told(() -> control.sandbox().reset());
        time.followRealTime();
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (client != null) {
                client.close();
            }
        }
        control.close();
    }

    @Override
    public String toString() {
        return "SandboxControl[" + address + "]";
    }

    /** The time of the sandbox. */
    private final class RemoteTime implements SandboxTime {
        /** By the clock of this machine, which need not agree with that of the other. */
        private volatile @Nullable Duration offset;

        private Instant now(io.github.vpcep.control.model.ClockTime told) {
            offset = Duration.between(Instant.now(), told.now());
            return told.now();
        }

        /** A clock that goes by what was told last. */
        java.time.Clock told() {
            if (offset == null) {
                instant();
            }
            Duration known = offset;
            return java.time.Clock.offset(java.time.Clock.systemUTC(), known == null ? Duration.ZERO : known);
        }

        /** Asks again, and answers whether it was worth it. */
        boolean hasMoved() {
            Instant before = told().instant();
            return Duration.between(before, instant()).abs().compareTo(Duration.ofSeconds(1)) > 0;
        }

        @Override
        public Instant instant() {
            return now(control.clock().show());
        }

        @Override
        public Duration ahead() {
            return Duration.parse(control.clock().show().ahead());
        }

        @Override
        public void advance(Duration duration) {
            now(asked(() -> control.clock().advance(duration.toString())));
        }

        @Override
        public void set(Instant to) {
            now(asked(() -> control.clock().set(to)));
        }

        @Override
        public void followRealTime() {
            now(control.clock().followRealTime());
        }

        @Override
        public void takeSignaturesOfRealTime() {
            now(control.clock().takeSignatures(true));
        }
    }

    /** The faults of the sandbox. */
    private final class RemoteFaults extends Faults {
        RemoteFaults() {
            super(SandboxServer.operationIds());
        }

        @Override
        public OrderedFault order(FaultOrder order) {
            return asked(() -> control.faults().order(order));
        }

        @Override
        public List<OrderedFault> list() {
            return control.faults().list().faults();
        }

        @Override
        public boolean remove(String id) {
            return control.faults().removeIfExists(id);
        }

        @Override
        public void clear() {
            control.faults().clear();
        }
    }
}
