package io.github.vpcep.sandbox.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, as many in one round trip as are ready by the time that an answer is wanted. */
final class Sql {
    /** The longest silence. A statement that waits for a lock says so before. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Deadline deadline;

    Sql(Connection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
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

    /** A statement, and the rows of its answer once it was sent; those that change something have none. */
    static final class Statement<T> {
        private final @Nullable Row<T> row;
        private final String sql;
        private final List<@Nullable Object> values;
        private final List<T> rows = new ArrayList<>();

        private Statement(@Nullable Row<T> row, String sql, List<@Nullable Object> values) {
            this.row = row;
            this.sql = sql;
            this.values = values;
        }

        /** One that asks. */
        static <T> Statement<T> asking(Row<T> row, String sql, List<@Nullable Object> values) {
            return new Statement<>(row, sql, values);
        }

        /** One that does something. */
        static Statement<?> doing(String sql, @Nullable Object... values) {
            return new Statement<>(null, sql, Arrays.asList(values));
        }

        /** The answer. */
        List<T> rows() {
            return rows;
        }

        /** Of an answer of one row. */
        T only() {
            return rows.get(0);
        }

        String text() {
            return sql;
        }

        boolean asks() {
            return row != null;
        }
    }

    /** Sends the statements, in one round trip, and reads their answers. */
    void send(List<? extends Statement<?>> statements) {
        send(statements, "", null);
    }

    /** As {@link #send(List)}, with a text in front of each, and its value. */
    void send(List<? extends Statement<?>> statements, String front, @Nullable Object value) {
        String text = statements.stream().map(each -> front + each.text()).collect(Collectors.joining(";\n"));
        try {
            connection.setNetworkTimeout(Runnable::run, deadline.millis(SILENCE));
            try (PreparedStatement all = connection.prepareStatement(text)) {
                bind(all, statements, value);
                boolean hasRows = all.execute();
                for (Statement<?> each : statements) {
                    if (hasRows) {
                        read(all, each);
                    }
                    hasRows = all.getMoreResults();
                }
            }
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** What is sent from now on is one transaction. */
    void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Takes back all that was done since the last commit. */
    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static <T> void read(PreparedStatement all, Statement<T> statement) throws SQLException {
        statement.rows.clear();
        try (ResultSet rows = all.getResultSet()) {
            while (statement.row != null && rows.next()) {
                statement.rows.add(statement.row.read(rows));
            }
        }
    }

    private void bind(PreparedStatement all, List<? extends Statement<?>> statements, @Nullable Object front)
            throws SQLException {
        int place = 0;
        for (Statement<?> each : statements) {
            if (front != null) {
                all.setObject(++place, front);
            }
            for (Object value : each.values) {
                place++;
                if (value instanceof Collection<?> texts) {
                    all.setArray(place, connection.createArrayOf("text", texts.toArray()));
                } else {
                    all.setObject(place, value);
                }
            }
        }
    }
}
