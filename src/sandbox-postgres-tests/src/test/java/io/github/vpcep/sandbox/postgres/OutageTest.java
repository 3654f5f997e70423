package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.Backend;
import io.github.vpcep.model.ConnectionDescription;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.api.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sandbox whose database is away says so, at once enough, and goes on when it is back. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("PostgreSQL of the OutageTest")
// NullAway.Init: JUnit sets the fields. deprecation: deletePolicy is still there.
@SuppressWarnings({"NullAway.Init", "deprecation"})
class OutageTest {
    @RegisterExtension
    static final PostgresServer server = PostgresServer.start();

    private static final String ID = "4189d3c2-8882-4871-a3c2-d380272eed88";
    private static final List<Tag> TAGS =
            List.of(Tag.builder().key("k").value("v").build());

    /** They tell what holds on any state. */
    private static final Set<String> STATELESS = Set.of("ListVersionDetails", "ListSpecifiedVersionDetails");

    /** The longest wait for a connection is 3 seconds; the rest is for a machine that is busy. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<Consumer<VpcepClient>> CALLS = List.of(
            client -> client.endpointServices()
                    .create(s -> s.vpcId("v")
                            .portId("p")
                            .serverType(ServerType.LB)
                            .ports(List.of(PortMapping.builder()
                                    .clientPort(1)
                                    .serverPort(1)
                                    .build()))),
            client -> client.endpointServices().list(),
            client -> client.endpointServices().listPublic(),
            client -> client.endpointServices().describe(ID),
            client -> client.endpointServices().get(ID),
            client -> client.endpointServices().update(ID, s -> s.approvalEnabled(false)),
            client -> client.endpointServices().rename(ID, "name"),
            client -> client.endpointServices().delete(ID),
            client -> client.endpointServices().upgrade(ID),
            client -> client.endpointServices().addBackends(ID, Backend.of(ID)),
            client -> client.connections().list(ID),
            client -> client.connections().accept(ID, ID),
            client -> client.connections()
                    .updateDescription(
                            ID,
                            List.of(ConnectionDescription.builder()
                                    .endpointId(ID)
                                    .description("")
                                    .build())),
            client -> client.permissions().list(ID),
            client -> client.permissions().add(ID, List.of("*")),
            client -> client.permissions()
                    .addWithDescription(
                            ID,
                            List.of(NewPermission.builder()
                                    .permission("*")
                                    .description("")
                                    .build())),
            client -> client.permissions().updateDescription(ID, ID, ""),
            client -> client.permissions()
                    .removeById(ID, List.of(PermissionReference.builder().id(ID).build())),
            client -> client.endpoints()
                    .create(e -> e.endpointServiceId(ID).vpcId("v").subnetId("s")),
            client -> client.endpoints().list(),
            client -> client.endpoints().get(ID),
            client -> client.endpoints().delete(ID),
            client -> client.endpoints().upgrade(ID),
            client -> client.endpoints().updateWhitelist(ID, w -> w.whitelistEnabled(false)),
            client -> client.endpoints().updateRouteTables(ID, List.of("r")),
            client -> client.endpoints()
                    .updatePolicy(
                            ID,
                            List.of(PolicyStatement.builder()
                                    .effect(PolicyEffect.ALLOW)
                                    .actions(List.of("*"))
                                    .resources(List.of("*"))
                                    .build())),
            client -> client.endpoints().deletePolicy(ID),
            client -> client.quotas().list(),
            client -> client.tags().add(ResourceType.ENDPOINT, ID, TAGS),
            client -> client.tags().list(ResourceType.ENDPOINT),
            client -> client.tags().listResources(ResourceType.ENDPOINT));

    private static VpcepSandbox sandbox;
    private static VpcepClient client;

    @BeforeAll
    static void start() {
        sandbox = VpcepSandbox.start(SandboxConfig.standard(), PostgresStore.open(server.newDatabase()));
        client = sandbox.client().with(o -> o.retry(RetryPolicy.none()));
        server.stopImmediately();
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void everyOperation_saysThatItMayBeTriedAgain_andDoesNotHang() throws Exception {
        List<Duration> waits = Together.callAtOnce(CALLS.size(), i -> {
            long start = System.nanoTime();
            ServerFailureException failure = catchThrowableOfType(
                    ServerFailureException.class, () -> CALLS.get(i).accept(client));
            assertThat(failure).isNotNull();
            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.code()).isEqualTo(ErrorCode.SYSTEM_ERROR.code());
            return Duration.ofNanos(System.nanoTime() - start);
        });

        assertThat(waits).allSatisfy(each -> assertThat(each).isLessThan(SOON));
        Set<String> operations = new HashSet<>(SandboxServer.operationIds());
        assertThat(operations.removeAll(STATELESS)).isTrue();
        assertThat(operations)
                .hasSize(CALLS.size())
                .allSatisfy(each -> assertThat(sandbox.requests(each))
                        .extracting(RecordedRequest::status)
                        .containsOnly(503));
        System.out.println("Refused while the database was away: " + CALLS.size() + " operations, the slowest after "
                + waits.stream().max(Duration::compareTo).orElseThrow().toMillis() + " ms");
    }

    @Test
    void refusal_hasTheDocumentedBody_andRetryAfter_forTheHealthToo() throws Exception {
        List<String> paths = List.of("/healthz", "/v1/" + SandboxConfig.DEMO.projectId() + "/quotas");
        // At the same time, as each of them waits for a while.
        for (HttpResponse<String> answer :
                Together.callAtOnce(paths.size(), i -> get(paths.get(i), SandboxConfig.DEMO.token()))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body())
                    .contains("\"code\":\"EndPoint.0001\"", "Please retry.")
                    .doesNotContain("Exception", "postgres", "jdbc");
        }
    }

    @Test
    void healthOfTheControlApi_saysThatTheStateIsAway() throws Exception {
        HttpResponse<String> answer = get("/_sandbox/health", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"Sandbox.StateAway\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs,demo-token,200",
        "/openapi.yaml,demo-token,200",
        "/,demo-token,200",
        "/v1,demo-token,200",
        "/v1/295dacf46a4842fcbf7844dc2dc2489d/vpc-endpoints,wrong,401",
        "/v1/7d3f9a1c5e2b4086b1f0a6d48c27e953/vpc-endpoints,demo-token,403",
        "/v1/295dacf46a4842fcbf7844dc2dc2489d/nothing,demo-token,404",
        "/v1/295dacf46a4842fcbf7844dc2dc2489d/vpc-endpoints?limit=x,demo-token,400"
    })
    void whatNeedsNoState_isAnsweredAsEver(String path, String token, int status) throws Exception {
        assertThat(get(path, token).statusCode()).isEqualTo(status);
    }

    @Test
    void client_whoseDatabaseComesBackMeanwhile_getsItsAnswerByItself() throws Exception {
        RetryPolicy often = RetryPolicy.standard().withMaxAttempts(20).withMaxDelay(Duration.ofSeconds(1));
        try (VpcepClient patient = sandbox.client().with(o -> o.retry(often))) {
            Together.callAtOnce(2, i -> {
                if (i == 0) {
                    assertThat(patient.endpointServices().listPublic().totalCount())
                            .isEqualTo(2);
                } else {
                    server.startAgain();
                }
                return i;
            });
            assertThat(get("/healthz", "").statusCode()).isEqualTo(200);
            // A unit that writes as well.
            assertThatThrownBy(() -> patient.endpointServices().delete(ID)).isInstanceOf(NotFoundException.class);
        } finally {
            server.stopImmediately();
        }
    }

    private static HttpResponse<String> get(String path, String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .timeout(SOON)
                                    .header("X-Auth-Token", token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
