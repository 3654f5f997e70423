package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.wire.Recorder.Exchange;
import io.github.vpcep.contract.wire.Recorder.Violation;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.prism.PrismServer;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.domain.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A sandbox behind Prism, empty for each test, and clients of two accounts. After each test, what it is named after
 * must have happened, and nothing of what passed may break the contract but what the test has announced.
 */
final class Wire implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    static final String REGION = "cn-north-4";
    static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    static final String PARTNER = "iam:domain::" + SandboxConfig.PARTNER.domainId();

    private static final SpecFolder SPEC = SpecFolder.ofRepository();
    private static final Namespace NAMESPACE = Namespace.create(Wire.class);
    private static final Duration DELAY = Duration.ofSeconds(10);

    /** Small, so that a test fills them. */
    private static final Settings SETTINGS = Settings.builder()
            .region(REGION)
            .serviceQuota(5)
            .endpointQuota(5)
            .whitelistRecords(2)
            .delays(DELAY, DELAY)
            .build();

    private final List<String> announced = new ArrayList<>();
    private boolean objectionsAnnounced;

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @Override
    public void beforeAll(ExtensionContext tests) {
        running = Running.of(tests);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        running.sandbox.reset();
        announced.clear();
        objectionsAnnounced = false;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<Exchange> exchanges = running.recorder.take();
        running.count(exchanges, announced);
        mustBeServed(exchanges);
        mustBreakOnly(exchanges, announced);
        mustBeObjectedToOnly(exchanges, objectionsAnnounced || !announced.isEmpty());
        if (test.getExecutionException().isEmpty()) {
            Scenario scenario = Scenario.of(test.getRequiredTestMethod());
            assertThat(exchanges).as(scenario.toString()).anyMatch(scenario::isPlayedBy);
        }
    }

    /** Prism answered nothing by itself, and the sandbox took each call for the operation that the client meant. */
    private void mustBeServed(List<Exchange> exchanges) {
        Map<String, String> sent = new TreeMap<>();
        exchanges.forEach(each -> sent.put(each.requestId(), each.operation()));
        Map<String, String> served = new TreeMap<>();
        SPEC.operations()
                .forEach(each -> running.sandbox
                        .requests(each.id())
                        .forEach(request -> served.put(request.requestId(), each.id())));
        assertThat(sent).as("what passed, and what the sandbox served").isEqualTo(served);
    }

    /** Nothing breaks the contract, on either side, but in these places and in this order. */
    static void mustBreakOnly(List<Exchange> exchanges, List<String> places) {
        assertThat(exchanges.stream()
                        .flatMap(each -> each.violations().stream())
                        .map(Violation::place))
                .as("violations in %s", exchanges)
                .containsExactlyElementsOf(places);
    }

    /** The other validator agrees: it objects to nothing, or to a request that is wrong on purpose. */
    static void mustBeObjectedToOnly(List<Exchange> exchanges, boolean onPurpose) {
        List<String> objections =
                exchanges.stream().flatMap(each -> each.objections().stream()).toList();
        assertThat(objections)
                .as("objections in %s", exchanges)
                .allMatch(each -> onPurpose && each.startsWith("request "));
        assertThat(objections.isEmpty()).isNotEqualTo(onPurpose);
    }

    /** The request of this test breaks the contract here, as in {@code query.type enum}; that is what is tested. */
    void announce(String place) {
        announced.add("request." + place);
    }

    /** The request of this test is wrong on purpose in what Prism does not look at, but the other validator does. */
    void announceObjections() {
        objectionsAnnounced = true;
    }

    /** The call must be refused with this code, and with the status that goes with it. */
    void refuses(ErrorCode code, ThrowingCallable call) {
        VpcepServiceException refusal = catchThrowableOfType(VpcepServiceException.class, call);
        assertThat(refusal).as("a refusal with %s", code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code.code());
        assertThat(refusal.status()).isEqualTo(code.status());
    }

    /** The account of services; it has a token. */
    VpcepClient owner() {
        return running.owner;
    }

    /** Another account; it signs with its access key. */
    VpcepClient guest() {
        return running.guest;
    }

    /** The other account, asking for what is in the owner's project. */
    VpcepClient stranger() {
        return running.stranger;
    }

    /** A client of the owner with credentials of another kind; the caller closes it. */
    VpcepClient ownerWith(Credentials credentials) {
        return running.client(SandboxConfig.DEMO, credentials);
    }

    /** What is being created or deleted is so no longer. */
    void settle() {
        running.sandbox.clock().advance(DELAY);
    }

    /** An available service of the owner, with approval and a backend of its own. */
    EndpointService service(String name) {
        EndpointService service = owner().endpointServices().create(newService(name));
        settle();
        return service;
    }

    static CreateEndpointServiceRequest newService(String name) {
        return CreateEndpointServiceRequest.builder()
                .name(name)
                .portId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .vpcId(VPC)
                .serverType(ServerType.LB)
                .ports(List.of(
                        PortMapping.builder().clientPort(443).serverPort(8443).build()))
                .build();
    }

    /** An endpoint of the owner that waits for the service's approval. */
    Endpoint endpoint(String serviceId) {
        return owner().endpoints().create(newEndpoint(serviceId));
    }

    /** The ids of as many as there may be. */
    List<String> fiveEndpoints(String serviceId) {
        return Stream.generate(() -> endpoint(serviceId).id()).limit(5).toList();
    }

    /** An endpoint of the owner that is connected. */
    Endpoint connected(String serviceId) {
        Endpoint endpoint = endpoint(serviceId);
        owner().connections().accept(serviceId, endpoint.id());
        settle();
        return endpoint;
    }

    static CreateEndpointRequest newEndpoint(String serviceId) {
        return CreateEndpointRequest.builder()
                .endpointServiceId(serviceId)
                .vpcId(VPC)
                .subnetId(SUBNET)
                .build();
    }

    /** A connected endpoint of the owner to the public gateway service. */
    Endpoint gateway() {
        String storage = owner().endpointServices()
                .describeByName("com.myhuaweicloud." + REGION + ".obs")
                .id();
        Endpoint endpoint =
                owner().endpoints().create(b -> b.endpointServiceId(storage).vpcId(VPC));
        settle();
        return endpoint;
    }

    /** One sandbox and one Prism for the whole run; JUnit closes them with the root of its stores. */
    static final class Running implements AutoCloseable {
        private final VpcepSandbox sandbox =
                VpcepSandbox.start(SandboxConfig.standard().withSettings(SETTINGS));
        private final PrismServer prism = PrismServer.proxy(sandbox.uri());
        private final Recorder recorder = new Recorder(prism);
        private final VpcepClient owner = client(SandboxConfig.DEMO, Credentials.token(SandboxConfig.DEMO.token()));
        private final VpcepClient guest = client(SandboxConfig.PARTNER, key(SandboxConfig.PARTNER));
        private final VpcepClient stranger = client(SandboxConfig.DEMO, key(SandboxConfig.PARTNER));
        private final Set<String> operations = new TreeSet<>();
        private int exchanges;
        private int violations;
        private int onPurpose;

        static Running of(ExtensionContext tests) {
            return tests.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent("wire", key -> new Running(), Running.class);
        }

        VpcepSandbox sandbox() {
            return sandbox;
        }

        Recorder recorder() {
            return recorder;
        }

        VpcepClient owner() {
            return owner;
        }

        private static Credentials key(Account account) {
            return Credentials.accessKey(account.accessKey(), account.secretKey());
        }

        VpcepClient client(Account account, Credentials credentials) {
            return recorder.client()
                    .projectId(account.projectId())
                    .credentials(credentials)
                    .build();
        }

        void count(List<Exchange> passed, List<String> announced) {
            exchanges += passed.size();
            violations +=
                    passed.stream().mapToInt(each -> each.violations().size()).sum();
            onPurpose += announced.size();
            passed.forEach(each -> operations.add(each.operation()));
        }

        @Override
        public void close() {
            System.out.println("Wire: " + operations.size() + " operations, " + exchanges + " exchanges through Prism, "
                    + (violations - onPurpose) + " violations, and " + onPurpose
                    + " in requests that are wrong on purpose");
            List.of(owner, guest, stranger).forEach(VpcepClient::close);
            prism.close();
            sandbox.close();
        }
    }
}
