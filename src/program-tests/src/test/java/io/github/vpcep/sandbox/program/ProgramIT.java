package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Quota;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.SandboxControl;
import io.github.vpcep.sandbox.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program, from its start to its end. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class ProgramIT {
    private static final String NOT_THERE = "jdbc:postgresql://127.0.0.1:1/none?user=u&password=top";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void program_withoutConfig_tellsTheDemoAccount_servesIt_andEndsCleanly() {
        try (Program program = start("--port", "0");
                VpcepClient client = VpcepClient.builder()
                        .endpoint(program.awaitReady())
                        .projectId(program.after("project "))
                        .credentials(Credentials.accessKey(program.after("access-key "), program.after("secret-key ")))
                        .build()) {
            assertThat(program.after("token ")).isNotBlank();
            assertThat(client.endpoints().list().items()).isEmpty();

            assertThat(program.end()).isIn(0, 143);
            assertThat(program.line()).isEqualTo("(end)");
            assertThat(program.errors()).contains("status=200").doesNotContain("Exception");
        }
    }

    @Test
    void program_withTls_writesWhatItsClientsTrust() {
        Path pem = directory.resolve("sandbox.pem");
        try (Program program = start("--port", "0", "--tls", pem.toString());
                VpcepClient client = VpcepClient.builder()
                        .endpoint(program.awaitReady())
                        .projectId(program.after("project "))
                        .credentials(Credentials.accessKey(program.after("access-key "), program.after("secret-key ")))
                        .trust(pem)
                        .build()) {
            assertThat(client.endpoints().list().items()).isEmpty();
        }
    }

    @Test
    void program_withAMetadataPort_givesOutKeysThere() {
        try (Program program = start("--port", "0", "--metadata-port", "0")) {
            URI uri = program.awaitReady();
            URI metadata = URI.create(program.after("metadata "));
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(uri)
                    .projectId(program.after("project "))
                    .credentials(Credentials.metadata().endpoint(metadata))
                    .build()) {
                assertThat(client.endpoints().list().items()).isEmpty();
            }
        }
    }

    @Test
    void program_withAMetadataPort_doesNotTakeTheOneOfItsConfig() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path config = file("{\"metadata\": {\"port\": " + taken.getLocalPort() + "}}");
            try (Program program = start("--port=0", "--metadata-port=0", "--config", config.toString())) {
                program.awaitReady();
                assertThat(program.line()).startsWith("metadata http://127.0.0.1:");
            }
        }
    }

    @Test
    void program_thatOthersCanReach_startsWithAControlKeyOnly() {
        try (Program program = start("--port", "0", "--host", "0.0.0.0")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors())
                    .contains("--control-key", "--no-control")
                    .doesNotContain("Exception");
        }
        try (Program program = start("--port", "0", "--control-key", "0123456789abcdef");
                SandboxControl control = SandboxControl.of(program.awaitReady(), "0123456789abcdef")) {
            control.reset();
            assertThat(control.accounts()).contains(SandboxConfig.DEMO);
        }
    }

    @Test
    void program_withAKeyStoreThatIsNotThere_saysSo() {
        try (Program program =
                start("--port", "0", "--tls", directory.resolve("none.p12").toString())) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors()).contains("none.p12").doesNotContain("Exception");
        }
    }

    @Test
    void program_withConfig_servesItsAccounts_andTellsNone() throws Exception {
        Path config = file("""
            {"accounts": [{"domain_id": "d", "project_id": "0123456789abcdef0123456789abcdef", "access_key": "AK",
              "secret_key": "SK", "token": "T"}], "quotas": {"endpoints": 7}}
            """);
        try (Program program = start("--port=0", "--config", config.toString());
                VpcepClient client = VpcepClient.builder()
                        .endpoint(program.awaitReady())
                        .projectId("0123456789abcdef0123456789abcdef")
                        .credentials(Credentials.token("T"))
                        .build()) {
            assertThat(client.quotas().list().quotas().resources())
                    .extracting(Quota::quota)
                    .contains(7);
            program.end();
            assertThat(program.line()).isEqualTo("(end)");
        }
    }

    @Test
    void program_onADatabase_endedAndStartedAgain_hasItsState() {
        String[] words = {"--port", "0", "--store", PostgresServer.shared().newDatabase()};
        Endpoint before;
        try (Program program = start(words);
                VpcepClient client = demo(program.awaitReady())) {
            String service =
                    client.endpointServices().listPublic().items().get(0).id();
            String id = client.endpoints()
                    .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"))
                    .id();
            before = client.endpoints().awaitStatus(id, EndpointStatus.ACCEPTED, Duration.ofSeconds(30));
            assertThat(program.end()).isIn(0, 143);
            assertThat(program.errors()).doesNotContain("Exception");
        }

        try (Program program = start(words);
                VpcepClient client = demo(program.awaitReady())) {
            assertThat(client.endpoints().get(before.id())).isEqualTo(before);
            assertThat(client.endpointServices().listPublic().totalCount()).isEqualTo(2);
        }
    }

    @Test
    void program_withSeed_beginsWithIt() throws Exception {
        Path seed = file("""
            {"endpoints": [{"endpoint_service_id": "obs", "vpc_id": "v"}]}
            """);
        try (Program program = start("--port=0", "--seed", seed.toString());
                VpcepClient client = demo(program.awaitReady())) {
            assertThat(client.endpoints().list()).hasSize(1);
            assertThat(program.errors()).contains(" seeded from " + seed);
        }
    }

    @Test
    void program_withABadSeed_isOneLine_andCodeTwo() throws Exception {
        Path seed = file("""
            {"endpoints": [{"endpoint_service_id": "none", "vpc_id": "v"}]}
            """);
        try (Program program = start("--port=0", "--seed", seed.toString())) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("vpcep-sandbox: --seed " + seed
                            + ": endpoints[0]: EndPoint.2003 The endpoint service does not exist.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1|unknown option --prot; allowed are --host, --port",
                "--port 65536|--port is 65536; allowed is a number from 0 to 65535",
                "--store mysql:x?password=top|--store is mysql:x?password=***; allowed is memory, or a URL",
                "--store jdbc:postgresql://h:x/d?password=top|allowed is a URL such as jdbc:postgresql://",
                "--store-wait 1h|--store-wait is 1h; allowed is a number of seconds from 0 to 3600",
                "--host no.such.host.invalid|--host is no.such.host.invalid, which is not known",
                "--config no-such-file|--config no-such-file: cannot be read",
                "--seed no-such-file --port 0|--seed no-such-file: cannot be read",
            })
    void badOption_isOneLine_andCodeTwo(String words, String line) {
        try (Program program = start(words.split(" "))) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith("vpcep-sandbox: ")
                    .contains(line)
                    .doesNotContain("top");
        }
    }

    @Test
    void databaseThatIsNotThere_isOneLine_andCodeOne() {
        try (Program program = start("--port", "0", "--store", NOT_THERE, "--store-wait=0")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.errors())
                    .contains("vpcep-sandbox: The database does not answer")
                    .doesNotContain("top");
        }
    }

    @Test
    void databaseThatIsNotThereYet_isWaitedFor() throws Exception {
        try (Program program = start("--port", "0", "--store", NOT_THERE, "--store-wait=3600")) {
            program.awaitError("of 3600 s for it to come up");
            assertThat(program.errors()).doesNotContain("top");
        }
    }

    private Program start(String... words) {
        return Program.start(directory, words);
    }

    private static VpcepClient demo(URI uri) {
        return Program.client(uri, SandboxConfig.DEMO);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file.json"), text);
    }
}
