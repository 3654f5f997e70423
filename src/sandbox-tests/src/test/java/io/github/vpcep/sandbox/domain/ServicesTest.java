package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.PORT_ID;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static io.github.vpcep.sandbox.domain.ServiceWorld.port;
import static io.github.vpcep.sandbox.domain.ServiceWorld.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.AddBackendsRequest;
import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.Backend;
import io.github.vpcep.model.CidrType;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointEdition;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceList;
import io.github.vpcep.model.EndpointServiceNameRequest;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NetworkType;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.Protocol;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.ServiceIpVersion;
import io.github.vpcep.model.ServiceUpgradeAction;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.TcpProxy;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.model.UpgradeEndpointServiceRequest;
import io.github.vpcep.server.EndpointServicesApi;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
    private static final String LONG_ID = "a".repeat(65);
    private static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";

    private final ServiceWorld world = new ServiceWorld();
    private final Services services = world.services;

    @Nested
    class Create {
        @Test
        void create_whenNamed_thenTheFullNameIsRegionNameAndId() {
            EndpointService created = create(request -> request.name("My_web-1"));
            assertThat(created.name()).isEqualTo("cn-north-4.My_web-1." + created.id());
        }

        @ParameterizedTest
        @ValueSource(strings = "")
        @NullSource
        void create_whenUnnamed_thenTheFullNameIsRegionAndId(@Nullable String name) {
            EndpointService created = create(request -> request.name(name));
            assertThat(created.name()).isEqualTo("cn-north-4." + created.id());
        }

        @Test
        void create_whenOnlyTheRequiredIsSent_thenTheDefaultsAreTaken_andTheAccountDoesNotShow() {
            CreateEndpointServiceRequest request =
                    request().ports(List.of(port(1, 65535), port(2, 65535))).build();
            EndpointService created = services.create(OWNER, request);
            assertThat(created)
                    .isEqualTo(EndpointService.builder()
                            .id(created.id())
                            .name("cn-north-4." + created.id())
                            .type(EndpointServiceType.INTERFACE)
                            .serverType(ServerType.LB)
                            .vpcId(ServiceWorld.VPC_ID)
                            .portId(request.portId())
                            // Of the name cn-north-4.pool.
                            .poolId("e1ef899d-1788-37ae-9ca5-678fe41c1b2b")
                            .approvalEnabled(true)
                            .status(EndpointServiceStatus.CREATING)
                            .createdAt(START)
                            .updatedAt(START)
                            .projectId(OWNER.projectId())
                            .cidrType(CidrType.INTERNAL)
                            .ports(request.ports())
                            .tcpProxy(TcpProxy.CLOSE)
                            .tags(List.of())
                            .ipVersion(ServiceIpVersion.IPV4)
                            .policyEnabled(false)
                            .build());
            assertThat(services.get(OWNER, created.id()).supportedEditions()).containsExactly(EndpointEdition.BASIC);
        }

        @Test
        void create_whenAllIsSent_thenAllIsKept() {
            CreateEndpointServiceRequest request = request()
                    .name("orders")
                    .type(EndpointServiceType.INTERFACE)
                    .serverType(ServerType.VIP)
                    .vipPortId(UNKNOWN)
                    .approvalEnabled(false)
                    .tcpProxy(TcpProxy.TOA_OPEN)
                    .tags(tags(20))
                    .description("all")
                    .ip("10.0.0.9")
                    .ipVersion(ServiceIpVersion.IPV6)
                    .snatNetworkId("net")
                    .policyEnabled(true)
                    .build();
            String id = services.create(OWNER, request).id();
            EndpointService kept = services.get(OWNER, id);
            assertThat(kept)
                    .isEqualTo(kept.toBuilder()
                            .name("cn-north-4.orders." + id)
                            .serverType(ServerType.VIP)
                            .vipPortId(UNKNOWN)
                            .approvalEnabled(false)
                            .tcpProxy(TcpProxy.TOA_OPEN)
                            .tags(tags(20))
                            .description("all")
                            .ip("10.0.0.9")
                            .ipVersion(ServiceIpVersion.IPV6)
                            .snatNetworkId("net")
                            .supportedEditions(List.of(EndpointEdition.PROFESSION, EndpointEdition.BASIC))
                            .policyEnabled(true)
                            .build());
        }

        @Test
        void create_whenThereAreMoreThan20Tags_thenItIsRefused() {
            assertCreateRefused(ErrorCode.TOO_MANY_TAGS, request -> request.tags(tags(21)));
        }

        @Test
        void create_inAnotherRegion_thenItIsInTheNames() {
            ServiceWorld elsewhere =
                    new ServiceWorld(Settings.builder().region("r-1").build());
            EndpointService created =
                    elsewhere.services.create(OWNER, request().name("a").build());
            assertThat(created.name()).isEqualTo("r-1.a." + created.id());
            assertThat(created.poolId()).isNotEqualTo("e1ef899d-1788-37ae-9ca5-678fe41c1b2b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "a-", "a..", "a b", "::1"})
        void create_whenTheAddressOfTheBackendIsNone_thenItIsRefused(String ip) {
            assertCreateRefused(ErrorCode.INVALID_PARAMETER, request -> request.ip(ip));
        }

        @Test
        void create_whenTheAddressOfTheBackendIsADomainName_thenItHasAtMost253Characters() {
            assertThat(create(request -> request.ip("a".repeat(253))).ip()).hasSize(253);
            assertCreateRefused(ErrorCode.INVALID_PARAMETER, request -> request.ip("a".repeat(254)));
        }

        @Test
        void create_whenOfIpv6_thenOnlyALoadBalancerOfTheOlderKindNeedsNoSubnet() {
            assertThat(create(request -> request.ipVersion(ServiceIpVersion.IPV6))
                            .snatNetworkId())
                    .isNull();
            assertThat(create(request -> request.serverType(ServerType.VM).ipVersion(ServiceIpVersion.IPV4))
                            .snatNetworkId())
                    .isNull();
            assertCreateRefused(
                    ErrorCode.MISSING_PARAMETER,
                    request -> request.serverType(ServerType.VM).ipVersion(ServiceIpVersion.IPV6));
            assertCreateRefused(ErrorCode.INVALID_SUBNET_ID, request -> request.snatNetworkId(LONG_ID));
            assertCreateRefused(
                    ErrorCode.INVALID_PARAMETER, request -> request.ipVersion(ServiceIpVersion.fromString("ipv5")));
        }

        @Test
        void create_whenThereIsNoDelay_thenItIsCreatingAndAvailableWithTheNextRequest() {
            EndpointService created = create(request -> request);
            assertThat(created.status()).isEqualTo(EndpointServiceStatus.CREATING);
            assertThat(services.get(OWNER, created.id()).status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
        }

        @Test
        void create_whenThereIsADelay_thenItIsAvailableAfterIt() {
            ServiceWorld slow = slow();
            String id = slow.service();
            slow.advance(Duration.ofSeconds(59));
            assertThat(slow.services.get(OWNER, id).status()).isEqualTo(EndpointServiceStatus.CREATING);
            slow.advance(Duration.ofSeconds(1));
            assertThat(slow.services.get(OWNER, id).status()).isEqualTo(EndpointServiceStatus.AVAILABLE);
        }

        @Test
        void create_whenAProtocolIsAbsent_thenItIsTcp() {
            PortMapping port =
                    PortMapping.builder().clientPort(1).serverPort(65535).build();
            assertThat(create(request -> request.ports(List.of(port))).ports())
                    .extracting(PortMapping::protocol)
                    .containsExactly(Protocol.TCP);
        }

        @Test
        void create_whenTheBackendIsAVirtualAddress_thenItsInterfaceShows() {
            assertThat(create(request -> request.serverType(ServerType.VIP).vipPortId(PORT_ID))
                            .vipPortId())
                    .isEqualTo(PORT_ID);
        }

        @Test
        void create_whenTheBackendIsNoVirtualAddress_thenNoSuchInterfaceShows() {
            assertThat(create(request -> request.vipPortId(PORT_ID)).vipPortId())
                    .isNull();
        }

        @Test
        void create_whenTagged_thenTheTagsShow() {
            Tag tag = Tag.builder().key("stage").value("test").build();
            assertThat(create(request -> request.tags(List.of(tag))).tags()).containsExactly(tag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"seventeen-letters", "a.b", "a b", "名"})
        void create_whenTheNameIsNone_thenItIsRefused(String name) {
            assertCreateRefused(ErrorCode.INVALID_SERVICE_NAME, request -> request.name(name));
        }

        @Test
        void create_whenOfTheKindGateway_thenItIsRefused() {
            assertCreateRefused(ErrorCode.INVALID_PARAMETER, request -> request.type(EndpointServiceType.GATEWAY));
        }

        @Test
        void create_whenTheServerTypeIsUnknown_thenItIsRefused() {
            assertCreateRefused(
                    ErrorCode.INVALID_SERVER_TYPE, request -> request.serverType(ServerType.fromString("BMS")));
        }

        @Test
        void create_whenTheVpcIdIsTooLong_thenItIsRefused() {
            assertCreateRefused(ErrorCode.INVALID_VPC_ID, request -> request.vpcId(LONG_ID));
        }

        @Test
        void create_whenThePortIdIsTooLong_thenItIsRefused() {
            assertCreateRefused(ErrorCode.INVALID_PORT_ID, request -> request.portId(LONG_ID));
        }

        @Test
        void create_whenTheVipPortIdIsTooLong_thenItIsRefused() {
            assertCreateRefused(ErrorCode.INVALID_VIP_PORT_ID, request -> request.vipPortId(LONG_ID));
        }

        @Test
        void create_whenThereAreNoPorts_thenItIsRefused() {
            assertCreateRefused(ErrorCode.MISSING_PORT_OR_PROTOCOL, request -> request.ports(List.of()));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 65536})
        void create_whenAPortIsOutOfRange_thenItIsRefused(int port) {
            assertCreateRefused(ErrorCode.INVALID_SERVICE_PORT, request -> request.ports(List.of(port(port, 80))));
            assertCreateRefused(ErrorCode.INVALID_SERVICE_PORT, request -> request.ports(List.of(port(80, port))));
        }

        @Test
        void create_whenAProtocolIsUnknown_thenItIsRefused() {
            PortMapping udp = port(53, 53).toBuilder()
                    .protocol(Protocol.fromString("UDP"))
                    .build();
            assertCreateRefused(ErrorCode.INVALID_PROTOCOL, request -> request.ports(List.of(udp)));
        }

        @Test
        void create_whenThereAre200Ports_thenTheyAreTaken() {
            assertThat(create(request -> request.ports(ports(200))).ports()).hasSize(200);
        }

        @Test
        void create_whenThereAreMorePorts_thenItIsRefused() {
            assertCreateRefused(ErrorCode.TOO_MANY_PORTS, request -> request.ports(ports(201)));
        }

        @Test
        void create_whenAClientPortIsMappedTwice_thenItIsRefused() {
            assertCreateRefused(
                    ErrorCode.PORTS_CONFLICT, request -> request.ports(List.of(port(80, 80), port(80, 81))));
        }

        @Test
        void create_whenTwoClientPortsMapToOneServerPort_thenTheyAreTaken() {
            assertThat(create(request -> request.ports(List.of(port(80, 80), port(81, 80))))
                            .ports())
                    .hasSize(2);
        }

        @Test
        void create_whenAnotherServiceHasTheServerPortOfTheBackend_thenItIsRefused() {
            create(request -> request.portId(PORT_ID).ports(List.of(port(8080, 80))));
            assertCreateRefused(
                    ErrorCode.PORTS_CONFLICT, request -> request.portId(PORT_ID).ports(List.of(port(9090, 80))));
        }

        @Test
        void create_whenAnotherServiceHasOtherServerPortsOfTheBackend_thenItIsCreated() {
            create(request -> request.portId(PORT_ID).ports(List.of(port(8080, 80))));
            assertThat(create(request -> request.portId(PORT_ID).ports(List.of(port(8080, 81)))))
                    .isNotNull();
        }

        @Test
        void create_whenAServiceOfAnotherProjectNamesTheBackend_thenItIsCreated() {
            services.create(OTHER, request().portId(PORT_ID).build());
            assertThat(create(request -> request.portId(PORT_ID))).isNotNull();
        }

        @Test
        void create_whenTcpProxyIsUnknown_thenItIsRefused() {
            assertCreateRefused(
                    ErrorCode.INVALID_PARAMETER, request -> request.tcpProxy(TcpProxy.fromString("half_open")));
        }

        @Test
        void create_whenATagIsNone_thenItIsRefused() {
            Tag tag = Tag.builder().key("a,b").build();
            assertCreateRefused(ErrorCode.INVALID_TAG, request -> request.tags(List.of(tag)));
        }

        @Test
        void create_whenTheDescriptionHasAnAngleBracket_thenItIsRefused() {
            assertCreateRefused(ErrorCode.INVALID_PARAMETER, request -> request.description("<b>"));
        }

        @Test
        void create_whenTheQuotaIsUsedUp_thenItIsRefused() {
            IntStream.range(0, 20).forEach(each -> world.service());
            assertCreateRefused(ErrorCode.QUOTA_EXCEEDED, request -> request);
        }

        @Test
        void create_whenAnotherProjectHasUsedUpItsQuota_thenItIsCreated() {
            IntStream.range(0, 20).forEach(each -> world.service(OTHER));
            assertThat(create(request -> request)).isNotNull();
        }

        @Test
        void create_whenAServiceOfTheQuotaIsBeingDeleted_thenItIsCreated() {
            ServiceWorld slow = slow();
            IntStream.range(0, 19).forEach(each -> slow.service());
            String last = slow.service();
            slow.advance(Duration.ofMinutes(1));
            slow.services.delete(OWNER, last);
            assertThat(slow.service()).isNotNull();
        }
    }

    @Nested
    class ListOwn {
        @Test
        void list_whenOthersHaveServices_thenOnlyThoseOfTheProjectAreThere() {
            world.publicService();
            world.service(OTHER);
            String own = world.service();
            EndpointServiceList list = list(null, null, null, null);
            assertThat(list.services()).extracting(EndpointService::id).containsExactly(own);
            assertThat(list.totalCount()).isEqualTo(1);
        }

        @Test
        void list_whenAnswered_thenTheAccountShowsAndPoolAndCidrTypeDoNot() {
            world.service();
            EndpointService item = list(null, null, null, null).services().get(0);
            assertThat(item.domainId()).isEqualTo(OWNER.domainId());
            assertThat(item.connectionCount()).isZero();
            assertThat(item.poolId()).isNull();
            assertThat(item.cidrType()).isNull();
        }

        @Test
        void list_whenThereAreEndpoints_thenThoseCreatingAndAcceptedCount() {
            String id = world.service();
            EndpointStatus.values().forEach(status -> world.endpoint(id, status));
            assertThat(list(null, null, null, null).services())
                    .extracting(EndpointService::connectionCount)
                    .containsExactly(2);
        }

        @Test
        void list_whenFilteredByName_thenTheTextIsFoundAnywhereInAnyCase() {
            String web = world.service("My_Web");
            world.service("db");
            assertThat(list("y_wE", null, null, null).services())
                    .extracting(EndpointService::id)
                    .containsExactly(web);
        }

        @Test
        void list_whenFilteredByIdAndStatus_thenBothHaveToMatch() {
            String id = world.service();
            world.service();
            assertThat(list(null, id, EndpointServiceStatus.AVAILABLE, null).totalCount())
                    .isEqualTo(1);
            assertThat(list(null, id, EndpointServiceStatus.FAILED, null).totalCount())
                    .isZero();
        }

        @Test
        void list_whenTheIdIsUnknown_thenTheListIsEmpty() {
            assertThat(list(null, UNKNOWN, null, null).services()).isEmpty();
        }

        @Test
        void list_whenFilteredByEdgeLocation_thenNoneOfTheRegionIsThere() {
            world.service();
            assertThat(list(null, null, null, "edge-1").totalCount()).isZero();
        }

        @Test
        void list_whenFilteredByNetwork_thenThoseWithAnAddressAreInAVlan() {
            String plain = world.service();
            String vlan = create(request -> request.ip("10.0.0.9")).id();
            assertThat(inNetwork(NetworkType.VLAN)).containsExactly(vlan);
            assertThat(inNetwork(NetworkType.VXLAN)).containsExactly(plain);
            assertThat(inNetwork(NetworkType.ALL)).containsExactly(vlan, plain);
            assertThat(inNetwork(null)).containsExactly(vlan, plain);
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> inNetwork(NetworkType.fromString("x")));
        }

        @Test
        void list_whenSortedAndPaged_thenTheTotalCountsAll() {
            String oldest = world.service();
            world.advance(Duration.ofSeconds(1));
            String second = world.service();
            world.advance(Duration.ofSeconds(1));
            world.service();
            EndpointServiceList page = services.list(
                    OWNER,
                    EndpointServicesApi.ListParams.builder()
                            .sortKey(SortKey.CREATED_AT)
                            .sortDirection(SortDirection.ASCENDING)
                            .limit(2)
                            .offset(0)
                            .build());
            assertThat(page.services()).extracting(EndpointService::id).containsExactly(oldest, second);
            assertThat(page.totalCount()).isEqualTo(3);
        }

        @Test
        void list_whenTheOffsetIsBeyondTheEnd_thenTheListIsEmpty() {
            world.service();
            EndpointServiceList page = services.list(
                    OWNER, EndpointServicesApi.ListParams.builder().offset(1).build());
            assertThat(page.services()).isEmpty();
            assertThat(page.totalCount()).isEqualTo(1);
        }

        @Test
        void list_whenTheStatusIsUnknown_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_STATUS, () -> list(null, null, EndpointServiceStatus.fromString("lost"), null));
        }

        @Test
        void list_whenTheNameIsEmpty_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_SERVICE_NAME_FILTER, () -> list("", null, null, null));
        }

        @Test
        void list_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> list(null, LONG_ID, null, null));
        }

        @Test
        void list_whenTheLimitIsOver1000_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_LIMIT,
                    () -> services.list(
                            OWNER,
                            EndpointServicesApi.ListParams.builder().limit(1001).build()));
        }
    }

    @Nested
    class Get {
        @Test
        void get_whenOwn_thenCidrTypeShowsAndPoolAndAccountDoNot() {
            EndpointService service = services.get(OWNER, world.service());
            assertThat(service.cidrType()).isEqualTo(CidrType.INTERNAL);
            assertThat(service.poolId()).isNull();
            assertThat(service.domainId()).isNull();
            assertThat(service.connectionCount()).isNull();
        }

        @Test
        void get_whenUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> services.get(OWNER, UNKNOWN));
        }

        @Test
        void get_whenOfAnotherProject_thenItIsNotFound() {
            String id = world.service();
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> services.get(OTHER, id));
        }

        @Test
        void get_whenPublic_thenItIsNotFound() {
            String id = world.publicService();
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> services.get(OWNER, id));
        }

        @Test
        void get_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> services.get(OWNER, LONG_ID));
        }
    }

    @Nested
    class Update {
        @Test
        void update_whenFieldsAreLeftOut_thenTheyStay() {
            EndpointService before = create(request -> request.name("web").description("a shop"));
            EndpointService after = update(before.id(), change -> change.approvalEnabled(false));
            assertThat(after)
                    .isEqualTo(before.toBuilder()
                            .approvalEnabled(false)
                            .status(EndpointServiceStatus.AVAILABLE)
                            .build());
        }

        @Test
        void update_whenEverythingIsSent_thenEverythingChanges() {
            EndpointService before =
                    create(request -> request.serverType(ServerType.VIP).approvalEnabled(true));
            assertThat(before.approvalEnabled()).isTrue();
            EndpointService after = update(
                    before.id(),
                    change -> change.name("shop")
                            .approvalEnabled(false)
                            .ports(List.of(PortMapping.builder()
                                    .clientPort(443)
                                    .serverPort(8443)
                                    .build()))
                            .portId(PORT_ID)
                            .vipPortId(UNKNOWN)
                            .description("a shop")
                            .tcpProxy(TcpProxy.TOA_OPEN)
                            .ip("shop.example"));
            assertThat(after)
                    .isEqualTo(before.toBuilder()
                            .status(EndpointServiceStatus.AVAILABLE)
                            .name("cn-north-4.shop." + before.id())
                            .approvalEnabled(false)
                            .ports(List.of(port(443, 8443)))
                            .portId(PORT_ID)
                            .vipPortId(UNKNOWN)
                            .description("a shop")
                            .tcpProxy(TcpProxy.TOA_OPEN)
                            .ip("shop.example")
                            .build());
            assertThat(services.get(OWNER, before.id()))
                    .isEqualTo(services.get(
                            OWNER, update(before.id(), change -> change).id()));
        }

        @Test
        void update_whenTheBackendIsNoVirtualAddress_thenNoInterfaceOfOneIsKept() {
            String id = world.service();
            assertThat(update(id, change -> change.vipPortId(UNKNOWN)).vipPortId())
                    .isNull();
        }

        @Test
        void update_whenItsOwnNameIsSentAgain_thenTheOtherChangesAreSaved() {
            String id = world.service("old");
            update(id, change -> change.name("old").description("later"));
            assertThat(services.get(OWNER, id).description()).isEqualTo("later");
        }

        @Test
        void update_whenTheFormIsWrong_thenThatIsToldBeforeTheService() {
            assertUpdateRefused(ErrorCode.INVALID_SERVICE_NAME, UNKNOWN, change -> change.name("a.b"));
            assertUpdateRefused(ErrorCode.INVALID_PORT_ID, UNKNOWN, change -> change.portId(LONG_ID));
            assertUpdateRefused(ErrorCode.INVALID_VIP_PORT_ID, UNKNOWN, change -> change.vipPortId(LONG_ID));
            assertUpdateRefused(ErrorCode.INVALID_PARAMETER, UNKNOWN, change -> change.ip("::1"));
            assertUpdateRefused(
                    ErrorCode.INVALID_PARAMETER, UNKNOWN, change -> change.tcpProxy(TcpProxy.fromString("x")));
            assertUpdateRefused(ErrorCode.INVALID_PARAMETER, UNKNOWN, change -> change.description("<"));
            assertUpdateRefused(ErrorCode.TOO_MANY_PORTS, UNKNOWN, change -> change.ports(ports(201)));
        }

        @Test
        void update_whenDone_thenTheTimeOfTheLastChangeMoves() {
            String id = world.service();
            world.advance(Duration.ofSeconds(5));
            EndpointService after = update(id, change -> change.description("later"));
            assertThat(after.updatedAt()).isEqualTo(START.plusSeconds(5));
            assertThat(after.createdAt()).isEqualTo(START);
        }

        @Test
        void update_whenRenamed_thenItsEndpointsShowTheNewName() {
            String id = world.service("old");
            String endpoint = world.endpoint(id, EndpointStatus.ACCEPTED);
            update(id, change -> change.name("new"));
            assertThat(world.storedEndpoint(endpoint).document().endpointServiceName())
                    .isEqualTo("cn-north-4.new." + id);
        }

        @Test
        void update_whenTheNameIsEmpty_thenTheFullNameIsRegionAndId() {
            String id = world.service("old");
            assertThat(update(id, change -> change.name("")).name()).isEqualTo("cn-north-4." + id);
        }

        @Test
        void update_whenApprovalIsSwitchedOff_thenExistingEndpointsStay() {
            String id = world.service();
            String endpoint = world.endpoint(id, EndpointStatus.PENDING_ACCEPTANCE);
            update(id, change -> change.approvalEnabled(false));
            assertThat(world.storedEndpoint(endpoint).document().status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
        }

        @Test
        void update_whenItsOwnPortsAreSentAgain_thenTheyDoNotClash() {
            String id = create(request -> request.portId(PORT_ID)).id();
            assertThat(update(id, change -> change.portId(PORT_ID).ports(List.of(port(8080, 80))))
                            .ports())
                    .hasSize(1);
        }

        @Test
        void update_whenTheNewBackendHasTheServerPort_thenItIsRefused() {
            create(request -> request.portId(PORT_ID));
            String id = world.service();
            assertUpdateRefused(ErrorCode.PORTS_CONFLICT, id, change -> change.portId(PORT_ID));
        }

        @Test
        void update_whenTheNameIsTooLong_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.INVALID_SERVICE_NAME, world.service(), change -> change.name("a".repeat(17)));
        }

        @Test
        void update_whenThePortIdIsEmpty_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.INVALID_PORT_ID, world.service(), change -> change.portId(""));
        }

        @Test
        void update_whenTheVipPortIdIsEmpty_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.INVALID_VIP_PORT_ID, world.service(), change -> change.vipPortId(""));
        }

        @Test
        void update_whenThereAreTooManyPorts_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.TOO_MANY_PORTS, world.service(), change -> change.ports(ports(201)));
        }

        @Test
        void update_whenTheDescriptionHasAnAngleBracket_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.INVALID_PARAMETER, world.service(), change -> change.description(">"));
        }

        @Test
        void update_whenSeveralAreWrong_thenTheFormIsToldBeforeTheService() {
            assertUpdateRefused(ErrorCode.INVALID_PORT_ID, UNKNOWN, change -> change.portId(LONG_ID));
        }

        @Test
        void update_whenNotAvailable_thenItIsRefused() {
            ServiceWorld slow = slow();
            String id = slow.service();
            assertRefused(
                    ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE,
                    () -> slow.services.update(
                            OWNER, id, UpdateEndpointServiceRequest.builder().build()));
        }

        @Test
        void update_whenPublic_thenItIsForbidden() {
            assertUpdateRefused(ErrorCode.PERMISSION_DENIED, world.publicService(), change -> change);
        }

        @Test
        void update_whenOfAnotherProject_thenItIsNotFound() {
            assertUpdateRefused(ErrorCode.RESOURCE_NOT_FOUND, world.service(OTHER), change -> change);
        }

        @Test
        void update_whenTheIdIsTooLong_thenItIsRefused() {
            assertUpdateRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, LONG_ID, change -> change);
        }
    }

    @Nested
    class Delete {
        @Test
        void delete_whenThereIsNoDelay_thenItIsGoneWithTheNextRequest() {
            String id = available();
            services.delete(OWNER, id);
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> services.get(OWNER, id));
        }

        @Test
        void delete_whenThereIsADelay_thenItIsDeletingUntilThen() {
            ServiceWorld slow = slow();
            String id = slow.service();
            slow.advance(Duration.ofMinutes(2));
            slow.services.delete(OWNER, id);
            EndpointService deleting = slow.services.get(OWNER, id);
            assertThat(deleting.status()).isEqualTo(EndpointServiceStatus.DELETING);
            assertThat(deleting.updatedAt()).isEqualTo(START.plusSeconds(120));
            slow.advance(Duration.ofMinutes(1));
            assertThat(slow.storedService(id)).isEmpty();
        }

        @Test
        void delete_whenItHasAWhitelist_thenThatIsGoneToo() {
            String id = available();
            NewPermission everybody =
                    NewPermission.builder().permission("*").description("").build();
            world.whitelists.add(
                    OWNER,
                    id,
                    AddPermissionsRequest.builder()
                            .permissions(List.of(everybody))
                            .build());
            services.delete(OWNER, id);
            assertThat(world.context.<Boolean>read(
                            unit -> !unit.permissionsOf(id, List.of("*")).isEmpty()))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"accepted", "creating", "deleting"})
        void delete_whenAnEndpointIsConnectedOrNotGoneYet_thenItIsRefused(String status) {
            String id = available();
            world.endpoint(id, EndpointStatus.fromString(status));
            assertRefused(ErrorCode.ENDPOINT_SERVICE_IN_USE, () -> services.delete(OWNER, id));
        }

        @ParameterizedTest
        @ValueSource(strings = {"pendingAcceptance", "rejected", "failed"})
        void delete_whenAnEndpointIsNotConnected_thenThatFails(String status) {
            String id = available();
            String endpoint = world.endpoint(id, EndpointStatus.fromString(status));
            world.advance(Duration.ofSeconds(1));
            services.delete(OWNER, id);
            Endpoint left = world.storedEndpoint(endpoint).document();
            assertThat(left.status()).isEqualTo(EndpointStatus.FAILED);
            assertThat(left.updatedAt()).isEqualTo(START.plusSeconds(1));
            assertThat(left.errors())
                    .containsExactly(EndpointError.builder()
                            .code("EndPoint.2003")
                            .message("The endpoint service does not exist.")
                            .build());
        }

        @Test
        void delete_whenCreating_thenItIsRefused() {
            ServiceWorld slow = slow();
            String id = slow.service();
            assertRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> slow.services.delete(OWNER, id));
        }

        @Test
        void delete_whenDeleting_thenItIsRefused() {
            ServiceWorld slow = slow();
            String id = slow.service();
            slow.advance(Duration.ofMinutes(1));
            slow.services.delete(OWNER, id);
            assertRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> slow.services.delete(OWNER, id));
        }

        @Test
        void delete_whenPublic_thenItIsForbidden() {
            String id = world.publicService();
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> services.delete(OWNER, id));
        }

        @Test
        void delete_whenOfAnotherProject_thenItIsNotFound() {
            String id = world.service(OTHER);
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> services.delete(OWNER, id));
        }

        @Test
        void delete_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> services.delete(OWNER, LONG_ID));
        }
    }

    @Nested
    class Rename {
        @Test
        void rename_whenDone_thenTheNameIsAnsweredAsSent() {
            assertThat(rename(world.service(), "shop")).isEqualTo("shop");
        }

        @Test
        void rename_whenDone_thenTheFullNameHasIt() {
            String id = world.service("old");
            rename(id, "shop");
            assertThat(services.get(OWNER, id).name()).isEqualTo("cn-north-4.shop." + id);
        }

        @Test
        void rename_whenTheNameIsEmpty_thenTheFullNameIsRegionAndId() {
            String id = world.service("old");
            rename(id, "");
            assertThat(services.get(OWNER, id).name()).isEqualTo("cn-north-4." + id);
        }

        @Test
        void rename_whenDone_thenItsEndpointsShowTheNewName() {
            String id = world.service("old");
            String endpoint = world.endpoint(id, EndpointStatus.REJECTED);
            rename(id, "new");
            assertThat(world.storedEndpoint(endpoint).document().endpointServiceName())
                    .isEqualTo("cn-north-4.new." + id);
        }

        @Test
        void rename_whenDone_thenTheTimeOfTheLastChangeMoves() {
            String id = world.service();
            world.advance(Duration.ofSeconds(5));
            rename(id, "new");
            assertThat(services.get(OWNER, id).updatedAt()).isEqualTo(START.plusSeconds(5));
        }

        @Test
        void rename_whenTheNameHas17Characters_thenItIsRefused() {
            String id = world.service();
            assertRefused(ErrorCode.INVALID_SERVICE_NAME, () -> rename(id, "a".repeat(17)));
        }

        @Test
        void rename_whenNotAvailable_thenItIsRefused() {
            ServiceWorld slow = slow();
            String id = slow.service();
            EndpointServiceNameRequest body =
                    EndpointServiceNameRequest.builder().name("a").build();
            assertRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> slow.services.rename(OWNER, id, body));
        }

        @Test
        void rename_whenPublic_thenItIsForbidden() {
            String id = world.publicService();
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> rename(id, "mine"));
        }

        @Test
        void rename_whenUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> rename(UNKNOWN, "a"));
        }

        @Test
        void rename_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> rename(LONG_ID, "a"));
        }
    }

    @Nested
    class Upgrade {
        private void upgrade(String id, @Nullable ServiceUpgradeAction action) {
            services.upgrade(
                    OWNER,
                    id,
                    UpgradeEndpointServiceRequest.builder().action(action).build());
        }

        @Test
        void upgrade_whateverWasThere_thenItServesWhatIsAskedFor() {
            String id = world.service();
            world.advance(Duration.ofSeconds(1));
            services.upgrade(OWNER, id, null);
            assertThat(services.get(OWNER, id).supportedEditions())
                    .containsExactly(EndpointEdition.PROFESSION, EndpointEdition.BASIC);
            assertThat(services.get(OWNER, id).updatedAt()).isEqualTo(START.plusSeconds(1));
            upgrade(id, ServiceUpgradeAction.ROLLBACK);
            assertThat(services.get(OWNER, id).supportedEditions()).containsExactly(EndpointEdition.BASIC);
            upgrade(id, null);
            assertThat(services.get(OWNER, id).supportedEditions()).hasSize(2);
            upgrade(id, ServiceUpgradeAction.UPGRADE);
            assertThat(services.get(OWNER, id).supportedEditions()).hasSize(2);
        }

        @Test
        void upgrade_whenItIsNotAllowed_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> upgrade(UNKNOWN, ServiceUpgradeAction.fromString("x")));
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> upgrade(LONG_ID, null));
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> upgrade(UNKNOWN, null));
            ServiceWorld slow = slow();
            String id = slow.service();
            assertRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> slow.services.upgrade(OWNER, id, null));
        }
    }

    @Nested
    class AddBackends {
        private void add(Services to, String id, String... resources) {
            to.addBackends(
                    OWNER,
                    id,
                    AddBackendsRequest.builder()
                            .backends(Stream.of(resources)
                                    .map(each ->
                                            Backend.builder().resourceId(each).build())
                                    .toList())
                            .build());
        }

        @Test
        void addBackends_whenDone_thenNothingShows() {
            String id = world.service();
            EndpointService before = services.get(OWNER, id);
            world.advance(Duration.ofSeconds(1));
            add(services, id, "a".repeat(64), "b");
            assertThat(services.get(OWNER, id)).isEqualTo(before);
        }

        @Test
        void addBackends_whenItIsNotAllowed_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PARAMETER, () -> add(services, UNKNOWN));
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> add(services, UNKNOWN, "b", LONG_ID));
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> add(services, LONG_ID, "b"));
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> add(services, UNKNOWN, "b"));
            ServiceWorld slow = slow();
            String id = slow.service();
            assertRefused(ErrorCode.ENDPOINT_SERVICE_UNMODIFIABLE, () -> add(slow.services, id, "b"));
        }
    }

    @Nested
    class Describe {
        @Test
        void describe_whenAnotherAccountAsksById_thenItIsShown() {
            String id = world.service("web");
            EndpointServiceSummary summary = services.describe(
                    OTHER, EndpointServicesApi.DescribeParams.builder().id(id).build());
            assertThat(summary.name()).isEqualTo("cn-north-4.web." + id);
            assertThat(summary.type()).isEqualTo(EndpointServiceType.INTERFACE);
            assertThat(summary.createdAt()).isEqualTo(START);
            assertThat(summary.charged()).isTrue();
            assertThat(summary.owner()).isNull();
        }

        @Test
        void describe_whenAskedByFullName_thenItIsShown() {
            String id = world.service("web");
            assertThat(services.describe(
                                    OTHER,
                                    EndpointServicesApi.DescribeParams.builder()
                                            .name("cn-north-4.web." + id)
                                            .build())
                            .id())
                    .isEqualTo(id);
        }

        @Test
        void describe_whenAskedByAPartOfTheName_thenItIsNotFound() {
            world.service("web");
            assertRefused(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    () -> services.describe(
                            OTHER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .name("web")
                                    .build()));
        }

        @Test
        void describe_whenRenamedMeanwhile_thenTheOldNameIsNotFound() {
            String id = world.service("web");
            rename(id, "shop");
            assertRefused(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    () -> services.describe(
                            OTHER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .name("cn-north-4.web." + id)
                                    .build()));
        }

        @Test
        void describe_whenPublic_thenItIsShown() {
            String id = world.publicService();
            assertThat(services.describe(
                                    OWNER,
                                    EndpointServicesApi.DescribeParams.builder()
                                            .id(id)
                                            .build())
                            .charged())
                    .isFalse();
        }

        @Test
        void describe_whenUnknown_thenItIsNotFound() {
            assertRefused(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    () -> services.describe(
                            OWNER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .id(UNKNOWN)
                                    .build()));
        }

        @Test
        void describe_whenNothingIsSent_thenItIsRefused() {
            assertRefused(
                    ErrorCode.MISSING_PARAMETER,
                    () -> services.describe(
                            OWNER, EndpointServicesApi.DescribeParams.builder().build()));
        }

        @Test
        void describe_whenBothAreSent_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_PARAMETER,
                    () -> services.describe(
                            OWNER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .name("web")
                                    .id(UNKNOWN)
                                    .build()));
        }

        @Test
        void describe_whenTheNameIsEmpty_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_SERVICE_NAME_FILTER,
                    () -> services.describe(
                            OWNER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .name("")
                                    .build()));
        }

        @Test
        void describe_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_ENDPOINT_SERVICE_ID,
                    () -> services.describe(
                            OWNER,
                            EndpointServicesApi.DescribeParams.builder()
                                    .id(LONG_ID)
                                    .build()));
        }
    }

    private EndpointService create(UnaryOperator<CreateEndpointServiceRequest.Builder> change) {
        return services.create(OWNER, change.apply(request()).build());
    }

    private void assertCreateRefused(ErrorCode code, UnaryOperator<CreateEndpointServiceRequest.Builder> change) {
        assertRefused(code, () -> create(change));
    }

    private EndpointService update(String id, UnaryOperator<UpdateEndpointServiceRequest.Builder> change) {
        return services.update(
                OWNER, id, change.apply(UpdateEndpointServiceRequest.builder()).build());
    }

    private void assertUpdateRefused(
            ErrorCode code, String id, UnaryOperator<UpdateEndpointServiceRequest.Builder> change) {
        assertRefused(code, () -> update(id, change));
    }

    private @Nullable String rename(String id, String name) {
        return services.rename(
                        OWNER,
                        id,
                        EndpointServiceNameRequest.builder().name(name).build())
                .name();
    }

    private EndpointServiceList list(
            @Nullable String name,
            @Nullable String id,
            @Nullable EndpointServiceStatus status,
            @Nullable String publicBorderGroup) {
        return services.list(
                OWNER,
                EndpointServicesApi.ListParams.builder()
                        .endpointServiceName(name)
                        .id(id)
                        .status(status)
                        .publicBorderGroup(publicBorderGroup)
                        .build());
    }

    private List<String> inNetwork(@Nullable NetworkType type) {
        EndpointServicesApi.ListParams params =
                EndpointServicesApi.ListParams.builder().networkType(type).build();
        return services.list(OWNER, params).services().stream()
                .map(EndpointService::id)
                .toList();
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> Tag.builder().key("k" + each).value("").build())
                .toList();
    }

    /** The id of a service whose creation is over. */
    private String available() {
        return services.get(OWNER, world.service()).id();
    }

    /** Services take a minute there to be created or deleted. */
    private static ServiceWorld slow() {
        return new ServiceWorld(Settings.standard().withDelays(Duration.ofMinutes(1), Duration.ZERO));
    }

    private static List<PortMapping> ports(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> port(each, each))
                .toList();
    }
}
