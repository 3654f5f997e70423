package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.runtime.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata service, from its own address to calls that are signed with what it gives out. */
class MetadataTest {
    private static final String TOKEN = "/meta-data/latest/api/token";
    private static final String KEY = "/openstack/latest/securitykey";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static VpcepSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = VpcepSandbox.start(SandboxConfig.standard().withMetadata(0), StoreUnderTest.empty());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.metadataUri() + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(int seconds) throws Exception {
        HttpResponse<String> answer = send(to(TOKEN)
                .header("X-Metadata-Token-Ttl-Seconds", String.valueOf(seconds))
                .PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int key(String token) throws Exception {
        return send(to(KEY).header("X-Metadata-Token", token)).statusCode();
    }

    private static VpcepClient client() {
        return VpcepClient.builder()
                .region("cn-north-4")
                .endpoint(sandbox.uri())
                .iamEndpoint(sandbox.uri())
                .credentials(Credentials.metadata().endpoint(sandbox.metadataUri()))
                .build();
    }

    private static List<String> statuses() {
        return sandbox.requests("ListEndpoints").stream()
                .map(each -> String.valueOf(each.status()))
                .toList();
    }

    @Test
    void clientOfTheMachine_signsWithItsKey_andFindsItsProject() {
        try (VpcepClient client = client()) {
            assertThat(client.endpoints().list().totalCount()).isZero();
        }
        RecordedRequest request = sandbox.requests("ListEndpoints").get(0);
        assertThat(request.projectId()).isEqualTo(sandbox.account().projectId());
        assertThat(request.headers()).containsEntry("x-security-token", "***");
    }

    @Test
    void clientOfTheMachine_renewsItsKey_whenThatHasEnded() {
        try (VpcepClient client = client()) {
            client.endpoints().list();
            sandbox.clock().advance(Duration.ofMinutes(61));
            client.endpoints().list();
            client.endpoints().list();
        }
        assertThat(statuses()).startsWith("200", "401").endsWith("200", "200");
    }

    @Test
    void clientOfTheMachine_goesOnAfterAReset() {
        try (VpcepClient client = client()) {
            client.endpoints().list();
            sandbox.reset();
            sandbox.clock().advance(Duration.ofMinutes(61));
            client.endpoints().list();
        }
        assertThat(statuses()).startsWith("401").endsWith("200");
    }

    @Test
    void programWithStandardCredentials_findsThoseOfTheMachineLast(@TempDir Path home) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ByStandardCredentials.class.getName(),
                        sandbox.uri().toString())
                .redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.matches("(HW|HUAWEICLOUD|OS)_.*"));
        program.environment()
                .put("VPCEP_METADATA_ENDPOINT", sandbox.metadataUri().toString());
        Process started = program.start();

        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("0 endpoints");
        assertThat(started.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "21600"})
    void token_opensTheKey_untilItEnds(int seconds) throws Exception {
        String token = token(seconds);
        assertThat(key(token)).isEqualTo(200);

        sandbox.clock().advance(Duration.ofSeconds(seconds));

        assertThat(key(token)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"0", "21601", "-1", "one", "''"})
    void token_ofABadLife_isRefused(String seconds) throws Exception {
        HttpResponse<String> answer =
                send(to(TOKEN).header("X-Metadata-Token-Ttl-Seconds", seconds).PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1 to 21600");
    }

    @Test
    void token_withoutALife_isRefused() throws Exception {
        assertThat(send(to(TOKEN).PUT(BodyPublishers.noBody())).statusCode()).isEqualTo(400);
    }

    @Test
    void key_lastsAnHour() throws Exception {
        Instant before = sandbox.clock().instant();
        String body = send(to(KEY)).body();
        Instant after = sandbox.clock().instant();

        String end = body.replaceAll(".*\"expires_at\":\"([^\"]*)\".*", "$1");
        assertThat(Instant.parse(end)).isBetween(before.plusSeconds(3599), after.plusSeconds(3601));
    }

    @Test
    void key_isGivenWithoutAToken_andNotForABadOne() throws Exception {
        HttpResponse<String> answer = send(to(KEY));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"access\":\"HST", "\"secret\":", "\"securitytoken\":", "\"expires_at\":");
        assertThat(key("none")).isEqualTo(401);
        assertThat(key(token(60) + "x")).isEqualTo(401);
        assertThat(key(sandbox.account().token())).isEqualTo(401);
    }

    @Test
    void tokens_endWithAReset() throws Exception {
        String token = token(60);
        sandbox.reset();
        assertThat(key(token)).isEqualTo(401);
    }

    @Test
    void machine_tellsItsProjectAndRegion() throws Exception {
        assertThat(send(to("/openstack/latest/meta_data.json")).body())
                .contains("\"project_id\":\"" + sandbox.account().projectId() + "\"", "\"region_id\":\"cn-north-4\"");
    }

    @Test
    void otherPathsAndMethods_areRefused() throws Exception {
        assertThat(send(to("/openstack/latest")).statusCode()).isEqualTo(404);
        assertThat(send(to("/v1/" + sandbox.account().projectId() + "/vpc-endpoints"))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> answer = send(to(TOKEN));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("PUT");
    }

    @Test
    void requestThatIsNoHttp_isRefused() throws IOException {
        URI uri = sandbox.metadataUri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/3.0\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 505 ");
        }
    }

    @Test
    void service_isNotThere_unlessItIsAskedFor() {
        try (VpcepSandbox without = VpcepSandbox.start()) {
            assertThatIllegalStateException()
                    .isThrownBy(without::metadataUri)
                    .withMessageContaining("SandboxConfig.withMetadata(0)");
        }
    }

    @Test
    void service_isForThisMachine_whateverTheSandboxListensOn_andEndsWithIt() {
        SandboxConfig config =
                SandboxConfig.standard().withHost("0.0.0.0").withoutControl().withMetadata(0);
        URI address;
        try (VpcepSandbox open = VpcepSandbox.start(config)) {
            address = open.metadataUri();
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(address.getPort()).isNotEqualTo(open.uri().getPort());
        }
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(address.getHost(), address.getPort()).close());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void portThatIsTaken_keepsTheSandboxFromStarting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SandboxConfig config = SandboxConfig.standard().withMetadata(taken.getLocalPort());
            int free = free();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> VpcepSandbox.start(config.withPort(free)))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort());
            // The sandbox has left the port that it had already.
            new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void port_isOneThatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxConfig.standard().withMetadata(65536))
                .withMessageContaining("0 to 65535");
    }
}
