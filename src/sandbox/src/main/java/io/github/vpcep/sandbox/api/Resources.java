package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.server.ConnectionsApi;
import io.github.vpcep.server.EndpointServicesApi;
import io.github.vpcep.server.EndpointsApi;
import io.github.vpcep.server.PermissionsApi;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.TagsApi;
import io.github.vpcep.server.VersionsApi;
import io.github.vpcep.server.VpcepRouter;

/** The rules as the generated interfaces, for one request. */
final class Resources implements VpcepRouter.Apis {
    private final Domain domain;
    private final Exchange exchange;

    Resources(Domain domain, Exchange exchange) {
        this.domain = domain;
        this.exchange = exchange;
    }

    @Override
    public ConnectionsApi connections() {
        return new ConnectionsResource(domain.connections(), exchange.caller());
    }

    @Override
    public EndpointServicesApi endpointServices() {
        return new EndpointServicesResource(domain.services(), exchange.caller());
    }

    @Override
    public EndpointsApi endpoints() {
        return new EndpointsResource(domain.endpoints(), exchange.caller());
    }

    @Override
    public PermissionsApi permissions() {
        return new PermissionsResource(domain.whitelists(), exchange.caller());
    }

    @Override
    public QuotasApi quotas() {
        return new QuotasResource(domain.quotas(), exchange.caller());
    }

    @Override
    public TagsApi tags() {
        return new TagsResource(domain.tags(), exchange.caller());
    }

    @Override
    public VersionsApi versions() {
        return new VersionsResource(domain.versions(), exchange.base());
    }
}
