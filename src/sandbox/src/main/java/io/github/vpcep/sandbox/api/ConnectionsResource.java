package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.ConnectionDescriptionsRequest;
import io.github.vpcep.model.ConnectionList;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.UpdatedConnections;
import io.github.vpcep.sandbox.domain.Connections;
import io.github.vpcep.server.ConnectionsApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about the connections of services to their rules. */
final class ConnectionsResource implements ConnectionsApi {
    @Override
    public UpdatedConnections acceptOrRejectEndpoint(
            String projectId, String endpointServiceId, ConnectionActionRequest body) {
        return connections().decide(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public ConnectionList list(
            String projectId,
            String endpointServiceId,
            @Nullable String id,
            @Nullable String markerId,
            @Nullable EndpointStatus status,
            SortKey sortKey,
            SortDirection sortDirection,
            Integer limit,
            Integer offset) {
        return connections()
                .list(
                        Exchange.caller(),
                        endpointServiceId,
                        id,
                        markerId,
                        status,
                        sortKey,
                        sortDirection,
                        limit,
                        offset);
    }

    @Override
    public UpdatedConnections updateDescription(
            String projectId, String endpointServiceId, ConnectionDescriptionsRequest body) {
        return connections().describe(Exchange.caller(), endpointServiceId, body);
    }

    private static Connections connections() {
        return Exchange.current().domain().connections();
    }
}
