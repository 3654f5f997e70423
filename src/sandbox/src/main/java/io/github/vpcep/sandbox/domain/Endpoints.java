package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointRouteTablesRequest;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.EndpointUpgradeAction;
import io.github.vpcep.model.EndpointWhitelistRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.UpgradeEndpointRequest;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.server.EndpointsApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The VPC endpoints of a project. */
public final class Endpoints {
    private static final int MAX_LIMIT = 1000;

    private final DomainContext context;

    /** Works on that state. */
    public Endpoints(DomainContext context) {
        this.context = context;
    }

    /** Creates an endpoint, which is connected a little later, or once the owner of its service accepts it. */
    public Endpoint create(Caller caller, CreateEndpointRequest body) {
        NewEndpoint asked = new NewEndpoint(context, caller, body);
        return context.write(unit -> EndpointAnswers.created(asked.connect(unit)));
    }

    /** Begins to delete an endpoint. */
    public void delete(Caller caller, String endpointId) {
        String id = Checks.endpointId(endpointId);
        context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            OwnEndpoints.refuseIfBusy(endpoint);
            Endpoint deleting = endpoint.document().toBuilder()
                    .status(EndpointStatus.DELETING)
                    .updatedAt(context.now())
                    .build();
            return context.begin(unit, endpoint.with(deleting), Due.GONE);
        });
    }

    /** Takes the policy away from an endpoint, which from then on has none. */
    public Endpoint deletePolicy(Caller caller, String endpointId) {
        String id = Checks.endpointId(endpointId);
        return context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            OwnEndpoints.refuseUnlessChangeable(endpoint);
            if (endpoint.document().policyStatements().isEmpty()) {
                throw new Problem(ErrorCode.POLICY_NOT_FOUND);
            }
            return EndpointAnswers.policyChanged(
                    save(unit, endpoint, endpoint.document().toBuilder().policyStatements(null)));
        });
    }

    /** An endpoint of the project. */
    public Endpoint get(Caller caller, String endpointId) {
        String id = Checks.endpointId(endpointId);
        return context.ask(unit -> EndpointAnswers.details(OwnEndpoints.find(unit, caller, id)));
    }

    /** The endpoints of the project. */
    public EndpointList list(Caller caller, EndpointsApi.ListParams params) {
        Filter<EndpointField> filter = Filter.by(EndpointField.PROJECT_ID, caller.projectId())
                .named(Checks.nameFilter(params.endpointServiceName()))
                .and(EndpointField.VPC_ID, Checks.idFilter(params.vpcId(), ErrorCode.INVALID_VPC_ID))
                .and(EndpointField.ID, Checks.idFilter(params.id(), ErrorCode.INVALID_ENDPOINT_ID))
                .and(EndpointField.PUBLIC_BORDER_GROUP, params.publicBorderGroup());
        Slice slice =
                Checks.slice(params.limit(), MAX_LIMIT, params.offset(), params.sortKey(), params.sortDirection());
        return context.ask(unit -> {
            Found<StoredEndpoint> found = unit.endpoints(filter, slice);
            return EndpointList.builder()
                    .endpoints(found.items().stream().map(EndpointAnswers::item).toList())
                    .totalCount(found.total())
                    .build();
        });
    }

    /** Begins to turn a basic endpoint of an interface service into a professional one, which nothing shows. */
    public void upgrade(Caller caller, String endpointId, UpgradeEndpointRequest body) {
        String id = Checks.endpointId(endpointId);
        if (!body.action().isKnown()) {
            throw refusal(ErrorCode.INVALID_PARAMETER, "action is one of " + EndpointUpgradeAction.values() + ".");
        }
        context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            if (OwnEndpoints.isGateway(endpoint)) {
                throw refusal(ErrorCode.INVALID_PARAMETER, "Only an endpoint of an interface service has editions.");
            }
            OwnEndpoints.refuseUnlessChangeable(endpoint);
            StoredService service = serviceOf(unit, endpoint);
            if (service != null && !ServiceAnswers.servesProfessional(service)) {
                throw refusal(ErrorCode.INVALID_PARAMETER, "The service has to be upgraded first.");
            }
            return save(unit, endpoint, endpoint.document().toBuilder());
        });
    }

    /** Gives an endpoint another policy. */
    public Endpoint updatePolicy(Caller caller, String endpointId, EndpointPolicyRequest body) {
        String id = Checks.endpointId(endpointId);
        Policies policy = new Policies(body.policyStatements(), body.policyDocument());
        if (policy.isNone()) {
            throw refusal(ErrorCode.INVALID_POLICY, "Send policy_statement, with a statement, or policy_document.");
        }
        return context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            StoredService service = serviceOf(unit, endpoint);
            if (service != null) {
                policy.refuseUnlessFor(service);
            }
            OwnEndpoints.refuseUnlessChangeable(endpoint);
            return EndpointAnswers.policyChanged(save(unit, endpoint, policy.of(endpoint.document().toBuilder())));
        });
    }

    /** Makes exactly these route tables lead to a gateway endpoint, those that can, and says which cannot. */
    public EndpointRouteTables updateRouteTables(Caller caller, String endpointId, EndpointRouteTablesRequest body) {
        String id = Checks.endpointId(endpointId);
        if (body.routeTables().isEmpty()) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "At least one route table stays bound.");
        }
        List<String> asked = RouteTables.ids(body.routeTables());
        return context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            if (!OwnEndpoints.isGateway(endpoint)) {
                throw refusal(ErrorCode.NO_ROUTE_TABLE_BOUND, "Only an endpoint of a gateway service has any.");
            }
            Endpoint document = endpoint.document();
            RouteTables tables = new RouteTables(context.vpcs(caller).vpc(Objects.requireNonNull(document.vpcId())));
            tables.refuseUnlessAnyIsKnown(asked);
            OwnEndpoints.refuseUnlessChangeable(endpoint);
            Map<String, ErrorCode> failed = tables.obstacles(unit, caller.projectId(), id, asked);
            List<String> bound =
                    asked.stream().filter(each -> !failed.containsKey(each)).toList();
            if (bound.isEmpty()) {
                throw new Problem(failed.values().iterator().next());
            }
            save(unit, endpoint, document.toBuilder().routeTables(bound));
            return EndpointAnswers.bound(bound, failed);
        });
    }

    /** Gives an interface endpoint another whitelist; what is left out is emptied or switched off. */
    public Endpoint updateWhitelist(Caller caller, String endpointId, EndpointWhitelistRequest body) {
        String id = Checks.endpointId(endpointId);
        List<String> whitelist = Addresses.whitelist(body.whitelist(), context.settings());
        boolean enabled = Boolean.TRUE.equals(body.whitelistEnabled());
        return context.write(unit -> {
            StoredEndpoint endpoint = OwnEndpoints.find(unit, caller, id);
            if (OwnEndpoints.isGateway(endpoint)) {
                throw refusal(ErrorCode.INVALID_WHITELIST, "Only an endpoint of an interface service has one.");
            }
            OwnEndpoints.refuseUnlessChangeable(endpoint);
            return EndpointAnswers.whitelistChanged(save(
                    unit,
                    endpoint,
                    endpoint.document().toBuilder().whitelist(whitelist).whitelistEnabled(enabled)));
        });
    }

    /** The service that an endpoint is of; null when it was deleted. */
    private static @Nullable StoredService serviceOf(Unit unit, StoredEndpoint endpoint) {
        return unit.service(Objects.requireNonNull(endpoint.document().endpointServiceId()))
                .orElse(null);
    }

    /** Saves a change, which moves the time of the last one. */
    private StoredEndpoint save(Unit unit, StoredEndpoint endpoint, Endpoint.Builder change) {
        StoredEndpoint changed = endpoint.with(change.updatedAt(context.now()).build());
        unit.save(changed);
        return changed;
    }
}
