package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for a while from a fault of ours. */
final class Failures {
    /** Classes of SQLSTATE: connection, rolled back from outside, out of resources, operator, system. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** The lock was not to be had in time; the session was idle for too long. */
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25P03");

    private Failures() {}

    static RuntimeException meaning(Exception failure) {
        return isPassing(failure)
                ? new StoreUnavailableException("The database does not answer for now", failure)
                : new IllegalStateException("The database refused: " + failure.getMessage(), failure);
    }

    private static boolean isPassing(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        return (failure instanceof SQLException sql && isPassing(sql)) || isPassing(failure.getCause());
    }

    private static boolean isPassing(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        String stateClass = state.substring(0, Math.min(2, state.length()));
        return failure instanceof SQLTransientConnectionException
                || PASSING_STATES.contains(state)
                || PASSING_CLASSES.contains(stateClass);
    }
}
