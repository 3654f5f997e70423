package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.Tag;
import io.github.vpcep.sandbox.domain.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources from a file. */
class SeedTest {
    private static final String ID = "4189d3c2-8882-4871-a3c2-d380272eed88";
    private static final String OTHER_ID = "4189d3c2-8882-4871-a3c2-d380272eed99";
    private static final String SERVICE =
            "'service_name': 'orders', 'vpc_id': 'v', 'port_id': 'p', 'server_type': 'VM',"
                    + " 'ports': [{'client_port': 1, 'server_port': 2}]";
    private static final String ENDPOINT = "'endpoint_service_id': 'orders', 'vpc_id': 'v', 'subnet_id': 's'";

    private final VpcepSandbox sandbox = start(SandboxConfig.standard());

    private final VpcepClient client = sandbox.client();
    private final Path file;

    SeedTest(@TempDir Path directory) {
        this.file = directory.resolve("seed.json");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static VpcepSandbox start(SandboxConfig config) {
        return VpcepSandbox.start(config, StoreUnderTest.empty());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(
                file,
                text.replace('\'', '"')
                        .replace("SERVICE", SERVICE.replace('\'', '"'))
                        .replace("ENDPOINT", ENDPOINT.replace('\'', '"')));
    }

    private void seed(String text) throws IOException {
        sandbox.seed(written(text));
    }

    /** The example of the guide. */
    private Path example() throws IOException {
        String guide = Files.readString(Path.of("..", "sandbox", "README.md"));
        int begin = guide.indexOf("```json\n", guide.indexOf("## Seeding")) + "```json\n".length();
        return Files.writeString(file, guide.substring(begin, guide.indexOf("```", begin)));
    }

    @Test
    void example_isThereAsItIsWritten() throws IOException {
        sandbox.seed(example());
        EndpointService service = client.endpointServices().get(ID);
        assertThat(service.name()).isEqualTo("cn-north-4.orders." + ID);
        assertThat(service.status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
        assertThat(client.permissions().list(ID).items())
                .extracting(Permission::description)
                .containsExactlyInAnyOrder("", "Partner");
        assertThat(client.endpoints().list()).singleElement().satisfies(gateway -> {
            assertThat(gateway.status()).isEqualTo(EndpointStatus.ACCEPTED);
            assertThat(gateway.tags())
                    .containsExactly(Tag.builder().key("team").value("orders").build());
            assertThat(client.endpoints().get(gateway.id()).policyStatements()).hasSize(1);
        });
        assertThat(client.connections().list(ID).items())
                .singleElement()
                .satisfies(each -> assertThat(each.domainId()).isEqualTo(SandboxConfig.PARTNER.domainId()));
        assertThat(client.connections().list(ID, c -> c.status(EndpointStatus.PENDING_ACCEPTANCE)))
                .hasSize(1);
    }

    @Test
    void withoutMoreKeys_aServiceIsAvailable_andAnEndpointAccepted() throws IOException {
        seed("{'services': [{SERVICE}], 'endpoints': [{ENDPOINT}]}");
        assertThat(client.endpointServices().list())
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(EndpointServiceStatus.AVAILABLE));
        assertThat(client.endpoints().list()).singleElement().satisfies(each -> {
            assertThat(each.status()).isEqualTo(EndpointStatus.ACCEPTED);
            assertThat(each.ip()).startsWith("10.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "failed", "deleting"})
    void service_staysInItsState(String status) throws IOException {
        seed("{'services': [{SERVICE, 'id': '" + ID + "', 'status': '" + status + "'}]}");
        sandbox.clock().advance(Duration.ofMinutes(10));
        assertThat(client.endpointServices().get(ID).status()).isEqualTo(EndpointServiceStatus.fromString(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting"})
    void endpoint_staysInItsState_andOnlyAFailedOneHasAnError(String status) throws IOException {
        seed("{'services': [{SERVICE}], 'endpoints': [{ENDPOINT, 'id': '" + ID + "', 'status': '" + status + "'}]}");
        sandbox.clock().advance(Duration.ofMinutes(10));
        Endpoint endpoint = client.endpoints().get(ID);
        assertThat(endpoint.status()).isEqualTo(EndpointStatus.fromString(status));
        assertThat(endpoint.errors()).hasSize(status.equals("failed") ? 1 : 0);
    }

    @Test
    void endpoint_mayNameAPublicService_shortOrInFull() throws IOException {
        seed("{'endpoints': [{'endpoint_service_id': 'obs', 'vpc_id': 'v'},"
                + " {'endpoint_service_id': 'com.myhuaweicloud.cn-north-4.obs', 'vpc_id': 'v'}]}");
        assertThat(client.endpoints().list())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.endpointServiceName()).endsWith(".obs"));
    }

    @Test
    void delays_doNotCount() throws IOException {
        Duration day = Duration.ofDays(1);
        Settings slow = Settings.standard().withDelays(day, day);
        Path seed = written("{'services': [{SERVICE}], 'endpoints': [{ENDPOINT}]}");
        SandboxConfig config = SandboxConfig.standard().withSettings(slow).withSeed(seed);
        try (VpcepSandbox sandbox = start(config)) {
            assertThat(sandbox.client().endpoints().list())
                    .singleElement()
                    .satisfies(each -> assertThat(each.status()).isEqualTo(EndpointStatus.ACCEPTED));
        }
    }

    @Test
    void seedOfTheSetUp_isThereAtTheStart_andAfterAReset() throws IOException {
        try (VpcepSandbox sandbox = start(SandboxConfig.standard().withSeed(example()))) {
            sandbox.client().endpointServices().rename(ID, "other");
            sandbox.reset();
            assertThat(sandbox.client().endpointServices().get(ID).name()).contains(".orders.");
            assertThat(sandbox.client().endpoints().list()).hasSize(1);
        }
    }

    @Test
    void seedOfTheSetUp_whenItIsWrong_keepsTheSandboxFromStarting() throws IOException {
        SandboxConfig config = SandboxConfig.standard().withSeed(written("{'endpoints': [{ENDPOINT}]}"));
        assertThatThrownBy(() -> start(config))
                .isInstanceOf(BadSeedException.class)
                .hasMessage(file + ": endpoints[0]: EndPoint.2003 The endpoint service does not exist.");
    }

    @Test
    void sameIdsAgain_areRefused_andWhatIsThereStays() throws IOException {
        sandbox.seed(example());
        assertThatThrownBy(() -> sandbox.seed(file))
                .hasMessage(file + ": services[0].id is \"" + ID + "\", which is there already");
        assertThat(client.endpoints().list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|has to hold one JSON object",
                "{'service': []}|service is not known; allowed are endpoints, services",
                "{'services': {}}|services has to be a list",
                "{'services': ['x']}|services[0] has to be an object",
                "{'services': [{SERVICE, 'name': 'x'}]}|services[0].name is not known; allowed are approval_enabled, description, enable_policy, id, ip, ip_version,",
                "{'services': [{SERVICE, 'tags': [{'key': 'a', 'valeu': 'b'}]}]}|services[0].tags[0].valeu is not known; allowed are key, value",
                "{'services': [{'vpc_id': 'v', 'server_type': 'VM', 'ports': []}]}|services[0].port_id is missing",
                "{'services': [{SERVICE, 'tags': [null]}]}|services[0].tags[0] has to be an object",
                "{'services': [{'ports': [{'client_port': 99999999999}]}]}|services[0].ports[0].client_port is too large",
                "null|has to hold one JSON object",
                "{'services': [null]}|services[0] is missing",
                "{'services': [{'vpc_id': 7}]}|services[0].vpc_id has to be a text",
                "{'services': [{SERVICE, 'permissions': [null]}]}|services[0].permissions[0] is missing",
                "{'services': [{SERVICE, 'tags': {}}]}|services[0].tags has to be a list",
                "{'services': [{SERVICE, 'approval_enabled': 'yes'}]}|services[0].approval_enabled has to be true or false",
                "{'services': [{SERVICE, 'id': 'x'}]}|services[0].id is \"x\"; allowed is a UUID",
                "{'services': [{SERVICE, 'status': 'x'}]}|services[0].status is \"x\"; allowed are [creating",
                "{'services': [{SERVICE, 'project_id': 'x'}]}|services[0].project_id is \"x\"; allowed are [295dacf4",
                "{'services': [{SERVICE, 'permissions': ['x']}]}|services[0].permissions[0]: EndPoint.3002 Invalid permission.",
                "{'services': [{SERVICE, 'permissions': [{}]}]}|services[0].permissions[0].permission is missing",
                "{'services': [{SERVICE, 'permissions': [7]}]}|services[0].permissions[0] has to be",
                "{'services': [{SERVICE}, {SERVICE}]}|services[1]: EndPoint.3044",
                "{'endpoints': [{ENDPOINT}]}|endpoints[0]: EndPoint.2003 The endpoint service does not exist.",
                "{'endpoints': [{'endpoint_service_id': 'dns', 'vpc_id': 'v', 'subnet_id': 's', 'port_ip': 'x'}]}|endpoints[0]: EndPoint.2041",
                "{'endpoints': [{'endpoint_service_id': 'obs', 'vpc_id': 'v', 'policy_statement': [{'Effect': 'x', 'Action': 'a', 'Resource': ['b']}]}]}|endpoints[0]: EndPoint.2048",
                "{'endpoints': [{'endpoint_service_id': 'obs', 'vpc_id': 'v', 'policy_statement': [{'Effect': 'Allow'}]}]}|endpoints[0].policy_statement[0].Action is missing",
                "{'endpoints': [{ENDPOINT, 'status': 'available'}]}|endpoints[0].status is \"available\"; allowed are [",
            })
    void whatIsNotAllowed_isSaidWithItsPlace_andNothingIsSeeded(String text, String message) throws IOException {
        written(text);
        assertThatThrownBy(() -> sandbox.seed(file))
                .isInstanceOf(BadSeedException.class)
                .hasMessageStartingWith(file + ": " + message);
        assertThat(client.endpointServices().list()).isEmpty();
        assertThat(client.endpoints().list()).isEmpty();
    }

    @Test
    void fault_inTheLastEntry_keepsOutAllBeforeIt() throws IOException {
        written("{'services': [{SERVICE, 'permissions': ['*']}], 'endpoints': [{ENDPOINT, 'id': '" + OTHER_ID
                + "', 'port_ip': '10.0.0.9'}, {ENDPOINT, 'port_ip': '10.0.0.9'}]}");
        assertThatThrownBy(() -> sandbox.seed(file)).hasMessageStartingWith(file + ": endpoints[1]: EndPoint.2042");
        assertThat(client.endpointServices().list()).isEmpty();
        assertThat(client.endpoints().list()).isEmpty();
    }

    @Test
    void quotas_holdForSeedsToo() throws IOException {
        String entry = "{'endpoint_service_id': 'obs', 'vpc_id': 'v'}";
        written("{'endpoints': [" + (entry + ",").repeat(50) + entry + "]}");
        assertThatThrownBy(() -> sandbox.seed(file)).hasMessageStartingWith(file + ": endpoints[50]: Endpoint.1018");
        assertThat(client.endpoints().list()).isEmpty();
    }

    @Test
    void fileThatIsNotThere_isSaid() {
        Path none = file.resolveSibling("none.json");
        assertThatThrownBy(() -> sandbox.seed(none))
                .isInstanceOf(BadSeedException.class)
                .hasMessageStartingWith(none + ": cannot be read");
    }
}
