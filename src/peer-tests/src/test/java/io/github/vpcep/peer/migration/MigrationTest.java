package io.github.vpcep.peer.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both ways come to the same. */
class MigrationTest {
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    private static final String PORT = "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05";

    @RegisterExtension
    static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

    private final Account account = SandboxConfig.DEMO;
    private final String address = sandbox.uri().toString();

    @Test
    void vendorsWay_goesThroughAllTasks() {
        Before before =
                new Before(Before.client(account.accessKey(), account.secretKey(), account.projectId(), address));

        String service = before.createService(VPC, PORT);
        String endpoint = before.connect(service, VPC, SUBNET);
        before.accept(service, endpoint);

        assertThat(before.waitUntilAccepted(endpoint)).startsWith("10.");
        assertThat(before.listAll()).containsExactly(endpoint);
        before.tag(endpoint);
        assertThat(before.delete(endpoint)).isTrue();
        assertThat(before.delete(endpoint)).isFalse();
    }

    @Test
    void ourWay_goesThroughAllTasks() {
        try (var client = After.client(account.accessKey(), account.secretKey(), account.projectId(), address)) {
            After after = new After(client);
            String service = after.createService(VPC, PORT);
            String endpoint = after.connect(service, VPC, SUBNET);
            after.accept(service, endpoint);

            assertThat(after.waitUntilAccepted(endpoint)).startsWith("10.");
            assertThat(after.listAll()).containsExactly(endpoint);
            after.tag(endpoint);
            assertThat(after.delete(endpoint)).isTrue();
            assertThat(after.delete(endpoint)).isFalse();
        }
    }
}
