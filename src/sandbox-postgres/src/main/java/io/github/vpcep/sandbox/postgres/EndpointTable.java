package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Room;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.store.Used;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints, and the table that counts them. */
final class EndpointTable {
    private static final String COLUMNS = "e.document, e.domain_id, e.note, e.was_accepted, e.due_at, e.due_status";
    private static final String SELECT = "select " + COLUMNS + " from endpoint e";

    /** The name is that of the service now; of one that is gone, the last that it had. */
    private static final String WITH_SERVICE = " left join service s on s.id = e.service_id";

    private static final String DUE = " where e.due_at is not null and e.due_at <= ? order by e.due_at, e.id";

    /** Some were brought in from outside, not from the sequence. */
    private static final String NEXT_MARKER_ID = """
            select n, exists (select from endpoint where marker_id = n)
                or exists (select from foreign_marker_id where marker_id = n)
            from (select nextval('marker_id')::bigint as n) next""";

    private static final String SAVE = """
            insert into endpoint (id, project_id, domain_id, service_id, service_name, vpc_id, subnet_id, ip, marker_id,
                status, public_border_group, created_at, updated_at, note, was_accepted, due_at, due_status, document)
            select id, project_id, domain_id, service_id, service_name, vpc_id, subnet_id, ip, marker_id,
                status, public_border_group, created_at, updated_at, note::json, was_accepted, due_at, due_status,
                document::json
            from json_to_recordset(?::json) as r(id text, project_id text, domain_id text, service_id text,
                service_name text, vpc_id text, subnet_id text, ip text, marker_id bigint, status text,
                public_border_group text, created_at numeric, updated_at numeric, note text, was_accepted boolean,
                due_at numeric, due_status text, document text)
            on conflict (id) do update set (project_id, domain_id, service_id, service_name, vpc_id, subnet_id, ip,
                marker_id, status, public_border_group, created_at, updated_at, updated_turn, note, was_accepted,
                due_at, due_status, document)
            = row(excluded.project_id, excluded.domain_id, excluded.service_id, excluded.service_name,
                excluded.vpc_id, excluded.subnet_id, excluded.ip, excluded.marker_id, excluded.status,
                excluded.public_border_group, excluded.created_at, excluded.updated_at, excluded.updated_turn,
                excluded.note, excluded.was_accepted, excluded.due_at, excluded.due_status, excluded.document)""";

    /** Units that write run one by one, so that each deletion gets a turn of its own. */
    private static final String DELETE = """
            with gone as (select * from unnest(?) with ordinality as g(id, place)),
                one as (delete from endpoint e using gone g where e.id = g.id
                    returning e.id, e.project_id, e.service_id, e.marker_id, g.place),
                kept as (insert into foreign_marker_id select marker_id from one
                    where marker_id > (select last_value - (not is_called)::integer from marker_id)
                    on conflict do nothing)
            insert into deleted_endpoint (id, project_id, service_id, turn)
            select id, project_id, service_id,
                (select coalesce(max(turn), 0) from deleted_endpoint) + row_number() over (order by place) from one
            on conflict do nothing""";

    private static final String FORGET =
            "delete from deleted_endpoint where turn <= (select max(turn) from deleted_endpoint) - ?";

    private final Session session;

    EndpointTable(Session session) {
        this.session = session;
    }

    /** Asks for those whose change of state is done by that time, as they were before it. */
    static Statement<StoredEndpoint> due(Instant now) {
        // That most are null is all that the planner knows before it knows the time.
        return Statement.asking(EndpointTable::stored, SELECT + DUE, Arrays.asList(Columns.seconds(now)));
    }

    Optional<StoredEndpoint> withId(String id) {
        return session.first(this::read, SELECT + " where e.id = ?", Arrays.asList(Columns.searchable(id)));
    }

    List<StoredEndpoint> withIds(Collection<String> ids) {
        return session.all(this::read, SELECT + " where e.id = any(?)", Arrays.asList(Columns.searchable(ids)));
    }

    Found<StoredEndpoint> list(EndpointFilter filter, Slice slice) {
        Where where = where(filter);
        Statement<StoredEndpoint> page = session.ask(
                this::read,
                SELECT + join(filter) + where.clause() + Where.page("e", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = count(filter, where);
        return new Found<>(page.rows(), total);
    }

    int count(EndpointFilter filter) {
        return count(filter, where(filter));
    }

    private int count(EndpointFilter filter, Where where) {
        boolean isOne = filter.id() != null || filter.markerId() != null;
        String from = isOne ? "count(*) from endpoint e" : "coalesce(sum(e.n), 0) from endpoint_count e";
        return session.all(Columns::number, "select " + from + join(filter) + where.clause(), where.values())
                .get(0);
    }

    Map<String, Integer> countByService(Collection<String> serviceIds, Collection<String> statuses) {
        Map<String, Integer> counts = new HashMap<>();
        session.all(
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        "select service_id, sum(n) from endpoint_count where service_id = any(?) and status = any(?)"
                                + " group by service_id",
                        Arrays.asList(Columns.searchable(serviceIds), Columns.searchable(statuses)))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    Statement<String> taken(String subnetId, Collection<String> addresses) {
        return session.ask(
                row -> row.getString(1),
                "select ip from endpoint where subnet_id = ? and ip = any(?)",
                Arrays.asList(Columns.searchable(subnetId), Columns.searchable(addresses)));
    }

    Statement<Used> used(String projectId) {
        return session.ask(
                row -> new Used(row.getInt(1), row.getInt(2)),
                "select (select count(*) from service where project_id = ? and status is distinct from 'deleting'),"
                        + " (select coalesce(sum(n), 0) from endpoint_count"
                        + " where project_id = ? and status is distinct from 'deleting')",
                Arrays.asList(Columns.searchable(projectId), Columns.searchable(projectId)));
    }

    Room room(String projectId, String subnetId, Collection<String> addresses) {
        Statement<Used> used = used(projectId);
        Statement<String> taken = taken(subnetId, addresses);
        long markerId = nextMarkerId();
        return new Room(used.only(), Set.copyOf(taken.rows()), markerId);
    }

    void save(Collection<StoredEndpoint> endpoints) {
        session.change(
                SAVE, Columns.json(endpoints.stream().map(EndpointTable::row).toList()));
    }

    void delete(Collection<String> ids) {
        session.change(DELETE, ids);
        session.change(FORGET, Unit.DELETED_ENDPOINTS);
    }

    Optional<DeletedEndpoint> deleted(String id) {
        return session.first(
                row -> new DeletedEndpoint(
                        row.getString("id"), row.getString("project_id"), row.getString("service_id")),
                "select id, project_id, service_id from deleted_endpoint where id = ?",
                Arrays.asList(Columns.searchable(id)));
    }

    long nextMarkerId() {
        record Next(long number, boolean used) {}
        Next next;
        do {
            next = session.all(row -> new Next(row.getLong(1), row.getBoolean(2)), NEXT_MARKER_ID, List.of())
                    .get(0);
        } while (next.used());
        return next.number();
    }

    private static Map<String, @Nullable Object> row(StoredEndpoint endpoint) {
        Endpoint document = endpoint.document();
        Due due = endpoint.due();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", document.id());
        row.put("project_id", document.projectId());
        row.put("domain_id", endpoint.domainId());
        row.put("service_id", document.endpointServiceId());
        row.put("service_name", Columns.inOneCase(document.endpointServiceName()));
        row.put("vpc_id", document.vpcId());
        row.put("subnet_id", document.subnetId());
        row.put("ip", document.ip());
        row.put("marker_id", document.markerId());
        row.put("status", Columns.text(document.status()));
        row.put("public_border_group", document.publicBorderGroup());
        row.put("created_at", Columns.sortable(document.createdAt()));
        row.put("updated_at", Columns.sortable(document.updatedAt()));
        row.put("note", Columns.json(endpoint.note()));
        row.put("was_accepted", endpoint.wasAccepted());
        row.put("due_at", Columns.dueAt(due));
        row.put("due_status", due == null ? null : due.status());
        row.put("document", Columns.json(document));
        return row;
    }

    private static String join(EndpointFilter filter) {
        return filter.serviceName() == null ? "" : WITH_SERVICE;
    }

    private static Where where(EndpointFilter filter) {
        return new Where()
                .and("e.project_id = ?", filter.projectId())
                .and("e.service_id = ?", filter.serviceId())
                .and("strpos(coalesce(s.lower_name, e.service_name), ?) > 0", Columns.inOneCase(filter.serviceName()))
                .and("e.vpc_id = ?", filter.vpcId())
                .and("e.id = ?", filter.id())
                .and("e.marker_id = ?", filter.markerId())
                .and("e.status = ?", filter.status())
                .and("e.public_border_group = ?", filter.publicBorderGroup());
    }

    /** As it is at the time of the unit. One that is gone by then is not found where it counts. */
    private StoredEndpoint read(ResultSet row) throws SQLException {
        StoredEndpoint stored = stored(row);
        return stored.at(session.now()).orElse(stored);
    }

    private static StoredEndpoint stored(ResultSet row) throws SQLException {
        return new StoredEndpoint(
                Columns.read(row, "document", Endpoint.class),
                row.getString("domain_id"),
                Columns.read(row, "note", String.class),
                row.getBoolean("was_accepted"),
                Columns.due(row));
    }
}
