package io.github.vpcep.benchmarks.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A PostgreSQL of this process, as durable as it is by itself. */
final class Postgres implements AutoCloseable {
    /** Has each statement of a session explained in the server's log, with what it took. */
    private static final String EXPLAINED = "&options=-c%20session_preload_libraries=auto_explain"
            + "%20-c%20auto_explain.log_min_duration=0%20-c%20auto_explain.log_analyze=on"
            + "%20-c%20auto_explain.log_buffers=on";

    private final EmbeddedPostgres server;
    private final Path log;

    private Postgres(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    static Postgres start() throws IOException {
        Path log = Files.createTempFile("vpcep-postgres-", ".log");
        log.toFile().deleteOnExit();
        // The library that starts it gives up durability to be faster.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("log_line_prefix", "''")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Postgres(server, log);
    }

    /** The URL of a new database. */
    String newDatabase(String name) throws SQLException {
        execute("postgres", "create database " + name);
        return url(name);
    }

    /** Its URL for sessions whose plans are logged. */
    String explained(String name) {
        return url(name) + EXPLAINED;
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The plans that the server has logged, the latest last. */
    List<String> plans() throws IOException {
        String[] entries = Files.readString(log).split("LOG: +duration: ", -1);
        return Arrays.stream(entries)
                .skip(1)
                .map(each -> each.split("\n(?!\t)", 2)[0])
                .toList();
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?user=postgres&password=secret";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
