package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
         "server_type": "VM", "ports": [{"client_port": 80, "server_port": 8080}], "description": "%s"}\
        """;

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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void clientThatOffersHttp2_asJavasOwnDoes_isAnswered(boolean chunked) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (int i = 0; i < 3; i++) {
            byte[] body = SERVICE.formatted(i).replace("8080", "808" + i).getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> created = client.send(
                    to("/vpc-endpoint-services")
                            .POST(
                                    chunked
                                            ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                                            : BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        }
        assertThat(client.send(to("/vpc-endpoint-services").build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"total_count\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: gzip", "Content-Encoding: gzip", "X-Name : x", "no colon"})
    void headersThatLeaveTheBodyOpen_areRefused(String header) throws IOException {
        assertThat(exchange("POST " + PROJECT + "/vpc-endpoints", header + "\r\n", "{}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.0002\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1\r\n\r\n",
                "Content-Length: x\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}"
            })
    void lengthThatIsNone_ends_theConnection(String rest) throws IOException {
        assertThat(raw("POST " + PROJECT + "/vpc-endpoints HTTP/1.1\r\nHost: x\r\n" + TOKEN + rest))
                .startsWith("HTTP/1.1 400 ");
        assertThat(sandbox.client().endpoints().list()).isEmpty();
    }

    @Test
    void tooManyHeaders_endTheConnection() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(100_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(sandbox.client().endpoints().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CONNECT a:1 HTTP/1.1, 400", "PRI * HTTP/2.0, 505"})
    void tunnel_isRefusedAtOnce(String line, String status) throws IOException {
        assertThat(raw(line + "\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\"code\":\"EndPoint.0002\"");
    }

    @Test
    void pathOfBytesThatAreNotEncoded_isRefused() throws IOException {
        assertThat(exchange("GET " + PROJECT + "/vpc-endpoints/\u00e4", "", ""))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.0002\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0d%0ab"})
    void idWithControlCharacters_isNone(String id) throws IOException {
        assertThat(exchange("GET " + PROJECT + "/vpc-endpoints/" + id, "", ""))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.2017\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "a%2fb", ".."})
    void idOfOtherCharacters_isUnknown(String id) throws IOException {
        assertThat(exchange("GET " + PROJECT + "/vpc-endpoints/" + id, "", ""))
                .startsWith("HTTP/1.1 404 ")
                .contains("\"code\":\"EndPoint.2006\"");
    }

    @Test
    void numberOfAMillionDigits_isRefused() throws IOException {
        assertThat(exchange(
                        "POST " + PROJECT + "/vpc-endpoints",
                        "Content-Type: application/json\r\n",
                        "{\"x\":" + "9".repeat(1_000_000) + "}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"EndPoint.0002\"");
    }

    @Test
    void getWithABody_isAnsweredWithoutIt() throws IOException {
        assertThat(exchange("GET " + PROJECT + "/vpc-endpoints", "", "{")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void bodyThatComesInParts_isRead() throws IOException {
        try (Socket socket = connect()) {
            String[] parts = SERVICE.formatted("in parts").split("(?<=,)");
            send(
                    socket,
                    "POST " + PROJECT + "/vpc-endpoint-services HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + TOKEN
                            + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                            + String.join("", parts).length() + "\r\n\r\n");
            // Once this is here, the server waits for the body.
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            for (String part : parts) {
                send(socket, part);
            }
            assertThat(socket.getInputStream().readAllBytes()).asString().contains("HTTP/1.1 200 ", "in parts");
        }
    }

    @Test
    void bodiesBehindTheirHeaders_areAllRead_onConnectionsThatAreKept() {
        String body = "{\"action\":\"count\"}";
        String headers = "POST " + PROJECT + "/endpoint/resource_instances/action HTTP/1.1\r\nHost: x\r\n" + TOKEN
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        IntStream.range(0, 4).parallel().forEach(connection -> {
            try (Socket socket = connect()) {
                InputStream answers = new BufferedInputStream(socket.getInputStream());
                for (int i = 0; i < 1000; i++) {
                    send(socket, headers);
                    send(socket, body);
                    assertThat(answer(answers)).isEqualTo("{\"total_count\":0}");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void bodiesThatNeverCome_keepNobodyFromAnAnswer() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                stalled.add(socket);
                send(
                        socket,
                        "POST " + PROJECT + "/vpc-endpoints HTTP/1.1\r\nHost: x\r\n" + TOKEN
                                + "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n");
                assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            }

            assertThat(sandbox.client().endpoints().list()).isEmpty();
        } finally {
            for (Socket each : stalled) {
                each.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "websocket", "nonsense"})
    void protocolThatIsOffered_isDeclined_andTheConnectionGoesOn(String protocol) throws IOException {
        String body = SERVICE.formatted("");
        String answers = raw("POST " + PROJECT + "/vpc-endpoint-services HTTP/1.1\r\nHost: x\r\n" + TOKEN
                + "Content-Type: application/json\r\nConnection: Upgrade\r\nUpgrade: " + protocol
                + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200 ").contains("\"creating\"", "\"versions\"");
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
        try (Socket socket = connect()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The body of the next answer on a connection. */
    private static String answer(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static Socket connect() throws IOException {
        URI uri = sandbox.uri();
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(5000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
