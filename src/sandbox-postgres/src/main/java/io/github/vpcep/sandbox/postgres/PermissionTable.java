package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Permission;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredPermission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whitelist records of the services. */
final class PermissionTable {
    private static final String SELECT = "select p.document, p.service_id, p.updated_at from permission p";

    private static final String SAVE = """
            insert into permission (id, service_id, permission, created_at, updated_at, document)
            select id, service_id, permission, created_at, updated_at, document::json
            from json_to_recordset(?::json) as r(id text, service_id text, permission text, created_at numeric,
                updated_at numeric, document text)
            on conflict (id) do update set (service_id, permission, created_at, updated_at, updated_turn, document)
            = row(excluded.service_id, excluded.permission, excluded.created_at, excluded.updated_at,
                excluded.updated_turn, excluded.document)""";

    private final Session session;

    PermissionTable(Session session) {
        this.session = session;
    }

    Found<StoredPermission> list(String serviceId, String containing, Slice slice) {
        Where where = new Where().and("p.service_id = ?", serviceId).and("strpos(p.permission, ?) > 0", containing);
        Statement<StoredPermission> page = session.ask(
                PermissionTable::read,
                SELECT + where.clause() + Where.page("p", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = session.all(Columns::number, "select count(*) from permission p" + where.clause(), where.values())
                .get(0);
        return new Found<>(page.rows(), total);
    }

    List<StoredPermission> withIds(String serviceId, Collection<String> ids) {
        return with("id", serviceId, ids);
    }

    List<StoredPermission> of(String serviceId, Collection<String> permissions) {
        return with("permission", serviceId, permissions);
    }

    void save(Collection<StoredPermission> permissions) {
        session.change(
                SAVE,
                Columns.json(permissions.stream().map(PermissionTable::row).toList()));
    }

    void delete(String serviceId, Collection<String> ids) {
        session.change("delete from permission where service_id = ? and id = any(?)", serviceId, ids);
    }

    private List<StoredPermission> with(String column, String serviceId, Collection<String> texts) {
        return session.all(
                PermissionTable::read,
                SELECT + " where p.service_id = ? and p." + column + " = any(?)",
                Arrays.asList(Columns.searchable(serviceId), Columns.searchable(texts)));
    }

    private static Map<String, @Nullable Object> row(StoredPermission permission) {
        Permission document = permission.document();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", document.id());
        row.put("service_id", permission.serviceId());
        row.put("permission", document.permission());
        row.put("created_at", Columns.sortable(document.createdAt()));
        row.put("updated_at", Columns.seconds(permission.updatedAt()));
        row.put("document", Columns.json(document));
        return row;
    }

    private static StoredPermission read(ResultSet row) throws SQLException {
        return new StoredPermission(
                Columns.read(row, "document", Permission.class),
                row.getString("service_id"),
                Columns.time(row.getBigDecimal("updated_at")));
    }
}
