package io.github.vpcep.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.CidrType;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointEdition;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointIpVersion;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.RouteTableError;
import io.github.vpcep.model.RouteTableErrors;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TcpProxy;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which fields each answer leaves out, of a resource that has them all. */
class AnswersTest {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Tag TAG = Tag.builder().key("a").value("b").build();

    private static final Endpoint ENDPOINT = Endpoint.builder()
            .id("e")
            .serviceType(EndpointServiceType.INTERFACE)
            .status(EndpointStatus.FAILED)
            .accountStatuses(List.of(AccountStatus.ACTIVE))
            .endpointServiceName("name")
            .endpointServiceId("s")
            .markerId(1L)
            .dnsEnabled(true)
            .dnsNames(List.of("d"))
            .ip("10.0.0.1")
            .vpcId("v")
            .subnetId("n")
            .createdAt(NOW)
            .updatedAt(NOW)
            .projectId("p")
            .tags(TAG)
            .errors(EndpointError.builder().code("c").message("m").build())
            .whitelist(List.of("10.0.0.0/8"))
            .whitelistEnabled(true)
            .routeTables(List.of("r"))
            .description("text")
            .policyStatements(PoliciesTest.statement("Allow", List.of("a"), List.of("r")))
            .endpointPoolId("pool")
            .publicBorderGroup("edge")
            .specificationName("default")
            .enableStatus(EnableStatus.ENABLED)
            .ipVersion(EndpointIpVersion.DUALSTACK)
            .ipv6Address("::1")
            .build();

    private static final EndpointService SERVICE = EndpointService.builder()
            .id("s")
            .portId("port")
            .vipPortId("vip")
            .name("name")
            .serverType(ServerType.VIP)
            .vpcId("v")
            .poolId("pool")
            .approvalEnabled(true)
            .status(EndpointServiceStatus.AVAILABLE)
            .type(EndpointServiceType.INTERFACE)
            .createdAt(NOW)
            .updatedAt(NOW)
            .projectId("p")
            .domainId("d")
            .cidrType(CidrType.INTERNAL)
            .ports(ServiceWorld.port(1, 2))
            .tcpProxy(TcpProxy.CLOSE)
            .tags(TAG)
            .connectionCount(7)
            .errors(ErrorDetail.builder().code("c").message("m").build())
            .description("text")
            .publicBorderGroup("edge")
            .ip("10.0.0.1")
            .ipVersion(ServiceIpVersion.IPV4)
            .snatNetworkId("n")
            .supportedEditions(EndpointEdition.PROFESSION)
            .policyEnabled(true)
            .build();

    private static StoredEndpoint stored(Endpoint document, boolean wasAccepted) {
        return new StoredEndpoint(document, "d", "", wasAccepted, null);
    }

    private static StoredService stored(EndpointService document, @Nullable String owner) {
        return new StoredService(document, "short", owner, true, null);
    }

    private static Map<?, ?> fields(Object document) {
        return JSON.convertValue(document, Map.class);
    }

    /** The wire names of what the answer does not show; what it shows is as it was. */
    private static List<String> hidden(Object all, Object answer) {
        Map<?, ?> before = fields(all);
        Map<?, ?> after = fields(answer);
        List<String> hidden = new ArrayList<>();
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                hidden.add(String.valueOf(name));
            }
        });
        return hidden;
    }

    @Test
    void endpoint_showsWhatTheCallIsDocumentedToShow() {
        StoredEndpoint all = stored(ENDPOINT, true);
        assertThat(fields(ENDPOINT)).hasSize(28);
        assertThat(hidden(ENDPOINT, EndpointAnswers.details(all))).isEmpty();
        assertThat(hidden(ENDPOINT, EndpointAnswers.created(all))).containsExactlyInAnyOrder("error", "ip_version");
        assertThat(hidden(ENDPOINT, EndpointAnswers.item(all)))
                .containsExactlyInAnyOrder("specification_name", "enable_status", "ip_version", "ipv6_address");
        assertThat(hidden(ENDPOINT, EndpointAnswers.whitelistChanged(all)))
                .containsExactlyInAnyOrder(
                        "endpoint_pool_id",
                        "public_border_group",
                        "specification_name",
                        "enable_status",
                        "error",
                        "routetables",
                        "description",
                        "ip_version",
                        "ipv6_address");
        assertThat(hidden(ENDPOINT, EndpointAnswers.policyChanged(all)))
                .containsExactlyInAnyOrder("ip_version", "ipv6_address");
    }

    @Test
    void endpoint_showsItsAddressOnceItWasAccepted_andErrorsOnlyWhenItFailed() {
        assertThat(hidden(ENDPOINT, EndpointAnswers.details(stored(ENDPOINT, false))))
                .containsExactly("ip");
        Endpoint accepted = ENDPOINT.toBuilder().status(EndpointStatus.ACCEPTED).build();
        assertThat(hidden(accepted, EndpointAnswers.details(stored(accepted, true))))
                .containsExactly("error");
    }

    @Test
    void routeTables_thatAreNotBound_areToldWithTheReason() {
        assertThat(EndpointAnswers.bound(List.of("a"), Map.of("b", ErrorCode.ROUTE_TABLE_NOT_FOUND)))
                .isEqualTo(EndpointRouteTables.builder()
                        .routeTables(List.of("a"))
                        .errors(RouteTableErrors.builder()
                                .bindFailed(RouteTableError.builder()
                                        .id("b")
                                        .message(ErrorCode.ROUTE_TABLE_NOT_FOUND.message())
                                        .build())
                                .unbindFailed(List.of())
                                .build())
                        .build());
        assertThat(EndpointAnswers.bound(List.of("a"), Map.of()))
                .isEqualTo(
                        EndpointRouteTables.builder().routeTables(List.of("a")).build());
    }

    @Test
    void service_showsWhatTheCallIsDocumentedToShow() {
        StoredService all = stored(SERVICE, null);
        assertThat(fields(SERVICE)).hasSize(27);
        assertThat(hidden(SERVICE, ServiceAnswers.changed(all)))
                .containsExactlyInAnyOrder(
                        "domain_id", "connection_count", "error", "public_border_group", "supported_editions");
        assertThat(hidden(SERVICE, ServiceAnswers.details(all)))
                .containsExactlyInAnyOrder("pool_id", "domain_id", "connection_count", "public_border_group");
        assertThat(hidden(SERVICE, ServiceAnswers.item(all, Map.of("s", 7))))
                .containsExactlyInAnyOrder("pool_id", "cidr_type", "ip_version");
        assertThat(ServiceAnswers.item(all, Map.of("t", 7)).connectionCount()).isZero();
    }

    @Test
    void service_ofTheOperator_showsItsOwnerInTheListAlone() {
        EndpointServiceSummary summary = EndpointServiceSummary.builder()
                .id("s")
                .name("name")
                .type(EndpointServiceType.INTERFACE)
                .createdAt(NOW)
                .charged(true)
                .publicBorderGroup("edge")
                .policyEnabled(true)
                .build();
        assertThat(ServiceAnswers.summary(stored(SERVICE, "huawei"))).isEqualTo(summary);
        assertThat(ServiceAnswers.publicItem(stored(SERVICE, "huawei")))
                .isEqualTo(summary.toBuilder()
                        .owner("huawei")
                        .publicBorderGroup(null)
                        .build());
    }

    @Test
    void service_ofBeforeThereWereEditionsAndPolicies_servesBasicEndpointsWithoutAny() {
        EndpointService old = SERVICE.toBuilder()
                .supportedEditions(List.of())
                .policyEnabled(null)
                .build();
        assertThat(ServiceAnswers.details(stored(old, null)).supportedEditions())
                .containsExactly(EndpointEdition.BASIC);
        assertThat(ServiceAnswers.details(stored(old, null)).policyEnabled()).isFalse();
        assertThat(List.of(
                        ServiceAnswers.takesPolicies(stored(old, null)),
                        ServiceAnswers.servesProfessional(stored(old, null))))
                .containsOnly(false);
        assertThat(List.of(
                        ServiceAnswers.takesPolicies(stored(old, "huawei")),
                        ServiceAnswers.servesProfessional(stored(old, "huawei")),
                        ServiceAnswers.takesPolicies(stored(SERVICE, null)),
                        ServiceAnswers.servesProfessional(stored(SERVICE, null))))
                .containsOnly(true);
    }
}
