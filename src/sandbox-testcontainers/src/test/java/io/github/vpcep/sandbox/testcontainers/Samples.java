package io.github.vpcep.sandbox.testcontainers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to set a sandbox up with. */
final class Samples {
    private Samples() {}

    /** One account, which may have two endpoint services. */
    static Path config(Path directory) throws IOException {
        return Files.writeString(directory.resolve("config.json"), """
                {
                  "accounts": [
                    {"domain_id": "b2f5ff47436671b6e533d8dc3614845d", "project_id": "295dacf46a4842fcbf7844dc2dc2489e",
                     "access_key": "ORDERSKEY", "secret_key": "orders-secret", "token": "orders-token",
                     "user_name": "orders", "password": "orders-password"}
                  ],
                  "quotas": {"endpoint_services": 2, "endpoints": 50}
                }
                """);
    }

    /** One endpoint service, called orders. */
    static Path seed(Path directory) throws IOException {
        return Files.writeString(directory.resolve("seed.json"), """
                {
                  "services": [
                    {"service_name": "orders", "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
                     "port_id": "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05", "server_type": "LB",
                     "ports": [{"client_port": 443, "server_port": 8443}]}
                  ]
                }
                """);
    }
}
