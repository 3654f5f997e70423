package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.domain.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A sandbox whose database is there, but hangs, is locked, takes no changes, or is wanted by many. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("PostgreSQL of the TroubledDatabaseTest")
@SuppressWarnings("NullAway.Init")
class TroubledDatabaseTest {
    @RegisterExtension
    static final PostgresServer server = PostgresServer.start();

    private static final Duration DELAY = Duration.ofMinutes(1);

    /** The deadline is 10 seconds; the rest is for a machine that is busy. */
    private static final Duration SOON = Duration.ofSeconds(40);

    private final AtomicInteger ports = new AtomicInteger();
    private String url;
    private VpcepSandbox sandbox;
    private VpcepClient client;

    @BeforeEach
    void start() {
        url = server.newDatabase();
        sandbox = start(Settings.standard());
        client = impatient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void databaseThatHangs_refusesAllCallsInTime_andServesThemOnceItGoesOn() throws Exception {
        String id = service(client);
        Together.callAtOnce(24, i -> client.endpointServices().get(id));

        server.pause();
        List<Duration> waits;
        try {
            waits = Together.callAtOnce(24, i -> {
                long start = System.nanoTime();
                assertRefused(() -> {
                    if (i % 3 == 0) {
                        client.permissions().add(id, List.of("iam:domain::" + i));
                    } else {
                        client.endpointServices().get(id);
                    }
                });
                return Duration.ofNanos(System.nanoTime() - start);
            });
        } finally {
            server.goOn();
        }

        assertThat(waits).allSatisfy(each -> assertThat(each).isLessThan(SOON));
        System.out.println("Refused while the database hung, after ms: "
                + waits.stream().map(Duration::toMillis).sorted().toList());
        try (VpcepClient patient =
                sandbox.client().with(o -> o.retry(RetryPolicy.standard().withMaxAttempts(20)))) {
            assertThat(patient.endpointServices().get(id).id()).isEqualTo(id);
            patient.permissions().add(id, List.of("*"));
        }
    }

    @Test
    void lockThatOthersHold_keepsNobodyFromReading_evenWhatIsDue() throws Exception {
        sandbox.close();
        sandbox = start(Settings.standard().withDelays(DELAY, DELAY));
        client = impatient(sandbox);
        String id = service(client);
        try (Connection other = DriverManager.getConnection(url);
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x7670_6365_7001L + ")");
            sandbox.clock().advance(DELAY);

            assertThat(client.endpointServices().get(id).status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
            assertThat(client.endpointServices().list(q -> q.status(EndpointServiceStatus.AVAILABLE)))
                    .hasSize(1);
            assertThat(client.quotas().list()).isNotNull();
            assertRefused(() -> client.endpointServices().delete(id));
            assertThat(health()).isEqualTo(503);
        }

        client.endpointServices().delete(id);
        assertThat(health()).isEqualTo(200);
    }

    @Test
    void databaseThatTakesNoChanges_refusesThem_isNotWell_andIsRead() throws Exception {
        String id = service(client);
        PostgresServer.execute(url, "alter system set default_transaction_read_only = on");
        PostgresServer.execute(url, "select pg_reload_conf()");
        try {
            // The sessions learn of it a moment later.
            awaitRefused(() -> client.permissions().add(id, List.of("*")));

            assertThat(health()).isEqualTo(503);
            assertThat(client.endpointServices().get(id).id()).isEqualTo(id);
        } finally {
            PostgresServer.execute(
                    url + "&options=-c%20default_transaction_read_only=off",
                    "alter system reset default_transaction_read_only");
            PostgresServer.execute(url, "select pg_reload_conf()");
        }
        try (VpcepClient patient =
                sandbox.client().with(o -> o.retry(RetryPolicy.standard().withMaxAttempts(20)))) {
            patient.permissions().add(id, List.of("iam:domain::a"));
        }
        assertThat(health()).isEqualTo(200);
    }

    @Test
    void manyWhoWrite_throughTwoProcesses_areAllServed() throws Exception {
        String id = service(client);
        try (VpcepSandbox second = start(Settings.standard())) {
            List<VpcepClient> clients = List.of(client, impatient(second));

            List<Integer> answers = Together.callAtOnce(80, i -> {
                for (int j = 0; j < 4; j++) {
                    clients.get(i % 2).permissions().add(id, List.of("iam:domain::" + i + "x" + j));
                }
                return i;
            });

            assertThat(answers).hasSize(80);
            assertThat(client.permissions().list(id).totalCount()).isEqualTo(320);
        }
    }

    private VpcepSandbox start(Settings settings) {
        return VpcepSandbox.start(SandboxConfig.standard().withSettings(settings), PostgresStore.open(url));
    }

    private static VpcepClient impatient(VpcepSandbox of) {
        return of.client().with(o -> o.retry(RetryPolicy.none()).callTimeout(Duration.ofMinutes(2)));
    }

    private String service(VpcepClient owner) {
        return owner.endpointServices()
                .create(s -> s.vpcId("vpc-1")
                        .portId("port-" + ports.incrementAndGet())
                        .serverType(ServerType.VM)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(1)
                                .serverPort(1)
                                .build())))
                .id();
    }

    private static void assertRefused(Runnable call) {
        ServerFailureException failure = catchThrowableOfType(ServerFailureException.class, call::run);
        assertThat(failure).isNotNull();
        assertThat(failure.status()).isEqualTo(503);
    }

    private static void awaitRefused(Runnable call) {
        long end = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                call.run();
                assertThat(System.nanoTime()).isLessThan(end);
            } catch (ServerFailureException e) {
                assertThat(e.status()).isEqualTo(503);
                return;
            }
        }
    }

    private int health() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.uri() + "/healthz"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
