package io.github.vpcep.peer.migration;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.auth.Credentials;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** With the client of this project. */
final class After {
    private final VpcepClient vpcep;

    After(VpcepClient vpcep) {
        this.vpcep = vpcep;
    }

    static VpcepClient client(String ak, String sk, String projectId, String endpoint) {
        return VpcepClient.builder()
                .credentials(Credentials.accessKey(ak, sk))
                .projectId(projectId)
                .endpoint(endpoint)
                .build();
    }

    String createService(String vpcId, String portId) {
        return vpcep.endpointServices()
                .create(s -> s.name("orders")
                        .vpcId(vpcId)
                        .portId(portId)
                        .serverType(ServerType.LB)
                        .ports(PortMapping.of(443, 8443)))
                .id();
    }

    String connect(String serviceId, String vpcId, String subnetId) {
        return vpcep.endpoints()
                .create(e -> e.endpointServiceId(serviceId).vpcId(vpcId).subnetId(subnetId))
                .id();
    }

    void accept(String serviceId, String endpointId) {
        vpcep.connections().accept(serviceId, endpointId);
    }

    @Nullable
    String waitUntilAccepted(String endpointId) {
        return vpcep.endpoints()
                .awaitStatus(endpointId, EndpointStatus.ACCEPTED, Duration.ofMinutes(5))
                .ip();
    }

    List<String> listAll() {
        return vpcep.endpoints().list().stream().map(Endpoint::id).toList();
    }

    void tag(String endpointId) {
        vpcep.tags().add(ResourceType.ENDPOINT, endpointId, Tag.of("team", "orders"));
    }

    boolean delete(String endpointId) {
        return vpcep.endpoints().deleteIfExists(endpointId);
    }
}
