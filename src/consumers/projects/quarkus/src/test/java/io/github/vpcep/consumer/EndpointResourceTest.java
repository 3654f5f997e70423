package io.github.vpcep.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EndpointResourceTest.Sandbox.class)
class EndpointResourceTest {
    @TestHTTPResource("/endpoints")
    URI endpoints;

    @Test
    void typesAreWrittenAndReadByQuarkus() throws Exception {
        HttpResponse<String> created = send("{\"endpoint_service_id\":\"" + Sandbox.service
                + "\",\"vpc_id\":\"vpc-1\",\"subnet_id\":\"subnet-1\"}");
        HttpResponse<String> listed =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(endpoints).build(), BodyHandlers.ofString());

        assertEquals(200, created.statusCode(), created.body());
        Endpoint endpoint = Sandbox.sandbox.client().endpoints().list().items().get(0);
        assertEquals(Sandbox.service, endpoint.endpointServiceId());
        assertTrue(listed.body().contains("\"id\":\"" + endpoint.id() + "\""), listed.body());
        assertTrue(listed.body().contains("\"created_at\":\"" + endpoint.createdAt() + "\""), listed.body());
    }

    @Test
    void bodyOfTheWrongTypeIsTheCallersFault() throws Exception {
        assertEquals(400, send("{\"endpoint_service_id\":[]}").statusCode());
    }

    private HttpResponse<String> send(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoints)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** The sandbox as what Quarkus starts before the application. */
    public static final class Sandbox implements QuarkusTestResourceLifecycleManager {
        private static String service;
        private static VpcepSandbox sandbox;

        @Override
        public Map<String, String> start() {
            sandbox = VpcepSandbox.start();
            service = sandbox.client().endpointServices().listPublic().items().get(0).id();
            return Map.of(
                    "vpcep.endpoint", sandbox.uri().toString(),
                    "vpcep.project", sandbox.account().projectId(),
                    "vpcep.token", sandbox.account().token(),
                    "quarkus.http.test-port", "0");
        }

        @Override
        public void stop() {
            sandbox.close();
        }
    }
}
