package io.github.vpcep.sandbox.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection. */
final class Sql {
    private final Connection connection;
    private boolean ended;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Refuses all use from now on. */
    void end() {
        ended = true;
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A statement failed; the transaction around it says what that means. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient SQLException reason;

        Failure(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    <T> List<T> all(Row<T> row, String sql, List<@Nullable Object> values) {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) {
        return all(row, sql, Arrays.asList(values)).stream().findFirst();
    }

    int number(String sql, List<@Nullable Object> values) {
        return all(row -> row.getInt(1), sql, values).get(0);
    }

    boolean isTrue(String sql, @Nullable Object... values) {
        return all(row -> row.getBoolean(1), sql, Arrays.asList(values)).get(0);
    }

    void run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, Arrays.asList(values));
            statement.execute();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        if (ended) {
            throw new IllegalStateException("The unit of work has ended");
        }
        return connection.prepareStatement(sql);
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
