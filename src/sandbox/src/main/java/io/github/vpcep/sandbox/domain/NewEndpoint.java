package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointIpVersion;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Tag;
import io.github.vpcep.sandbox.store.Room;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.vpc.Subnet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint that is asked for: checked, then connected to its service. */
final class NewEndpoint {
    private final DomainContext context;
    private final Caller caller;
    private final CreateEndpointRequest body;
    private final VpcChecks vpcs;
    private final List<Tag> tags;
    private final Policies policy;

    /** Checks what can be checked without the service. */
    NewEndpoint(DomainContext context, Caller caller, CreateEndpointRequest body) {
        this.context = context;
        this.caller = caller;
        this.body = body;
        this.vpcs = context.vpcs(caller);
        if (body.endpointServiceId().isEmpty()) {
            throw new Problem(ErrorCode.MISSING_ENDPOINT_SERVICE_ID);
        }
        Checks.serviceId(body.endpointServiceId());
        Checks.vpcId(body.vpcId());
        this.tags = Checks.tags(body.tags(), Checks.ENDPOINT_TAGS);
        this.policy = new Policies(body.policyStatements(), body.policyDocument());
        Checks.description(body.description(), context.settings());
    }

    /** Connects it to its service, if that lets it, and saves it. */
    StoredEndpoint connect(Unit unit) {
        StoredService service = unit.service(body.endpointServiceId())
                .orElseThrow(() -> new Problem(ErrorCode.ENDPOINT_SERVICE_NOT_FOUND));
        return EndpointServiceType.GATEWAY.is(service.document().type())
                ? throughRoutes(unit, service)
                : throughAddress(unit, service);
    }

    /** What only endpoints of interface services have is ignored. */
    private StoredEndpoint throughRoutes(Unit unit, StoredService service) {
        List<String> asked = RouteTables.ids(body.routeTables());
        RouteTables tables = new RouteTables(vpcs.vpc(body.vpcId()));
        List<String> ids = asked.isEmpty() ? List.of(tables.defaultOf(body.vpcId())) : asked;
        tables.refuseUnknown(ids);
        refuseUnlessOpen(unit, service);
        String id = context.newId();
        tables.refuseTaken(unit, caller.projectId(), id, ids);
        Room room = unit.room(caller.projectId(), "", List.of());
        Quotas.refuseEndpointBeyond(room.used(), context.settings());
        return begin(unit, Endpoint.builder().id(id).routeTables(ids).markerId(room.markerId()), service);
    }

    private StoredEndpoint throughAddress(Unit unit, StoredService service) {
        Endpoint.Builder document = withChecked(subnetId());
        vpcs.vpc(body.vpcId());
        Subnet subnet = vpcs.subnet(body.vpcId(), subnetId(), body.ip());
        refuseUnlessOpen(unit, service);
        String id = context.newId();
        AddressChoice choice = new AddressChoice(subnet, body.ip(), id);
        Room room = unit.room(caller.projectId(), subnet.id(), choice.candidates());
        String ip = choice.free(unit, room.taken());
        Quotas.refuseEndpointBeyond(room.used(), context.settings());
        if (isDualStack()) {
            document.ipv6Address(
                    body.ipv6Address() == null ? Addresses.ipv6(subnet.id(), room.markerId()) : body.ipv6Address());
        }
        return begin(
                unit,
                document.id(id).dnsNames(dnsNames(id)).markerId(room.markerId()).ip(ip),
                service);
    }

    /** What only endpoints of interface services have. */
    private Endpoint.Builder withChecked(String subnetId) {
        Checks.id(subnetId, ErrorCode.INVALID_SUBNET_ID);
        if (body.ip() != null) {
            Addresses.portIp(body.ip());
        }
        refuseUnlessOfItsVersion();
        return Endpoint.builder()
                .ipVersion(isDualStack() ? EndpointIpVersion.DUALSTACK : EndpointIpVersion.IPV4)
                .subnetId(subnetId)
                .whitelist(Addresses.whitelist(body.whitelist(), context.settings()))
                .whitelistEnabled(isTrue(body.whitelistEnabled()));
    }

    private boolean isDualStack() {
        return EndpointIpVersion.DUALSTACK.is(body.ipVersion());
    }

    private void refuseUnlessOfItsVersion() {
        EndpointIpVersion version = body.ipVersion();
        if (version != null && !version.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "ip_version is one of " + EndpointIpVersion.values() + ".");
        }
        if (body.ipv6Address() != null) {
            Addresses.ipv6(body.ipv6Address());
            if (!isDualStack()) {
                throw refusal(ErrorCode.INVALID_PARAMETER, "ipv6_address goes with ip_version dualstack.");
            }
        }
    }

    private String subnetId() {
        String subnetId = body.subnetId();
        if (subnetId == null || subnetId.isEmpty()) {
            throw refusal(ErrorCode.MISSING_SUBNET_ID, "An endpoint of an interface service needs one.");
        }
        return subnetId;
    }

    private @Nullable List<String> dnsNames(String id) {
        return isTrue(body.dnsEnabled())
                ? List.of("vpcep-" + id + "." + context.settings().region() + ".huaweicloud.com")
                : null;
    }

    private void refuseUnlessOpen(Unit unit, StoredService service) {
        refuseUnlessPermitted(unit, service);
        policy.refuseUnlessFor(service);
        refuseUnlessAvailable(service);
    }

    private void refuseUnlessPermitted(Unit unit, StoredService service) {
        boolean permitted = service.isPublic()
                || caller.domainId().equals(service.document().domainId())
                || !unit.permissionsOf(service.id(), Whitelists.entriesFor(caller))
                        .isEmpty();
        if (!permitted) {
            throw new Problem(ErrorCode.CONNECTION_NOT_PERMITTED);
        }
    }

    private static void refuseUnlessAvailable(StoredService service) {
        if (!EndpointServiceStatus.AVAILABLE.is(service.document().status())) {
            throw new Problem(ErrorCode.ENDPOINT_SERVICE_UNAVAILABLE);
        }
    }

    private Endpoint.Builder common(Endpoint.Builder document, EndpointService service) {
        Instant now = context.now();
        return document.serviceType(service.type())
                .accountStatuses(List.of(AccountStatus.ACTIVE))
                .endpointServiceName(service.name())
                .endpointServiceId(service.id())
                .dnsEnabled(isTrue(body.dnsEnabled()))
                .vpcId(body.vpcId())
                .createdAt(now)
                .updatedAt(now)
                .projectId(caller.projectId())
                .tags(tags)
                .description(body.description())
                .endpointPoolId(service.poolId())
                .publicBorderGroup(service.publicBorderGroup())
                .specificationName("default")
                .enableStatus(EnableStatus.ENABLED);
    }

    /** Whether the owner of the service is to decide first; the operator never does. */
    private static boolean waits(StoredService service) {
        return isTrue(service.document().approvalEnabled());
    }

    private StoredEndpoint begin(Unit unit, Endpoint.Builder own, StoredService service) {
        Endpoint.Builder document = policy.of(common(own, service.document()));
        if (waits(service)) {
            Endpoint pending =
                    document.status(EndpointStatus.PENDING_ACCEPTANCE).build();
            StoredEndpoint waiting = new StoredEndpoint(pending, caller.domainId(), "", false, null);
            unit.save(waiting);
            return waiting;
        }
        Endpoint creating = document.status(EndpointStatus.CREATING).build();
        return context.begin(
                unit,
                new StoredEndpoint(creating, caller.domainId(), "", false, null),
                EndpointStatus.ACCEPTED.value());
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
