package io.github.vpcep.sandbox.store.memory;

import static io.github.vpcep.sandbox.store.ServiceField.HAS_IP;
import static io.github.vpcep.sandbox.store.ServiceField.IS_PUBLIC;
import static io.github.vpcep.sandbox.store.ServiceField.PROJECT_ID;
import static io.github.vpcep.sandbox.store.ServiceField.PUBLIC_BORDER_GROUP;
import static io.github.vpcep.sandbox.store.ServiceField.STATUS;

import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How services are found. */
final class Services {
    static final Field<StoredService> NAME =
            new Text<>("name", each -> each.document().name());
    static final Field<StoredService> PORT =
            new Text<>("port_id", each -> each.document().portId());

    static final Schema<StoredService> SCHEMA = new Schema<>(
            ServiceField.ID,
            each -> Objects.requireNonNullElse(each.document().createdAt(), Instant.EPOCH),
            each -> Objects.requireNonNullElse(each.document().updatedAt(), Instant.EPOCH),
            Services::due,
            List.of(List.of(NAME)),
            List.of(
                    List.of(IS_PUBLIC),
                    List.of(PROJECT_ID),
                    List.of(PROJECT_ID, STATUS),
                    List.of(PROJECT_ID, PUBLIC_BORDER_GROUP),
                    List.of(PROJECT_ID, HAS_IP),
                    List.of(PORT)));

    private Services() {}

    static Query<StoredService> query(Filter<ServiceField> filter) {
        return Query.of(filter).containing(NAME, filter.name());
    }

    private static @Nullable Instant due(StoredService service) {
        Due due = service.due();
        return due == null ? null : due.at();
    }
}
