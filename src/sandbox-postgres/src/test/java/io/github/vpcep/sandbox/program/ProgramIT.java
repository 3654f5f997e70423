package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Quota;
import io.github.vpcep.runtime.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar of the program in a process of its own. */
@Timeout(120)
class ProgramIT {
    private static final String READY = "vpcep-sandbox listening on ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void program_withoutConfig_tellsTheDemoAccount_servesIt_andEndsCleanly() throws Exception {
        Process program = start("--port", "0");
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
                VpcepClient client = VpcepClient.builder()
                        .endpoint(URI.create(after(READY, out)))
                        .projectId(after("project ", out))
                        .credentials(Credentials.accessKey(after("access-key ", out), after("secret-key ", out)))
                        .build()) {
            assertThat(after("token ", out)).isNotBlank();
            assertThat(client.endpoints().list().items()).isEmpty();

            // Not by the process itself, which would close its streams too.
            program.toHandle().destroy();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isIn(0, 143);
            assertThat(out.readLine()).isNull();
        } finally {
            program.destroyForcibly();
        }
        assertThat(errors()).contains("status=200").doesNotContain("Exception");
    }

    @Test
    void program_withConfig_servesItsAccounts_andTellsNone() throws Exception {
        Path config = file("""
                {"accounts": [{"domain_id": "d", "project_id": "0123456789abcdef0123456789abcdef", "access_key": "AK",
                  "secret_key": "SK", "token": "T"}], "quotas": {"endpoints": 7}}
                """);
        Process program = start("--port=0", "--config", config.toString());
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
                VpcepClient client = VpcepClient.builder()
                        .endpoint(URI.create(after(READY, out)))
                        .projectId("0123456789abcdef0123456789abcdef")
                        .credentials(Credentials.token("T"))
                        .build()) {
            assertThat(client.quotas().list().quotas().resources())
                    .extracting(Quota::quota)
                    .contains(7);
            // Not by the process itself, which would close its streams too.
            program.toHandle().destroy();
            assertThat(out.readLine()).isNull();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void program_withSeed_beginsWithIt() throws Exception {
        Path seed = file("""
                {"endpoints": [{"endpoint_service_id": "obs", "vpc_id": "v"}]}
                """);
        Process program = start("--port=0", "--seed", seed.toString());
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
                VpcepClient client = VpcepClient.builder()
                        .endpoint(URI.create(after(READY, out)))
                        .projectId(after("project ", out))
                        .credentials(Credentials.accessKey(after("access-key ", out), after("secret-key ", out)))
                        .build()) {
            assertThat(client.endpoints().list()).hasSize(1);
        } finally {
            program.destroyForcibly();
        }
        assertThat(errors()).contains(" seeded from " + seed);
    }

    @Test
    void program_withABadSeed_isOneLine_andCodeTwo() throws Exception {
        Path seed = file("""
                {"endpoints": [{"endpoint_service_id": "none", "vpc_id": "v"}]}
                """);
        Process program = start("--port=0", "--seed", seed.toString());
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(errors().lines())
                .singleElement()
                .asString()
                .isEqualTo("vpcep-sandbox: --seed " + seed
                        + ": endpoints[0]: EndPoint.2003 The endpoint service does not exist.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1|unknown option --prot; allowed are --host, --port",
                "--port 65536|--port is 65536; allowed is a number from 0 to 65535",
                "--store mysql:x?password=top|--store is mysql:x?password=***; allowed is memory, or a URL",
                "--store jdbc:postgresql://h:x/d?password=top|allowed is a URL such as jdbc:postgresql://",
                "--host no.such.host.invalid|--host is no.such.host.invalid, which is not known",
                "--config no-such-file|--config no-such-file: cannot be read",
                "--seed no-such-file --port 0|--seed no-such-file: cannot be read",
            })
    void badOption_isOneLine_andCodeTwo(String words, String line) throws Exception {
        Process program = start(words.split(" "));
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(errors().lines())
                .singleElement()
                .asString()
                .startsWith("vpcep-sandbox: ")
                .contains(line)
                .doesNotContain("top");
    }

    @Test
    void databaseThatIsNotThere_isOneLine_andCodeOne() throws Exception {
        Process program = start("--port", "0", "--store", "jdbc:postgresql://127.0.0.1:1/none?user=u&password=top");
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(errors())
                .contains("vpcep-sandbox: The database does not answer")
                .doesNotContain("top");
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(Objects.requireNonNull(System.getProperty("program")));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private String after(String start, BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).as("errors: %s", errors()).startsWith(start);
        return line.substring(start.length());
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("errors"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("config.json"), text);
    }
}
