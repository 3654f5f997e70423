package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.Quota;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that any landed version has made is opened by this one, with all that is in it. The dumps, one for each
 * migration, hold the same resources, made by the program of that version; none is ever changed, nor is a migration.
 */
class LandedVersionsTest {
    private static final Path MIGRATIONS =
            Path.of("../sandbox-postgres/src/main/resources/io/github/vpcep/sandbox/postgres/migration");
    private static final String ORDERS = "00000000-0000-4000-8000-000000000001";
    private static final String ACCEPTED = "00000000-0000-4000-8000-000000000011";
    private static final String DELETING = "00000000-0000-4000-8000-000000000012";
    private static final String WITH_POLICY = "00000000-0000-4000-8000-000000000013";
    private static final String GONE = "00000000-0000-4000-8000-000000000014";

    /** The versions of all migrations. */
    static List<String> versions() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(each -> each.getFileName().toString().replaceFirst("__.*", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void databaseOfALandedVersion_isOpenedWithAllThatIsInIt(String version) {
        String url = PostgresServer.shared().newDatabase();
        PostgresServer.execute(url, dump(version));

        try (VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard(), PostgresStore.open(url))) {
            VpcepClient client = sandbox.client();
            assertThat(client.endpointServices().list(q -> q.limit(10)).items())
                    .extracting(each -> String.valueOf(each.name()).split("\\.", -1)[1])
                    .containsExactlyInAnyOrder("orders", "broken", "later", "underway");
            EndpointService orders = client.endpointServices().get(ORDERS);
            assertThat(orders.description()).isEqualTo("bestellen 订单");
            assertThat(orders.tags())
                    .singleElement()
                    .satisfies(each -> assertThat(each.value()).isEqualTo("größe"));
            assertThat(client.permissions().list(ORDERS).items())
                    .extracting(Permission::permission, Permission::description)
                    .containsExactlyInAnyOrder(
                            tuple("*", ""), tuple("iam:domain::5fc973eea581490997e82ea11a1df31f", "für 描述"));

            Endpoint accepted = client.endpoints().get(ACCEPTED);
            assertThat(accepted.ip()).isEqualTo("10.10.0.7");
            assertThat(accepted.status()).isEqualTo(EndpointStatus.ACCEPTED);
            assertThat(client.endpoints().get(WITH_POLICY).policyStatements()).hasSize(1);
            assertThat(client.endpoints().list().items())
                    .extracting(Endpoint::id)
                    .containsExactlyInAnyOrder(ACCEPTED, WITH_POLICY);
            assertThat(client.quotas().list().quotas().resources())
                    .extracting(Quota::used)
                    .containsExactly(2, 4);
            // Deleted for good by that version, and under way there, long ago.
            for (String id : List.of(GONE, DELETING)) {
                assertThatThrownBy(() -> client.endpoints().get(id))
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageContaining("EndPoint.2008");
            }
            assertThat(client.endpointServices().list(q -> q.status(EndpointServiceStatus.CREATING)))
                    .isEmpty();

            // Numbers go on, names are as unique as they were, and totals follow what changes.
            Endpoint another = client.endpoints()
                    .create(e -> e.endpointServiceId(ORDERS).vpcId("vpc-2").subnetId("subnet-2"));
            assertThat(another.markerId()).isNotIn(accepted.markerId());
            assertThat(client.endpoints().list().totalCount()).isEqualTo(3);
            client.endpointServices().rename(ORDERS, "renamed");
            assertThat(client.endpoints().get(ACCEPTED).endpointServiceName()).contains(".renamed.");
        }
    }

    @Test
    void migrationThatWasEdited_isNotTakenForTheLandedOne() {
        String url = PostgresServer.shared().newDatabase();
        PostgresServer.execute(url, dump("V1"));
        PostgresServer.execute(
                url, "update vpcep.flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThatThrownBy(() -> PostgresStore.open(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checksum mismatch");
    }

    private static String dump(String version) {
        try (InputStream in = LandedVersionsTest.class.getResourceAsStream("/landed/" + version + ".sql")) {
            assertThat(in)
                    .as("The migration %s needs a dump of a database that it made", version)
                    .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
