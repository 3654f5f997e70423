package io.github.vpcep.sandbox.postgres;

import static io.github.vpcep.sandbox.postgres.Failures.Kind.OURS;
import static io.github.vpcep.sandbox.postgres.Failures.Kind.PASSING;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away for a while from a fault of ours: the first is a 503 that may be tried again, the
 * second a 500. What neither table names is ours.
 */
final class Failures {
    /** What becomes of a request that meets a failure. */
    enum Kind {
        /** Nothing is wrong with the request, and nobody here has to do anything. */
        PASSING,
        /** Our SQL, our set-up, or what an operator has to mend: to try again does not help. */
        OURS
    }

    private static final String LOCKED = "55P03";

    /** By the class of the SQLSTATE, its first two characters. */
    private static final Map<String, Kind> CLASSES = Map.of(
            // The connection was lost or could not be made.
            "08", PASSING,
            // A prepared statement is not there any more; the driver prepares it again.
            "26", PASSING,
            // Rolled back from outside: a deadlock, say.
            "40", PASSING,
            // No disk, memory or connection left.
            "53", PASSING,
            // In use or locked.
            "55", PASSING,
            // An operator has ended the session or the statement, or the server is starting.
            "57", PASSING,
            // Files that cannot be read or written.
            "58", PASSING,
            // The server's own configuration.
            "F0", PASSING,
            "72", PASSING);

    /** States that are not as the rest of their class. */
    private static final Map<String, Kind> STATES = Map.of(
            // Read-only: a standby after a failover, or a disk that has filled up.
            "25006", PASSING,
            // The session was idle, or its transaction open, for too long.
            "25P03", PASSING,
            "25P04", PASSING,
            // The database is not there any more.
            "57P04", OURS,
            // A protocol that server and driver do not share.
            "08P01", OURS,
            // Not as set up for us.
            "55000", OURS,
            "55P02", OURS);

    private Failures() {}

    static RuntimeException meaning(Exception failure) {
        SQLException sql = sql(failure);
        String state = sql == null || state(sql).isEmpty() ? "no SQLSTATE" : "SQLSTATE " + state(sql);
        return kind(sql) == PASSING
                ? new StoreUnavailableException("The database does not answer for now (" + state + ")", failure)
                : new IllegalStateException("The database refused (" + state + "): " + failure.getMessage(), failure);
    }

    /** Whether somebody else held a lock for too long. */
    static boolean isLocked(SQLException failure) {
        return LOCKED.equals(failure.getSQLState());
    }

    /** Whether no answer came at all: the next one will hardly get any. */
    static boolean isLost(SQLException failure) {
        return state(failure).startsWith("08") || (state(failure).isEmpty() && kind(failure) == PASSING);
    }

    private static Kind kind(@Nullable SQLException failure) {
        if (failure == null) {
            return OURS;
        }
        String state = state(failure);
        if (state.isEmpty()) {
            // The pool has no connection to give.
            return failure instanceof SQLTransientConnectionException ? PASSING : OURS;
        }
        String stateClass = state.substring(0, Math.min(2, state.length()));
        return STATES.getOrDefault(state, CLASSES.getOrDefault(stateClass, OURS));
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }

    /** What the database said, if anything below this did; else the failure of a connection to it. */
    private static @Nullable SQLException sql(Exception failure) {
        SQLException first = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                if (!state(sql).isEmpty()) {
                    return sql;
                }
                first = first == null ? sql : first;
            }
        }
        return first;
    }
}
