package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an endpoint that was deleted: who may know that it was there.
 *
 * @param id its id
 * @param projectId the project that owned it
 * @param serviceId the service that it connected to
 */
public record DeletedEndpoint(
        String id, @Nullable String projectId, @Nullable String serviceId) {
    /** What is remembered of this one. */
    public static DeletedEndpoint of(StoredEndpoint endpoint) {
        return new DeletedEndpoint(
                endpoint.id(),
                endpoint.document().projectId(),
                endpoint.document().endpointServiceId());
    }
}
