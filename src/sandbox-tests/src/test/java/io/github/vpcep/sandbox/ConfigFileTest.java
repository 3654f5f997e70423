package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.domain.PublicService;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A set-up from a file. */
class ConfigFileTest {
    private static final String ACCOUNT = "{'accounts': [{'domain_id': 'd', 'project_id': 'p', 'access_key': 'a',"
            + " 'secret_key': 's', 'token': 't'";

    private final Path file;

    ConfigFileTest(@TempDir Path directory) {
        this.file = directory.resolve("config.json");
    }

    private SandboxConfig config(String text) throws IOException {
        return SandboxConfig.fromFile(Files.writeString(file, text.replace('\'', '"')));
    }

    @Test
    void emptyObject_isTheStandard() throws IOException {
        SandboxConfig standard = SandboxConfig.standard();
        SandboxConfig read = config("{}");
        assertThat(read.settings()).isEqualTo(standard.settings());
        assertThat(read.publicServices()).isEqualTo(standard.publicServices());
        assertThat(read.accounts().all()).isEqualTo(standard.accounts().all());
    }

    @Test
    void control_isOnWithoutAKey_unlessItIsSaid() throws IOException {
        assertThat(config("{}").control()).isTrue();
        assertThat(config("{}").controlKey()).isNull();
        assertThat(config("{'control': {'on': true}}").control()).isTrue();
        assertThat(config("{'control': {'on': false}}").control()).isFalse();
        assertThat(config("{'control': {'key': '0123456789abcdef'}}").controlKey())
                .isEqualTo("0123456789abcdef");
        assertThat(config("{'control': {'key': '0123456789abcdef'}}").toString())
                .doesNotContain("0123456789abcdef");
        assertThatThrownBy(() -> config("{'control': {'key': 'short'}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("control.key has to be of 16 visible characters");
    }

    @Test
    void metadata_isThere_whenItHasAPort() throws IOException {
        assertThat(config("{}").metadataPort()).isEmpty();
        assertThat(config("{'metadata': {'port': 0}}").metadataPort()).hasValue(0);
        assertThatThrownBy(() -> config("{'metadata': {}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("metadata.port");
        assertThatThrownBy(() -> config("{'metadata': {'port': 65536}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metadata.port is 65536; allowed are 0 to 65535");
    }

    @Test
    void everyKey_isTakenOver() throws IOException {
        SandboxConfig read =
                config("{'region': 'eu-1', 'strict': true, 'accounts': [{'domain_id': 'd', 'project_id': 'p',"
                        + " 'access_key': 'a', 'secret_key': 's', 'token': 't', 'user_name': 'u', 'password': 'w',"
                        + " 'agencies': [{'name': 'ops', 'domain_id': 'd2'}]}],"
                        + " 'quotas': {'endpoint_services': 1, 'endpoints': 2}, 'limits': {'port_mappings': 3,"
                        + " 'whitelist_records': 4, 'whitelist_batch': 5, 'endpoint_whitelist': 6, 'description_length': 7},"
                        + " 'public_services': [{'name': 'swr', 'type': 'interface', 'charged': true},"
                        + " {'name': 'css', 'type': 'gateway'}],"
                        + " 'delays': {'endpoint_services': 'PT8S', 'endpoints': 'PT0.5S'}}");
        assertThat(read.accounts().all())
                .containsExactly(Account.builder()
                        .domainId("d")
                        .projectId("p")
                        .accessKey("a", "s")
                        .token("t")
                        .user("u", "w")
                        .agency("ops", "d2")
                        .build());
        assertThat(read.settings().toString())
                .contains("region=eu-1", "serviceQuota=1", "endpointQuota=2", "portMappings=3", "whitelistRecords=4")
                .contains("strict=true", "whitelistBatch=5", "endpointWhitelist=6", "descriptionLength=7");
        assertThat(read.settings().serviceDelay()).isEqualTo(Duration.ofSeconds(8));
        assertThat(read.settings().endpointDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(read.publicServices())
                .containsExactly(
                        new PublicService("swr", EndpointServiceType.INTERFACE, true),
                        new PublicService("css", EndpointServiceType.GATEWAY, false));
    }

    @Test
    void number_mayBeZero() throws IOException {
        assertThat(config("{'quotas': {'endpoints': 0}}").settings().endpointQuota())
                .isZero();
    }

    @Test
    void vpcs_areTakenOver_withWhatTheyHold() throws IOException {
        SandboxConfig read = config("{'vpcs': [{'id': 'v', 'project_id': 'p',"
                + " 'subnets': [{'id': 's', 'cidr': '192.168.0.0/24'}],"
                + " 'ports': [{'id': 'q'}, {'id': 'r', 'load_balancer': 'shared', 'max_services': 5}],"
                + " 'route_tables': [{'id': 't', 'default': true}, {'id': 'u'}]}, {'id': 'w'}]}");
        assertThat(read.vpcs().all())
                .containsExactly(
                        Vpc.of("v")
                                .inProject("p")
                                .withSubnets(new Subnet("s", "192.168.0.0/24"))
                                .withPorts(
                                        Port.of("q"),
                                        Port.of("r").withLoadBalancer("shared").withMaxServices(5))
                                .withRouteTables(new RouteTable("t", true), new RouteTable("u", false)),
                        Vpc.of("w"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'quota': {}}|quota is not known; allowed are accounts, control, delays, limits, metadata, public_services, quotas, region, strict, vpcs",
                "{'quotas': {'endpoint': 1}}|quotas.endpoint is not known; allowed are endpoint_services, endpoints",
                "{'quotas': {'endpoints': '1'}}|quotas.endpoints has to be a whole number",
                "{'quotas': {'endpoints': 1.5}}|quotas.endpoints has to be a whole number",
                "{'quotas': {'endpoints': 99999999999}}|quotas.endpoints is too large, or of another kind than is allowed",
                "{'quotas': []}|quotas has to be an object",
                "{'strict': 'true'}|strict has to be true or false",
                "{'region': 1}|region has to be a text",
                "{'delays': {'endpoints': '2s'}}|delays.endpoints is \"2s\"; allowed is an ISO 8601 duration",
                "{'delays': {'endpoints': 'PT-2S'}}|delays.endpoints is \"PT-2S\"; allowed is an ISO 8601 duration",
                "{'region': 'EU 1'}|region is \"EU 1\"; allowed are small letters",
                "{'accounts': []}|accounts is empty",
                "{'accounts': [null]}|accounts[0] is missing",
                "{'accounts': [1]}|accounts[0] has to be an object",
                "{'accounts': [{'agencies': {}}]}|accounts[0].agencies has to be a list",
                "{'accounts': [{'domain_id': 'd'}]}|accounts[0].project_id is missing",
                "{'accounts': [{'domain_id': ' '}]}|accounts[0].domain_id is blank",
                "{'accounts': [{'domain_id': 1}]}|accounts[0].domain_id has to be a text",
                "{'accounts': [{'user_name': 'u'}]}|accounts[0]: user_name and password come together",
                "{'accounts': [{'password': 'w'}]}|accounts[0]: user_name and password come together",
                ACCOUNT + ", 'agencies': [{'domain_id': 'd2'}]}]}|accounts[0].agencies[0].name is missing",
                ACCOUNT
                        + ", 'agencies': [{'name': 'ops', 'domain_id': ''}]}]}|accounts[0].agencies[0].domain_id is blank",
                "{'public_services': [{'type': 'gateway'}]}|public_services[0].name is missing",
                "{'public_services': [{'name': 'x'}]}|public_services[0].type is missing",
                "{'public_services': [{'name': 'x', 'type': 'y'}]}|public_services[0].type is \"y\"; allowed are",
                "{'vpcs': {}}|vpcs has to be a list",
                "{'vpcs': [{}]}|vpcs[0].id is missing",
                "{'vpcs': [{'id': ''}]}|vpcs[0].id is \"\"; allowed are 1 to 64 characters",
                "{'vpcs': [{'id': 'v', 'cidr': 'x'}]}|vpcs[0].cidr is not known; allowed are id, ports, project_id",
                "{'vpcs': [{'id': 'v'}, {'id': 'v'}]}|vpcs: the id v belongs to more than one VPC",
                "{'vpcs': [{'id': 'v', 'subnets': [{}]}]}|vpcs[0].subnets[0].id is missing",
                "{'vpcs': [{'id': 'v', 'ports': [{}]}]}|vpcs[0].ports[0].id is missing",
                "{'vpcs': [{'id': 'v', 'route_tables': [{}]}]}|vpcs[0].route_tables[0].id is missing",
                "{'vpcs': [{'id': 'v', 'subnets': [{'id': 's'}]}]}|vpcs[0].subnets[0].cidr is missing",
                "{'vpcs': [{'id': 'v', 'subnets': [{'id': 's', 'cidr': '10.0.0.1/8'}]}]}|vpcs[0].subnets[0].cidr is \"10.0.0.1",
                "{'vpcs': [{'id': 'v', 'ports': [{'id': 'p', 'max_services': -1}]}]}|vpcs[0].ports[0].max_services is -1",
                "{'vpcs': [{'id': 'v', 'ports': [{'id': 'p'}, {'id': 'p'}]}]}|vpcs: the id p belongs to more than one port",
                "{'vpcs': [{'id': 'v', 'route_tables': [{'id': 't', 'default': 1}]}]}|vpcs[0].route_tables[0].default has to be true or false",
                "{'vpcs': [{'id': 'v', 'route_tables': [{'id': 't', 'default': true}, {'id': 'u', 'default': true}]}]}|vpcs[0].route_tables has 2",
                "{'region': 'a', 'region': 'b'}|is not JSON at line 1",
                "{'region'|is not JSON at line 1, column 10, or has a key there twice",
                "[]|has to hold one JSON object",
                "null|has to hold one JSON object",
            })
    void whatIsNotAllowed_isSaidWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> config(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "quotas, endpoint_services",
        "quotas, endpoints",
        "limits, port_mappings",
        "limits, whitelist_records",
        "limits, whitelist_batch",
        "limits, endpoint_whitelist",
        "limits, description_length",
    })
    void numberBelowZero_isRefusedByItsName(String group, String name) {
        assertThatThrownBy(() -> config("{'" + group + "': {'" + name + "': -1}}"))
                .hasMessage(group + "." + name + " is -1; allowed is 0 and more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint_services", "endpoints"})
    void delayThatIsNone_isRefusedByItsName(String name) {
        assertThatThrownBy(() -> config("{'delays': {'" + name + "': '8'}}"))
                .hasMessageStartingWith("delays." + name + " is \"8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain_id", "project_id", "access_key", "secret_key", "token"})
    void textOfAnAccount_thatIsMissingOrBlank_isRefusedByItsName(String name) {
        String value = ACCOUNT.replaceFirst(".*'" + name + "': ('[a-z]').*", "$1");
        String text = "'" + name + "': " + value;
        assertThatThrownBy(() -> config(ACCOUNT.replace(text, "'user_name': 'u'") + ", 'password': 'w'}]}"))
                .hasMessage("accounts[0]." + name + " is missing");
        assertThatThrownBy(() -> config(ACCOUNT.replace(text, "'" + name + "': '\\t'") + "}]}"))
                .hasMessage("accounts[0]." + name + " is blank");
    }

    /** Each of the secrets of an account, at each mistake that a message could repeat. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'accounts': [{'domain_id': 'd', 'secret_key': ['top']}]}",
                "{'accounts': [{'domain_id': 'd', 'token': {'top': 'top'}}]}",
                "{'accounts': [{'domain_id': 'd', 'password': {'is': 'top'}}]}",
                "{'accounts': [{'domain_id': 'd', 'secret': 'top'}]}",
                "{'accounts': [{'domain_id': 'd', 'secret_key': 'top', 'token': 'top', 'password': 'top'}]}",
                "{'accounts': [{'secret_key': 'top', 'token': 'top', 'password': 'top' 'domain_id': 'd'}]}",
                "{'accounts': [{'secret_key': 'top', 'password': top}]}",
                "{'accounts': [{'secret_key': 'top', 'password': 'top",
                "{'accounts': ['top']}",
                "{'accounts': [{'domain_id': 'd', 'project_id': 'p', 'access_key': 'a', 'secret_key': 'top', 'token': 'top'},"
                        + " {'domain_id': 'd', 'project_id': 'q', 'access_key': 'a', 'secret_key': 'top2', 'token': 'top'}]}",
                "{'accounts': [{'domain_id': 'd', 'project_id': 'p', 'access_key': 'a', 'secret_key': 'top', 'token': 'top',"
                        + " 'password': 'top'}]}",
            })
    void mistakeBesideASecret_isSaidWithoutIt(String text) {
        assertThatThrownBy(() -> config(text)).satisfies(thrown -> {
            StringWriter printed = new StringWriter();
            thrown.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString()).doesNotContainPattern("\\btop");
        });
    }

    @Test
    void config_isShownWithoutSecrets() throws IOException {
        SandboxConfig read = config("{'accounts': [{'domain_id': 'd', 'project_id': 'p', 'access_key': 'a',"
                + " 'secret_key': 'top-1', 'token': 'top-2', 'user_name': 'u', 'password': 'top-3'}]}");
        assertThat(read.toString() + read.accounts().all())
                .contains("projectId=p")
                .doesNotContain("top");
    }
}
