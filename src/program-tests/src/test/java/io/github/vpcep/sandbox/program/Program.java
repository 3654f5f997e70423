package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.auth.Account;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The jar of the program in a process of its own. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Path errors;

    private Program(Process process, Path errors) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /** Starts it with these words on its command line; what it says of errors goes to a file in the directory. */
    public static Program start(Path directory, String... words) {
        return start(directory, command(words));
    }

    /** What starts it with these words. */
    static ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds, as the JVM of the tests.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Installation installation = Installation.shared();
        command.add("-XX:SharedArchiveFile=" + installation.archive());
        command.addAll(List.of("-jar", installation.jar().toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /** Starts what starts it. */
    static Program start(Path directory, ProcessBuilder command) {
        try {
            Path errors = Files.createTempFile(directory, "errors", "");
            return new Program(command.redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, once it does. */
    public URI awaitReady() {
        return URI.create(after("vpcep-sandbox listening on "));
    }

    /** The rest of its next line, which has to start so. */
    String after(String start) {
        String line = line();
        assertThat(line).as("errors: %s", errors()).startsWith(start);
        return line.substring(start.length());
    }

    /** Its next line, {@code "(end)"} after the last. */
    String line() {
        try {
            return Objects.requireNonNullElse(out.readLine(), "(end)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that sends each call once. */
    static VpcepClient client(URI uri, Account account) {
        return VpcepClient.builder()
                .endpoint(uri)
                .projectId(account.projectId())
                .credentials(Credentials.token(account.token()))
                .retry(RetryPolicy.none())
                .build();
    }

    /** Ends it as Ctrl-C does; not by the process itself, which would close its streams too. */
    int end() {
        process.toHandle().destroy();
        return exitCode();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    /** How it ended. */
    int exitCode() {
        try {
            assertThat(process.waitFor(150, TimeUnit.SECONDS)).as("has ended").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Returns once it has said so among its errors. */
    void awaitError(String text) throws Exception {
        try (WatchService watch = errors.getFileSystem().newWatchService()) {
            Objects.requireNonNull(errors.getParent()).register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!errors().contains(text)) {
                WatchKey written = watch.poll(60, TimeUnit.SECONDS);
                assertThat(written).as("errors: %s", errors()).isNotNull();
                written.reset();
            }
        }
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
