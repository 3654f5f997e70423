package io.github.vpcep.sandbox.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Connections of one kind, given to units in the order in which they come. They wait for their turn here, for as long
 * as others get theirs; that somebody got no answer ends the waiting of all.
 */
final class Lane implements AutoCloseable {
    private final HikariDataSource pool;
    private final Semaphore turns;
    private volatile long failedAt = System.nanoTime();

    Lane(HikariConfig config) {
        this.pool = new HikariDataSource(config);
        this.turns = new Semaphore(config.getMaximumPoolSize(), true);
    }

    /** What is done with a connection. */
    interface Work<R> {
        R on(Sql sql);
    }

    /**
     * Does that with a connection, and says what a failure means.
     *
     * @throws StoreUnavailableException if there is none in time, or its database is away
     */
    <R> R run(Deadline deadline, Work<R> work) {
        long start = System.nanoTime();
        take(deadline);
        try {
            if (failedAt - start > 0) {
                throw new StoreUnavailableException("The database has stopped to answer");
            }
            return onConnection(deadline, work);
        } finally {
            turns.release();
        }
    }

    private <R> R onConnection(Deadline deadline, Work<R> work) {
        // What is not committed, the pool rolls back when it gets the connection back.
        try (Connection connection = pool.getConnection()) {
            return work.on(new Sql(connection, deadline));
        } catch (Sql.Failure e) {
            throw failed(e.reason);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(SQLException reason) {
        RuntimeException meaning = Failures.meaning(reason);
        if (Failures.isLost(reason)) {
            failedAt = System.nanoTime();
        }
        return meaning;
    }

    private void take(Deadline deadline) {
        try {
            if (!turns.tryAcquire(deadline.millis(Duration.ofDays(1)), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException("The database did not get to it in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Waiting for the database was interrupted", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
