package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.model.Backend;
import io.github.vpcep.model.EndpointEdition;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NetworkType;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Protocol;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TcpProxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service from its creation to its end. */
class ServicesTest {
    @RegisterExtension
    static final Wire wire = new Wire();

    /** Of the owner. */
    private static EndpointServices services() {
        return wire.owner().endpointServices();
    }

    @Test
    void createEndpointService_withAllThatCanBeSaid_beginsToExist() {
        EndpointService created = services()
                .create(Wire.newService("orders").toBuilder()
                        .serverType(ServerType.VIP)
                        .vipPortId(Wire.SUBNET)
                        .approvalEnabled(false)
                        .ports(List.of(PortMapping.builder()
                                .clientPort(1)
                                .serverPort(65535)
                                .protocol(Protocol.TCP)
                                .build()))
                        .tcpProxy(TcpProxy.TOA_OPEN)
                        .tags(List.of(Tag.builder().key("team").value("订单").build()))
                        .description("Bücher & Co, 订单 \uD83D\uDE80")
                        .build());

        assertThat(created.status()).isEqualTo(EndpointServiceStatus.CREATING);
        assertThat(created.description()).isEqualTo("Bücher & Co, 订单 \uD83D\uDE80");
    }

    @Test
    void createEndpointService_byIpv6_keepsTheNetwork() {
        EndpointService created = services()
                .create(Wire.newService("orders").toBuilder()
                        .serverType(ServerType.VM)
                        .ipVersion(ServiceIpVersion.IPV6)
                        .snatNetworkId(Wire.SUBNET)
                        .policyEnabled(true)
                        .build());
        wire.settle();
        EndpointService shown = services().get(created.id());

        assertThat(List.of(created, shown)).allSatisfy(each -> {
            assertThat(each.ipVersion()).isEqualTo(ServiceIpVersion.IPV6);
            assertThat(each.snatNetworkId()).isEqualTo(Wire.SUBNET);
            assertThat(each.policyEnabled()).isTrue();
        });
    }

    @Test
    void createEndpointService_byIpv6WithoutANetwork_isRefused() {
        wire.refuses(
                ErrorCode.MISSING_PARAMETER,
                () -> services()
                        .create(Wire.newService("orders").toBuilder()
                                .serverType(ServerType.VM)
                                .ipVersion(ServiceIpVersion.IPV6)
                                .build()));
    }

    @Test
    void listEndpointService_byTheKindOfNetwork_findsThoseWithAnAddress() {
        EndpointService vlan = services()
                .create(Wire.newService("vlan").toBuilder().ip("192.168.0.5").build());
        EndpointService vxlan = wire.service("orders");

        assertThat(services().list(q -> q.networkType(NetworkType.VLAN)).items())
                .extracting(EndpointService::id)
                .containsExactly(vlan.id());
        assertThat(services().list(q -> q.networkType(NetworkType.VXLAN)).items())
                .extracting(EndpointService::id)
                .containsExactly(vxlan.id());
        assertThat(services().list(q -> q.networkType(NetworkType.ALL)).items()).hasSize(2);
    }

    @Test
    void upgradeEndpointService_andBack_showsWhatItServes() {
        String id = wire.service("orders").id();
        assertThat(services().get(id).supportedEditions()).containsExactly(EndpointEdition.BASIC);

        services().upgrade(id);
        assertThat(services().get(id).supportedEditions())
                .containsExactly(EndpointEdition.PROFESSION, EndpointEdition.BASIC);

        services().rollBack(id);
        assertThat(services().list().items())
                .extracting(EndpointService::supportedEditions)
                .containsExactly(List.of(EndpointEdition.BASIC));
    }

    @Test
    void upgradeEndpointService_ofAnother_isRefused() {
        String id = wire.service("orders").id();
        wire.refuses(
                ErrorCode.RESOURCE_NOT_FOUND,
                () -> wire.guest().endpointServices().upgrade(id));
    }

    @Test
    void addEndpointServiceServerResource_afterAnUpgrade_takesLoadBalancers() {
        String id = wire.service("orders").id();
        services().upgrade(id, b -> b.multiServerEnabled(true));
        services()
                .addBackends(
                        id,
                        List.of(Backend.builder()
                                .resourceId(Wire.SUBNET)
                                .availabilityZoneId("cn-east-4a")
                                .build()));
    }

    @Test
    void addEndpointServiceServerResource_withNone_isRefused() {
        String id = wire.service("orders").id();
        wire.refuses(ErrorCode.MISSING_PARAMETER, () -> services().addBackends(id, List.of()));
    }

    @Test
    void updateEndpointService_ofTheProxy_keepsIt() {
        String id = wire.service("orders").id();
        assertThat(services().update(id, b -> b.tcpProxy(TcpProxy.PROXY_VNI)).tcpProxy())
                .isEqualTo(TcpProxy.PROXY_VNI);
        assertThat(services().get(id).tcpProxy()).isEqualTo(TcpProxy.PROXY_VNI);
    }

    @Test
    void createEndpointService_whenTheBackendPortIsTaken_isRefused() {
        wire.service("orders");
        wire.refuses(ErrorCode.PORTS_CONFLICT, () -> services().create(Wire.newService("orders")));
    }

    @Test
    void createEndpointService_overTheQuota_isRefused() {
        Stream.of("a", "b", "c", "d", "e").forEach(wire::service);
        wire.refuses(ErrorCode.QUOTA_EXCEEDED, () -> wire.service("f"));
    }

    @Test
    void listEndpointService_withAllFilters_findsTheOne() {
        wire.service("bills");
        EndpointService orders = wire.service("orders");
        assertThat(services()
                        .list(q -> q.endpointServiceName("ORDERS")
                                .id(orders.id())
                                .status(EndpointServiceStatus.AVAILABLE)
                                .sortKey(SortKey.UPDATED_AT)
                                .sortDirection(SortDirection.DESCENDING)
                                .limit(1000)
                                .offset(0))
                        .items())
                .extracting(EndpointService::name)
                .containsExactly(orders.name());
        assertThat(services().list(q -> q.publicBorderGroup("cn-north-4-edge1")).items())
                .isEmpty();
    }

    @Test
    void listEndpointService_pageByPage_comesToTheEnd() {
        List<String> all = Stream.of("a", "b", "c")
                .map(wire::service)
                .map(EndpointService::id)
                .toList();
        assertThat(services().list(q -> q.limit(1)).stream())
                .extracting(EndpointService::id)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void listEndpointService_ofAnotherProject_isRefused() {
        wire.refuses(
                ErrorCode.PERMISSION_DENIED,
                () -> wire.stranger().endpointServices().list());
    }

    @Test
    void listServiceDetails_afterAWhile_showsItAvailable() {
        assertThat(services().get(wire.service("orders").id()).status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
    }

    @Test
    void listServiceDetails_ofAnotherAccount_isRefused() {
        String id = wire.service("orders").id();
        wire.refuses(
                ErrorCode.RESOURCE_NOT_FOUND,
                () -> wire.guest().endpointServices().get(id));
    }

    @Test
    void updateEndpointService_movesItToAnotherBackend() {
        String id = wire.service("orders").id();
        EndpointService changed = services()
                .update(
                        id,
                        b -> b.name("")
                                .approvalEnabled(false)
                                .portId(Wire.SUBNET)
                                .ports(List.of(PortMapping.builder()
                                        .clientPort(80)
                                        .serverPort(8080)
                                        .build()))
                                .description(""));

        assertThat(changed.name()).isEqualTo(Wire.REGION + "." + id);
        assertThat(changed.portId()).isEqualTo(Wire.SUBNET);
    }

    @Test
    void updateEndpointService_whileItIsBeingCreated_isRefused() {
        String id = services().create(Wire.newService("orders")).id();
        wire.refuses(
                ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> services().update(id, b -> b.approvalEnabled(false)));
    }

    @Test
    void updateEndpointServiceName_givesItTheNewOne() {
        String id = wire.service("orders").id();
        assertThat(services().rename(id, "sixteen-letters_").name()).isEqualTo("sixteen-letters_");
    }

    @Test
    void updateEndpointServiceName_whileItIsBeingDeleted_isRefused() {
        String id = wire.service("orders").id();
        services().delete(id);
        wire.refuses(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> services().rename(id, "sales"));
    }

    @Test
    void updateEndpointServiceName_toOneThatIsTooLong_isRefused() {
        String id = wire.service("orders").id();
        wire.announce("body.endpoint_service_name maxLength");
        wire.refuses(ErrorCode.INVALID_SERVICE_NAME, () -> services().rename(id, "seventeen-letters"));
    }

    @Test
    void deleteEndpointService_thatWaitsForNobody_removesIt() {
        String id = wire.service("orders").id();
        services().delete(id);
        assertThat(services().get(id).status()).isEqualTo(EndpointServiceStatus.DELETING);
        wire.settle();
        assertThat(services().list().totalCount()).isZero();
    }

    @Test
    void deleteEndpointService_withAConnectedEndpoint_isRefused() {
        String id = wire.service("orders").id();
        wire.connected(id);
        wire.refuses(ErrorCode.ENDPOINT_SERVICE_IN_USE, () -> services().delete(id));
    }

    @Test
    void listServiceDescribeDetails_isForEveryAccount() {
        EndpointService orders = wire.service("orders");
        EndpointServiceSummary byId = wire.guest().endpointServices().describe(orders.id());
        assertThat(wire.guest().endpointServices().describeByName(String.valueOf(byId.name())))
                .isEqualTo(byId);
    }

    @Test
    void listServiceDescribeDetails_ofOneThatIsGone_isRefused() {
        String id = wire.service("orders").id();
        services().delete(id);
        wire.settle();
        wire.refuses(
                ErrorCode.RESOURCE_NOT_FOUND,
                () -> wire.guest().endpointServices().describe(id));
    }

    @Test
    void listServicePublicDetails_pageByPage_comesToTheEnd() {
        assertThat(wire.guest().endpointServices().listPublic(q -> q.limit(1)).stream())
                .extracting(EndpointServiceSummary::owner)
                .containsExactly("huawei", "huawei");
    }

    @Test
    void listServicePublicDetails_withAllFilters_findsTheOne() {
        String id = services().listPublic().items().get(0).id();
        assertThat(services()
                        .listPublic(q -> q.id(id)
                                .endpointServiceName("MYHUAWEICLOUD")
                                .sortKey(SortKey.CREATED_AT)
                                .sortDirection(SortDirection.ASCENDING)
                                .limit(10)
                                .offset(0))
                        .items())
                .extracting(EndpointServiceSummary::id)
                .containsExactly(id);
    }

    @Test
    void listServicePublicDetails_inAnotherProject_isRefused() {
        wire.refuses(
                ErrorCode.PERMISSION_DENIED,
                () -> wire.stranger().endpointServices().listPublic());
    }
}
