package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.model.EndpointService;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoint services. */
final class ServiceTable {
    private static final String SELECT =
            "select s.document, s.short_name, s.owner, s.charged, s.due_at, s.due_status from service s";

    private static final String DUE = " where s.due_at is not null and s.due_at <= ? order by s.due_at, s.created_turn";

    /** Fields that follow from what is there anyway. No operator of JSON takes a document with a NUL in a text. */
    private static final Map<ServiceField, String> DERIVED = Map.of(
            ServiceField.IS_PUBLIC, "(s.owner is not null)",
            ServiceField.HAS_IP, "(s.document::text ~ '[,{]\"ip\":\"')");

    /** All but the turns. */
    static final List<Column<StoredService>> ALL = Column.all(
            EnumSet.complementOf(EnumSet.copyOf(DERIVED.keySet())),
            List.of(
                    Column.text("name", each -> each.document().name()),
                    Column.text(
                            "lower_name",
                            each -> Columns.inOneCase(each.document().name())),
                    Column.text("port_id", each -> each.document().portId()),
                    Column.number(
                            "created_at",
                            each -> Columns.sortable(each.document().createdAt())),
                    Column.number(
                            "updated_at",
                            each -> Columns.sortable(each.document().updatedAt())),
                    Column.text("short_name", StoredService::shortName),
                    Column.text("owner", StoredService::owner),
                    Column.truth("charged", StoredService::charged),
                    Column.number("due_at", each -> Columns.dueAt(each.due())),
                    Column.text("due_status", each -> Columns.dueStatus(each.due())),
                    Column.json("document", StoredService::document)));

    private static final Upsert<StoredService> UPSERT = new Upsert<>("service", ALL);

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
        Statement<StoredService> service = ask(id);
        session.send();
        return service.rows().stream().findFirst();
    }

    /** Asks for the one with this id, with whatever is sent next. */
    Statement<StoredService> ask(String id) {
        return session.ask(this::read, SELECT + " where s.id = ?", Arrays.asList(Columns.searchable(id)));
    }

    Optional<StoredService> named(String fullName) {
        return session.first(
                this::read,
                SELECT + " where s.name = ? order by s.created_turn limit 1",
                Arrays.asList(Columns.searchable(fullName)));
    }

    Found<StoredService> list(Filter<ServiceField> filter, Slice slice) {
        Where where = where(filter);
        Statement<StoredService> page = session.ask(
                this::read,
                SELECT + where.clause() + Where.page("s", slice),
                where.valuesAnd(slice.limit(), slice.offset()));
        int total = count(where);
        return new Found<>(page.rows(), total);
    }

    int count(Filter<ServiceField> filter) {
        return count(where(filter));
    }

    List<StoredService> atPort(String portId) {
        return session.all(
                this::read,
                SELECT + " where s.port_id = ? order by s.created_turn",
                Arrays.asList(Columns.searchable(portId)));
    }

    void save(Collection<StoredService> services) {
        UPSERT.save(session, services);
    }

    void delete(String id) {
        session.change("delete from permission where service_id = ?", id);
        session.change("delete from service where id = ?", id);
    }

    private int count(Where where) {
        return session.all(Columns::number, "select count(*) from service s" + where.clause(), where.values())
                .get(0);
    }

    private static Where where(Filter<ServiceField> filter) {
        return new Where()
                .and(filter.values(), field -> DERIVED.getOrDefault(field, "s." + field.label()))
                .and("strpos(s.lower_name, ?) > 0", Columns.inOneCase(filter.name()));
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
