package io.github.vpcep.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {
    @RegisterExtension
    static final VpcepSandbox SANDBOX = VpcepSandbox.inMemory();

    @Value("http://localhost:${local.server.port}")
    private String address;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry properties) {
        properties.add("vpcep.endpoint", SANDBOX::uri);
        properties.add("vpcep.project", SANDBOX.account()::projectId);
        properties.add("vpcep.token", SANDBOX.account()::token);
    }

    @Test
    void typesAreWrittenAndReadBySpring() throws Exception {
        String open =
                SANDBOX.client().endpointServices().listPublic().items().get(0).id();

        HttpResponse<String> created = send("{\"endpoint_service_id\":\"" + open
                + "\",\"vpc_id\":\"vpc-1\",\"subnet_id\":\"subnet-1\",\"tags\":[{\"key\":\"k\",\"value\":\"v\"}]}");
        HttpResponse<String> listed =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(at("/endpoints")).build(), BodyHandlers.ofString());

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        Endpoint endpoint = SANDBOX.client().endpoints().list().items().get(0);
        assertThat(endpoint.tags()).singleElement().hasToString("Tag[key=k, value=v]");
        assertThat(listed.body())
                .contains("\"id\":\"" + endpoint.id() + "\"", "\"created_at\":\"" + endpoint.createdAt() + "\"")
                .doesNotContain("null", "additionalProperties");
    }

    @Test
    void bodyOfTheWrongTypeIsTheCallersFault() throws Exception {
        assertThat(send("{\"endpoint_service_id\":[]}").statusCode()).isEqualTo(400);
        assertThat(send("{\"vpc_id\":\"vpc-1\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void interfacesAreServedThroughTheRouter() {
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(address)
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build()) {
            assertThat(client.quotas().list().quotas().resources()).singleElement().satisfies(quota -> {
                assertThat(quota.type()).isEqualTo(ResourceType.ENDPOINT);
                assertThat(quota.quota()).isEqualTo(50);
            });
            assertThatThrownBy(() -> client.endpoints().get("e-1"))
                    .isInstanceOfSatisfying(VpcepServiceException.class, refused -> assertThat(refused.status())
                            .isEqualTo(501));
        }
    }

    private HttpResponse<String> send(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/endpoints"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(address + path);
    }
}
