package io.github.vpcep.sandbox.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state in a PostgreSQL database (15 or newer), in a schema of its own. Any number of processes may share it:
 * nothing is kept in the process, and units that write run one by one across all of them.
 */
public final class PostgresStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    /** The time that a unit has for all its waits, when nothing else is wrong than that many come together. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Lane readers;
    private final Lane writer;
    private final Outage outage = new Outage();
    private final AtomicBoolean wasDue = new AtomicBoolean();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    private PostgresStore(Lane readers, Lane writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Opens the store, and makes or renews the tables.
     *
     * @param url begins with {@code jdbc:postgresql:}; user and password may be parameters of it
     * @throws StoreUnavailableException if the database does not answer for now
     * @throws IllegalStateException if it refuses, or its tables are not those that a landed version has made
     */
    public static PostgresStore open(String url) {
        migrate(url);
        return new PostgresStore(new Lane(Connections.reading(url)), new Lane(Connections.writing(url)));
    }

    /**
     * As {@link #open(String)}, for a database that may not be up yet: it is waited for, which the log tells.
     *
     * @throws StoreUnavailableException if it does not answer within about that time
     */
    public static PostgresStore open(String url, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            try {
                return open(url);
            } catch (StoreUnavailableException e) {
                long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                if (waited >= patience.toSeconds()) {
                    throw e;
                }
                LOG.warn("{}; waited {} of {} s for it to come up", e.getMessage(), waited, patience.toSeconds());
                pause(e);
            }
        }
    }

    @Override
    public <R> R ask(Instant now, Function<Unit, R> question) {
        return unit(readers, sql -> new ReadingSession(sql, now, false, wasDue), question);
    }

    @Override
    public <R> R read(Instant now, Function<Unit, R> work) {
        return unit(readers, sql -> new ReadingSession(sql, now, true, wasDue), work);
    }

    @Override
    public <R> R write(Instant now, Function<Unit, R> work) {
        return unit(writer, sql -> new WritingSession(sql, now), work);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public void check() {
        told(() -> alone(() -> writer.run(Deadline.in(PATIENCE), sql -> {
            WritingSession session = new WritingSession(sql, Instant.EPOCH);
            session.change("update probe set checked_at = now()");
            session.commit();
            return true;
        })));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private <R> R unit(Lane lane, Function<Sql, Session> begin, Function<Unit, R> work) {
        return told(() -> alone(() -> lane.run(Deadline.in(PATIENCE), sql -> {
            Session session = begin.apply(sql);
            try {
                PostgresUnit unit = new PostgresUnit(session);
                R result = work.apply(unit);
                unit.commit();
                return result;
            } finally {
                session.end();
            }
        })));
    }

    private <R> R told(Work<R> work) {
        try {
            R result = work.run();
            outage.answered();
            return result;
        } catch (StoreUnavailableException e) {
            outage.failed(e);
            throw e;
        }
    }

    private <R> R alone(Work<R> work) {
        Thread thread = Thread.currentThread();
        if (!working.add(thread)) {
            throw new IllegalStateException("This thread is in a unit of work already; units do not nest");
        }
        try {
            return work.run();
        } finally {
            working.remove(thread);
        }
    }

    private interface Work<R> {
        R run();
    }

    private static void migrate(String url) {
        try (HikariDataSource database = new HikariDataSource(Connections.migrating(url))) {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(Connections.SCHEMA)
                    .locations("classpath:io/github/vpcep/sandbox/postgres/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Failures.meaning(e);
        }
    }

    private static void pause(StoreUnavailableException reason) {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
