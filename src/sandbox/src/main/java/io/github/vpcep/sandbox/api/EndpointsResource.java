package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointRouteTablesRequest;
import io.github.vpcep.model.EndpointWhitelistRequest;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.UpgradeEndpointRequest;
import io.github.vpcep.sandbox.domain.Endpoints;
import io.github.vpcep.server.EndpointsApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about VPC endpoints to their rules. */
final class EndpointsResource implements EndpointsApi {
    @Override
    public Endpoint create(String projectId, CreateEndpointRequest body) {
        return endpoints().create(Exchange.caller(), body);
    }

    @Override
    public void delete(String projectId, String endpointId) {
        endpoints().delete(Exchange.caller(), endpointId);
    }

    @Override
    public Endpoint deletePolicy(String projectId, String endpointId) {
        return endpoints().deletePolicy(Exchange.caller(), endpointId);
    }

    @Override
    public Endpoint get(String projectId, String endpointId) {
        return endpoints().get(Exchange.caller(), endpointId);
    }

    @Override
    public EndpointList list(
            String projectId,
            @Nullable String endpointServiceName,
            @Nullable String vpcId,
            @Nullable String id,
            Integer limit,
            Integer offset,
            SortKey sortKey,
            SortDirection sortDirection,
            @Nullable String publicBorderGroup) {
        return endpoints()
                .list(
                        Exchange.caller(),
                        endpointServiceName,
                        vpcId,
                        id,
                        limit,
                        offset,
                        sortKey,
                        sortDirection,
                        publicBorderGroup);
    }

    @Override
    public Endpoint updatePolicy(String projectId, String endpointId, EndpointPolicyRequest body) {
        return endpoints().updatePolicy(Exchange.caller(), endpointId, body);
    }

    @Override
    public EndpointRouteTables updateRouteTables(String projectId, String endpointId, EndpointRouteTablesRequest body) {
        return endpoints().updateRouteTables(Exchange.caller(), endpointId, body);
    }

    @Override
    public Endpoint updateWhitelist(String projectId, String endpointId, EndpointWhitelistRequest body) {
        return endpoints().updateWhitelist(Exchange.caller(), endpointId, body);
    }

    @Override
    public void upgrade(String projectId, String endpointId, UpgradeEndpointRequest body) {
        endpoints().upgrade(Exchange.caller(), endpointId, body);
    }

    private static Endpoints endpoints() {
        return Exchange.current().domain().endpoints();
    }
}
