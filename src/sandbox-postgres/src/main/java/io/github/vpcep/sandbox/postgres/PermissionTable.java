package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Permission;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredPermission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The whitelist records of the services. */
final class PermissionTable {
    private static final String SELECT = "select p.document, p.service_id, p.updated_at from permission p";

    private final Sql sql;

    PermissionTable(Sql sql) {
        this.sql = sql;
    }

    Found<StoredPermission> list(String serviceId, String containing, Slice slice) {
        Where where = new Where().and("p.service_id = ?", serviceId).and("strpos(p.permission, ?) > 0", containing);
        List<StoredPermission> page = sql.all(
                PermissionTable::read,
                SELECT + where.clause() + Where.page("p", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = Where.totalFrom(slice, page.size());
        return new Found<>(page, total < 0 ? count(where) : total);
    }

    Optional<StoredPermission> withId(String serviceId, String id) {
        return sql.first(
                PermissionTable::read,
                SELECT + " where p.service_id = ? and p.id = ?",
                Columns.searchable(serviceId),
                Columns.searchable(id));
    }

    Optional<StoredPermission> of(String serviceId, String permission) {
        return sql.first(
                PermissionTable::read,
                SELECT + " where p.service_id = ? and p.permission = ?",
                Columns.searchable(serviceId),
                Columns.searchable(permission));
    }

    void save(StoredPermission permission) {
        Permission document = permission.document();
        sql.run(
                """
                insert into permission (id, service_id, permission, created_at, updated_at, document)
                values (?, ?, ?, ?, ?, ?::json)
                on conflict (id) do update set (service_id, permission, created_at, updated_at, document)
                = row(excluded.service_id, excluded.permission, excluded.created_at, excluded.updated_at, excluded.document)
                """,
                document.id(),
                permission.serviceId(),
                document.permission(),
                Columns.sortable(document.createdAt()),
                Columns.seconds(permission.updatedAt()),
                Columns.json(document));
    }

    void delete(String serviceId, String id) {
        sql.run("delete from permission where service_id = ? and id = ?", serviceId, id);
    }

    private int count(Where where) {
        return sql.number("select count(*) from permission p" + where.clause(), where.values());
    }

    private static StoredPermission read(ResultSet row) throws SQLException {
        return new StoredPermission(
                Columns.read(row, "document", Permission.class),
                row.getString("service_id"),
                Columns.time(row.getBigDecimal("updated_at")));
    }
}
