package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VPC endpoint, which is also a connection of its service.
 *
 * @param document all its fields; answers show some of them
 * @param domainId the account that owns it
 * @param note what the owner of the service says about the connection
 * @param wasAccepted whether the connection was ever accepted, since when its address shows
 * @param due the change of state that is under way
 */
public record StoredEndpoint(
        Endpoint document,
        String domainId,
        String note,
        boolean wasAccepted,
        @Nullable Due due) {
    /** Its id. */
    public String id() {
        return document.id();
    }

    /** This one with another document. */
    public StoredEndpoint with(Endpoint changed) {
        return new StoredEndpoint(changed, domainId, note, wasAccepted, due);
    }

    /** This one with a change of state under way, or none. */
    public StoredEndpoint with(@Nullable Due next) {
        return new StoredEndpoint(document, domainId, note, wasAccepted, next);
    }

    /** This one at a time: with the change of state that is done by then; empty once it is gone. */
    public Optional<StoredEndpoint> at(Instant now) {
        if (due == null || due.at().isAfter(now)) {
            return Optional.of(this);
        }
        return due.isEnd() ? Optional.empty() : Optional.of(settled(due));
    }

    private StoredEndpoint settled(Due done) {
        EndpointStatus status = EndpointStatus.fromString(done.status());
        Endpoint settled = document.toBuilder()
                .status(status)
                .updatedAt(done.at().truncatedTo(ChronoUnit.SECONDS))
                .build();
        return new StoredEndpoint(settled, domainId, note, wasAccepted || EndpointStatus.ACCEPTED.is(status), null);
    }
}
