package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.AddBackendsRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceList;
import io.github.vpcep.model.EndpointServiceName;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.NetworkType;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.model.UpgradeEndpointServiceRequest;
import io.github.vpcep.sandbox.domain.Services;
import io.github.vpcep.server.EndpointServicesApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about endpoint services to their rules. */
final class EndpointServicesResource implements EndpointServicesApi {
    @Override
    public EndpointService create(String projectId, CreateEndpointServiceRequest body) {
        return services().create(Exchange.caller(), body);
    }

    @Override
    public void delete(String projectId, String endpointServiceId) {
        services().delete(Exchange.caller(), endpointServiceId);
    }

    @Override
    public EndpointServiceList list(
            String projectId,
            @Nullable String endpointServiceName,
            @Nullable String id,
            @Nullable EndpointServiceStatus status,
            @Nullable NetworkType networkType,
            SortKey sortKey,
            SortDirection sortDirection,
            Integer limit,
            Integer offset,
            @Nullable String publicBorderGroup) {
        return services()
                .list(
                        Exchange.caller(),
                        endpointServiceName,
                        id,
                        status,
                        sortKey,
                        sortDirection,
                        limit,
                        offset,
                        publicBorderGroup,
                        networkType);
    }

    @Override
    public EndpointServiceSummary describe(String projectId, @Nullable String name, @Nullable String id) {
        return services().describe(Exchange.caller(), name, id);
    }

    @Override
    public EndpointService get(String projectId, String endpointServiceId) {
        return services().get(Exchange.caller(), endpointServiceId);
    }

    @Override
    public PublicEndpointServiceList listPublic(
            String projectId,
            Integer limit,
            Integer offset,
            @Nullable String endpointServiceName,
            @Nullable String id,
            SortKey sortKey,
            SortDirection sortDirection) {
        return services().listPublic(Exchange.caller(), limit, offset, endpointServiceName, id, sortKey, sortDirection);
    }

    @Override
    public EndpointService update(String projectId, String endpointServiceId, UpdateEndpointServiceRequest body) {
        return services().update(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public EndpointServiceName rename(String projectId, String endpointServiceId, EndpointServiceNameRequest body) {
        return services().rename(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public void upgrade(String projectId, String endpointServiceId, @Nullable UpgradeEndpointServiceRequest body) {
        services().upgrade(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public void addBackends(String projectId, String endpointServiceId, AddBackendsRequest body) {
        services().addBackends(Exchange.caller(), endpointServiceId, body);
    }

    private static Services services() {
        return Exchange.current().domain().services();
    }
}
