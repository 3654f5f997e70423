package io.github.vpcep.sandbox.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Keeps the state in a PostgreSQL database (15 or newer), in a schema of its own. Any number of processes may share it:
 * nothing is kept in the process, and units that write run one by one across all of them.
 */
public final class PostgresStore implements Store {
    private static final String SCHEMA = "vpcep";

    /** Names the lock that the writing units of all processes take; any number will do, if it is always the same. */
    private static final long WRITE_LOCK = 0x7670_6365_7001L;

    /** The first entry of each index of due times, whatever the planner thinks of the time that is asked for. */
    private static final String IS_DUE = "select coalesce((select min(due_at) from service) <= ?, false)"
            + " or coalesce((select min(due_at) from endpoint) <= ?, false)";

    private static final int READERS = 10;
    private static final long PATIENCE_MILLIS = 3000;

    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    private PostgresStore(HikariDataSource readers, HikariDataSource writer) {
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Opens the store, and makes or renews the tables.
     *
     * @param url begins with {@code jdbc:postgresql:}; user and password may be parameters of it
     */
    public static PostgresStore open(String url) {
        migrate(url);
        return new PostgresStore(new HikariDataSource(reading(url)), new HikariDataSource(writing(url)));
    }

    @Override
    public <R> R read(Function<Unit, R> work) {
        return inTransaction(readers, sql -> work.apply(new PostgresUnit(sql)));
    }

    @Override
    public <R> R write(Function<Unit, R> work) {
        return inTransaction(writer, sql -> {
            lock(sql);
            return work.apply(new PostgresUnit(sql));
        });
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public boolean isDue(Instant now) {
        try (Connection connection = readers.getConnection()) {
            // A single statement needs no transaction around it, which would be one more round trip.
            connection.setAutoCommit(true);
            BigDecimal time = Columns.seconds(now);
            return new Sql(connection).isTrue(IS_DUE, time, time);
        } catch (Sql.Failure e) {
            throw Failures.meaning(e.reason);
        } catch (SQLException e) {
            throw Failures.meaning(e);
        }
    }

    @Override
    public void clear() {
        inTransaction(writer, sql -> {
            lock(sql);
            // Not truncate: units that read meanwhile would see the tables empty.
            List.of("permission", "endpoint", "service", "deleted_endpoint")
                    .forEach(each -> sql.run("delete from " + each));
            return sql;
        });
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static void lock(Sql sql) {
        sql.run("select pg_advisory_xact_lock(?)", WRITE_LOCK);
    }

    private <R> R inTransaction(HikariDataSource pool, Function<Sql, R> work) {
        if (!working.add(Thread.currentThread())) {
            throw new IllegalStateException("This thread is in a unit of work already; units do not nest");
        }
        try {
            return transaction(pool, work);
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    private static <R> R transaction(HikariDataSource pool, Function<Sql, R> work) {
        // What is not committed, the pool rolls back when it gets the connection back.
        try (Connection connection = pool.getConnection()) {
            R result = run(new Sql(connection), work);
            connection.commit();
            return result;
        } catch (Sql.Failure e) {
            throw Failures.meaning(e.reason);
        } catch (SQLException e) {
            throw Failures.meaning(e);
        }
    }

    private static <R> R run(Sql sql, Function<Sql, R> work) {
        try {
            return work.apply(sql);
        } finally {
            sql.end();
        }
    }

    private static HikariConfig reading(String url) {
        HikariConfig config = configuration(url, "vpcep-readers");
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        return config;
    }

    private static HikariConfig writing(String url) {
        HikariConfig config = configuration(url, "vpcep-writer");
        // Each statement sees what was committed before the lock was got, not before it was asked for.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Units that write wait here rather than in the database, with a connection each.
        config.setMaximumPoolSize(1);
        return config;
    }

    private static HikariConfig configuration(String url, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setSchema(SCHEMA);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(-1);
        // Commits the settings of a new connection: a unit that is undone first would undo them too.
        config.setIsolateInternalQueries(true);
        // A process that hangs must not hold the lock forever, nor a database that does hold a request. Plans do not
        // depend on the values, and to make one anew for each page takes longer than the page.
        config.setConnectionInitSql("set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '30s';"
                + " set plan_cache_mode = force_generic_plan");
        config.addDataSourceProperty("ApplicationName", "vpcep-sandbox");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private static void migrate(String url) {
        HikariConfig config = configuration(url, "vpcep-migration");
        config.setAutoCommit(true);
        config.setMaximumPoolSize(3);
        try (HikariDataSource database = new HikariDataSource(config)) {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(SCHEMA)
                    .locations("classpath:io/github/vpcep/sandbox/postgres/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Failures.meaning(e);
        }
    }
}
