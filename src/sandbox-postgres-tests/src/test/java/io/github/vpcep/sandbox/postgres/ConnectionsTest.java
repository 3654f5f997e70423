package io.github.vpcep.sandbox.postgres;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import io.github.vpcep.sandbox.postgres.Sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the database knows of a connection, and what the pool and the driver were told. */
class ConnectionsTest {
    private static final String TABLE = """
            application_name vpcep-sandbox
            default_transaction_read_only %s
            transaction_isolation %s
            transaction_read_only %s
            search_path vpcep
            lock_timeout 2s
            statement_timeout 4s
            idle_in_transaction_session_timeout 30s
            plan_cache_mode force_generic_plan
            """;

    private final String url = PostgresServer.shared().newDatabaseWithTables();

    @Test
    void theDatabase_ofAReader_takesNoWrites_andEndsWhatLasts() {
        try (Lane lane = new Lane(Connections.reading(url))) {
            assertThat(settings(lane)).isEqualTo(TABLE.formatted("on", "repeatable read", "on"));
        }
    }

    @Test
    void theDatabase_ofTheWriter_seesWhatIsCommitted_andEndsWhatLasts() {
        try (Lane lane = new Lane(Connections.writing(url))) {
            assertThat(settings(lane)).isEqualTo(TABLE.formatted("off", "read committed", "off"));
        }
    }

    @Test
    void theDatabase_ofAWriterWhoseFirstUnitWasUndone_keepsItsSettings() {
        try (Lane lane = new Lane(Connections.writing(url))) {
            IllegalArgumentException failure = new IllegalArgumentException("undone");
            assertThatThrownBy(() -> lane.run(Deadline.in(Duration.ofSeconds(30)), sql -> {
                        sql.send(List.of(Statement.doing("update probe set checked_at = now()")));
                        throw failure;
                    }))
                    .isSameAs(failure);

            assertThat(settings(lane)).isEqualTo(TABLE.formatted("off", "read committed", "off"));
        }
    }

    @Test
    void thePool_hasTenReaders_andKeepsOneAtHand() {
        HikariConfig config = Connections.reading(url);

        assertThat(List.of(config.getMaximumPoolSize(), config.getMinimumIdle()))
                .containsExactly(10, 1);
        assertThat(config.isAutoCommit()).isTrue();
    }

    @Test
    void thePool_hasOneWriter_whoseUnitsEndByCommit() {
        HikariConfig config = Connections.writing(url);

        assertThat(config.getMaximumPoolSize()).isEqualTo(1);
        assertThat(config.isAutoCommit()).isFalse();
    }

    @Test
    void thePool_waitsThreeSeconds_forAConnection_andHalfOfThatForASignOfLife() {
        Stream.of(Connections.reading(url), Connections.writing(url), Connections.migrating(url))
                .forEach(config -> {
                    assertThat(config.getConnectionTimeout()).isEqualTo(3_000);
                    assertThat(config.getValidationTimeout()).isEqualTo(1_500);
                });
    }

    @Test
    void theDriver_endsASilence_ofFiveSecondsOfARequest_andOfAMinuteOfAMigration() {
        assertThat(driver(Connections.reading(url))).isEqualTo(driver("5"));
        assertThat(driver(Connections.writing(url))).isEqualTo(driver("5"));
        assertThat(driver(Connections.migrating(url))).isEqualTo(driver("60"));
    }

    private static Map<Object, Object> driver(String silence) {
        return Map.of(
                "ApplicationName", "vpcep-sandbox",
                "connectTimeout", "3",
                "socketTimeout", silence,
                "tcpKeepAlive", "true");
    }

    private static Map<Object, Object> driver(HikariConfig config) {
        return new TreeMap<>(config.getDataSourceProperties());
    }

    private static String settings(Lane lane) {
        return lane.run(
                Deadline.in(Duration.ofSeconds(30)),
                sql -> TABLE.lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .map(name -> name + " " + setting(sql, name) + "\n")
                        .collect(joining()));
    }

    private static String setting(Sql sql, String name) {
        Statement<String> question =
                Statement.asking(row -> row.getString(1), "select current_setting(?)", List.of(name));
        sql.send(List.of(question));
        return question.only();
    }
}
