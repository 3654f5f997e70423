package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.Nullable;

/**
 * Which endpoints, of a project or of a service; null stands for any.
 *
 * @param projectId the owning project
 * @param serviceId the service that they connect to
 * @param serviceName a text anywhere in the full name of their service, in any letter case
 * @param vpcId exactly
 * @param id exactly
 * @param markerId exactly
 * @param status exactly, on the wire
 * @param publicBorderGroup exactly
 */
public record EndpointFilter(
        @Nullable String projectId,
        @Nullable String serviceId,
        @Nullable String serviceName,
        @Nullable String vpcId,
        @Nullable String id,
        @Nullable Long markerId,
        @Nullable String status,
        @Nullable String publicBorderGroup) {
    /** All endpoints of a project. */
    public static EndpointFilter ofProject(String projectId) {
        return new EndpointFilter(projectId, null, null, null, null, null, null, null);
    }

    /** All endpoints of a service, of any project. */
    public static EndpointFilter ofService(String serviceId) {
        return new EndpointFilter(null, serviceId, null, null, null, null, null, null);
    }

    /** This one, only in that state. */
    public EndpointFilter in(String wanted) {
        return new EndpointFilter(projectId, serviceId, serviceName, vpcId, id, markerId, wanted, publicBorderGroup);
    }
}
