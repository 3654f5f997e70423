package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sandbox that knows the VPCs that there are, through the client, over HTTP. */
class NamedVpcsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PortMapping HTTPS =
            PortMapping.builder().clientPort(443).serverPort(8443).build();

    @RegisterExtension
    static final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard()
            .withVpcs(Vpc.of("shop")
                    .withSubnets(new Subnet("shop-net", "192.168.0.0/24"))
                    .withPorts(Port.of("shop-vm"))
                    .withRouteTables(new RouteTable("shop-main", true))));

    private final VpcepClient client = sandbox.client();

    private EndpointService service(String portId) {
        EndpointService created = client.endpointServices()
                .create(s -> s.vpcId("shop")
                        .portId(portId)
                        .serverType(ServerType.VM)
                        .approvalEnabled(false)
                        .ports(List.of(HTTPS)));
        return client.endpointServices().awaitAvailable(created.id(), SOON);
    }

    @Test
    void endpoint_inASubnetThatIsThere_getsAnAddressOfIt() {
        String serviceId = service("shop-vm").id();
        Endpoint created = client.endpoints()
                .create(e -> e.endpointServiceId(serviceId).vpcId("shop").subnetId("shop-net"));
        assertThat(client.endpoints()
                        .awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON)
                        .ip())
                .startsWith("192.168.0.");
    }

    @Test
    void whatIsNotThere_isRefused_withItsCode() {
        assertThatThrownBy(() -> service("none")).hasMessageContaining("EndPoint.3008");
        String serviceId = service("shop-vm").id();
        assertThatThrownBy(() -> client.endpoints()
                        .create(e ->
                                e.endpointServiceId(serviceId).vpcId("shop").subnetId("none")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("EndPoint.4004");
    }

    @Test
    void routeTables_thatCannotBeBound_areInTheAnswer() {
        EndpointServiceSummary storage =
                client.endpointServices().listPublic(p -> p.endpointServiceName("obs")).stream()
                        .findFirst()
                        .orElseThrow();
        Endpoint created =
                client.endpoints().create(e -> e.endpointServiceId(storage.id()).vpcId("shop"));
        client.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON);

        EndpointRouteTables answer = client.endpoints().updateRouteTables(created.id(), List.of("shop-main", "none"));
        assertThat(answer.routeTables()).containsExactly("shop-main");
        assertThat(answer.errors())
                .singleElement()
                .satisfies(errors -> assertThat(errors.bindFailed())
                        .singleElement()
                        .satisfies(each -> assertThat(each.id()).isEqualTo("none")));
    }
}
