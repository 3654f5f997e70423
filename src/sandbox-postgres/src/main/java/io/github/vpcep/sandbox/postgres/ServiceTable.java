package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoint services. */
final class ServiceTable {
    private static final String SELECT =
            "select s.document, s.short_name, s.owner, s.charged, s.due_at, s.due_status from service s";

    private static final String DUE = " where s.due_at is not null and s.due_at <= ? order by s.due_at, s.id";

    private static final String SAVE = """
            insert into service (id, project_id, name, lower_name, status, public_border_group, port_id, created_at,
                updated_at, short_name, owner, charged, due_at, due_status, document)
            select id, project_id, name, lower_name, status, public_border_group, port_id, created_at,
                updated_at, short_name, owner, charged, due_at, due_status, document::json
            from json_to_recordset(?::json) as r(id text, project_id text, name text, lower_name text, status text,
                public_border_group text, port_id text, created_at numeric, updated_at numeric, short_name text,
                owner text, charged boolean, due_at numeric, due_status text, document text)
            on conflict (id) do update set (project_id, name, lower_name, status, public_border_group, port_id,
                created_at, updated_at, updated_turn, short_name, owner, charged, due_at, due_status, document)
            = row(excluded.project_id, excluded.name, excluded.lower_name, excluded.status,
                excluded.public_border_group, excluded.port_id, excluded.created_at, excluded.updated_at,
                excluded.updated_turn, excluded.short_name, excluded.owner, excluded.charged, excluded.due_at,
                excluded.due_status, excluded.document)""";

    private final Session session;

    ServiceTable(Session session) {
        this.session = session;
    }

    /** Asks for those whose change of state is done by that time, as they were before it. */
    static Statement<StoredService> due(Instant now) {
        // That most are null is all that the planner knows before it knows the time.
        return Statement.asking(ServiceTable::stored, SELECT + DUE, Arrays.asList(Columns.seconds(now)));
    }

    Optional<StoredService> withId(String id) {
        return first(" where s.id = ?", id);
    }

    Optional<StoredService> named(String fullName) {
        return first(" where s.name = ? order by s.created_turn limit 1", fullName);
    }

    Found<StoredService> list(ServiceFilter filter, Slice slice) {
        Where where = where(filter);
        Statement<StoredService> page = session.ask(
                this::read,
                SELECT + where.clause() + Where.page("s", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = count(where);
        return new Found<>(page.rows(), total);
    }

    int count(ServiceFilter filter) {
        return count(where(filter));
    }

    List<StoredService> atPort(String portId) {
        return session.all(
                this::read,
                SELECT + " where s.port_id = ? order by s.created_turn",
                Arrays.asList(Columns.searchable(portId)));
    }

    void save(Collection<StoredService> services) {
        session.change(
                SAVE, Columns.json(services.stream().map(ServiceTable::row).toList()));
    }

    void delete(String id) {
        session.change("delete from permission where service_id = ?", id);
        session.change("delete from service where id = ?", id);
    }

    private Optional<StoredService> first(String condition, String text) {
        return session.first(this::read, SELECT + condition, Arrays.asList(Columns.searchable(text)));
    }

    private int count(Where where) {
        return session.all(Columns::number, "select count(*) from service s" + where.clause(), where.values())
                .get(0);
    }

    private static Map<String, @Nullable Object> row(StoredService service) {
        EndpointService document = service.document();
        Due due = service.due();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", document.id());
        row.put("project_id", document.projectId());
        row.put("name", document.name());
        row.put("lower_name", Columns.inOneCase(document.name()));
        row.put("status", Columns.text(document.status()));
        row.put("public_border_group", document.publicBorderGroup());
        row.put("port_id", document.portId());
        row.put("created_at", Columns.sortable(document.createdAt()));
        row.put("updated_at", Columns.sortable(document.updatedAt()));
        row.put("short_name", service.shortName());
        row.put("owner", service.owner());
        row.put("charged", service.charged());
        row.put("due_at", Columns.dueAt(due));
        row.put("due_status", due == null ? null : due.status());
        row.put("document", Columns.json(document));
        return row;
    }

    private static Where where(ServiceFilter filter) {
        Where where = new Where();
        if (filter.projectId() == null) {
            where.and("s.owner is not null");
        }
        return where.and("s.project_id = ?", filter.projectId())
                .and("strpos(s.lower_name, ?) > 0", Columns.inOneCase(filter.name()))
                .and("s.id = ?", filter.id())
                .and("s.status = ?", filter.status())
                .and("s.public_border_group = ?", filter.publicBorderGroup())
                .and("(s.document ->> 'ip' is not null) = ?", filter.vlan());
    }

    /** As it is at the time of the unit. One that is gone by then is not found where it counts. */
    private StoredService read(ResultSet row) throws SQLException {
        StoredService stored = stored(row);
        return stored.at(session.now()).orElse(stored);
    }

    private static StoredService stored(ResultSet row) throws SQLException {
        return new StoredService(
                Columns.read(row, "document", EndpointService.class),
                row.getString("short_name"),
                row.getString("owner"),
                row.getBoolean("charged"),
                Columns.due(row));
    }
}
