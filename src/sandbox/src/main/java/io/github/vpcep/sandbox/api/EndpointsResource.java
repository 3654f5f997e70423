package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointRouteTablesRequest;
import io.github.vpcep.model.EndpointWhitelistRequest;
import io.github.vpcep.model.UpgradeEndpointRequest;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Endpoints;
import io.github.vpcep.server.EndpointsApi;

/** Hands requests about VPC endpoints to their rules. */
final class EndpointsResource implements EndpointsApi {
    private final Endpoints endpoints;
    private final Caller caller;

    EndpointsResource(Endpoints endpoints, Caller caller) {
        this.endpoints = endpoints;
        this.caller = caller;
    }

    @Override
    public Endpoint create(String projectId, CreateEndpointRequest body) {
        return endpoints.create(caller, body);
    }

    @Override
    public void delete(String projectId, String endpointId) {
        endpoints.delete(caller, endpointId);
    }

    @Override
    @Deprecated
    public Endpoint deletePolicy(String projectId, String endpointId) {
        return endpoints.deletePolicy(caller, endpointId);
    }

    @Override
    public Endpoint get(String projectId, String endpointId) {
        return endpoints.get(caller, endpointId);
    }

    @Override
    public EndpointList list(String projectId, ListParams params) {
        return endpoints.list(caller, params);
    }

    @Override
    public Endpoint updatePolicy(String projectId, String endpointId, EndpointPolicyRequest body) {
        return endpoints.updatePolicy(caller, endpointId, body);
    }

    @Override
    public EndpointRouteTables updateRouteTables(String projectId, String endpointId, EndpointRouteTablesRequest body) {
        return endpoints.updateRouteTables(caller, endpointId, body);
    }

    @Override
    public Endpoint updateWhitelist(String projectId, String endpointId, EndpointWhitelistRequest body) {
        return endpoints.updateWhitelist(caller, endpointId, body);
    }

    @Override
    public void upgrade(String projectId, String endpointId, UpgradeEndpointRequest body) {
        endpoints.upgrade(caller, endpointId, body);
    }
}
