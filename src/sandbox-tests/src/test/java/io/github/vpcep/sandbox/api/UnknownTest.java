package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.Running.SERVICES;
import static io.github.vpcep.sandbox.api.ServerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract does not have: properties and parameters, and values of other kinds. */
class UnknownTest {
    private static final String SERVICE = """
            {"port_id":"q","vpc_id":"v","server_type":"LB","colour":"red",
            "ports":[{"client_port":1,"server_port":2},{"client_port":3,"server_port":4,"colour":{"a":[1]}}],
            "tags":[{"key":"k","value":"v","colour":"red"}]}""";

    private Running server = new Running();

    @AfterEach
    void stop() {
        server.close();
    }

    private void beStrict() {
        server.close();
        server = new Running(Limits.standard(), Settings.builder().strict(true).build());
    }

    private RecordedRequest recorded(String operation) {
        return server.journal.requests(operation).get(0);
    }

    @Test
    void properties_areNotKept_andTold() {
        HttpResponse<String> created = server.post(SERVICES, SERVICE);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(recorded("CreateEndpointService").unknown())
                .containsExactly("colour", "ports[1].colour", "tags[0].colour");
        assertThat(created.body()).contains("client_port").doesNotContain("colour");
        assertThat(server.get(SERVICES).body()).contains("\"key\":\"k\"").doesNotContain("colour");
    }

    @Test
    void propertiesOfAPolicy_areTold() {
        server.post(
                ENDPOINTS,
                "{\"vpc_id\":\"v\",\"endpoint_service_id\":\"s\",\"policy_statement\":[{\"Effect\":\"Allow\","
                        + "\"Action\":[\"*\"],\"Resource\":[\"*\"],\"colour\":\"red\"}]}");

        assertThat(recorded("CreateEndpoint").unknown()).containsExactly("policy_statement[0].colour");
    }

    @Test
    void queriesOfTags_tellTheirProperties() {
        HttpResponse<String> answer = server.post(
                "/v1/" + ALICE.projectId() + "/endpoint/resource_instances/action",
                "{\"action\":\"filter\",\"limit\":1,\"tags\":[{\"key\":\"k\",\"values\":[],\"colour\":1}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(recorded("ListResourceInstances").unknown()).containsExactly("tags[0].colour");
    }

    @Test
    void parameters_areTold() {
        assertThat(server.get(ENDPOINTS + "?colour=red&limit=5&size=1").statusCode())
                .isEqualTo(200);
        assertThat(recorded("ListEndpoints").unknown()).containsExactly("?colour", "?size");
    }

    @Test
    void requestWithNothingUnknown_tellsNothing() {
        server.get(ENDPOINTS + "?limit=5");

        assertThat(recorded("ListEndpoints").unknown()).isEmpty();
    }

    @Test
    void strictSandbox_refusesTheRequest_namingEach() {
        beStrict();
        HttpResponse<String> refused = server.post(SERVICES, SERVICE);

        assertError(refused, 400, "EndPoint.0002");
        assertThat(refused.body()).contains("does not have colour, ports[1].colour, tags[0].colour.");
        assertThat(recorded("CreateEndpointService").unknown()).hasSize(3);
        assertThat(server.get(SERVICES).body()).contains("\"total_count\":0");
        assertError(server.get(ENDPOINTS + "?colour=red"), 400, "EndPoint.0002");
        assertThat(server.get(ENDPOINTS + "?limit=5").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"description\":null|description, where it has a value and not null",
                "\"enable_dns\":\" \"|enable_dns",
                "\"enable_dns\":\"\"|enable_dns",
                "\"enable_dns\":null|enable_dns",
                "\"whitelist\":null|whitelist, where it has a value and not null",
                "\"enable_whitelist\":\" \"|enable_whitelist",
                "\"tags\":[{\"key\":\"k\",\"value\":null}]|tags[0].value"
            })
    void valuesThatAreNone_areRefusedWithTheirPlace(String property, String place) {
        HttpResponse<String> refused =
                server.post(ENDPOINTS, "{\"vpc_id\":\"v\",\"endpoint_service_id\":\"s\"," + property.strip() + "}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(place);
    }

    @Test
    void nullForWhatIsRequired_isAnsweredAsItsAbsence() {
        String absent =
                server.post(ENDPOINTS, "{\"endpoint_service_id\":\"s\"}").body();

        assertThat(server.post(ENDPOINTS, "{\"endpoint_service_id\":\"s\",\"vpc_id\":null}")
                        .body())
                .isEqualTo(absent)
                .contains("vpc_id");
    }

    @Test
    void enumerationOfThePath_inAnotherLetterCase_isRefused() {
        assertError(
                server.send(server.request("/v1/" + ALICE.projectId() + "/ENDPOINT/tags")
                        .GET()),
                400,
                "EndPoint.3070");
        assertError(
                server.send(server.request("/v1/" + ALICE.projectId() + "/Endpoint/e/tags/action")
                        .POST(BodyPublishers.ofString("{}"))),
                400,
                "EndPoint.3070");
    }
}
