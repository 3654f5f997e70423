package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finishes what takes time: creating, deleting, accepting. */
final class Transitions {
    private Transitions() {}

    /** Moves everything that is due into its next state, at the time at which it was due. */
    static void settle(Unit unit, Instant now) {
        unit.dueServices(now).forEach(each -> settle(unit, each));
        unit.dueEndpoints(now).forEach(each -> settle(unit, each));
    }

    private static void settle(Unit unit, StoredService service) {
        Due due = service.due();
        if (due == null) {
            return;
        }
        if (due.status().equals(Due.GONE)) {
            unit.deleteService(service.id());
            return;
        }
        unit.save(service.with((Due) null)
                .with(service.document().toBuilder()
                        .status(EndpointServiceStatus.fromString(due.status()))
                        .updatedAt(due.at().truncatedTo(ChronoUnit.SECONDS))
                        .build()));
    }

    private static void settle(Unit unit, StoredEndpoint endpoint) {
        Due due = endpoint.due();
        if (due == null) {
            return;
        }
        if (due.status().equals(Due.GONE)) {
            unit.deleteEndpoint(endpoint.id());
            return;
        }
        EndpointStatus status = EndpointStatus.fromString(due.status());
        unit.save(new StoredEndpoint(
                endpoint.document().toBuilder()
                        .status(status)
                        .updatedAt(due.at().truncatedTo(ChronoUnit.SECONDS))
                        .build(),
                endpoint.domainId(),
                endpoint.note(),
                endpoint.wasAccepted() || EndpointStatus.ACCEPTED.equals(status),
                null));
    }
}
