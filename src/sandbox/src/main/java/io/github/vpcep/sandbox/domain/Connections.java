package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Checks.refusal;

import io.github.vpcep.model.Connection;
import io.github.vpcep.model.ConnectionAction;
import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.ConnectionDescriptionsRequest;
import io.github.vpcep.model.ConnectionList;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.UpdatedConnections;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.server.ConnectionsApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The connections of a service: the endpoints of all accounts as its owner sees them. */
public final class Connections {
    private static final int MAX_LIMIT = 1000;

    private final DomainContext context;

    /** Works on that state. */
    public Connections(DomainContext context) {
        this.context = context;
    }

    /** The connections of a service of the project. */
    public ConnectionList list(Caller caller, String endpointServiceId, ConnectionsApi.ListParams params) {
        String serviceId = Checks.serviceId(endpointServiceId);
        Filter<EndpointField> filter = Filter.by(EndpointField.SERVICE_ID, serviceId)
                .and(EndpointField.ID, Checks.idFilter(params.id(), ErrorCode.INVALID_ENDPOINT_ID))
                .and(EndpointField.MARKER_ID, Checks.markerId(params.markerId()))
                .and(
                        EndpointField.STATUS,
                        params.status() == null ? null : known(params.status()).value());
        Slice slice =
                Checks.slice(params.limit(), MAX_LIMIT, params.offset(), params.sortKey(), params.sortDirection());
        return context.ask(unit -> {
            Found<StoredEndpoint> found =
                    OwnServices.toRead(unit.serviceWithEndpoints(serviceId, filter, slice), caller);
            return ConnectionList.builder()
                    .connections(
                            found.items().stream().map(Connections::connection).toList())
                    .totalCount(found.total())
                    .build();
        });
    }

    /** Accepts or rejects one connection. */
    public UpdatedConnections decide(Caller caller, String endpointServiceId, ConnectionActionRequest body) {
        String serviceId = Checks.serviceId(endpointServiceId);
        String endpointId = only(body.endpointIds());
        ConnectionAction action = known(body.action());
        Checks.endpointId(endpointId);
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            StoredEndpoint endpoint = connected(unit, serviceId, endpointId);
            OwnEndpoints.refuseIfStuck(endpoint);
            StoredEndpoint decided =
                    action.is(ConnectionAction.RECEIVE) ? accept(unit, endpoint) : reject(unit, endpoint);
            return answer(List.of(decided));
        });
    }

    /** Sets the owner's notes on connections, on all of them or on none. */
    public UpdatedConnections describe(Caller caller, String endpointServiceId, ConnectionDescriptionsRequest body) {
        String serviceId = Checks.serviceId(endpointServiceId);
        Map<String, String> notes = notes(body.connections());
        return context.write(unit -> {
            OwnServices.toChange(unit, caller, serviceId);
            Map<String, StoredEndpoint> endpoints = unit.endpoints(notes.keySet()).stream()
                    .filter(each -> isOf(each, serviceId))
                    .collect(Collectors.toMap(StoredEndpoint::id, each -> each));
            if (endpoints.size() < notes.size()) {
                throw new Problem(ErrorCode.ENDPOINT_OF_OTHER_SERVICE);
            }
            return answer(notes.entrySet().stream()
                    .map(each -> describe(unit, Objects.requireNonNull(endpoints.get(each.getKey())), each.getValue()))
                    .toList());
        });
    }

    private StoredEndpoint describe(Unit unit, StoredEndpoint endpoint, String note) {
        StoredEndpoint described = new StoredEndpoint(
                endpoint.document().toBuilder().updatedAt(context.now()).build(),
                endpoint.domainId(),
                note,
                endpoint.wasAccepted(),
                endpoint.due());
        unit.save(described);
        return described;
    }

    private StoredEndpoint accept(Unit unit, StoredEndpoint endpoint) {
        if (EndpointStatus.ACCEPTED.is(endpoint.document().status())) {
            throw new Problem(ErrorCode.ENDPOINT_ALREADY_CONNECTED);
        }
        return context.begin(unit, moved(endpoint, EndpointStatus.CREATING), EndpointStatus.ACCEPTED.value());
    }

    private StoredEndpoint reject(Unit unit, StoredEndpoint endpoint) {
        if (EndpointStatus.REJECTED.is(endpoint.document().status())) {
            return endpoint;
        }
        StoredEndpoint rejected = moved(endpoint, EndpointStatus.REJECTED);
        unit.save(rejected);
        return rejected;
    }

    private StoredEndpoint moved(StoredEndpoint endpoint, EndpointStatus status) {
        return endpoint.with(endpoint.document().toBuilder()
                .status(status)
                .updatedAt(context.now())
                .build());
    }

    private Map<String, String> notes(List<ConnectionDescription> descriptions) {
        if (descriptions.isEmpty()) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "Send at least one connection.");
        }
        Map<String, String> notes = new LinkedHashMap<>();
        for (ConnectionDescription each : descriptions) {
            notes.put(Checks.endpointId(each.endpointId()), Checks.note(each.description(), context.settings()));
        }
        return notes;
    }

    private static String only(List<String> endpointIds) {
        if (endpointIds.isEmpty()) {
            throw refusal(ErrorCode.MISSING_PARAMETER, "Send the id of one endpoint.");
        }
        if (endpointIds.size() > 1) {
            throw new Problem(ErrorCode.ONLY_ONE_ENDPOINT_ALLOWED);
        }
        return endpointIds.get(0);
    }

    private static StoredEndpoint connected(Unit unit, String serviceId, String endpointId) {
        StoredEndpoint endpoint = unit.endpoint(endpointId)
                .orElseThrow(
                        () -> OwnEndpoints.gone(unit, endpointId, deleted -> serviceId.equals(deleted.serviceId())));
        if (!isOf(endpoint, serviceId)) {
            throw new Problem(ErrorCode.ENDPOINT_OF_OTHER_SERVICE);
        }
        return endpoint;
    }

    private static boolean isOf(StoredEndpoint endpoint, String serviceId) {
        return serviceId.equals(endpoint.document().endpointServiceId());
    }

    private static UpdatedConnections answer(List<StoredEndpoint> endpoints) {
        return UpdatedConnections.builder()
                .connections(endpoints.stream().map(Connections::connection).toList())
                .build();
    }

    /** An endpoint as the owner of its service sees it. */
    public static Connection connection(StoredEndpoint endpoint) {
        Endpoint document = endpoint.document();
        boolean failed = EndpointStatus.FAILED.is(document.status());
        return Connection.builder()
                .id(document.id())
                .markerId(document.markerId())
                .createdAt(document.createdAt())
                .updatedAt(document.updatedAt())
                .domainId(endpoint.domainId())
                .errors(failed ? document.errors() : null)
                .status(document.status())
                .description(endpoint.note())
                .build();
    }

    private static ConnectionAction known(ConnectionAction action) {
        if (!action.isKnown()) {
            throw refusal(ErrorCode.INVALID_CONNECTION_ACTION, "It is one of " + ConnectionAction.values() + ".");
        }
        return action;
    }

    private static EndpointStatus known(EndpointStatus status) {
        if (!status.isKnown()) {
            throw refusal(ErrorCode.INVALID_STATUS, "It is one of " + EndpointStatus.values() + ".");
        }
        return status;
    }
}
