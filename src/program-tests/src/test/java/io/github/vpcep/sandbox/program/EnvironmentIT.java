package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.SandboxControl;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program takes from its environment: secrets, which other processes can read on a command line. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class EnvironmentIT {
    private static final String PASSWORD = "of the test";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void keyStore_isOpenedByThePasswordThere() throws Exception {
        String store = keyStore().toString();
        try (Program program = start(Map.of("VPCEP_TLS_PASSWORD", PASSWORD), "--port", "0", "--tls", store)) {
            URI uri = program.awaitReady();

            assertThat(uri).hasScheme("https");
            assertThat(Health.problem(List.of(uri.toString()))).isNull();
        }
        try (Program program = start(Map.of(), "--port", "0", "--tls", store)) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors().lines()).singleElement().asString().contains(store);
        }
    }

    @ParameterizedTest
    @CsvSource({"--port=0, of-the-environment", "--port=0 --control-key=of-the-command-line, of-the-command-line"})
    void keyOfTheControlApi_isTheOneThere_unlessTheCommandLineHasOne(String words, String key) {
        try (Program program = start(Map.of("VPCEP_CONTROL_KEY", "of-the-environment"), words.split(" "));
                SandboxControl control = SandboxControl.of(program.awaitReady(), key)) {
            assertThat(control.accounts()).contains(SandboxConfig.DEMO);
        }
    }

    @Test
    void keyOfTheControlApi_thatIsTooShort_isOneLineWithoutIt_andCodeTwo() {
        try (Program program = start(Map.of("VPCEP_CONTROL_KEY", "too-short"), "--port=0")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith("vpcep-sandbox: VPCEP_CONTROL_KEY: ")
                    .doesNotContain("too-short");
        }
    }

    private Program start(Map<String, String> environment, String... words) {
        ProcessBuilder command = Program.command(words);
        command.environment().keySet().removeIf(each -> each.startsWith("VPCEP_"));
        command.environment().putAll(environment);
        return Program.start(directory, command);
    }

    private Path keyStore() throws Exception {
        Path file = directory.resolve("server.p12");
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // It lives for a second.
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair");
        Map.of("-keyalg", "EC", "-alias", "server", "-dname", "CN=sandbox", "-storepass", PASSWORD)
                .forEach((option, value) -> keytool.command().addAll(List.of(option, value)));
        keytool.command().addAll(List.of("-keystore", file.toString()));
        assertThat(keytool.start().waitFor()).isZero();
        return file;
    }
}
