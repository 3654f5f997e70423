package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole lives of resources, through the client, over HTTP. */
@SuppressWarnings("deprecation") // Of deletePolicy, which is still there.
class LivesTest {
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard());

    private static EndpointService service(VpcepClient client) {
        EndpointService created = client.endpointServices()
                .create(s -> s.name("orders")
                        .vpcId(VPC)
                        .portId("6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05")
                        .serverType(ServerType.LB)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(443)
                                .serverPort(8443)
                                .build())));
        return client.endpointServices().awaitAvailable(created.id(), SOON);
    }

    @Test
    void lifeOfAConnection_betweenTwoAccounts_goesThroughEveryState() {
        VpcepClient owner = sandbox.client();
        try (VpcepClient guest = sandbox.clientOf(SandboxConfig.PARTNER)) {
            EndpointService service = service(owner);
            assertThat(service.name()).isEqualTo("cn-north-4.orders." + service.id());
            owner.permissions().add(service.id(), List.of("iam:domain::" + SandboxConfig.PARTNER.domainId()));

            Endpoint created = guest.endpoints()
                    .create(e -> e.endpointServiceId(service.id()).vpcId(VPC).subnetId(SUBNET));
            assertThat(guest.endpoints().get(created.id()).status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);

            owner.connections().accept(service.id(), created.id());
            Endpoint accepted = guest.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON);
            assertThat(accepted.ip()).isNotNull();
            assertThat(owner.connections().list(service.id()).items())
                    .singleElement()
                    .satisfies(each -> assertThat(each.domainId()).isEqualTo(SandboxConfig.PARTNER.domainId()));

            Tag team = Tag.builder().key("team").value("orders").build();
            guest.tags().add(ResourceType.ENDPOINT, created.id(), List.of(team));
            assertThat(guest.endpoints().get(created.id()).tags()).containsExactly(team);
            assertThat(guest.quotas()
                            .list(q -> q.type(ResourceType.ENDPOINT))
                            .quotas()
                            .resources())
                    .extracting(Quota::used)
                    .containsExactly(1);

            guest.endpoints().delete(created.id());
            guest.endpoints().awaitDeleted(created.id(), SOON);
            owner.endpointServices().delete(service.id());
            owner.endpointServices().awaitDeleted(service.id(), SOON);
        }
    }

    @Test
    void policyOfAGatewayEndpoint_isReplacedAndDeleted() {
        VpcepClient client = sandbox.client();
        EndpointServiceSummary storage = client.endpointServices().listPublic().stream()
                .filter(each -> EndpointServiceType.GATEWAY.is(each.type()))
                .findFirst()
                .orElseThrow();
        Endpoint created =
                client.endpoints().create(e -> e.endpointServiceId(storage.id()).vpcId(VPC));
        client.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, SOON);
        PolicyStatement read = PolicyStatement.builder()
                .effect(PolicyEffect.ALLOW)
                .actions(List.of("obs:object:GetObject"))
                .resources(List.of("obs:*:*:object:invoices/*"))
                .build();

        assertThat(client.endpoints().updatePolicy(created.id(), List.of(read)).policyStatements())
                .containsExactly(read);
        assertThat(client.endpoints().deletePolicy(created.id()).policyStatements())
                .isEmpty();
    }

    @Test
    void otherAccount_withoutALeave_neitherConnectsNorSees() {
        EndpointService service = service(sandbox.client());
        try (VpcepClient guest = sandbox.clientOf(SandboxConfig.PARTNER)) {
            assertThatThrownBy(() -> guest.endpointServices().get(service.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> guest.endpoints()
                            .create(e ->
                                    e.endpointServiceId(service.id()).vpcId(VPC).subnetId(SUBNET)))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("EndPoint.2012");
        }
    }
}
