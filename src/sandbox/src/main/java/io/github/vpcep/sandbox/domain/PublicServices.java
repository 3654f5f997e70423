package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The services that the operator offers to everybody. */
public final class PublicServices {
    /** Who offers them. */
    public static final String OWNER = "huawei";

    /** Those that the documents show: DNS through an address and charged for, OBS through routes and free. */
    public static final List<PublicService> DOCUMENTED = List.of(
            new PublicService("dns", EndpointServiceType.INTERFACE, true),
            new PublicService("obs", EndpointServiceType.GATEWAY, false));

    private PublicServices() {}

    /** Adds one, unless it is there already. Its id follows from its name, so that it is the same in every process. */
    static void add(Unit unit, String region, PublicService service, Instant now) {
        String name = "com.myhuaweicloud." + region + "." + service.name();
        if (unit.serviceNamed(name).isPresent()) {
            return;
        }
        Instant createdAt = now.truncatedTo(ChronoUnit.SECONDS);
        EndpointService document = EndpointService.builder()
                .id(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .name(name)
                .type(service.type())
                .status(EndpointServiceStatus.AVAILABLE)
                .approvalEnabled(false)
                .createdAt(createdAt)
                .updatedAt(createdAt)
                .tags(List.of())
                .build();
        unit.save(new StoredService(document, service.name(), OWNER, service.charged(), null));
    }
}
