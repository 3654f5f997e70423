package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;

/** What each operation shows of a service. */
final class ServiceAnswers {
    private ServiceAnswers() {}

    /** After a creation or a change. */
    static EndpointService changed(StoredService service) {
        return service.document().toBuilder()
                .domainId(null)
                .connectionCount(null)
                .errors(null)
                .publicBorderGroup(null)
                .build();
    }

    /** Alone. */
    static EndpointService details(StoredService service) {
        return service.document().toBuilder()
                .poolId(null)
                .domainId(null)
                .connectionCount(null)
                .publicBorderGroup(null)
                .build();
    }

    /** In the list of its project. */
    static EndpointService item(StoredService service, Unit unit) {
        return service.document().toBuilder()
                .poolId(null)
                .cidrType(null)
                .connectionCount(connections(unit, service.id()))
                .build();
    }

    /** In the list of the public services. */
    static EndpointServiceSummary publicItem(StoredService service) {
        return summary(service).toBuilder().owner(service.owner()).build();
    }

    /** To whoever looks it up. */
    static EndpointServiceSummary summary(StoredService service) {
        EndpointService document = service.document();
        return EndpointServiceSummary.builder()
                .id(document.id())
                .name(document.name())
                .type(document.type())
                .createdAt(document.createdAt())
                .charged(service.charged())
                .build();
    }

    /** How many endpoints are connected or about to be. */
    static int connections(Unit unit, String serviceId) {
        EndpointFilter all = EndpointFilter.ofService(serviceId);
        return unit.count(all.in(EndpointStatus.ACCEPTED.value()))
                + unit.count(all.in(EndpointStatus.CREATING.value()));
    }
}
