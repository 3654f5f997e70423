package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.Tag;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Resources to store. */
final class Samples {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    static StoredService service(String id) {
        return new StoredService(
                EndpointService.builder()
                        .id(id)
                        .projectId(PROJECT)
                        .name("cn-north-4.Orders." + id)
                        .status(EndpointServiceStatus.CREATING)
                        .portId("port-" + id)
                        .description("für 终端节点 \ud83d\ude80")
                        .tags(List.of(Tag.builder().key("k").value("v").build()))
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build(),
                "Orders",
                null,
                false,
                new Due(TIME.plusNanos(1), "available"));
    }

    static StoredEndpoint endpoint(String serviceId) {
        return endpoint(UUID.randomUUID().toString(), serviceId, null, null);
    }

    static StoredEndpoint endpoint(String id, String serviceId, @Nullable String ip, @Nullable Long markerId) {
        return new StoredEndpoint(
                Endpoint.builder()
                        .id(id)
                        .projectId(PROJECT)
                        .endpointServiceId(serviceId)
                        .endpointServiceName("cn-north-4.Orders." + serviceId)
                        .status(EndpointStatus.ACCEPTED)
                        .vpcId("vpc-1")
                        .subnetId("subnet-1")
                        .ip(ip)
                        .markerId(markerId)
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build(),
                "domain",
                "",
                true,
                null);
    }

    static StoredPermission permission(String serviceId, String permission) {
        return new StoredPermission(
                Permission.builder()
                        .id(UUID.randomUUID().toString())
                        .permission(permission)
                        .createdAt(TIME)
                        .build(),
                serviceId,
                TIME.plusNanos(1));
    }
}
