package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The script that starts the program, and the archive that it makes. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is a script for a POSIX shell")
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
    /** It lives for seconds, as the JVM of the tests. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    /** Somewhere else than the build. */
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Path launcher = Path.of("");

    @BeforeEach
    void install() throws IOException {
        Path home = Files.createDirectory(directory.resolve("home"));
        launcher = copy("launcher", home.resolve("vpcep-sandbox"));
        copy("program", home.resolve("vpcep-sandbox.jar"));
    }

    @Test
    void launcher_withoutItsArchive_servesAndSaysNothingOfIt() {
        try (Program program = launch("", "--port", "0")) {
            assertServes(program.awaitReady());
            assertThat(program.end()).isIn(0, 143);
            assertThat(program.errors()).doesNotContain("archive", "jsa");
        }
    }

    @Test
    void launcher_withAnArchiveThatIsNone_servesAndSaysNothingOfIt() throws IOException {
        Files.writeString(launcher.resolveSibling("vpcep-sandbox.jsa"), "none");
        try (Program program = launch("", "--port", "0")) {
            assertServes(program.awaitReady());
            assertThat(program.end()).isIn(0, 143);
            assertThat(program.errors()).doesNotContain("archive", "jsa");
        }
    }

    @Test
    void launcher_withItsArchive_takesItsClassesFromThere() throws IOException {
        try (Program making = launch("", "--class-data")) {
            assertThat(making.exitCode()).as(making.errors()).isZero();
        }
        assertThat(launcher.resolveSibling("vpcep-sandbox.jsa")).isNotEmptyFile();
        Path loaded = directory.resolve("loaded");
        try (Program program = launch("-Xlog:class+load:file=" + loaded, "--port", "0")) {
            assertServes(program.awaitReady());
            assertThat(program.end()).isIn(0, 143);
        }
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains("io.github.vpcep.sandbox.VpcepSandbox ")
                        || line.contains("io.netty.channel.nio.NioEventLoop "))
                .hasSize(2)
                .allMatch(line -> line.endsWith("source: shared objects file"));
    }

    @Test
    void health_isThatOfTheSandboxThatRuns() {
        String address;
        try (Program program = launch("", "--port", "0")) {
            address = program.awaitReady().toString();
            try (Program asking = launch("", "--health", address)) {
                assertThat(asking.exitCode()).as(asking.errors()).isZero();
            }
            assertThat(program.end()).isIn(0, 143);
        }
        try (Program asking = launch("", "--health", address)) {
            assertThat(asking.exitCode()).isEqualTo(1);
            assertThat(asking.errors()).contains("vpcep-sandbox: " + address + ": Connection refused");
        }
    }

    /** More connections than the process may have files: the rest waits, and is served when there is room again. */
    @Test
    void launcher_whereFilesAreFew_hasConnectionsWait_andSaysSo() throws Exception {
        ProcessBuilder few =
                new ProcessBuilder("sh", "-c", "ulimit -n 100 && exec \"$0\" --port 0", launcher.toString());
        few.environment().put("JAVA_HOME", System.getProperty("java.home"));
        few.environment().put("JAVA_OPTS", SHORT);
        List<Socket> idle = new ArrayList<>();
        try (Program program = Program.start(directory, few)) {
            URI uri = program.awaitReady();
            for (int i = 0; i < 120; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), uri.getPort()));
            }
            program.awaitError("New connections have to wait: Too many open files");
            for (Socket each : idle) {
                each.close();
            }
            assertServes(uri);
            assertThat(program.errors()).doesNotContain("Exception", "\tat ");
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }

    private Program launch(String javaOptions, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("JAVA_OPTS", SHORT + " " + javaOptions);
        return Program.start(directory, process);
    }

    private static void assertServes(URI uri) {
        try (VpcepClient client = Program.client(uri, SandboxConfig.DEMO)) {
            assertThat(client.endpoints().list().items()).isEmpty();
        }
    }

    private static Path copy(String property, Path to) throws IOException {
        Path from = Path.of(Objects.requireNonNull(System.getProperty(property)));
        return Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
