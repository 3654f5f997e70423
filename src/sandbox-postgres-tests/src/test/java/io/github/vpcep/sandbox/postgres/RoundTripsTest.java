package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.domain.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a request waits for the database, as counted on the wire: a count, which no load on the machine changes.
 */
@SuppressWarnings("NullAway.Init")
class RoundTripsTest {
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final Account OTHER = Account.builder()
            .domainId("otherdomain")
            .projectId("other-project")
            .accessKey("other-key", "other-secret")
            .token("other-token")
            .build();

    private final AtomicInteger ports = new AtomicInteger();
    private CountingProxy proxy;
    private VpcepSandbox sandbox;
    private VpcepClient client;

    @BeforeEach
    void start() {
        start(Settings.standard());
    }

    private void start(Settings settings) {
        String url = PostgresServer.shared().newDatabaseWithTables();
        proxy = CountingProxy.before(PostgresServer.port(url));
        String counted = url.replace(":" + PostgresServer.port(url) + "/", ":" + proxy.port() + "/")
                // What stands before the first message would be no message.
                + "&sslmode=disable&gssEncMode=disable";
        SandboxConfig config =
                SandboxConfig.standard().withAccounts(SandboxConfig.DEMO, OTHER).withSettings(settings);
        sandbox = VpcepSandbox.start(config, PostgresStore.open(counted));
        client = sandbox.client();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        proxy.close();
    }

    @Test
    void get_takesOne() {
        String serviceId = service("orders").id();
        String endpointId = endpoint(client, serviceId).id();

        assertTrips("get of a service", 1, () -> client.endpointServices().get(serviceId));
        assertTrips("get of an endpoint", 1, () -> client.endpoints().get(endpointId));
    }

    @Test
    void pageOfAList_takesOne_withItsTotal() {
        String serviceId = service("orders").id();
        IntStream.range(0, 12).forEach(i -> endpoint(client, serviceId));

        assertTrips("first page of endpoints", 1, () -> client.endpoints().list(q -> q.limit(10)));
        assertTrips(
                "last page of endpoints",
                1,
                () -> client.endpoints().list(q -> q.limit(10).offset(10)));
        assertTrips(
                "page of public services", 1, () -> client.endpointServices().listPublic(q -> q.limit(1)));
        assertTrips("page of connections", 1, () -> client.connections().list(serviceId, q -> q.limit(10)));
        client.permissions().add(serviceId, List.of("iam:domain::a", "iam:domain::b"));
        assertTrips("page of a whitelist", 1, () -> client.permissions().list(serviceId, q -> q.limit(1)));
    }

    @Test
    void listOfServices_countsTheirConnectionsTogether() {
        IntStream.range(0, 20).forEach(i -> service("s" + i));

        assertTrips("list of 20 services", 3, () -> client.endpointServices().list(q -> q.limit(20)));
    }

    @Test
    void createEndpoint_asksTogether_forWhatItNeeds() {
        EndpointService service = service("orders");
        client.permissions().add(service.id(), List.of("iam:domain::" + OTHER.domainId()));

        assertTrips("create of an endpoint", 4, () -> endpoint(client, service.id()));
        try (VpcepClient other = sandbox.clientOf(OTHER)) {
            assertTrips("create of an endpoint of another account", 4, () -> endpoint(other, service.id()));
        }
    }

    @Test
    void getOfWhatIsDue_takesOneMore() {
        stop();
        start(Settings.standard().withDelays(DELAY, DELAY));
        String serviceId = service("orders").id();
        sandbox.clock().advance(DELAY);
        String[] latest = {""};
        // The reader before finds nothing due.
        Runnable becomesDue = () -> {
            latest[0] = endpoint(client, serviceId).id();
            assertThat(client.endpoints().get(latest[0]).status()).isEqualTo(EndpointStatus.CREATING);
            sandbox.clock().advance(DELAY);
        };
        Runnable get =
                () -> assertThat(client.endpoints().get(latest[0]).status()).isEqualTo(EndpointStatus.ACCEPTED);

        assertTrips("get of what is due", 2, becomesDue, get);
        // From then on it is known that something is.
        assertTrips("get after that", 1, get);
    }

    @Test
    void fiftyPermissions_areWrittenTogether() {
        String serviceId = service("orders").id();
        AtomicInteger account = new AtomicInteger();

        assertTrips(
                "add of 50 permissions",
                5,
                () -> client.permissions()
                        .add(
                                serviceId,
                                IntStream.range(0, 50)
                                        .mapToObj(i -> "iam:domain::" + account.incrementAndGet())
                                        .toList()));
    }

    /** Three for each: the service, whether the record is there, how many there are; the list is read for none. */
    @Test
    void seedOfAWhitelist_readsItForNoneOfItsRecords(@TempDir Path folder) {
        String records = IntStream.range(0, 20)
                .mapToObj("\"iam:domain::account%d\""::formatted)
                .collect(Collectors.joining(", "));
        AtomicInteger name = new AtomicInteger();

        assertTrips(
                "seed of a service with 20 permissions",
                65,
                () -> sandbox.seed(write(folder, """
                {"services": [{"service_name": "seeded%d", "vpc_id": "v", "port_id": "p%1$d", "server_type": "VM",
                               "ports": [{"client_port": 1, "server_port": 1}], "permissions": [%s]}]}
                """.formatted(name.incrementAndGet(), records))));
    }

    private static Path write(Path folder, String seed) {
        try {
            return Files.writeString(folder.resolve("seed.json"), seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rename_writesTheNameOfAllEndpointsTogether() {
        String serviceId = service("orders").id();
        IntStream.range(0, 12).forEach(i -> endpoint(client, serviceId));
        AtomicInteger name = new AtomicInteger();

        assertTrips(
                "rename with 12 endpoints",
                3,
                () -> client.endpointServices().rename(serviceId, "name" + name.incrementAndGet()));
    }

    private EndpointService service(String name) {
        return client.endpointServices()
                .create(s -> s.name(name)
                        .vpcId("vpc-1")
                        .portId("port-" + ports.incrementAndGet())
                        .approvalEnabled(false)
                        .serverType(ServerType.VM)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(1)
                                .serverPort(1)
                                .build())));
    }

    private static Endpoint endpoint(VpcepClient owner, String serviceId) {
        return owner.endpoints()
                .create(e -> e.endpointServiceId(serviceId).vpcId("vpc-1").subnetId("subnet-1"));
    }

    /** Not the first call: a connection of the pool is opened for it, or asks for the types of what it sends first. */
    private void assertTrips(String what, int most, Runnable call) {
        call.run();
        assertTrips(what, most, () -> {}, call);
    }

    /** Of a call that needs something done before, which does not count. */
    private void assertTrips(String what, int most, Runnable before, Runnable call) {
        int trips = Integer.MAX_VALUE;
        for (int i = 0; i < 4 && trips > most; i++) {
            before.run();
            proxy.trips();
            call.run();
            trips = Math.min(trips, told(what, proxy.trips()));
        }
        assertThat(trips).as(what).isLessThanOrEqualTo(most);
    }

    private static int told(String what, int trips) {
        System.out.println("Round trips of a " + what + ": " + trips);
        return trips;
    }
}
