package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointEdition;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.Map;

/** What each operation shows of a service. */
final class ServiceAnswers {
    /** What a service serves before an upgrade. */
    static final List<EndpointEdition> BASIC = List.of(EndpointEdition.BASIC);

    /** What it serves from then on. */
    static final List<EndpointEdition> UPGRADED = List.of(EndpointEdition.PROFESSION, EndpointEdition.BASIC);

    private ServiceAnswers() {}

    /** All of it; what was created before there were editions and policies serves basic endpoints, without any. */
    private static EndpointService.Builder all(StoredService service) {
        EndpointService document = service.document();
        return document.toBuilder()
                .supportedEditions(document.supportedEditions().isEmpty() ? BASIC : document.supportedEditions())
                .policyEnabled(takesPolicies(service));
    }

    /** Whether its endpoints may carry a policy; those of the operator's services may. */
    static boolean takesPolicies(StoredService service) {
        return service.isPublic() || Boolean.TRUE.equals(service.document().policyEnabled());
    }

    /** Whether it serves professional endpoints; the operator's services do. */
    static boolean servesProfessional(StoredService service) {
        return service.isPublic() || service.document().supportedEditions().contains(EndpointEdition.PROFESSION);
    }

    /** After a creation or a change. */
    static EndpointService changed(StoredService service) {
        return all(service)
                .domainId(null)
                .connectionCount(null)
                .errors(null)
                .publicBorderGroup(null)
                .supportedEditions(null)
                .build();
    }

    /** Alone. */
    static EndpointService details(StoredService service) {
        return all(service)
                .poolId(null)
                .domainId(null)
                .connectionCount(null)
                .publicBorderGroup(null)
                .build();
    }

    /** In the list of its project. */
    static EndpointService item(StoredService service, Map<String, Integer> connections) {
        return all(service)
                .poolId(null)
                .cidrType(null)
                .ipVersion(null)
                .connectionCount(connections.getOrDefault(service.id(), 0))
                .build();
    }

    /** In the list of the public services. */
    static EndpointServiceSummary publicItem(StoredService service) {
        return summary(service).toBuilder()
                .owner(service.owner())
                .publicBorderGroup(null)
                .build();
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
                .publicBorderGroup(document.publicBorderGroup())
                .policyEnabled(takesPolicies(service))
                .build();
    }

    /** How many endpoints are connected to each of these services, or about to be; none are left out. */
    static Map<String, Integer> connections(Unit unit, List<String> serviceIds) {
        return unit.countByService(
                serviceIds, List.of(EndpointStatus.ACCEPTED.value(), EndpointStatus.CREATING.value()));
    }
}
