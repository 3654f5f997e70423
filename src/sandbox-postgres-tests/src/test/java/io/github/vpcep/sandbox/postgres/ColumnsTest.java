package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import io.github.vpcep.sandbox.store.StoredService;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a database, and how long it is waited for: all that needs none. */
class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0.000000000",
        "1970-01-01T00:00:01.000000001Z, 1.000000001",
        "2026-01-31T08:00:00.999999999Z, 1769846400.999999999",
        "2026-01-31T08:00:00.5Z, 1769846400.500000000"
    })
    void time_isKeptToTheNanosecond(Instant time, String seconds) {
        assertThat(Columns.seconds(time)).isEqualTo(new BigDecimal(seconds));
        assertThat(Columns.time(new BigDecimal(seconds))).isEqualTo(time);
        assertThat(Columns.sortable(time)).isEqualTo(new BigDecimal(seconds));
        assertThat(Columns.dueAt(new Due(time, "accepted"))).isEqualTo(new BigDecimal(seconds));
    }

    @Test
    void whatIsNotThere_isOlderThanEverything_orNull() {
        assertThat(Columns.sortable(null)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(Columns.dueAt(null)).isNull();
        assertThat(Columns.dueStatus(null)).isNull();
        assertThat(Columns.dueStatus(new Due(Instant.EPOCH, "accepted"))).isEqualTo("accepted");
        assertThat(Columns.inOneCase(null)).isNull();
        assertThat(Columns.inOneCase("AbC")).isEqualTo(Columns.inOneCase("aBc")).isEqualToIgnoringCase("abc");
    }

    @Test
    void document_isOfAsciiOnly() {
        assertThat(Columns.json(Map.of("a", "ü\0\ud800"))).isEqualTo("{\"a\":\"\\u00FC\\u0000\\uD800\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\ud800", "\udc00\ud800"})
    void textThatNoColumnHolds_isNotSearchable(String text) {
        assertThat(Columns.searchable(text)).isNull();
        assertThat(Columns.searchable(List.of("a", text, "\ud83d\ude00"))).containsExactly("a", "\ud83d\ude00");
    }

    @Test
    void conditions_areThoseThatWereAskedFor() {
        assertThat(new Where().clause()).isEmpty();
        assertThat(new Where().and("a = ?", null).clause()).isEmpty();
        Where where = new Where().and("a = ?", "x").and("b > ?", 5L).and("c = ?", "\0");
        assertThat(where.clause()).isEqualTo(" where a = ? and b > ? and c = ?");
        assertThat(where.values()).isEqualTo(Arrays.asList("x", 5L, null));
        assertThat(where.valuesAnd(1, null)).isEqualTo(Arrays.asList("x", 5L, null, 1, null));
        assertThat(where.values()).hasSize(3);
        Where fields = new Where().and(Map.of("field", "v"), each -> "t." + each);
        assertThat(fields.clause()).isEqualTo(" where t.field = ?");
        assertThat(fields.values()).isEqualTo(List.of("v"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, created_at asc, created_turn asc",
        "false, false, created_at desc, created_turn desc",
        "true, true, updated_at asc, updated_turn asc",
        "true, false, updated_at desc, updated_turn desc"
    })
    void page_isOrderedByTimeAndTurn(boolean byUpdate, boolean ascending, String time, String turn) {
        assertThat(Where.page("t", new Slice(byUpdate, ascending, 5, 10)))
                .isEqualTo(" order by t." + time + ", t." + turn + " limit ? offset ?");
    }

    @Test
    void columns_haveTheirTypes() {
        Column<String> json = Column.json("j", each -> List.of(each));
        assertThat(json.isJson()).isTrue();
        assertThat(json.value().apply("a")).isEqualTo("[\"a\"]");
        assertThat(List.of(
                        Column.<String>text("t", each -> each),
                        Column.<String>number("n", each -> each),
                        Column.<String>truth("b", each -> each)))
                .allMatch(each -> !each.isJson())
                .allMatch(each -> "x".equals(each.value().apply("x")))
                .extracting(each -> each.name() + " " + each.type())
                .containsExactly("t text", "n numeric", "b boolean");
    }

    @Test
    void deadline_leavesWhatIsLeft_upToTheMost() {
        Deadline hour = Deadline.in(Duration.ofHours(1));

        assertThat(hour.millis(Duration.ofSeconds(5))).isEqualTo(5000);
        assertThat(hour.millis(Duration.ofHours(2))).isBetween(1_800_000, 3_600_000);
        assertThatThrownBy(() -> Deadline.in(Duration.ZERO).millis(Duration.ofHours(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void lockAndLostConnection_areToldFromOtherFailures() {
        assertThat(Failures.isLocked(new SQLException("", "55P03"))).isTrue();
        assertThat(Failures.isLocked(new SQLException("", "55006"))).isFalse();
        assertThat(Failures.isLost(new SQLException("", "08006"))).isTrue();
        assertThat(Failures.isLost(new SQLTransientConnectionException("no connection")))
                .isTrue();
        assertThat(Failures.isLost(new SQLException("no state"))).isFalse();
        assertThat(Failures.isLost(new SQLException("", "57P01"))).isFalse();
    }

    @Test
    void failure_meansWhatTheDatabaseSaid_whereverThatStands() {
        SQLException said = new SQLException("said", "53300");
        SQLException around = new SQLException("around", new RuntimeException(said));

        assertThat(Failures.meaning(new RuntimeException(around)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The database does not answer for now (SQLSTATE 53300)");
        assertThat(Failures.meaning(new RuntimeException("ours")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database refused (no SQLSTATE): ours");
        assertThat(Failures.meaning(new SQLTransientConnectionException("none", new SQLException("below"))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("(no SQLSTATE)");
        assertThat(Failures.meaning(new SQLException("short", "5"))).isInstanceOf(IllegalStateException.class);
        assertThat(Failures.meaning(new SQLException("dropped", "57P04"))).isInstanceOf(IllegalStateException.class);
    }

    /** A row of a database, by the names of its columns. */
    private static ResultSet row(Map<String, @Nullable Object> values) throws SQLException {
        RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
        columns.setColumnCount(values.size());
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        int at = 0;
        for (String name : values.keySet()) {
            columns.setColumnName(++at, name);
            columns.setColumnType(at, Types.VARCHAR);
        }
        rows.setMetaData(columns);
        rows.moveToInsertRow();
        at = 0;
        for (Object value : values.values()) {
            rows.updateObject(++at, value);
        }
        rows.insertRow();
        rows.moveToCurrentRow();
        rows.next();
        return rows;
    }

    @Test
    void number_isTheFirstColumn() throws SQLException {
        assertThat(Columns.number(row(Map.of("count", 7)))).isEqualTo(7);
    }

    @Test
    void document_isReadAsItsType_orNotAtAll() throws SQLException {
        assertThat(Columns.read(row(Map.of("note", "\"a\"")), "note", String.class))
                .isEqualTo("a");
        ResultSet broken = row(Map.of("note", "{"));
        assertThatThrownBy(() -> Columns.read(broken, "note", String.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A stored document that cannot be read");
        assertThatThrownBy(() -> Columns.json(new Object()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A document that cannot be written");
    }

    @Test
    void changeOfState_isReadFromItsTwoColumns_ifThereIsOne() throws SQLException {
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("due_at", null);
        none.put("due_status", null);

        assertThat(Columns.due(row(none))).isNull();
        assertThat(Columns.due(row(Map.of("due_at", new BigDecimal("1.5"), "due_status", "accepted"))))
                .isEqualTo(new Due(Instant.ofEpochSecond(1, 500_000_000), "accepted"));
    }

    @Test
    void fields_areColumnsOfTheirNamesAndTypes_inFrontOfOthers() {
        assertThat(Column.all(
                        List.of(ServiceField.PROJECT_ID, ServiceField.IS_PUBLIC),
                        List.of(Column.text("owner", StoredService::owner))))
                .extracting(each -> each.name() + " " + each.type())
                .containsExactly("project_id text", "is_public boolean", "owner text");
    }

    @Test
    void elements_areSentAsOneText_andTakeThePlaceOfThoseWithTheirIds() {
        assertThat(new Upsert<String>(
                                "cars",
                                List.of(
                                        Column.text("id", each -> each),
                                        Column.number("age", each -> 1),
                                        Column.json("document", each -> each)))
                        .text)
                .isEqualTo("""
                        insert into cars (id, age, document)
                        select id, age, document::json
                        from json_to_recordset(?::json) as r(id text, age numeric, document text)
                        on conflict (id) do update set (age, document, updated_turn)
                        = row(excluded.age, excluded.document, excluded.updated_turn)""");
    }
}
