package io.github.vpcep.sandbox.store;

import org.jspecify.annotations.Nullable;

/**
 * Which services; null stands for any.
 *
 * @param projectId the owning project; null for the public services
 * @param name a text anywhere in the full name, in any letter case
 * @param id exactly
 * @param status exactly, on the wire
 * @param publicBorderGroup exactly
 * @param vlan whether it has an ip
 */
public record ServiceFilter(
        @Nullable String projectId,
        @Nullable String name,
        @Nullable String id,
        @Nullable String status,
        @Nullable String publicBorderGroup,
        @Nullable Boolean vlan) {
    /** Of services with an ip and without. */
    public ServiceFilter(
            @Nullable String projectId,
            @Nullable String name,
            @Nullable String id,
            @Nullable String status,
            @Nullable String publicBorderGroup) {
        this(projectId, name, id, status, publicBorderGroup, null);
    }

    /** All services of a project. */
    public static ServiceFilter ofProject(String projectId) {
        return new ServiceFilter(projectId, null, null, null, null);
    }
}
