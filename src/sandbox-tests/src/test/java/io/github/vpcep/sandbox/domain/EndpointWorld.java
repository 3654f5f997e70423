package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import java.util.function.UnaryOperator;

/** A world of services with endpoints of the owner's project. */
final class EndpointWorld {
    static final String VPC_ID = "4189d3c2-8882-4871-a3c2-d380272eed82";
    static final String SUBNET_ID = "4189d3c2-8882-4871-a3c2-d380272eed81";
    static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";
    static final String LONG_ID = "a".repeat(65);

    final ServiceWorld services;
    final Endpoints endpoints;
    final Quotas quotas;
    final Tags tags;
    final String open;
    final String approved;
    final String gateway;

    EndpointWorld() {
        this(Settings.standard());
    }

    EndpointWorld(Settings settings) {
        services = new ServiceWorld(settings);
        endpoints = new Endpoints(services.context);
        quotas = new Quotas(services.context);
        tags = new Tags(services.context);
        open = services.services
                .create(OWNER, ServiceWorld.request().approvalEnabled(false).build())
                .id();
        approved = services.service();
        gateway = services.publicService();
    }

    /** A request for an endpoint that passes every check. */
    static CreateEndpointRequest.Builder request(String serviceId) {
        return CreateEndpointRequest.builder()
                .endpointServiceId(serviceId)
                .vpcId(VPC_ID)
                .subnetId(SUBNET_ID);
    }

    Endpoint create(String serviceId) {
        return endpoints.create(OWNER, request(serviceId).build());
    }

    /** The id of an endpoint that is accepted with the next request. */
    String endpoint() {
        return create(open).id();
    }

    /** The same, of the gateway service. */
    String gatewayEndpoint() {
        return create(gateway).id();
    }

    /** An endpoint that has come into that state, in which it stays. */
    String endpoint(String serviceId, EndpointStatus status) {
        String id = create(serviceId).id();
        edit(id, document -> document.status(status));
        return id;
    }

    void edit(String id, UnaryOperator<Endpoint.Builder> edit) {
        services.context.write(unit -> {
            StoredEndpoint endpoint = unit.endpoint(id).orElseThrow().with((Due) null);
            StoredEndpoint edited =
                    endpoint.with(edit.apply(endpoint.document().toBuilder()).build());
            unit.save(edited);
            return edited;
        });
    }

    Endpoint get(String id) {
        return endpoints.get(OWNER, id);
    }
}
