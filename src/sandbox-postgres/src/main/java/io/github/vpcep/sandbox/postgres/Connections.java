package io.github.vpcep.sandbox.postgres;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How connections are set up, for each use. */
final class Connections {
    static final String SCHEMA = "vpcep";

    /** The time in which one has to be made. */
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final int READERS = 10;

    private Connections() {}

    /** For units that read. */
    static HikariConfig reading(String url) {
        HikariConfig config = serving(url, "vpcep-readers");
        // What is sent together, or within a transaction, sees one moment.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        // Of the driver's "read only" the database hears in transactions alone.
        config.setConnectionInitSql(config.getConnectionInitSql() + "; set default_transaction_read_only = on");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        return config;
    }

    /** For units that write. */
    static HikariConfig writing(String url) {
        HikariConfig config = serving(url, "vpcep-writer");
        config.setAutoCommit(false);
        // Each statement sees what was committed before the lock was got, not before it was asked for.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Units that write wait here rather than in the database, with a connection each.
        config.setMaximumPoolSize(1);
        return config;
    }

    /** For making and renewing the tables, which may take longer than any request. */
    static HikariConfig migrating(String url) {
        HikariConfig config = configuration(url, "vpcep-migration");
        config.setMaximumPoolSize(3);
        config.addDataSourceProperty("socketTimeout", "60");
        return config;
    }

    /** For requests: the database says within the longest silence that something takes too long. */
    private static HikariConfig serving(String url, String name) {
        HikariConfig config = configuration(url, name);
        // A process that hangs must not hold the lock forever. Plans do not depend on the values, and to make one anew
        // for each page takes longer than the page.
        config.setConnectionInitSql("set lock_timeout = '2s'; set statement_timeout = '4s';"
                + " set idle_in_transaction_session_timeout = '30s'; set plan_cache_mode = force_generic_plan");
        config.addDataSourceProperty("socketTimeout", Long.toString(Sql.SILENCE.toSeconds()));
        return config;
    }

    private static HikariConfig configuration(String url, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setSchema(SCHEMA);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(CONNECT.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        // Commits the settings of a new connection: a unit that is undone first would undo them too.
        config.setIsolateInternalQueries(true);
        config.addDataSourceProperty("ApplicationName", "vpcep-sandbox");
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
