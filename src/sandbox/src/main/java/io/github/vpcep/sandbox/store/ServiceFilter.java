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
 */
public record ServiceFilter(
        @Nullable String projectId,
        @Nullable String name,
        @Nullable String id,
        @Nullable String status,
        @Nullable String publicBorderGroup) {
    /** All services of a project. */
    public static ServiceFilter ofProject(String projectId) {
        return new ServiceFilter(projectId, null, null, null, null);
    }
}
