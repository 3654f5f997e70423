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
import java.util.ArrayList;
import java.util.List;
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
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void launcher_withoutItsArchive_servesAndSaysNothingOfIt() throws IOException {
        try (Program program = launch(Installation.in(directory), "--port", "0")) {
            assertServes(program.awaitReady());
            assertThat(program.end()).isIn(0, 143);
            assertThat(program.errors()).doesNotContain("archive", "jsa");
        }
    }

    @Test
    void launcher_withAnArchiveThatIsNone_servesAndSaysNothingOfIt() throws IOException {
        Installation installation = Installation.in(directory);
        Files.writeString(installation.archive(), "none");
        try (Program program = launch(installation, "--port", "0")) {
            assertServes(program.awaitReady());
            assertThat(program.end()).isIn(0, 143);
            assertThat(program.errors()).doesNotContain("archive", "jsa");
        }
    }

    @Test
    void launcher_withItsArchive_takesItsClassesFromThere() throws IOException {
        Path loaded = directory.resolve("loaded");
        ProcessBuilder command = Installation.shared().launch("-Xlog:class+load:file=" + loaded, "--port", "0");
        try (Program program = Program.start(directory, command)) {
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
        try (Program program = launch(Installation.shared(), "--port", "0")) {
            address = program.awaitReady().toString();
            try (Program asking = launch(Installation.shared(), "--health", address)) {
                assertThat(asking.exitCode()).as(asking.errors()).isZero();
            }
            assertThat(program.end()).isIn(0, 143);
        }
        try (Program asking = launch(Installation.shared(), "--health", address)) {
            assertThat(asking.exitCode()).isEqualTo(1);
            assertThat(asking.errors()).contains("vpcep-sandbox: " + address + ": Connection refused");
        }
    }

    /** More connections than the process may have files: the rest waits, and is served when there is room again. */
    @Test
    void launcher_whereFilesAreFew_hasConnectionsWait_andSaysSo() throws Exception {
        Installation installation = Installation.shared();
        ProcessBuilder few = installation
                .launch("")
                .command(
                        "sh",
                        "-c",
                        "ulimit -n 100 && exec \"$0\" --port 0",
                        installation.launcher().toString());
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

    private Program launch(Installation installation, String... words) {
        return Program.start(directory, installation.launch("", words));
    }

    private static void assertServes(URI uri) {
        try (VpcepClient client = Program.client(uri, SandboxConfig.DEMO)) {
            assertThat(client.endpoints().list().items()).isEmpty();
        }
    }
}
