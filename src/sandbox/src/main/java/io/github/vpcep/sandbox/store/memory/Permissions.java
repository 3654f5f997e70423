package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.StoredPermission;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How whitelist records are found. */
final class Permissions {
    static final Field<StoredPermission> ID = new Text<>("id", StoredPermission::id);
    static final Field<StoredPermission> SERVICE = new Text<>("service_id", StoredPermission::serviceId);
    static final Field<StoredPermission> PERMISSION =
            new Text<>("permission", each -> each.document().permission());

    static final Schema<StoredPermission> SCHEMA = new Schema<>(
            ID,
            each -> Objects.requireNonNullElse(each.document().createdAt(), Instant.EPOCH),
            StoredPermission::updatedAt,
            each -> null,
            List.of(List.of(SERVICE, PERMISSION)),
            List.of(List.of(SERVICE)));

    private Permissions() {}

    static Query<StoredPermission> query(String serviceId, String containing) {
        Query<StoredPermission> query = new Query<StoredPermission>().where(SERVICE, serviceId);
        return containing.isEmpty() ? query : query.and(each -> permission(each).contains(containing));
    }

    private static String permission(StoredPermission record) {
        return Objects.requireNonNullElse(record.document().permission(), "");
    }
}
