package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.Permission;
import java.time.Instant;

/**
 * A whitelist record.
 *
 * @param document what answers show
 * @param serviceId its service
 * @param updatedAt the time of the last change
 */
public record StoredPermission(Permission document, String serviceId, Instant updatedAt) {
    /** Its id. */
    public String id() {
        return document.id();
    }
}
