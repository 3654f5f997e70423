package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoints, and the table that counts them. */
final class EndpointTable {
    private static final String COLUMNS = "e.document, e.domain_id, e.note, e.was_accepted, e.due_at, e.due_status";
    private static final String SELECT = "select " + COLUMNS + " from endpoint e";

    /** The name is that of the service now; of one that is gone, the last that it had. */
    private static final String WITH_SERVICE = " left join service s on s.id = e.service_id";

    private static final String DUE = " where e.due_at is not null and e.due_at <= ? order by e.due_at, e.created_turn";

    /** Some were brought in from outside, not from the sequence. */
    private static final String NEXT_MARKER_ID = """
            select n, exists (select from endpoint where marker_id = n)
                or exists (select from foreign_marker_id where marker_id = n)
            from (select nextval('marker_id')::bigint as n) next""";

    /** All but the turns. */
    static final List<Column<StoredEndpoint>> ALL = Column.all(
            EnumSet.allOf(EndpointField.class),
            List.of(
                    Column.text("domain_id", StoredEndpoint::domainId),
                    Column.text(
                            "service_name",
                            each -> Columns.inOneCase(each.document().endpointServiceName())),
                    Column.text("subnet_id", each -> each.document().subnetId()),
                    Column.text("ip", each -> each.document().ip()),
                    Column.number(
                            "created_at",
                            each -> Columns.sortable(each.document().createdAt())),
                    Column.number(
                            "updated_at",
                            each -> Columns.sortable(each.document().updatedAt())),
                    Column.json("note", StoredEndpoint::note),
                    Column.truth("was_accepted", StoredEndpoint::wasAccepted),
                    Column.number("due_at", each -> Columns.dueAt(each.due())),
                    Column.text("due_status", each -> Columns.dueStatus(each.due())),
                    Column.json("document", StoredEndpoint::document)));

    private static final Upsert<StoredEndpoint> UPSERT = new Upsert<>("endpoint", ALL);

    /** By these and by the name endpoints are counted as they come and go; by others, when it is asked. */
    private static final Set<EndpointField> COUNTED = EnumSet.of(
            EndpointField.PROJECT_ID,
            EndpointField.SERVICE_ID,
            EndpointField.VPC_ID,
            EndpointField.STATUS,
            EndpointField.PUBLIC_BORDER_GROUP);

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

    /** Turns begin at 1. Of a range with two ends the planner expects few, and takes the index; of one it reads all. */
    private static final String FORGET =
            "delete from deleted_endpoint where turn > 0 and turn <= (select max(turn) from deleted_endpoint) - ?";

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

    Found<StoredEndpoint> list(Filter<EndpointField> filter, Slice slice) {
        Where where = where(filter);
        Statement<StoredEndpoint> page = session.ask(
                this::read,
                SELECT + join(filter) + where.clause() + Where.page("e", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = count(filter, where);
        return new Found<>(page.rows(), total);
    }

    int count(Filter<EndpointField> filter) {
        return count(filter, where(filter));
    }

    private int count(Filter<EndpointField> filter, Where where) {
        String from = COUNTED.containsAll(filter.values().keySet())
                ? "coalesce(sum(e.n), 0) from endpoint_count e"
                : "count(*) from endpoint e";
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
        UPSERT.save(session, endpoints);
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

    private static String join(Filter<EndpointField> filter) {
        return filter.name() == null ? "" : WITH_SERVICE;
    }

    private static Where where(Filter<EndpointField> filter) {
        return new Where()
                .and(filter.values(), field -> "e." + field.label())
                .and("strpos(coalesce(s.lower_name, e.service_name), ?) > 0", Columns.inOneCase(filter.name()));
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
