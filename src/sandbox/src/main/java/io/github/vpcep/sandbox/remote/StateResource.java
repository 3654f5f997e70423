package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.EndpointStateList;
import io.github.vpcep.control.model.EndpointStatusChange;
import io.github.vpcep.control.model.ServiceConnectionList;
import io.github.vpcep.control.model.ServicePermissionList;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.control.model.ServiceStateList;
import io.github.vpcep.control.model.ServiceStatusChange;
import io.github.vpcep.control.server.StateApi;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Connections;
import io.github.vpcep.sandbox.domain.States;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of all projects. */
final class StateResource implements StateApi {
    private final States states;
    private final Accounts accounts;

    StateResource(States states, Accounts accounts) {
        this.states = states;
        this.accounts = accounts;
    }

    private List<String> projects(@Nullable String only) {
        return only == null ? accounts.all().stream().map(Account::projectId).toList() : List.of(only);
    }

    @Override
    public ServiceStateList services(ServicesParams params) {
        String only = params.projectId();
        Found<StoredService> found = states.services(projects(only), only == null, params.limit(), params.offset());
        return ServiceStateList.builder()
                .services(found.items().stream().map(Shown::service).toList())
                .totalCount(found.total())
                .build();
    }

    @Override
    public ServiceState service(String serviceId) {
        return Shown.service(states.service(serviceId));
    }

    @Override
    public ServiceState moveService(String serviceId, ServiceStatusChange body) {
        return Shown.service(states.move(serviceId, body.status()));
    }

    @Override
    public ServiceConnectionList connections(String serviceId, ConnectionsParams params) {
        Found<StoredEndpoint> found = states.connections(serviceId, params.limit(), params.offset());
        return ServiceConnectionList.builder()
                .connections(found.items().stream().map(Connections::connection).toList())
                .totalCount(found.total())
                .build();
    }

    @Override
    public ServicePermissionList permissions(String serviceId, PermissionsParams params) {
        Found<StoredPermission> found = states.permissions(serviceId, params.limit(), params.offset());
        return ServicePermissionList.builder()
                .permissions(
                        found.items().stream().map(StoredPermission::document).toList())
                .totalCount(found.total())
                .build();
    }

    @Override
    public EndpointStateList endpoints(EndpointsParams params) {
        Found<StoredEndpoint> found = states.endpoints(projects(params.projectId()), params.limit(), params.offset());
        return EndpointStateList.builder()
                .endpoints(found.items().stream().map(Shown::endpoint).toList())
                .totalCount(found.total())
                .build();
    }

    @Override
    public EndpointState endpoint(String endpointId) {
        return Shown.endpoint(states.endpoint(endpointId));
    }

    @Override
    public EndpointState moveEndpoint(String endpointId, EndpointStatusChange body) {
        return Shown.endpoint(states.move(endpointId, body.status()));
    }
}
