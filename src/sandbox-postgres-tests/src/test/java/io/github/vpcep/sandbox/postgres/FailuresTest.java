package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request that meets a failure, for each class of SQLSTATE, as PostgreSQL itself raises it. */
class FailuresTest {
    private static final String URL = PostgresServer.shared().newDatabase();

    @ParameterizedTest
    @CsvSource({
        "08000, connection",
        "08006, lost connection",
        "25006, read-only transaction",
        "25P03, idle for too long",
        "25P04, transaction for too long",
        "26000, prepared statement that is gone",
        "40001, serialization",
        "40P01, deadlock",
        "53100, disk full",
        "53200, out of memory",
        "53300, too many connections",
        "55006, object in use",
        "55P03, lock not available",
        "57014, canceled",
        "57P01, shut down by an operator",
        "57P02, crash",
        "57P03, still starting",
        "58030, I/O",
        "72000, snapshot too old",
        "F0000, configuration file",
        "F0001, lock file",
    })
    void passing_isToBeTriedAgain(String state, String what) {
        assertThat(Failures.meaning(raised(state)))
                .as(what)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03000", "08P01", "09000", "0A000", "0B000", "0F000", "0L000", "0P000", "0Z000", "20000", "21000",
                "22P05", "23505", "24000", "25001", "25P02", "27000", "28000", "28P01", "2B000", "2D000", "2F000",
                "34000", "38000", "39000", "3B000", "3D000", "3F000", "42P01", "42501", "44000", "54000", "54001",
                "55000", "55P02", "57P04", "HV000", "P0001", "XX000", "XX001", "ZZ999"
            })
    void anythingElse_isOurs(String state) {
        assertThat(Failures.meaning(raised(state)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(state);
    }

    @Test
    void poolWithoutAConnection_isToBeTriedAgain_unlessThatIsOurFault() {
        assertThat(Failures.meaning(new SQLTransientConnectionException("timed out")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(Failures.meaning(
                        new SQLTransientConnectionException("timed out", "28P01", new SQLException("password"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static SQLException raised(String state) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = DriverManager.getConnection(URL);
                    var statement = connection.createStatement()) {
                statement.execute("do $$ begin raise exception 'test' using errcode = '" + state + "'; end $$");
            }
        });
    }
}
