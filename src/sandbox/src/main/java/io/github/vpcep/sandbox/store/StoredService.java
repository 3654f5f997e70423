package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint service.
 *
 * @param document all its fields; answers show some of them. A public service belongs to no project.
 * @param shortName the name without region and id, empty when it has none
 * @param owner who offers it to everybody, null for a service of a user
 * @param charged whether endpoints of it are charged for
 * @param due the change of state that is under way
 */
public record StoredService(
        EndpointService document,
        String shortName,
        @Nullable String owner,
        boolean charged,
        @Nullable Due due) {
    /** Its id. */
    public String id() {
        return document.id();
    }

    /** Whether everybody may connect to it. */
    public boolean isPublic() {
        return owner != null;
    }

    /** This one with another document. */
    public StoredService with(EndpointService changed) {
        return new StoredService(changed, shortName, owner, charged, due);
    }

    /** This one with a change of state under way, or none. */
    public StoredService with(@Nullable Due next) {
        return new StoredService(document, shortName, owner, charged, next);
    }

    /** This one at a time: with the change of state that is done by then; empty once it is gone. */
    public Optional<StoredService> at(Instant now) {
        if (due == null || due.at().isAfter(now)) {
            return Optional.of(this);
        }
        return due.isEnd() ? Optional.empty() : Optional.of(settled(due));
    }

    private StoredService settled(Due done) {
        EndpointService settled = document.toBuilder()
                .status(EndpointServiceStatus.fromString(done.status()))
                .updatedAt(done.at().truncatedTo(ChronoUnit.SECONDS))
                .build();
        return with(settled).with((Due) null);
    }
}
