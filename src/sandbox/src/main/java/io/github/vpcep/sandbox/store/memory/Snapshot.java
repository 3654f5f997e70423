package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state at one moment; immutable.
 *
 * @param nextDue the time of the first change of state, null when none is under way
 */
record Snapshot(
        Table<StoredService> services,
        Table<StoredEndpoint> endpoints,
        Table<StoredPermission> permissions,
        DeletedEndpoints deleted,
        @Nullable Instant nextDue) {
    static final Snapshot EMPTY = new Snapshot(
            new Table<>(Services.SCHEMA),
            new Table<>(Endpoints.SCHEMA),
            new Table<>(Permissions.SCHEMA),
            DeletedEndpoints.NONE,
            null);

    /** Whether a change of state is done by that time. */
    boolean isDue(Instant now) {
        return nextDue != null && !nextDue.isAfter(now);
    }
}
