package io.github.vpcep.sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL that can be killed and started again on the same files and port. As an extension of JUnit it ends
 * after the last test of the class.
 */
public final class PostgresServer implements AfterAllCallback {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path directory;
    private EmbeddedPostgres server;
    private @Nullable String template;

    private PostgresServer(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** Starts one that a test may end. */
    public static PostgresServer start() {
        try {
            Path directory = directory();
            return new PostgresServer(directory, start(directory, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one for all tests that let it live; it ends with the process, and its files with it. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** The URL of a new database. */
    public String newDatabase() {
        return newDatabase("template1");
    }

    /**
     * The URL of a new database that has the tables already: to copy them takes a third of what it takes to make them.
     */
    String newDatabaseWithTables() {
        return newDatabase(withTables());
    }

    private String newDatabase(String template) {
        String name = "sandbox" + DATABASES.incrementAndGet();
        execute(url("postgres"), "create database " + name + " template " + template);
        return url(name);
    }

    private synchronized String withTables() {
        if (template == null) {
            String url = newDatabase();
            PostgresStore.open(url).close();
            template = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
        }
        return template;
    }

    /** The port of the server of such a URL. */
    static int port(String url) {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    public static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the server as by kill -9. */
    public void kill() {
        end("KILL");
    }

    /** Ends the server as by {@code pg_ctl stop -m immediate}, without a checkpoint. */
    public void stopImmediately() {
        end("QUIT");
    }

    /** Stops all its processes where they are, as a host does that hangs. */
    public void pause() {
        signal("STOP");
    }

    /** Lets them go on. */
    public void goOn() {
        signal("CONT");
    }

    /** Starts it again, on the same files. */
    public void startAgain() {
        try {
            int port = server.getPort();
            // Lets go of the files; the server itself has ended.
            server.close();
            server = start(directory, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        try {
            server.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(each -> each.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path directory) {
        return EmbeddedPostgres.builder().setDataDirectory(directory.resolve("data"));
    }

    /**
     * What was committed is with the operating system, as in PostgreSQL by itself. The library that starts it gives
     * that up to be faster, and fsync as well, which stays off: it guards against the end of the operating system, and
     * no test ends that.
     */
    private static EmbeddedPostgres start(Path directory, int port) throws IOException {
        return builder(directory)
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres&password=secret";
    }

    private void end(String signal) {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> sessions = postmaster.children().toList();
        kill(signal, postmaster);
        postmaster.onExit().join();
        sessions.forEach(each -> each.onExit().join());
    }

    private void signal(String signal) {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        kill(signal, postmaster);
        postmaster.children().forEach(each -> kill(signal, each));
    }

    private static void kill(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() throws IOException {
        Path directory = Files.createTempDirectory("vpcep-postgres");
        directory.toFile().deleteOnExit();
        return directory;
    }

    /** Started when it is first wanted. */
    private static final class Shared {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                Path directory = directory();
                return new PostgresServer(directory, builder(directory).start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
