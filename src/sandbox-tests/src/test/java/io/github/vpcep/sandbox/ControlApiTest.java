package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control API over HTTP, in JSON, as a client of any language meets it. */
class ControlApiTest {
    @RegisterExtension
    final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"services": [{"service_name": "orders", "vpc_id": "v", "port_id": "p", "server_type": "VM",
                           "ports": [{"client_port": 443, "server_port": 8443}], "permissions": ["*"]}],
             "endpoints": [{"endpoint_service_id": "orders", "vpc_id": "v", "subnet_id": "s",
                            "project_id": "%s", "status": "pendingAcceptance"}]}
            """.formatted(SandboxConfig.PARTNER.projectId());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(request("/_sandbox" + path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(request("/_sandbox" + path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A list of endpoints by the vendor's API. */
    private int list() throws Exception {
        return send(request("/v1/" + SandboxConfig.DEMO.projectId() + "/vpc-endpoints")
                        .header("X-Auth-Token", SandboxConfig.DEMO.token()))
                .statusCode();
    }

    @Test
    void state_ofAllProjects_isShownAsTheVendorWritesIt() throws Exception {
        assertThat(send("POST", "/seed", SEED).statusCode()).isEqualTo(204);
        JsonNode services = get("/services?project_id=" + SandboxConfig.DEMO.projectId());
        JsonNode endpoints = get("/endpoints");

        assertThat(services.path("total_count").asInt()).isEqualTo(1);
        JsonNode service = services.at("/services/0/service");
        assertThat(service.path("service_name").asText()).contains(".orders.");
        assertThat(service.at("/ports/0/client_port").asInt()).isEqualTo(443);
        assertThat(endpoints.path("total_count").asInt()).isEqualTo(1);
        assertThat(endpoints.at("/endpoints/0/endpoint/status").asText()).isEqualTo("pendingAcceptance");
        assertThat(endpoints.at("/endpoints/0/project_id").asText()).isEqualTo(SandboxConfig.PARTNER.projectId());
        String id = service.path("id").asText();
        assertThat(get("/services/" + id + "/connections")
                        .at("/connections/0/domain_id")
                        .asText())
                .isEqualTo(SandboxConfig.PARTNER.domainId());
        assertThat(get("/services/" + id + "/permissions")
                        .at("/permissions/0/permission")
                        .asText())
                .isEqualTo("*");
    }

    @Test
    void lists_goPageByPage_overProjectsAndPublicServices() throws Exception {
        send("POST", "/seed", SEED);
        int total = get("/services?limit=1").path("total_count").asInt();
        int found = 0;
        for (int offset = 0; offset < total + 1; offset++) {
            JsonNode page = get("/services?limit=1&offset=" + offset);
            assertThat(page.path("total_count").asInt()).isEqualTo(total);
            found += page.path("services").size();
        }

        assertThat(total).isGreaterThan(2);
        assertThat(found).isEqualTo(total);
        assertThat(get("/services?limit=1000").path("services")).hasSize(total);
    }

    @Test
    void requests_areShownWithTheirAnswers_andFiltered() throws Exception {
        list();
        send(request("/v1/" + SandboxConfig.DEMO.projectId() + "/vpc-endpoints?colour=red"));
        JsonNode all = get("/requests");

        assertThat(all.path("total_count").asInt()).isEqualTo(2);
        assertThat(all.at("/requests/0/status").asInt()).isEqualTo(200);
        assertThat(all.at("/requests/0/answer").asText()).contains("\"total_count\":0");
        assertThat(all.at("/requests/0/project_id").asText()).isEqualTo(SandboxConfig.DEMO.projectId());
        assertThat(all.at("/requests/0/headers/x-auth-token").asText()).isEqualTo("***");
        assertThat(all.at("/requests/1/code").asText()).isNotEmpty();
        assertThat(all.at("/requests/1").has("project_id")).isFalse();
        assertThat(get("/requests?status=401").path("requests")).hasSize(1);
        assertThat(get("/requests?limit=1").at("/requests/0/status").asInt()).isEqualTo(401);
        assertThat(get("/requests/count?operation_id=ListEndpoints")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/requests?after=" + all.at("/requests/0/number").asInt())
                        .path("requests"))
                .hasSize(1);
    }

    @Test
    void unknownThings_inTheRequestsOfTheService_areShown() throws Exception {
        send(request("/v1/" + SandboxConfig.DEMO.projectId() + "/vpc-endpoints?colour=red")
                .header("X-Auth-Token", SandboxConfig.DEMO.token()));
        list();

        assertThat(get("/requests?unknown=true").at("/requests/0/unknown/0").asText())
                .isEqualTo("?colour");
        assertThat(get("/requests/count?unknown=false").path("count").asInt()).isEqualTo(1);
    }

    @Test
    void nthRequest_isAnsweredAsSoonAsItIsThere() throws Exception {
        CompletableFuture<HttpResponse<String>> second = http.sendAsync(
                request("/_sandbox/requests/nth?operation_id=ListEndpoints&n=2&timeout=PT1M")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        list();
        list();

        HttpResponse<String> answer = second.get(1, TimeUnit.MINUTES);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("operation_id").asText()).isEqualTo("ListEndpoints");
    }

    @Test
    void nthRequest_thatDoesNotCome_isAnErrorThatCounts() throws Exception {
        list();
        HttpResponse<String> answer = send(request("/_sandbox/requests/nth?n=2&timeout=PT0.01S"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Sandbox.TimeUp", "1 of 2");
    }

    @Test
    void stream_sendsWhatIsKept_thenWhatComes() throws Exception {
        list();
        try (Socket socket = new Socket(sandbox.uri().getHost(), sandbox.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /_sandbox/requests/stream?after=0 HTTP/1.1\r\nHost: "
                                    + sandbox.uri().getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(data(lines)).contains("\"operation_id\":\"ListEndpoints\"", "\"status\":200");
            sandbox.faults().next("ListEndpoints", 1).withAnswer(418, java.util.Map.of(), "");
            list();
            assertThat(data(lines)).contains("\"status\":418", "\"fault\":\"answer\"");
            sandbox.reset();
            assertThat(line(lines, "event: ")).isEqualTo("event: reset");
        }
    }

    private static String data(BufferedReader lines) throws IOException {
        assertThat(line(lines, "event: ")).isEqualTo("event: request");
        assertThat(line(lines, "id: ")).matches("id: [0-9]+");
        return line(lines, "data: ");
    }

    private static String line(BufferedReader lines, String beginning) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line that begins with " + beginning).isNotNull();
        return line;
    }

    @Test
    void mistakes_ofATest_showInTheHealth_andResetMendsThem() throws Exception {
        send("POST", "/faults", "{\"kind\": \"dropped_connection\"}");
        send("POST", "/clock/advance", "{\"by\": \"PT24H\"}");
        send("PATCH", "/settings", "{\"strict\": true, \"quotas\": {\"endpoints\": 0}}");
        JsonNode health = get("/health");
        assertThat(health.path("endless_faults").asInt()).isEqualTo(1);
        assertThat(health.at("/clock/ahead").asText()).isEqualTo("PT24H");
        assertThat(health.path("settings_changed").asBoolean()).isTrue();
        assertThat(send(request("/healthz")).body())
                .isEqualTo("{\"status\":\"up\",\"clock_ahead\":\"PT24H\",\"endless_faults\":1}");

        assertThat(send("POST", "/reset", "").statusCode()).isEqualTo(204);

        JsonNode after = get("/health");
        assertThat(after.path("faults").asInt()).isZero();
        assertThat(after.at("/clock/ahead").asText()).isEqualTo("PT0S");
        assertThat(after.path("settings_changed").asBoolean()).isFalse();
        assertThat(send(request("/healthz")).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(list()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /faults | {\"kind\": \"flood\"} | 400 | kind",
                "POST | /faults | {\"kind\": \"error\"} | 400 | error is missing",
                "POST | /faults | {\"kind\": \"error\", \"error\": \"No.1\"} | 400 | catalogue",
                "POST | /faults | {\"kind\": \"none\", \"operation_id\": \"ListEndpoint\"} | 400 | ListEndpoint",
                "POST | /faults | {\"kind\": \"none\", \"path\": \"(\"} | 400 | regular expression",
                "POST | /faults | {\"kind\": \"none\", \"calls\": 0} | 400 | calls",
                "POST | /faults | {\"kind\": \"none\", \"delay\": \"soon\"} | 400 | delay",
                "POST | /faults | {\"kind\": \"none\", \"colour\": 1} | 400 | colour",
                "POST | /faults | {} | 400 | kind",
                "POST | /faults | no JSON | 400 | JSON",
                "DELETE | /faults/f-99 | '' | 404 | f-99",
                "POST | /clock/advance | {\"by\": \"-PT1H\"} | 400 | by",
                "POST | /clock/advance | {\"by\": \"PT99999999999H\"} | 400 | ahead",
                "PUT | /clock/time | {\"now\": \"2020-01-01T00:00:00Z\"} | 400 | go back",
                "PATCH | /settings | {\"quotas\": {\"endpoints\": -1}} | 400 | quotas.endpoints",
                "PATCH | /settings | {\"region\": \"x\"} | 400 | region",
                "POST | /seed | {\"services\": [{\"vpc_id\": \"v\"}]} | 400 | services[0]",
                "GET | /services/none | '' | 404 | none",
                "PUT | /services/none/status | {\"status\": \"failed\"} | 404 | none",
                "PUT | /endpoints/none/status | {\"status\": \"odd\"} | 400 | odd",
                "GET | /requests/nth?timeout=PT2M | '' | 400 | PT1M",
                "GET | /requests/nth?operation_id=ListEndpoint | '' | 400 | ListEndpoint",
                "GET | /requests?limit=0 | '' | 400 | limit",
                "GET | /requests?colour=red | '' | 400 | colour",
                "GET | /nowhere | '' | 404 | path",
                "PUT | /reset | '' | 405 | POST",
                "PUT | /docs | '' | 405 | GET"
            })
    void whatIsNotAllowed_isSaidInOneShape(String method, String path, String body, int status, String said)
            throws Exception {
        HttpResponse<String> answer = send(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asText()).startsWith("Sandbox.");
        assertThat(error.path("message").asText()).containsIgnoringCase(said);
        assertThat(get("/faults").path("faults")).isEmpty();
    }
}
