package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sandboxes that begin with a seed, on one database. */
class SeededStateTest {
    private final SandboxConfig config;

    SeededStateTest(@TempDir Path directory) throws IOException {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"services": [{"service_name": "orders", "vpc_id": "v", "port_id": "p", "server_type": "VM",
                  "ports": [{"client_port": 1, "server_port": 2}], "permissions": ["*"]}],
                 "endpoints": [{"endpoint_service_id": "orders", "vpc_id": "v", "subnet_id": "s"}]}
                """);
        config = SandboxConfig.standard().withSeed(seed);
    }

    @Test
    void sandboxesThatStartTogether_seedOnce_andALaterOneLeavesTheStateAlone() throws Exception {
        String url = PostgresServer.shared().newDatabase();
        List<VpcepSandbox> sandboxes = Together.callAtOnce(3, i -> VpcepSandbox.start(config, PostgresStore.open(url)));
        assertThat(sandboxes)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.client().endpoints().list()).hasSize(1));
        String serviceId = sandboxes
                .get(0)
                .client()
                .endpointServices()
                .list()
                .items()
                .get(0)
                .id();
        sandboxes.get(0).client().endpointServices().rename(serviceId, "other");
        sandboxes.forEach(VpcepSandbox::close);

        try (VpcepSandbox later = VpcepSandbox.start(config, PostgresStore.open(url))) {
            assertThat(later.client().endpointServices().list())
                    .singleElement()
                    .satisfies(each -> assertThat(each.name()).contains(".other."));
        }
    }
}
