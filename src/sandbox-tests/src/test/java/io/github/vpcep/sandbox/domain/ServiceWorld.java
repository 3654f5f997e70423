package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Protocol;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules on the store under test, empty, with a clock that a test moves, and two accounts. */
final class ServiceWorld {
    static final Caller OWNER = new Caller("d".repeat(32), "a".repeat(32));
    static final Caller OTHER = new Caller("e".repeat(32), "b".repeat(32));
    static final Instant START = Instant.parse("2022-08-03T03:03:54Z");
    static final String PORT_ID = "4189d3c2-8882-4871-a3c2-d380272eed88";
    static final String VPC_ID = "4189d3c2-8882-4871-a3c2-d380272eed80";

    final DomainContext context;
    final Services services;
    final Connections connections;
    final Whitelists whitelists;
    private final StandingClock clock = new StandingClock(START);

    ServiceWorld() {
        this(Settings.standard());
    }

    ServiceWorld(Settings settings) {
        context = new DomainContext(StoreUnderTest.empty(), clock, settings);
        services = new Services(context);
        connections = new Connections(context);
        whitelists = new Whitelists(context);
    }

    void advance(Duration time) {
        clock.move(time);
    }

    /** A request that passes every check. */
    static CreateEndpointServiceRequest.Builder request() {
        return CreateEndpointServiceRequest.builder()
                .portId(UUID.randomUUID().toString())
                .vpcId(VPC_ID)
                .serverType(ServerType.LB)
                .ports(List.of(port(8080, 80)));
    }

    static PortMapping port(int client, int server) {
        return PortMapping.builder()
                .clientPort(client)
                .serverPort(server)
                .protocol(Protocol.TCP)
                .build();
    }

    /** The id of a service of the owner, which is available with the next request. */
    String service() {
        return service(OWNER);
    }

    String service(Caller caller) {
        return services.create(caller, request().build()).id();
    }

    String service(String shortName) {
        return services.create(OWNER, request().name(shortName).build()).id();
    }

    /** The id of an endpoint of the other account, in that state. */
    String endpoint(String serviceId, EndpointStatus status) {
        return endpoint(serviceId, status, AccountStatus.ACTIVE);
    }

    String endpoint(String serviceId, EndpointStatus status, AccountStatus accountStatus) {
        return context.write(unit -> {
            Endpoint document = Endpoint.builder()
                    .id(context.newId())
                    .serviceType(EndpointServiceType.INTERFACE)
                    .status(status)
                    .accountStatuses(List.of(accountStatus))
                    .endpointServiceId(serviceId)
                    .endpointServiceName(unit.service(serviceId)
                            .map(service -> service.document().name())
                            .orElseThrow())
                    .markerId(unit.nextMarkerId())
                    .vpcId(VPC_ID)
                    .projectId(OTHER.projectId())
                    .createdAt(context.now())
                    .updatedAt(context.now())
                    .build();
            boolean accepted = status.is(EndpointStatus.ACCEPTED);
            unit.save(new StoredEndpoint(document, OTHER.domainId(), "", accepted, null));
            return document.id();
        });
    }

    StoredEndpoint storedEndpoint(String id) {
        return context.read(unit -> unit.endpoint(id)).orElseThrow();
    }

    Optional<StoredService> storedService(String id) {
        return context.read(unit -> unit.service(id));
    }

    /** Seeds the public services and answers the id of one of them. */
    String publicService() {
        return context.write(unit -> {
            PublicServices.DOCUMENTED.forEach(
                    each -> PublicServices.add(unit, context.settings().region(), each, context.now()));
            return unit.serviceNamed("com.myhuaweicloud.cn-north-4.obs")
                    .map(StoredService::id)
                    .orElseThrow();
        });
    }
}
