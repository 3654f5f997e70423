package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.RemovePermissionsRequest;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagAction;
import io.github.vpcep.model.TagActionRequest;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.PublicServices;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.domain.States;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What the requests of {@link Rules} are made to: each thing is made when it is first asked for, and renewed with all.
 */
final class RuleWorld implements AutoCloseable {
    /** Another project of Alice's account. */
    static final Account ALICE_TOO = ALICE.toBuilder()
            .projectId("a0000000000000000000000000000003")
            .token("token-alice-3")
            .build();

    static final Account CAROL = Account.builder()
            .domainId("d0000000000000000000000000000004")
            .projectId("a0000000000000000000000000000004")
            .accessKey("AK-CAROL", "SK-CAROL")
            .token("token-carol")
            .build();

    // Of the clients at hand the one that costs least.
    private static final OkHttpClient HTTP = new OkHttpClient();

    private static final Settings SETTINGS =
            Settings.builder().serviceQuota(1_000_000).endpointQuota(1_000_000).build();

    private static final Vpcs VPCS = Vpcs.of(List.of(
            Vpc.of("v")
                    .withSubnets(new Subnet("s", "10.1.0.0/16"), new Subnet("small", "10.2.0.0/29"))
                    .withPorts(
                            Port.of("p"),
                            Port.of("vip"),
                            Port.of("few").withMaxServices(1),
                            Port.of("none").withMaxServices(0),
                            Port.of("shared").withLoadBalancer("shared"),
                            Port.of("shared-too").withLoadBalancer("shared"),
                            Port.of("dedicated").withLoadBalancer("dedicated"))
                    .withRouteTables(
                            new RouteTable("main", true), new RouteTable("a", false), new RouteTable("b", false)),
            Vpc.of("w")
                    .withSubnets(new Subnet("w-s", "10.3.0.0/16"))
                    .withPorts(Port.of("w-p"))
                    .withRouteTables(new RouteTable("w-a", false)),
            Vpc.of("theirs")
                    .inProject(BOB.projectId())
                    .withSubnets(new Subnet("their-s", "10.4.0.0/16"))
                    .withPorts(Port.of("their-p"))));

    private final Running server =
            new Running(Limits.standard(), SETTINGS, Accounts.of(ALICE, ALICE_TOO, BOB, CAROL), VPCS);
    private final States states = new States(server.context);

    /** The same state, where there is room for anything. */
    private final Domain making = Domain.of(new DomainContext(server.store, server.clock, SETTINGS, VPCS));

    /** And where any port is that of any number of services. */
    private final Domain anywhere = Domain.of(new DomainContext(server.store, server.clock, SETTINGS));

    private final Map<String, String> things = new HashMap<>();
    private int numbers;

    RuleWorld() {
        renew();
    }

    /** Begins anew, with the settings as they were. */
    void renew() {
        things.clear();
        server.store.write(server.clock.instant(), unit -> {
            unit.clear();
            return unit;
        });
        server.context.change(settings -> SETTINGS);
        server.context.seed(PublicServices.DOCUMENTED);
    }

    Request.Builder open(String target) {
        return new Request.Builder().url(server.uri() + target);
    }

    RuleAttempt.Answer send(Request request) {
        try (Response response = HTTP.newCall(request).execute()) {
            return new RuleAttempt.Answer(response.code(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Caller caller(Account account) {
        return new Caller(account.domainId(), account.projectId());
    }

    private String thing(String name, Supplier<String> making) {
        String there = things.get(name);
        if (there != null) {
            return there;
        }
        String made = making.get();
        things.put(name, made);
        return made;
    }

    /** A number from 1 on that was not given yet. */
    int number() {
        return ++numbers;
    }

    // ---- Services

    /** Alice's service, which approves, takes policies and serves professional endpoints. */
    String service() {
        return serviceOf(ALICE);
    }

    String serviceOf(Account owner) {
        return thing("service of " + owner.projectId(), () -> newService(owner, it -> it));
    }

    /** Another service of Alice. */
    String other() {
        return thing("other", () -> newService(ALICE, it -> it));
    }

    /** A service of Carol to which Alice's account is admitted, without approval. */
    String admitting() {
        return thing("admitting", () -> {
            String id = newService(CAROL, it -> it.approvalEnabled(false));
            permit(CAROL, id, "iam:domain::" + ALICE.domainId());
            return id;
        });
    }

    String newService(Account owner, UnaryOperator<CreateEndpointServiceRequest.Builder> more) {
        return anywhere.services()
                .create(
                        caller(owner),
                        more.apply(CreateEndpointServiceRequest.builder()
                                        .vpcId("v")
                                        .portId("p")
                                        .serverType(ServerType.LB)
                                        .policyEnabled(true)
                                        .ports(List.of(port(number()))))
                                .build())
                .id();
    }

    static PortMapping port(int number) {
        return PortMapping.builder().clientPort(number).serverPort(number).build();
    }

    void permit(Account owner, String service, String permission) {
        making.whitelists()
                .add(
                        caller(owner),
                        service,
                        AddPermissionsRequest.builder()
                                .permissions(List.of(NewPermission.builder()
                                        .permission(permission)
                                        .description("")
                                        .build()))
                                .type(
                                        permission.startsWith("organizations:")
                                                ? PermissionType.ORG_PATH
                                                : PermissionType.DOMAIN_ID)
                                .build());
    }

    /** Has a service without policies. */
    void takeNoPolicies(String service) {
        server.store.write(server.clock.instant(), unit -> {
            StoredService before = unit.service(service).orElseThrow();
            unit.save(before.with(
                    before.document().toBuilder().policyEnabled(false).build()));
            return unit;
        });
    }

    /** Empties the whitelist of Carol's service, and puts others on it. */
    void admitOnly(String... permissions) {
        RemovePermissionsRequest all = RemovePermissionsRequest.builder()
                .permissions(states.permissions(admitting(), 1000, 0).items().stream()
                        .map(each -> PermissionReference.builder().id(each.id()).build())
                        .toList())
                .build();
        making.whitelists().remove(caller(CAROL), admitting(), all);
        List.of(permissions).forEach(each -> permit(CAROL, admitting(), each));
    }

    /** The record on the whitelist of Alice's service. */
    String record() {
        return thing("record", () -> {
            permit(ALICE, service(), "iam:domain::" + BOB.domainId());
            return recordOf(service());
        });
    }

    /** A record on the whitelist of another of her services. */
    String otherRecord() {
        permit(ALICE, other(), "iam:domain::" + BOB.domainId());
        return recordOf(other());
    }

    private String recordOf(String service) {
        return states.permissions(service, 1, 0).items().get(0).id();
    }

    void move(String service, String status) {
        states.move(service, EndpointServiceStatus.fromString(status));
    }

    /** A service of the operator: dns or obs. */
    String offered(String name) {
        return states.services(List.of(), true, 10, 0).items().stream()
                .filter(each -> each.shortName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String nameOf(String service) {
        return String.valueOf(states.service(service).document().name());
    }

    // ---- Endpoints

    /** Alice's endpoint, which waits for her service. */
    String endpoint() {
        return thing("endpoint", () -> newEndpoint(ALICE, service(), it -> it));
    }

    /** Her endpoint of a gateway service, with a policy; what it is bound to is no other's. */
    String gateway() {
        return thing("gateway", () -> {
            String id = making.endpoints()
                    .create(
                            caller(ALICE),
                            CreateEndpointRequest.builder()
                                    .endpointServiceId(offered("obs"))
                                    .vpcId("v")
                                    .build())
                    .id();
            making.endpoints()
                    .updatePolicy(
                            caller(ALICE),
                            id,
                            EndpointPolicyRequest.builder()
                                    .policyStatements(List.of(PolicyStatement.builder()
                                            .effect(PolicyEffect.ALLOW)
                                            .actions(List.of("*"))
                                            .resources(List.of("*"))
                                            .build()))
                                    .build());
            return id;
        });
    }

    String newEndpoint(Account owner, String service, UnaryOperator<CreateEndpointRequest.Builder> more) {
        return making.endpoints()
                .create(
                        caller(owner),
                        more.apply(CreateEndpointRequest.builder()
                                        .endpointServiceId(service)
                                        .vpcId("v")
                                        .subnetId("s"))
                                .build())
                .id();
    }

    /** Deletes an endpoint, and says which it was. */
    String deleted(Account owner, String endpoint) {
        states.move(endpoint, EndpointStatus.ACCEPTED);
        making.endpoints().delete(caller(owner), endpoint);
        return endpoint;
    }

    /** Into a documented state, or into {@code frozen} or {@code disabled}. */
    void moveEndpoint(String endpoint, String status) {
        switch (status) {
            case "frozen" ->
                edit(endpoint, it -> it.status(EndpointStatus.ACCEPTED).accountStatuses(List.of(AccountStatus.FROZEN)));
            case "disabled" ->
                edit(endpoint, it -> it.status(EndpointStatus.ACCEPTED).enableStatus(EnableStatus.DISABLED));
            default -> states.move(endpoint, EndpointStatus.fromString(status));
        }
    }

    private void edit(String id, Consumer<Endpoint.Builder> change) {
        server.store.write(server.clock.instant(), unit -> {
            StoredEndpoint endpoint = unit.endpoint(id).orElseThrow();
            Endpoint.Builder document = endpoint.document().toBuilder();
            change.accept(document);
            unit.save(endpoint.with(document.build()));
            return unit;
        });
    }

    // ---- Figures

    void set(Consumer<Settings.Builder> change) {
        server.context.change(settings -> {
            Settings.Builder changed = settings.toBuilder();
            change.accept(changed);
            return changed.build();
        });
    }

    /** Lets a project have so many more services, and so many more endpoints. */
    void leaveRoom(Account account, int room) {
        List<String> project = List.of(account.projectId());
        set(it -> it.serviceQuota(states.services(project, false, 1, 0).total() + room)
                .endpointQuota(states.endpoints(project, 1, 0).total() + room));
    }

    /** Puts so many tags on the resource of a path. */
    void tag(Map<String, String> path, int count) {
        making.tags()
                .change(
                        caller(ALICE),
                        ResourceType.fromString(String.valueOf(path.get("resource_type"))),
                        String.valueOf(path.get("resource_id")),
                        TagActionRequest.builder()
                                .action(TagAction.CREATE)
                                .tags(IntStream.rangeClosed(1, count)
                                        .mapToObj(i -> Tag.builder()
                                                .key("t" + i)
                                                .value("v")
                                                .build())
                                        .toList())
                                .build());
    }

    void upgrade(String service) {
        making.services().upgrade(caller(ALICE), service, null);
    }

    @Override
    public void close() {
        server.close();
    }
}
