package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Things to store. */
public final class Samples {
    /** The time at which they were all made. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    /** Some seconds after {@link #START}. */
    public static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    /** An endpoint of project p1 to service s1 in VPC v1. */
    public static StoredEndpoint endpoint(String id, UnaryOperator<Endpoint.Builder> change) {
        Endpoint.Builder builder = Endpoint.builder()
                .id(id)
                .projectId("p1")
                .endpointServiceId("s1")
                .endpointServiceName("region-1.Web.s1")
                .vpcId("v1")
                .status(EndpointStatus.ACCEPTED)
                .createdAt(START)
                .updatedAt(START);
        return new StoredEndpoint(change.apply(builder).build(), "d1", "", false, null);
    }

    /** A service of project p1. */
    public static StoredService service(String id, UnaryOperator<EndpointService.Builder> change) {
        EndpointService.Builder builder = EndpointService.builder()
                .id(id)
                .projectId("p1")
                .name("region-1.Web." + id)
                .portId("port-1")
                .status(EndpointServiceStatus.AVAILABLE)
                .createdAt(START)
                .updatedAt(START);
        return new StoredService(change.apply(builder).build(), "Web", null, true, null);
    }

    /** A service for everybody. */
    public static StoredService publicService(String id, String name) {
        EndpointService document = service(id, each -> each.name(name)).document().toBuilder()
                .projectId(null)
                .build();
        return new StoredService(document, "", "huawei", false, null);
    }

    /** A whitelist record. */
    public static StoredPermission permission(String serviceId, String id, String permission) {
        return permission(serviceId, id, permission, START, START);
    }

    /** A whitelist record with its times. */
    public static StoredPermission permission(
            String serviceId, String id, String permission, Instant createdAt, Instant updatedAt) {
        Permission document = Permission.builder()
                .id(id)
                .permission(permission)
                .description("")
                .createdAt(createdAt)
                .build();
        return new StoredPermission(document, serviceId, updatedAt);
    }
}
