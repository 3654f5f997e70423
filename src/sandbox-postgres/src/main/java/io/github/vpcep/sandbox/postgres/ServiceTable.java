package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The endpoint services. */
final class ServiceTable {
    private static final String SELECT =
            "select s.document, s.short_name, s.owner, s.charged, s.due_at, s.due_status from service s";

    private final Sql sql;

    ServiceTable(Sql sql) {
        this.sql = sql;
    }

    Optional<StoredService> withId(String id) {
        return sql.first(ServiceTable::read, SELECT + " where s.id = ?", Columns.searchable(id));
    }

    Optional<StoredService> named(String fullName) {
        return sql.first(
                ServiceTable::read, SELECT + " where s.name = ? order by s.id limit 1", Columns.searchable(fullName));
    }

    Found<StoredService> list(ServiceFilter filter, Slice slice) {
        Where where = where(filter);
        List<StoredService> page = sql.all(
                ServiceTable::read,
                SELECT + where.clause() + Where.page("s", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = Where.totalFrom(slice, page.size());
        return new Found<>(page, total < 0 ? count(where) : total);
    }

    int count(ServiceFilter filter) {
        return count(where(filter));
    }

    List<StoredService> atPort(String portId) {
        return sql.all(
                ServiceTable::read,
                SELECT + " where s.port_id = ? order by s.id",
                Arrays.asList(Columns.searchable(portId)));
    }

    List<StoredService> due(Instant now) {
        // That most are null is all that the planner knows before it knows the time.
        return sql.all(
                ServiceTable::read,
                SELECT + " where s.due_at is not null and s.due_at <= ? order by s.due_at, s.id",
                Arrays.asList(Columns.seconds(now)));
    }

    void save(StoredService service) {
        EndpointService document = service.document();
        Due due = service.due();
        sql.run(
                """
                insert into service (id, project_id, name, lower_name, status, public_border_group, port_id,
                    created_at, updated_at, short_name, owner, charged, due_at, due_status, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                on conflict (id) do update set (project_id, name, lower_name, status, public_border_group, port_id,
                    created_at, updated_at, short_name, owner, charged, due_at, due_status, document)
                = row(excluded.project_id, excluded.name, excluded.lower_name, excluded.status,
                    excluded.public_border_group, excluded.port_id, excluded.created_at, excluded.updated_at,
                    excluded.short_name, excluded.owner, excluded.charged, excluded.due_at, excluded.due_status,
                    excluded.document)
                """,
                document.id(),
                document.projectId(),
                document.name(),
                Columns.lower(document.name()),
                Columns.text(document.status()),
                document.publicBorderGroup(),
                document.portId(),
                Columns.sortable(document.createdAt()),
                Columns.sortable(document.updatedAt()),
                service.shortName(),
                service.owner(),
                service.charged(),
                due == null ? null : Columns.seconds(due.at()),
                due == null ? null : due.status(),
                Columns.json(document));
    }

    void delete(String id) {
        sql.run("delete from permission where service_id = ?", id);
        sql.run("delete from service where id = ?", id);
    }

    private int count(Where where) {
        return sql.number("select count(*) from service s" + where.clause(), where.values());
    }

    private static Where where(ServiceFilter filter) {
        Where where = new Where();
        if (filter.projectId() == null) {
            where.and("s.owner is not null");
        }
        return where.and("s.project_id = ?", filter.projectId())
                .and("strpos(s.lower_name, ?) > 0", Columns.lower(filter.name()))
                .and("s.id = ?", filter.id())
                .and("s.status = ?", filter.status())
                .and("s.public_border_group = ?", filter.publicBorderGroup());
    }

    private static StoredService read(ResultSet row) throws SQLException {
        return new StoredService(
                Columns.read(row, "document", EndpointService.class),
                row.getString("short_name"),
                row.getString("owner"),
                row.getBoolean("charged"),
                Columns.due(row));
    }
}
