package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.Endpoints;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointIpVersion;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyEffect;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An endpoint from its creation to its end, to an own service and to a public one. */
class EndpointsTest {
    private static final List<PolicyStatement> POLICY = List.of(PolicyStatement.builder()
            .effect(PolicyEffect.DENY)
            .actions(List.of("obs:object:DeleteObject"))
            .resources(List.of("obs:*:*:object:发票/*"))
            .build());

    private static final Map<String, @Nullable Object> DOCUMENT = Map.of(
            "Version",
            "5.0",
            "Statement",
            List.of(Map.of("Effect", "Allow", "Principal", Map.of("IAM", List.of("domain/1:root")), "n", 3)));

    @RegisterExtension
    static final Wire wire = new Wire();

    /** Of the owner. */
    private static Endpoints endpoints() {
        return wire.owner().endpoints();
    }

    @Test
    void createEndpoint_withAllThatCanBeSaid_waitsForApproval() {
        String service = wire.service("orders").id();
        Endpoint created = endpoints()
                .create(Wire.newEndpoint(service).toBuilder()
                        .ip("192.168.0.17")
                        .dnsEnabled(true)
                        .tags(List.of(Tag.builder().key("team").value("").build()))
                        .whitelist(List.of("192.168.1.0/24", "10.0.0.1"))
                        .whitelistEnabled(true)
                        .description("Bücher & Co, 订单")
                        .build());

        assertThat(created.status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
        assertThat(created.whitelist()).hasSize(2);
    }

    @Test
    void createEndpoint_toAGateway_connectsByItself() {
        Endpoint gateway = wire.gateway();
        assertThat(gateway.status()).isEqualTo(EndpointStatus.CREATING);
        assertThat(endpoints().get(gateway.id()).status()).isEqualTo(EndpointStatus.ACCEPTED);
    }

    @Test
    void createEndpoint_whenNotOnTheWhitelist_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(
                ErrorCode.CONNECTION_NOT_PERMITTED,
                () -> wire.guest().endpoints().create(Wire.newEndpoint(service)));
    }

    @Test
    void listEndpoints_withAllFilters_findsTheOne() {
        String service = wire.service("orders").id();
        wire.endpoint(service);
        Endpoint one = wire.endpoint(service);
        assertThat(endpoints()
                        .list(q -> q.endpointServiceName("Orders")
                                .vpcId(Wire.VPC)
                                .id(one.id())
                                .sortKey(SortKey.UPDATED_AT)
                                .sortDirection(SortDirection.DESCENDING)
                                .limit(1)
                                .offset(0))
                        .items())
                .extracting(Endpoint::markerId)
                .containsExactly(one.markerId());
        assertThat(endpoints()
                        .list(q -> q.publicBorderGroup("cn-north-4-edge1"))
                        .items())
                .isEmpty();
    }

    @Test
    void listEndpoints_pageByPage_comesToTheEnd() {
        String service = wire.service("orders").id();
        List<String> all = wire.fiveEndpoints(service);
        assertThat(endpoints().list(q -> q.limit(2)).stream())
                .extracting(Endpoint::id)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void listEndpoints_withTooLargePages_isRefused() {
        wire.announce("query.limit maximum");
        wire.refuses(ErrorCode.INVALID_LIMIT, () -> endpoints().list(q -> q.limit(1001)));
    }

    /** A failed endpoint is the one that has errors to tell. */
    @Test
    void listEndpointInfoDetails_ofOneWhoseServiceIsGone_tellsWhy() {
        String service = wire.service("orders").id();
        String endpoint = wire.endpoint(service).id();
        wire.owner().endpointServices().delete(service);
        assertThat(endpoints().get(endpoint).errors())
                .extracting(EndpointError::code)
                .containsExactly(ErrorCode.ENDPOINT_SERVICE_NOT_FOUND.code());
    }

    @Test
    void listEndpointInfoDetails_ofADeletedOne_isRefused() {
        String id = wire.gateway().id();
        endpoints().delete(id);
        wire.settle();
        wire.refuses(ErrorCode.ENDPOINT_DELETED, () -> endpoints().get(id));
    }

    @Test
    void deleteEndpoint_ofAConnectedOne_beginsToRemoveIt() {
        String id = wire.connected(wire.service("orders").id()).id();
        endpoints().delete(id);
        assertThat(endpoints().get(id).status()).isEqualTo(EndpointStatus.DELETING);
    }

    @Test
    void deleteEndpoint_twice_isRefused() {
        String id = wire.gateway().id();
        endpoints().delete(id);
        wire.refuses(ErrorCode.ENDPOINT_BEING_DELETED, () -> endpoints().delete(id));
    }

    @Test
    void updateEndpointWhite_replacesTheList() {
        String id = wire.connected(wire.service("orders").id()).id();
        assertThat(endpoints()
                        .updateWhitelist(
                                id,
                                b -> b.whitelist(List.of("10.1.0.0/16", "10.2.0.1"))
                                        .whitelistEnabled(true))
                        .whitelist())
                .containsExactly("10.1.0.0/16", "10.2.0.1");
        assertThat(endpoints().updateWhitelist(id, b -> {}).whitelist()).isEmpty();
    }

    @Test
    void updateEndpointWhite_ofAGateway_isRefused() {
        String id = wire.gateway().id();
        wire.refuses(
                ErrorCode.INVALID_WHITELIST,
                () -> endpoints().updateWhitelist(id, b -> b.whitelist(List.of("10.0.0.1"))));
    }

    @Test
    void updateEndpointRoutetable_leadsFromOtherTables() {
        assertThat(endpoints()
                        .updateRouteTables(wire.gateway().id(), List.of(Wire.SUBNET, Wire.VPC))
                        .routeTables())
                .containsExactly(Wire.SUBNET, Wire.VPC);
    }

    @Test
    void updateEndpointRoutetable_ofAnInterface_isRefused() {
        String id = wire.endpoint(wire.service("orders").id()).id();
        wire.refuses(ErrorCode.NO_ROUTE_TABLE_BOUND, () -> endpoints().updateRouteTables(id, List.of(Wire.SUBNET)));
    }

    @Test
    void updateEndpointPolicy_ofAGateway_guardsIt() {
        String id = wire.gateway().id();
        assertThat(endpoints().updatePolicy(id, POLICY).policyStatements()).isEqualTo(POLICY);
        assertThat(endpoints().list().items())
                .extracting(Endpoint::policyStatements)
                .containsExactly(POLICY);
    }

    @Test
    void createEndpoint_withTwoFamiliesAndADocument_keepsThem() {
        String service = policed();
        Endpoint created = endpoints()
                .create(Wire.newEndpoint(service).toBuilder()
                        .ipVersion(EndpointIpVersion.DUALSTACK)
                        .ipv6Address("2001:db8::e8")
                        .policyDocument(DOCUMENT)
                        .build());
        Endpoint shown = endpoints().get(created.id());

        assertThat(List.of(created, shown)).allSatisfy(each -> {
            assertThat(each.ipv6Address()).isEqualTo("2001:db8::e8");
            assertThat(each.policyDocument()).isEqualTo(DOCUMENT);
        });
        assertThat(shown.ipVersion()).isEqualTo(EndpointIpVersion.DUALSTACK);
    }

    @Test
    void createEndpoint_withTwoFamiliesAndNoAddress_getsOne() {
        Endpoint created = endpoints()
                .create(Wire.newEndpoint(wire.service("orders").id()).toBuilder()
                        .ipVersion(EndpointIpVersion.DUALSTACK)
                        .build());
        assertThat(created.ipv6Address()).startsWith("2001:db8:");
    }

    @Test
    void createEndpoint_ofAGatewayWithAPolicy_keepsIt() {
        String storage = wire.owner()
                .endpointServices()
                .describeByName("com.myhuaweicloud." + Wire.REGION + ".obs")
                .id();
        Endpoint created = endpoints()
                .create(b -> b.endpointServiceId(storage).vpcId(Wire.VPC).policyStatements(POLICY));
        assertThat(created.policyStatements()).isEqualTo(POLICY);
    }

    @Test
    void createEndpoint_withADocumentWhereTheServiceHasNone_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(
                ErrorCode.INVALID_POLICY,
                () -> endpoints()
                        .create(Wire.newEndpoint(service).toBuilder()
                                .policyDocument(DOCUMENT)
                                .build()));
    }

    @Test
    void createEndpoint_withAnIpv6AddressAlone_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(
                ErrorCode.INVALID_PARAMETER,
                () -> endpoints()
                        .create(Wire.newEndpoint(service).toBuilder()
                                .ipv6Address("2001:db8::e8")
                                .build()));
    }

    @Test
    void updateEndpointPolicy_ofAnInterface_takesADocument() {
        String id = wire.endpoint(policed()).id();
        assertThat(endpoints().updatePolicy(id, b -> b.policyDocument(DOCUMENT)).policyDocument())
                .isEqualTo(DOCUMENT);
        assertThat(endpoints().list().items())
                .extracting(Endpoint::policyDocument)
                .containsExactly(DOCUMENT);
    }

    @Test
    void updateEndpointPolicy_withNothing_isRefused() {
        String id = wire.gateway().id();
        wire.refuses(ErrorCode.INVALID_POLICY, () -> endpoints().updatePolicy(id, b -> {}));
    }

    @Test
    void upgradeEndpoint_ofAnUpgradedService_begins() {
        String service = wire.service("orders").id();
        String id = wire.connected(service).id();
        wire.owner().endpointServices().upgrade(service);
        endpoints().upgrade(id);
    }

    @Test
    void upgradeEndpoint_ofAServiceThatIsNotUpgraded_isRefused() {
        String id = wire.connected(wire.service("orders").id()).id();
        wire.refuses(ErrorCode.INVALID_PARAMETER, () -> endpoints().upgrade(id));
    }

    /** A service whose endpoints may carry a policy. */
    private static String policed() {
        String id = wire.owner()
                .endpointServices()
                .create(Wire.newService("orders").toBuilder()
                        .policyEnabled(true)
                        .build())
                .id();
        wire.settle();
        return id;
    }

    @Test
    void updateEndpointPolicy_ofAnInterface_isRefused() {
        String id = wire.endpoint(wire.service("orders").id()).id();
        wire.refuses(ErrorCode.INVALID_POLICY, () -> endpoints().updatePolicy(id, POLICY));
    }

    @Test
    @SuppressWarnings("deprecation")
    void deleteEndpointPolicy_opensTheGatewayAgain() {
        String id = wire.gateway().id();
        endpoints().updatePolicy(id, POLICY);
        assertThat(endpoints().deletePolicy(id).policyStatements()).isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation")
    void deleteEndpointPolicy_whenThereIsNone_isRefused() {
        String id = wire.gateway().id();
        wire.refuses(ErrorCode.POLICY_NOT_FOUND, () -> endpoints().deletePolicy(id));
    }
}
