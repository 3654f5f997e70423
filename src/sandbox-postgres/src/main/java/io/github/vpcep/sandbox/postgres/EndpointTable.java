package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The endpoints, and the table that counts them. */
final class EndpointTable {
    private static final String COLUMNS = "e.document, e.domain_id, e.note, e.was_accepted, e.due_at, e.due_status";
    private static final String SELECT = "select " + COLUMNS + " from endpoint e";

    /** The name is that of the service now; of one that is gone, the last that it had. */
    private static final String WITH_SERVICE = " left join service s on s.id = e.service_id";

    /** Some were brought in from outside, not from the sequence. */
    private static final String IS_USED = "select exists (select from endpoint where marker_id = ?)"
            + " or exists (select from foreign_marker_id where marker_id = ?)";

    /** Units that write run one by one, so that each deletion gets a turn of its own. */
    private static final String DELETE = """
            with one as (delete from endpoint where id = ? returning id, project_id, service_id, marker_id),
                kept as (insert into foreign_marker_id select marker_id from one
                    where marker_id > (select last_value - (not is_called)::integer from marker_id)
                    on conflict do nothing)
            insert into deleted_endpoint (id, project_id, service_id, turn)
            select id, project_id, service_id, (select coalesce(max(turn), 0) + 1 from deleted_endpoint) from one
            on conflict do nothing
            """;

    private static final String FORGET =
            "delete from deleted_endpoint where turn <= (select max(turn) from deleted_endpoint) - ?";

    private final Sql sql;

    EndpointTable(Sql sql) {
        this.sql = sql;
    }

    Optional<StoredEndpoint> withId(String id) {
        return sql.first(EndpointTable::read, SELECT + " where e.id = ?", Columns.searchable(id));
    }

    Found<StoredEndpoint> list(EndpointFilter filter, Slice slice) {
        Where where = where(filter);
        List<StoredEndpoint> page = sql.all(
                EndpointTable::read,
                SELECT + join(filter) + where.clause() + Where.page("e", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = Where.totalFrom(slice, page.size());
        return new Found<>(page, total < 0 ? count(filter) : total);
    }

    int count(EndpointFilter filter) {
        Where where = where(filter);
        boolean isOne = filter.id() != null || filter.markerId() != null;
        String from = isOne ? "count(*) from endpoint e" : "coalesce(sum(e.n), 0) from endpoint_count e";
        return sql.number("select " + from + join(filter) + where.clause(), where.values());
    }

    boolean isTaken(String subnetId, String ip) {
        return sql.isTrue(
                "select exists (select from endpoint where subnet_id = ? and ip = ?)",
                Columns.searchable(subnetId),
                Columns.searchable(ip));
    }

    List<StoredEndpoint> due(Instant now) {
        // That most are null is all that the planner knows before it knows the time.
        return sql.all(
                EndpointTable::read,
                SELECT + " where e.due_at is not null and e.due_at <= ? order by e.due_at, e.id",
                Arrays.asList(Columns.seconds(now)));
    }

    void save(StoredEndpoint endpoint) {
        Endpoint document = endpoint.document();
        Due due = endpoint.due();
        sql.run(
                """
                insert into endpoint (id, project_id, domain_id, service_id, service_name, vpc_id, subnet_id, ip,
                    marker_id, status, public_border_group, created_at, updated_at, note, was_accepted, due_at,
                    due_status, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json)
                on conflict (id) do update set (project_id, domain_id, service_id, service_name, vpc_id, subnet_id, ip,
                    marker_id, status, public_border_group, created_at, updated_at, note, was_accepted, due_at,
                    due_status, document)
                = row(excluded.project_id, excluded.domain_id, excluded.service_id, excluded.service_name,
                    excluded.vpc_id, excluded.subnet_id, excluded.ip, excluded.marker_id, excluded.status,
                    excluded.public_border_group, excluded.created_at, excluded.updated_at, excluded.note,
                    excluded.was_accepted, excluded.due_at, excluded.due_status, excluded.document)
                """,
                document.id(),
                document.projectId(),
                endpoint.domainId(),
                document.endpointServiceId(),
                Columns.lower(document.endpointServiceName()),
                document.vpcId(),
                document.subnetId(),
                document.ip(),
                document.markerId(),
                Columns.text(document.status()),
                document.publicBorderGroup(),
                Columns.sortable(document.createdAt()),
                Columns.sortable(document.updatedAt()),
                Columns.json(endpoint.note()),
                endpoint.wasAccepted(),
                due == null ? null : Columns.seconds(due.at()),
                due == null ? null : due.status(),
                Columns.json(document));
    }

    void delete(String id) {
        sql.run(DELETE, id);
        sql.run(FORGET, Unit.DELETED_ENDPOINTS);
    }

    Optional<DeletedEndpoint> deleted(String id) {
        return sql.first(
                row -> new DeletedEndpoint(
                        row.getString("id"), row.getString("project_id"), row.getString("service_id")),
                "select id, project_id, service_id from deleted_endpoint where id = ?",
                Columns.searchable(id));
    }

    long nextMarkerId() {
        int next;
        do {
            next = sql.number("select nextval('marker_id')", List.of());
        } while (sql.isTrue(IS_USED, next, next));
        return next;
    }

    private static String join(EndpointFilter filter) {
        return filter.serviceName() == null ? "" : WITH_SERVICE;
    }

    private static Where where(EndpointFilter filter) {
        return new Where()
                .and("e.project_id = ?", filter.projectId())
                .and("e.service_id = ?", filter.serviceId())
                .and("strpos(coalesce(s.lower_name, e.service_name), ?) > 0", Columns.lower(filter.serviceName()))
                .and("e.vpc_id = ?", filter.vpcId())
                .and("e.id = ?", filter.id())
                .and("e.marker_id = ?", filter.markerId())
                .and("e.status = ?", filter.status())
                .and("e.public_border_group = ?", filter.publicBorderGroup());
    }

    private static StoredEndpoint read(ResultSet row) throws SQLException {
        return new StoredEndpoint(
                Columns.read(row, "document", Endpoint.class),
                row.getString("domain_id"),
                Columns.read(row, "note", String.class),
                row.getBoolean("was_accepted"),
                Columns.due(row));
    }
}
