package io.github.vpcep.examples;

import static io.github.vpcep.sandbox.SandboxConfig.DEMO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TagValues;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every example runs against the sandbox and prints what its reader is to see. */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
    private static final String PROJECT = DEMO.projectId();
    private static final String TOKEN = DEMO.token();
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";

    @RegisterExtension
    static final VpcepSandbox sandbox =
            VpcepSandbox.inMemory(SandboxConfig.standard().withMetadata(0));

    @Test
    void quickstart_leadsAServiceAndItsEndpointsThroughTheirLives() throws Exception {
        assertThat(output(() -> Quickstart.main(new String[0])))
                .containsSubsequence(
                        "v1 is CURRENT",
                        "is creating",
                        "may connect",
                        "is pendingAcceptance",
                        "is accepted, at 10.",
                        "now called invoices",
                        "tags [Tag",
                        "Allow [obs:*:*] on [obs:*:*:*:*]",
                        "endpoint: 2 of 50",
                        "ConflictException: DeleteEndpointService failed with HTTP 400 EndPoint.3006",
                        "is gone",
                        "is gone",
                        "is gone");
    }

    @Test
    void firstCalls_listsAndRenames() throws Exception {
        String service = service();
        Endpoint endpoint = sandbox.client().endpoints().create(to(service));
        accept(service, endpoint.id());

        assertThat(output(() -> FirstCalls.main(new String[] {endpoint(), PROJECT, TOKEN, service})))
                .contains(endpoint.id(), "huaweicloud.com", "orders");
    }

    @Test
    void serveOnTheJdk_servesWhatItImplements_andRefusesTheRest() throws Exception {
        HttpServer server = ServeOnTheJdk.start(0);
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .projectId(PROJECT)
                .credentials(Credentials.token(TOKEN))
                .retry(RetryPolicy.none())
                .build()) {
            String endpoint = "4189d3c2-8882-4871-a3c2-d380272eed83";
            assertThat(client.quotas().list().quotas().resources())
                    .singleElement()
                    .returns(1, Quota::used);
            client.tags().add(ResourceType.ENDPOINT, endpoint, Tag.of("team", "orders"), Tag.of("env", "test"));
            client.tags().remove(ResourceType.ENDPOINT, endpoint, Tag.of("env", "test"));
            assertThat(client.tags().list(ResourceType.ENDPOINT).tags())
                    .singleElement()
                    .returns("team", TagValues::key)
                    .returns(List.of("orders"), TagValues::values);
            assertThatThrownBy(() -> client.tags().add(ResourceType.ENDPOINT, "another", Tag.of("team", "orders")))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("EndPoint.2006")
                    .hasMessageContaining("(another)");
            assertThatThrownBy(() -> client.endpoints().list(q -> q.limit(0)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("parameter invalid at limit: allowed is at least 1 (ListEndpoints)");
            assertThatThrownBy(() -> client.endpoints().list())
                    .isInstanceOfSatisfying(
                            VpcepServiceException.class,
                            e -> assertThat(e.status()).isEqualTo(501));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void signWithAccessKey_isAnswered() throws Exception {
        assertThat(output(() ->
                        SignWithAccessKey.main(new String[] {endpoint(), PROJECT, DEMO.accessKey(), DEMO.secretKey()})))
                .contains("2 public services");
    }

    @Test
    void passwordToken_isFetchedAndUsed() throws Exception {
        assertThat(output(() -> PasswordToken.main(new String[] {
                    endpoint(), PROJECT, endpoint(), DEMO.userName(), DEMO.password(), DEMO.domainId(), "cn-north-4"
                })))
                .contains("0 endpoints");
        assertThat(sandbox.requests("ListEndpoints")).hasSize(1);
    }

    @Test
    void readAllPages_printsEveryEndpoint() throws Exception {
        String service = service();
        for (int i = 0; i < 3; i++) {
            sandbox.client().endpoints().create(to(service));
        }

        assertThat(output(() -> ReadAllPages.main(new String[] {endpoint(), PROJECT, TOKEN}))
                        .lines())
                .hasSize(4)
                .contains("3 of 3");
    }

    @Test
    void callAsync_combinesTwoCalls() throws Exception {
        assertThat(output(() -> CallAsync.main(new String[] {endpoint(), PROJECT, TOKEN})))
                .contains("2 public services, 0 endpoints");
    }

    @Test
    void connectAndWait_whenAccepted_tellsTheAddress() throws Exception {
        String service = service(s -> s.approvalEnabled(false));

        assertThat(output(() -> ConnectAndWait.main(new String[] {endpoint(), PROJECT, TOKEN, service, VPC, SUBNET})))
                .contains("is creating", "reached at 10.");
    }

    @Test
    void handleErrors_tellsWhatToDo() throws Exception {
        assertThat(output(() -> HandleErrors.main(new String[] {endpoint(), PROJECT, TOKEN})))
                .contains("change the request: EndPoint.0006");
    }

    @Test
    void measureCalls_givesPrometheusATimer() throws Exception {
        assertThat(output(() -> MeasureCalls.main(new String[] {endpoint(), PROJECT, TOKEN})))
                .contains("vpcep_calls_seconds_count{operation=\"ListEndpoints\",outcome=\"success\"} 1");
    }

    @Test
    void traceCalls_givesASpan() throws Exception {
        assertThat(output(() -> TraceCalls.main(new String[] {endpoint(), PROJECT, TOKEN})))
                .contains("CLIENT ListEndpoints ", "http.response.status_code=200", "http.request.resend_count=0");
    }

    @Test
    void ownCredentials_whenTheTokenIsRefused_readTheNewOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "worn-out\n");
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(endpoint())
                .projectId(PROJECT)
                .credentials(new OwnCredentials.TokenFile(file))
                .build()) {
            Files.writeString(file, TOKEN + "\n");
            assertThat(client.endpoints().list().items()).isEmpty();
        }
        assertThat(sandbox.requests("ListEndpoints"))
                .extracting(RecordedRequest::status)
                .containsExactly(401, 200);

        assertThat(output(() -> OwnCredentials.main(new String[] {endpoint(), PROJECT, file.toString()})))
                .contains("0 endpoints");
    }

    @Test
    void keyOfTheMachine_isThatOfItsMetadata() throws Exception {
        assertThat(output(() -> KeyOfTheMachine.main(
                        new String[] {endpoint(), PROJECT, sandbox.metadataUri().toString()})))
                .contains("0 endpoints");
        assertThat(sandbox.requests("ListEndpoints"))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).containsKey("x-security-token"));
    }

    @Test
    void proxyAndHttpClient_goesThroughTheProxy() throws Exception {
        AtomicInteger forwarded = new AtomicInteger();
        HttpServer proxy = server(exchange -> {
            forwarded.incrementAndGet();
            // A client sends a proxy the whole address.
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(exchange.getRequestURI())
                                    .header(
                                            "X-Auth-Token",
                                            exchange.getRequestHeaders().getFirst("X-Auth-Token"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, answer.statusCode(), answer.body());
        });
        try {
            assertThat(output(() -> ProxyAndHttpClient.main(new String[] {
                        endpoint(),
                        PROJECT,
                        TOKEN,
                        "127.0.0.1",
                        String.valueOf(proxy.getAddress().getPort())
                    })))
                    .contains("0 endpoints through 127.0.0.1");
            assertThat(forwarded).hasValue(1);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void trustOwnCertificate_reachesASandboxThatSpeaksHttps(@TempDir Path directory) throws Exception {
        Path certificate = directory.resolve("sandbox.pem");
        try (VpcepSandbox https = VpcepSandbox.start(SandboxConfig.standard().withTls())) {
            https.writeCertificate(certificate);

            assertThat(output(() -> TrustOwnCertificate.main(
                            new String[] {https.uri().toString(), PROJECT, TOKEN, certificate.toString()})))
                    .contains("0 endpoints over https://");
        }
    }

    private static String endpoint() {
        return sandbox.uri().toString();
    }

    private static String service() throws InterruptedException {
        return service(s -> {});
    }

    private static String service(Consumer<CreateEndpointServiceRequest.Builder> edit) throws InterruptedException {
        EndpointServices services = sandbox.client().endpointServices();
        String id = services.create(s -> edit.accept(s.vpcId(VPC)
                        .portId("6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05")
                        .serverType(ServerType.LB)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(443)
                                .serverPort(8443)
                                .build()))))
                .id();
        return services.awaitAvailable(id, SOON).id();
    }

    private static Consumer<CreateEndpointRequest.Builder> to(String service) {
        return e -> e.endpointServiceId(service).vpcId(VPC).subnetId(SUBNET).dnsEnabled(true);
    }

    private static void accept(String service, String endpoint) throws InterruptedException {
        sandbox.client().connections().accept(service, endpoint);
        sandbox.client().endpoints().awaitStatus(endpoint, EndpointStatus.ACCEPTED, SOON);
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static HttpServer server(Answering answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answering.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private interface Example {
        void run() throws Exception;
    }

    private static String output(Example example) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return written.toString(UTF_8);
    }
}
