package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.ConnectionDescriptionsRequest;
import io.github.vpcep.model.ConnectionList;
import io.github.vpcep.model.UpdatedConnections;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Connections;
import io.github.vpcep.server.ConnectionsApi;

/** Hands requests about the connections of services to their rules. */
final class ConnectionsResource implements ConnectionsApi {
    private final Connections connections;
    private final Caller caller;

    ConnectionsResource(Connections connections, Caller caller) {
        this.connections = connections;
        this.caller = caller;
    }

    @Override
    public UpdatedConnections acceptOrRejectEndpoint(
            String projectId, String endpointServiceId, ConnectionActionRequest body) {
        return connections.decide(caller, endpointServiceId, body);
    }

    @Override
    public ConnectionList list(String projectId, String endpointServiceId, ListParams params) {
        return connections.list(caller, endpointServiceId, params);
    }

    @Override
    public UpdatedConnections updateDescription(
            String projectId, String endpointServiceId, ConnectionDescriptionsRequest body) {
        return connections.describe(caller, endpointServiceId, body);
    }
}
