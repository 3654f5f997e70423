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
import java.util.List;

/** The whitelist records of the services. */
final class PermissionTable {
    private static final String SELECT = "select p.document, p.service_id, p.updated_at from permission p";

    private static final Upsert<StoredPermission> UPSERT = new Upsert<>(
            "permission",
            List.of(
                    Column.text("id", StoredPermission::id),
                    Column.text("service_id", StoredPermission::serviceId),
                    Column.text("permission", each -> each.document().permission()),
                    Column.number(
                            "created_at",
                            each -> Columns.sortable(each.document().createdAt())),
                    Column.number("updated_at", each -> Columns.seconds(each.updatedAt())),
                    Column.json("document", StoredPermission::document)));

    private final Session session;

    PermissionTable(Session session) {
        this.session = session;
    }

    Found<StoredPermission> list(String serviceId, String containing, Slice slice) {
        Where where = new Where()
                .and("p.service_id = ?", serviceId)
                .and("strpos(p.permission, ?) > 0", containing.isEmpty() ? null : containing);
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
        UPSERT.save(session, permissions);
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

    private static StoredPermission read(ResultSet row) throws SQLException {
        return new StoredPermission(
                Columns.read(row, "document", Permission.class),
                row.getString("service_id"),
                Columns.time(row.getBigDecimal("updated_at")));
    }
}
