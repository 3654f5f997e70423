package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.NewPermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources that are to be there, as they would be created one after the other. What is not as the operations allow is
 * told with its place.
 *
 * @param services endpoint services
 * @param endpoints VPC endpoints of these or of other services
 */
public record Seed(List<Service> services, List<Endpoint> endpoints) {
    /** Copies. */
    public Seed {
        services = List.copyOf(services);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An endpoint service.
     *
     * @param place where it is written
     * @param owner whose it is
     * @param id its id, null for a new one
     * @param status the state that it stays in
     * @param body as it would be sent
     * @param permissions its whitelist
     */
    public record Service(
            String place,
            Caller owner,
            @Nullable String id,
            EndpointServiceStatus status,
            CreateEndpointServiceRequest body,
            List<NewPermission> permissions) {
        /** Copies. */
        public Service {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * A VPC endpoint.
     *
     * @param place where it is written
     * @param owner whose it is
     * @param id its id, null for a new one
     * @param status the state that it stays in
     * @param body as it would be sent, but that a service may be named in place of its id
     */
    public record Endpoint(
            String place, Caller owner, @Nullable String id, EndpointStatus status, CreateEndpointRequest body) {}
}
