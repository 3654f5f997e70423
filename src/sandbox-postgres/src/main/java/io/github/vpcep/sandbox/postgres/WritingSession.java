package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes, alone among all processes: what is sent first takes the lock, learns what is due, and does that before the
 * unit goes on.
 */
final class WritingSession extends Session {
    /** Names the lock that the writing units of all processes take; any number will do, if it is always the same. */
    private static final long WRITE_LOCK = 0x7670_6365_7001L;

    /** Shorter than the longest silence, so that a lock that others hold is not taken for a database that is away. */
    private static final Duration LOCK = Duration.ofSeconds(2);

    private boolean begun;

    WritingSession(Sql sql, Instant now) {
        super(sql, now);
    }

    @Override
    void send(List<Statement<?>> statements) {
        if (begun) {
            sql.send(statements);
            return;
        }
        begun = true;
        boolean onlyAsks = statements.stream().allMatch(Statement::asks);
        boolean wasDue = begin(onlyAsks ? statements : List.of());
        if (wasDue || !onlyAsks) {
            List<Statement<?>> all = new ArrayList<>(taken());
            all.addAll(statements);
            sql.send(all);
        }
    }

    @Override
    void commit() {
        List<Statement<?>> mine = taken();
        List<Statement<?>> last = new ArrayList<>();
        if (!begun) {
            begun = true;
            begin(List.of());
            last.addAll(taken());
        }
        last.addAll(mine);
        last.add(Statement.doing("commit"));
        sql.send(last);
    }

    /** Takes the lock, asks, and says whether anything was due, of which the answers do not know. */
    private boolean begin(List<Statement<?>> questions) {
        Statement<StoredService> services = ServiceTable.due(now());
        Statement<StoredEndpoint> endpoints = EndpointTable.due(now());
        while (!isLocked(services, endpoints, questions)) {
            sql.rollBack();
        }
        boolean isDue = !services.rows().isEmpty() || !endpoints.rows().isEmpty();
        if (isDue) {
            new PostgresUnit(this).settle(services.rows(), endpoints.rows());
        }
        return isDue;
    }

    private boolean isLocked(
            Statement<StoredService> services, Statement<StoredEndpoint> endpoints, List<Statement<?>> questions) {
        List<Statement<?>> first = new ArrayList<>();
        String patience = Integer.toString(sql.deadline().millis(LOCK));
        first.add(Statement.doing("select set_config('lock_timeout', ?, true)", patience));
        first.add(Statement.doing("select pg_advisory_xact_lock(?)", WRITE_LOCK));
        first.add(services);
        first.add(endpoints);
        first.addAll(questions);
        try {
            sql.send(first);
            return true;
        } catch (Sql.Failure e) {
            if (Failures.isLocked(e.reason)) {
                return false;
            }
            throw e;
        }
    }
}
