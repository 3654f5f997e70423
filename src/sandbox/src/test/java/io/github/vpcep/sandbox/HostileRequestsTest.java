package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of ours sends. */
@Timeout(30)
class HostileRequestsTest {
    @RegisterExtension
    static final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    private static final String TOKEN = "X-Auth-Token: " + SandboxConfig.DEMO.token() + "\r\n";
    private static final String PROJECT = "/v1/" + SandboxConfig.DEMO.projectId();
    private static final String SERVICE = """
            {"vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4", "port_id": "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
             "server_type": "VM", "ports": [{"client_port": 80, "server_port": 8080}], "description": "%s"}""";

    @Test
    void head_whichNoOperationHas_is405_andRunsNothing() throws IOException {
        String answer = exchange("HEAD " + PROJECT + "/vpc-endpoints", "", "");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, POST\r\n");
        assertThat(sandbox.requests("ListEndpoints")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", "application/", ";"})
    void contentType_thatIsNone_isToldInTheDocumentedBody(String type) throws IOException {
        assertThat(exchange("POST " + PROJECT + "/vpc-endpoints", "Content-Type: " + type + "\r\n", "{}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.0002\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1;a=b/", "//v1/", "/%76%31/", "/v2/"})
    void path_whoseFirstSegmentIsNotV1_isUnknown(String start) throws IOException {
        assertThat(exchange("GET " + start + SandboxConfig.DEMO.projectId() + "/vpc-endpoints", "", ""))
                .startsWith("HTTP/1.1 404 ")
                .contains("\"code\":\"EndPoint.0005\"");
    }

    @Test
    void host_thatIsNoAddress_doesNoHarm() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: [::::::::::]\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("http://localhost/v1");
    }

    @Test
    void clientThatOffersHttp2_asJavasOwnDoes_isAnswered() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> created = client.send(
                    to("/vpc-endpoint-services")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    SERVICE.formatted(i).replace("8080", "808" + i)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        }
        assertThat(client.send(to("/vpc-endpoint-services").build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"total_count\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00 ends", "\\udc00\\ud800"})
    void halfOfACharacter_isRefused_andNothingIsKept(String text) throws Exception {
        String body = SERVICE.formatted(text);
        assertThat(exchange("POST " + PROJECT + "/vpc-endpoint-services", "Content-Type: application/json\r\n", body))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.0002\"");
        assertThat(sandbox.client().endpointServices().list()).isEmpty();
    }

    @Test
    void wholeCharacterBeyondTheBasicPlane_isKept() throws Exception {
        String body = SERVICE.formatted("\\ud83d\\ude00");
        assertThat(exchange("POST " + PROJECT + "/vpc-endpoint-services", "Content-Type: application/json\r\n", body))
                .startsWith("HTTP/1.1 200 ");
        assertThat(sandbox.client().endpointServices().list().items().get(0).description())
                .isEqualTo("\ud83d\ude00");
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + PROJECT + path))
                .timeout(Duration.ofSeconds(5))
                .header("X-Auth-Token", SandboxConfig.DEMO.token())
                .header("Content-Type", "application/json");
    }

    private static String exchange(String line, String headers, String body) throws IOException {
        return raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + TOKEN + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private static String raw(String request) throws IOException {
        URI uri = sandbox.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
