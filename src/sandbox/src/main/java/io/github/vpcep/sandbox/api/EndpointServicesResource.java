package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.AddBackendsRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceList;
import io.github.vpcep.model.EndpointServiceName;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.model.UpgradeEndpointServiceRequest;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Services;
import io.github.vpcep.server.EndpointServicesApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about endpoint services to their rules. */
final class EndpointServicesResource implements EndpointServicesApi {
    private final Services services;
    private final Caller caller;

    EndpointServicesResource(Services services, Caller caller) {
        this.services = services;
        this.caller = caller;
    }

    @Override
    public EndpointService create(String projectId, CreateEndpointServiceRequest body) {
        return services.create(caller, body);
    }

    @Override
    public void delete(String projectId, String endpointServiceId) {
        services.delete(caller, endpointServiceId);
    }

    @Override
    public EndpointServiceList list(String projectId, ListParams params) {
        return services.list(caller, params);
    }

    @Override
    public EndpointServiceSummary describe(String projectId, DescribeParams params) {
        return services.describe(caller, params);
    }

    @Override
    public EndpointService get(String projectId, String endpointServiceId) {
        return services.get(caller, endpointServiceId);
    }

    @Override
    public PublicEndpointServiceList listPublic(String projectId, ListPublicParams params) {
        return services.listPublic(caller, params);
    }

    @Override
    public EndpointService update(String projectId, String endpointServiceId, UpdateEndpointServiceRequest body) {
        return services.update(caller, endpointServiceId, body);
    }

    @Override
    public EndpointServiceName rename(String projectId, String endpointServiceId, EndpointServiceNameRequest body) {
        return services.rename(caller, endpointServiceId, body);
    }

    @Override
    public void upgrade(String projectId, String endpointServiceId, @Nullable UpgradeEndpointServiceRequest body) {
        services.upgrade(caller, endpointServiceId, body);
    }

    @Override
    public void addBackends(String projectId, String endpointServiceId, AddBackendsRequest body) {
        services.addBackends(caller, endpointServiceId, body);
    }
}
