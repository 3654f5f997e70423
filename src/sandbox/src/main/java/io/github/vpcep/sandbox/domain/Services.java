package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.AddBackendsRequest;
import io.github.vpcep.model.CidrType;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointEdition;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceList;
import io.github.vpcep.model.EndpointServiceName;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.ServiceUpgradeAction;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.model.UpgradeEndpointServiceRequest;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.server.EndpointServicesApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoint services: those of a project, and the public ones. */
public final class Services {
    private static final int MAX_LIMIT = 1000;

    private final DomainContext context;

    /** Works on that state. */
    public Services(DomainContext context) {
        this.context = context;
    }

    /** Creates a service, which is available a little later. */
    public EndpointService create(Caller caller, CreateEndpointServiceRequest body) {
        String shortName = body.name() == null ? "" : body.name();
        EndpointService document = newDocument(caller, shortName, body);
        StoredService service = new StoredService(document, shortName, null, true, null);
        VpcChecks vpcs = context.vpcs(caller);
        vpcs.backend(document);
        if (document.snatNetworkId() != null) {
            vpcs.subnet(body.vpcId(), document.snatNetworkId(), null);
        }
        return context.write(unit -> {
            refuseClash(unit, caller, document);
            vpcs.refuseIfShared(unit, document);
            refuseBeyondQuota(unit, caller);
            return ServiceAnswers.changed(context.begin(unit, service, EndpointServiceStatus.AVAILABLE.value()));
        });
    }

    /** The services of the project. */
    public EndpointServiceList list(Caller caller, EndpointServicesApi.ListParams params) {
        Filter<ServiceField> filter = Filter.by(ServiceField.PROJECT_ID, caller.projectId())
                .named(Checks.nameFilter(params.endpointServiceName()))
                .and(ServiceField.ID, Checks.idFilter(params.id(), ErrorCode.INVALID_ENDPOINT_SERVICE_ID))
                .and(
                        ServiceField.STATUS,
                        params.status() == null ? null : known(params.status()).value())
                .and(ServiceField.PUBLIC_BORDER_GROUP, params.publicBorderGroup())
                .and(ServiceField.HAS_IP, ServiceChecks.isVlan(params.networkType()));
        Slice slice =
                Checks.slice(params.limit(), MAX_LIMIT, params.offset(), params.sortKey(), params.sortDirection());
        return context.read(unit -> {
            Found<StoredService> found = unit.services(filter, slice);
            Map<String, Integer> connections = ServiceAnswers.connections(
                    unit, found.items().stream().map(StoredService::id).toList());
            return EndpointServiceList.builder()
                    .services(found.items().stream()
                            .map(each -> ServiceAnswers.item(each, connections))
                            .toList())
                    .totalCount(found.total())
                    .build();
        });
    }

    /** A service of the project. */
    public EndpointService get(Caller caller, String endpointServiceId) {
        String id = Checks.serviceId(endpointServiceId);
        return context.ask(unit -> ServiceAnswers.details(OwnServices.toRead(unit, caller, id)));
    }

    /** Changes what is sent and leaves the rest alone. */
    public EndpointService update(Caller caller, String endpointServiceId, UpdateEndpointServiceRequest body) {
        String id = Checks.serviceId(endpointServiceId);
        UpdateEndpointServiceRequest changes = checked(body);
        return context.write(unit -> {
            StoredService service = OwnServices.toChange(unit, caller, id);
            StoredService changed = service.with(withChanges(service.document(), changes));
            boolean moves = changes.portId() != null || changes.vipPortId() != null;
            VpcChecks vpcs = context.vpcs(caller);
            if (moves) {
                vpcs.backend(changed.document());
            }
            ServiceChecks.refuseUnlessAvailable(service);
            if (moves) {
                vpcs.otherBackend(unit, service.document(), changed.document());
            }
            refuseClash(unit, caller, changed.document());
            return ServiceAnswers.changed(save(unit, changed, changes.name()));
        });
    }

    /** Begins to delete a service to which nothing is connected. */
    public void delete(Caller caller, String endpointServiceId) {
        String id = Checks.serviceId(endpointServiceId);
        context.write(unit -> {
            StoredService service = OwnServices.toChange(unit, caller, id);
            refuseIfBusy(service);
            List<StoredEndpoint> endpoints = endpointsOf(unit, id);
            if (!endpoints.stream().allMatch(Services::isLeftBehind)) {
                throw refusal(
                        ErrorCode.ENDPOINT_SERVICE_IN_USE,
                        "Delete or reject its endpoints first; one that is being deleted counts until it is gone.");
            }
            failAll(unit, endpoints);
            EndpointService deleting = service.document().toBuilder()
                    .status(EndpointServiceStatus.DELETING)
                    .updatedAt(context.now())
                    .build();
            return context.begin(unit, service.with(deleting), Due.GONE);
        });
    }

    /** Gives a service another short name, and answers it as it was sent. */
    public EndpointServiceName rename(Caller caller, String endpointServiceId, EndpointServiceNameRequest body) {
        String id = Checks.serviceId(endpointServiceId);
        String name = body.name();
        ServiceChecks.shortName(name);
        return context.write(unit -> {
            StoredService service = OwnServices.toChange(unit, caller, id);
            ServiceChecks.refuseUnlessAvailable(service);
            save(
                    unit,
                    service.with(service.document().toBuilder()
                            .updatedAt(context.now())
                            .build()),
                    name);
            return EndpointServiceName.builder().name(name).build();
        });
    }

    /** Lets a service serve professional endpoints, or takes that back; again is no fault. */
    public void upgrade(Caller caller, String endpointServiceId, @Nullable UpgradeEndpointServiceRequest body) {
        String id = Checks.serviceId(endpointServiceId);
        ServiceUpgradeAction action =
                body == null || body.action() == null ? ServiceUpgradeAction.UPGRADE : body.action();
        if (!action.isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "action is one of " + ServiceUpgradeAction.values() + ".");
        }
        List<EndpointEdition> editions =
                action.is(ServiceUpgradeAction.UPGRADE) ? ServiceAnswers.UPGRADED : ServiceAnswers.BASIC;
        context.write(unit -> {
            StoredService service = OwnServices.toChange(unit, caller, id);
            ServiceChecks.refuseUnlessAvailable(service);
            StoredService changed = service.with(service.document().toBuilder()
                    .supportedEditions(editions)
                    .updatedAt(context.now())
                    .build());
            unit.save(changed);
            return changed;
        });
    }

    /** Takes further backends for a service. Nothing ever shows them, so they are checked and not kept. */
    public void addBackends(Caller caller, String endpointServiceId, AddBackendsRequest body) {
        String id = Checks.serviceId(endpointServiceId);
        if (body.backends().isEmpty()) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "Send at least one of server_resources.");
        }
        body.backends().forEach(each -> Checks.id(each.resourceId(), ErrorCode.INVALID_PARAMETER));
        context.write(unit -> {
            StoredService service = OwnServices.toChange(unit, caller, id);
            ServiceChecks.refuseUnlessAvailable(service);
            return service;
        });
    }

    /** The services that everybody may connect to. */
    public PublicEndpointServiceList listPublic(Caller caller, EndpointServicesApi.ListPublicParams params) {
        Filter<ServiceField> filter = Filter.by(ServiceField.IS_PUBLIC, true)
                .named(Checks.nameFilter(params.endpointServiceName()))
                .and(ServiceField.ID, Checks.idFilter(params.id(), ErrorCode.INVALID_ENDPOINT_SERVICE_ID));
        Slice slice =
                Checks.slice(params.limit(), MAX_LIMIT, params.offset(), params.sortKey(), params.sortDirection());
        return context.ask(unit -> {
            Found<StoredService> found = unit.services(filter, slice);
            return PublicEndpointServiceList.builder()
                    .services(found.items().stream()
                            .map(ServiceAnswers::publicItem)
                            .toList())
                    .totalCount(found.total())
                    .build();
        });
    }

    /** Looks up a service of anybody, by its full name or its id. */
    public EndpointServiceSummary describe(Caller caller, EndpointServicesApi.DescribeParams params) {
        String name = Checks.nameFilter(params.name());
        String id = Checks.idFilter(params.id(), ErrorCode.INVALID_ENDPOINT_SERVICE_ID);
        if (name == null && id == null) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "Send endpoint_service_name or id.");
        }
        if (name != null && id != null) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "Send endpoint_service_name or id, not both.");
        }
        return context.ask(unit -> find(unit, name, id)
                .map(ServiceAnswers::summary)
                .orElseThrow(() -> new Problem(ErrorCode.RESOURCE_NOT_FOUND)));
    }

    private static Optional<StoredService> find(Unit unit, @Nullable String name, @Nullable String id) {
        return name != null ? unit.serviceNamed(name) : Optional.ofNullable(id).flatMap(unit::service);
    }

    private EndpointService newDocument(Caller caller, String shortName, CreateEndpointServiceRequest body) {
        Settings settings = context.settings();
        String id = context.newId();
        return EndpointService.builder()
                .id(id)
                .name(fullName(ServiceChecks.shortName(shortName), id))
                .type(ServiceChecks.type(body.type()))
                .serverType(ServiceChecks.serverType(body.serverType()))
                .vpcId(Checks.vpcId(body.vpcId()))
                .portId(ServiceChecks.portId(body.portId()))
                .vipPortId(vipPortId(body.serverType(), body.vipPortId()))
                .poolId(poolId())
                .approvalEnabled(body.approvalEnabled() == null || body.approvalEnabled())
                .status(EndpointServiceStatus.CREATING)
                .createdAt(context.now())
                .updatedAt(context.now())
                .projectId(caller.projectId())
                .domainId(caller.domainId())
                .cidrType(CidrType.INTERNAL)
                .ports(ServiceChecks.ports(body.ports(), settings))
                .tcpProxy(ServiceChecks.tcpProxy(body.tcpProxy()))
                .tags(Checks.tags(body.tags(), Checks.SERVICE_TAGS))
                .description(Checks.description(body.description(), settings))
                .ip(ServiceChecks.backendAddress(body.ip()))
                .ipVersion(ServiceChecks.ipVersion(body))
                .snatNetworkId(ServiceChecks.snatNetworkId(body))
                .supportedEditions(
                        ServiceIpVersion.IPV6.is(body.ipVersion()) ? ServiceAnswers.UPGRADED : ServiceAnswers.BASIC)
                .policyEnabled(Boolean.TRUE.equals(body.policyEnabled()))
                .build();
    }

    private UpdateEndpointServiceRequest checked(UpdateEndpointServiceRequest body) {
        if (body.name() != null) {
            ServiceChecks.shortName(body.name());
        }
        if (body.portId() != null) {
            ServiceChecks.portId(body.portId());
        }
        ServiceChecks.vipPortId(body.vipPortId());
        ServiceChecks.backendAddress(body.ip());
        ServiceChecks.tcpProxy(body.tcpProxy());
        Checks.description(body.description(), context.settings());
        return body.ports().isEmpty()
                ? body
                : body.toBuilder()
                        .ports(ServiceChecks.ports(body.ports(), context.settings()))
                        .build();
    }

    private EndpointService withChanges(EndpointService document, UpdateEndpointServiceRequest body) {
        EndpointService.Builder changed = document.toBuilder().updatedAt(context.now());
        if (body.approvalEnabled() != null) {
            changed.approvalEnabled(body.approvalEnabled());
        }
        if (!body.ports().isEmpty()) {
            changed.ports(body.ports());
        }
        if (body.portId() != null) {
            changed.portId(body.portId());
        }
        if (body.vipPortId() != null) {
            changed.vipPortId(vipPortId(document.serverType(), body.vipPortId()));
        }
        if (body.description() != null) {
            changed.description(body.description());
        }
        if (body.tcpProxy() != null) {
            changed.tcpProxy(body.tcpProxy());
        }
        if (body.ip() != null) {
            changed.ip(body.ip());
        }
        return changed.build();
    }

    /** Saves the service, under another short name if there is one; its endpoints show the name as well. */
    private StoredService save(Unit unit, StoredService service, @Nullable String shortName) {
        if (shortName == null || shortName.equals(service.shortName())) {
            unit.save(service);
            return service;
        }
        String fullName = fullName(shortName, service.id());
        StoredService renamed = new StoredService(
                service.document().toBuilder().name(fullName).build(),
                shortName,
                service.owner(),
                service.charged(),
                service.due());
        unit.save(renamed);
        for (StoredEndpoint each : endpointsOf(unit, service.id())) {
            unit.save(each.with(
                    each.document().toBuilder().endpointServiceName(fullName).build()));
        }
        return renamed;
    }

    private String fullName(String shortName, String id) {
        String region = context.settings().region();
        return shortName.isEmpty() ? region + "." + id : region + "." + shortName + "." + id;
    }

    /** The one cluster of the region, by the same id in every process. */
    private String poolId() {
        String pool = context.settings().region() + ".pool";
        return UUID.nameUUIDFromBytes(pool.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void refuseBeyondQuota(Unit unit, Caller caller) {
        if (unit.used(caller.projectId()).services() >= context.settings().serviceQuota()) {
            throw refusal(
                    ErrorCode.QUOTA_EXCEEDED,
                    "The project has its " + context.settings().serviceQuota() + " endpoint services.");
        }
    }

    /** Endpoints that wait, were rejected or have failed do not keep their service; they can only be deleted then. */
    private static boolean isLeftBehind(StoredEndpoint endpoint) {
        EndpointStatus status = endpoint.document().status();
        return EndpointStatus.PENDING_ACCEPTANCE.is(status)
                || EndpointStatus.REJECTED.is(status)
                || EndpointStatus.FAILED.is(status);
    }

    private void failAll(Unit unit, List<StoredEndpoint> endpoints) {
        EndpointError error = EndpointError.builder()
                .code(ErrorCode.ENDPOINT_SERVICE_NOT_FOUND.code())
                .message(ErrorCode.ENDPOINT_SERVICE_NOT_FOUND.message())
                .build();
        for (StoredEndpoint each : endpoints) {
            unit.save(each.with(each.document().toBuilder()
                    .status(EndpointStatus.FAILED)
                    .errors(List.of(error))
                    .updatedAt(context.now())
                    .build()));
        }
    }

    private static List<StoredEndpoint> endpointsOf(Unit unit, String serviceId) {
        return unit.endpoints(Filter.by(EndpointField.SERVICE_ID, serviceId), Slice.ALL)
                .items();
    }

    private static void refuseClash(Unit unit, Caller caller, EndpointService document) {
        String portId = document.portId();
        if (portId != null) {
            ServiceChecks.refuseClash(unit, caller, document.id(), portId, document.ports());
        }
    }

    private static void refuseIfBusy(StoredService service) {
        EndpointServiceStatus status = service.document().status();
        if (EndpointServiceStatus.CREATING.is(status) || EndpointServiceStatus.DELETING.is(status)) {
            throw refusal(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, "It is being created or deleted.");
        }
    }

    /** The virtual address is checked always, and kept where there is one. */
    private static @Nullable String vipPortId(@Nullable ServerType type, @Nullable String id) {
        String checked = ServiceChecks.vipPortId(id);
        return ServerType.VIP.is(type) ? checked : null;
    }

    private static EndpointServiceStatus known(EndpointServiceStatus status) {
        if (!status.isKnown()) {
            throw refusal(ErrorCode.INVALID_STATUS, "It is one of " + EndpointServiceStatus.values() + ".");
        }
        return status;
    }
}
