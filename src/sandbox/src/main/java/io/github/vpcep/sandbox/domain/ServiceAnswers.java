package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.Map;

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
    static EndpointService item(StoredService service, Map<String, Integer> connections) {
        return service.document().toBuilder()
                .poolId(null)
                .cidrType(null)
                .connectionCount(connections.getOrDefault(service.id(), 0))
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

    /** How many endpoints are connected to each of these services, or about to be; none are left out. */
    static Map<String, Integer> connections(Unit unit, List<String> serviceIds) {
        return unit.countByService(
                serviceIds, List.of(EndpointStatus.ACCEPTED.value(), EndpointStatus.CREATING.value()));
    }
}
