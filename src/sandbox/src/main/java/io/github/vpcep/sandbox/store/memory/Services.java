package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.memory.Schema.Field;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How services are found. */
final class Services {
    private static final String PUBLIC = "";

    static final Field<StoredService> ID = new Field<>("id", StoredService::id);
    static final Field<StoredService> PROJECT = new Field<>("project", Services::project);
    static final Field<StoredService> NAME =
            new Field<>("name", each -> each.document().name());
    static final Field<StoredService> STATUS = new Field<>("status", Services::status);
    static final Field<StoredService> GROUP =
            new Field<>("group", each -> each.document().publicBorderGroup());
    static final Field<StoredService> VLAN =
            new Field<>("vlan", each -> Boolean.toString(each.document().ip() != null));
    static final Field<StoredService> PORT =
            new Field<>("port", each -> each.document().portId());

    static final Schema<StoredService> SCHEMA = new Schema<>(
            ID,
            each -> Objects.requireNonNullElse(each.document().createdAt(), Instant.EPOCH),
            each -> Objects.requireNonNullElse(each.document().updatedAt(), Instant.EPOCH),
            Services::due,
            List.of(List.of(NAME)),
            List.of(
                    List.of(PROJECT),
                    List.of(PROJECT, STATUS),
                    List.of(PROJECT, GROUP),
                    List.of(PROJECT, VLAN),
                    List.of(PORT)));

    private Services() {}

    static Query<StoredService> query(ServiceFilter filter) {
        return new Query<StoredService>()
                .where(PROJECT, Objects.requireNonNullElse(filter.projectId(), PUBLIC))
                .where(ID, filter.id())
                .where(STATUS, filter.status())
                .where(GROUP, filter.publicBorderGroup())
                .where(VLAN, filter.vlan() == null ? null : filter.vlan().toString())
                .containing(NAME, filter.name());
    }

    private static @Nullable String project(StoredService service) {
        return service.isPublic() ? PUBLIC : service.document().projectId();
    }

    private static @Nullable String status(StoredService service) {
        EndpointServiceStatus status = service.document().status();
        return status == null ? null : status.value();
    }

    private static @Nullable Instant due(StoredService service) {
        Due due = service.due();
        return due == null ? null : due.at();
    }
}
