package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
        try (PostgresServer server = PostgresServer.start()) {
            String url = server.newDatabase();
            List<VpcepSandbox> sandboxes = together(() -> VpcepSandbox.start(config, PostgresStore.open(url)));
            assertThat(sandboxes)
                    .hasSize(3)
                    .allSatisfy(
                            each -> assertThat(each.client().endpoints().list()).hasSize(1));
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

    private static List<VpcepSandbox> together(Callable<VpcepSandbox> start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<VpcepSandbox> started = new ArrayList<>();
            for (Future<VpcepSandbox> each :
                    threads.invokeAll(Stream.generate(() -> start).limit(3).toList())) {
                started.add(each.get());
            }
            return started;
        } finally {
            threads.shutdown();
        }
    }
}
