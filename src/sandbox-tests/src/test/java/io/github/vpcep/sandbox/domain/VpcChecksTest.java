package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointRouteTablesRequest;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.RouteTableError;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.UpdateEndpointServiceRequest;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.vpc.Port;
import io.github.vpcep.sandbox.vpc.RouteTable;
import io.github.vpcep.sandbox.vpc.Subnet;
import io.github.vpcep.sandbox.vpc.Vpc;
import io.github.vpcep.sandbox.vpc.Vpcs;
import io.github.vpcep.server.EndpointServicesApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What requests name of the VPC service, in a set-up that names VPCs. */
class VpcChecksTest {
    private static final Vpc SHOP = Vpc.of("shop")
            .withSubnets(new Subnet("shop-net", "192.168.0.0/24"), new Subnet("shop-small", "192.168.1.0/29"))
            .withPorts(
                    Port.of("shop-vm"),
                    Port.of("shop-vip"),
                    Port.of("shop-few").withMaxServices(1),
                    Port.of("shop-elb").withLoadBalancer("shared"),
                    Port.of("shop-elb-2").withLoadBalancer("shared"),
                    Port.of("shop-elb-big").withLoadBalancer("dedicated"))
            .withRouteTables(
                    new RouteTable("shop-main", true),
                    new RouteTable("shop-a", false),
                    new RouteTable("shop-b", false));
    private static final Vpc OFFICE = Vpc.of("office")
            .withSubnets(new Subnet("office-net", "172.16.0.0/16"))
            .withPorts(Port.of("office-vm"))
            .withRouteTables(new RouteTable("office-a", false));
    private static final Vpc THEIRS = Vpc.of("theirs")
            .inProject(OTHER.projectId())
            .withSubnets(new Subnet("their-net", "10.0.0.0/24"))
            .withPorts(Port.of("their-vm"));

    private final DomainContext context = new DomainContext(
            StoreUnderTest.empty(), Clock.systemUTC(), Settings.standard(), Vpcs.of(List.of(SHOP, OFFICE, THEIRS)));
    private final Services services = new Services(context);
    private final Endpoints endpoints = new Endpoints(context);

    private static CreateEndpointServiceRequest.Builder backend(String vpcId, String portId) {
        return ServiceWorld.request().vpcId(vpcId).portId(portId).approvalEnabled(false);
    }

    private EndpointService service(String portId, ServerType type, int serverPort) {
        return services.create(
                OWNER,
                backend("shop", portId)
                        .serverType(type)
                        .ports(List.of(ServiceWorld.port(80, serverPort)))
                        .build());
    }

    private Endpoint endpoint(String vpcId, String subnetId, UnaryOperator<CreateEndpointRequest.Builder> more) {
        String serviceId = services
                .list(OWNER, EndpointServicesApi.ListParams.builder().build())
                .services()
                .stream()
                .map(EndpointService::id)
                .findFirst()
                .orElseGet(() -> service("shop-vm", ServerType.VM, 80).id());
        CreateEndpointRequest.Builder request = CreateEndpointRequest.builder()
                .endpointServiceId(serviceId)
                .vpcId(vpcId)
                .subnetId(subnetId);
        return endpoints.create(OWNER, more.apply(request).build());
    }

    private String ip(String subnetId) {
        String id = endpoint("shop", subnetId, request -> request).id();
        return String.valueOf(endpoints.get(OWNER, id).ip());
    }

    private Endpoint gateway(Caller caller, String vpcId, String... routeTables) {
        context.seed(PublicServices.DOCUMENTED);
        String serviceId = context.read(unit -> unit.serviceNamed("com.myhuaweicloud.cn-north-4.obs")
                .map(StoredService::id)
                .orElseThrow());
        return endpoints.create(
                caller,
                CreateEndpointRequest.builder()
                        .endpointServiceId(serviceId)
                        .vpcId(vpcId)
                        .routeTables(List.of(routeTables))
                        .build());
    }

    private EndpointRouteTables bind(String endpointId, String... routeTables) {
        return endpoints.updateRouteTables(
                OWNER,
                endpointId,
                EndpointRouteTablesRequest.builder()
                        .routeTables(List.of(routeTables))
                        .build());
    }

    @Nested
    class Backends {
        @Test
        void create_whenThePortIsOfTheVpc_thenItIsCreated() {
            assertThat(service("shop-vm", ServerType.VM, 80).portId()).isEqualTo("shop-vm");
        }

        @Test
        void create_whenTheVpcIsUnknown_thenItIsRefused() {
            assertRefused(
                    ErrorCode.VPC_NOT_FOUND,
                    () -> services.create(OWNER, backend("none", "shop-vm").build()));
        }

        @Test
        void create_whenTheVpcIsOfAnotherProject_thenItIsUnknown() {
            assertRefused(
                    ErrorCode.VPC_NOT_FOUND,
                    () -> services.create(OWNER, backend("theirs", "their-vm").build()));
            assertThat(services.create(OTHER, backend("theirs", "their-vm").build())
                            .vpcId())
                    .isEqualTo("theirs");
        }

        @Test
        void create_whenThePortIsUnknown_thenItIsRefused() {
            assertRefused(
                    ErrorCode.BACKEND_PORT_NOT_FOUND,
                    () -> services.create(OWNER, backend("shop", "none").build()));
        }

        @Test
        void create_whenThePortIsOfAnotherProject_thenItIsUnknown() {
            assertRefused(
                    ErrorCode.BACKEND_PORT_NOT_FOUND,
                    () -> services.create(OWNER, backend("shop", "their-vm").build()));
        }

        @Test
        void create_whenThePortIsOfAnotherVpc_thenItIsRefused() {
            assertRefused(
                    ErrorCode.PORT_OF_OTHER_VPC,
                    () -> services.create(OWNER, backend("shop", "office-vm").build()));
        }

        @Test
        void create_whenTheVirtualPortIsNotOfTheVpc_thenItIsRefused() {
            CreateEndpointServiceRequest.Builder request =
                    backend("shop", "shop-vm").serverType(ServerType.VIP);
            assertRefused(
                    ErrorCode.INVALID_VIP_PORT_ID,
                    () -> services.create(OWNER, request.vipPortId("office-vm").build()));
            assertThat(services.create(OWNER, request.vipPortId("shop-vip").build())
                            .vipPortId())
                    .isEqualTo("shop-vip");
        }

        @Test
        void create_whenThePortHasItsServices_thenItIsRefused() {
            service("shop-few", ServerType.VM, 80);
            assertRefused(ErrorCode.BACKEND_SHARED_TOO_OFTEN, () -> service("shop-few", ServerType.VM, 81));
        }

        @Test
        void update_whenThePortHasItsServices_thenItIsRefused() {
            service("shop-few", ServerType.VM, 80);
            String id = service("shop-vm", ServerType.VM, 81).id();
            assertRefused(ErrorCode.BACKEND_SHARED_TOO_OFTEN, () -> move(id, "shop-few"));
        }

        @Test
        void port_whenItHasTheServicesOfAnotherProject_orTheServiceItself_thenThoseDoNotCount() {
            assertThat(services.create(OTHER, backend("shop", "shop-few").build())
                            .portId())
                    .isEqualTo("shop-few");
            String id = service("shop-few", ServerType.VM, 80).id();
            assertThat(move(id, "shop-few").portId()).isEqualTo("shop-few");
        }

        @Test
        void create_whenItTakesItsAddressesFromASubnet_thenThatIsOneOfTheVpc() {
            CreateEndpointServiceRequest.Builder request = backend("shop", "shop-vm");
            assertRefused(
                    ErrorCode.SUBNET_NOT_FOUND,
                    () -> services.create(OWNER, request.snatNetworkId("none").build()));
            assertRefused(
                    ErrorCode.SUBNET_OF_OTHER_VPC,
                    () -> services.create(
                            OWNER, request.snatNetworkId("office-net").build()));
            assertThat(services.create(OWNER, request.snatNetworkId("shop-net").build())
                            .snatNetworkId())
                    .isEqualTo("shop-net");
        }

        @Test
        void update_whenTheVirtualPortAloneIsSent_thenItIsOneOfTheVpc() {
            String id = service("shop-vm", ServerType.VIP, 80).id();
            UpdateEndpointServiceRequest.Builder change = UpdateEndpointServiceRequest.builder();
            assertRefused(
                    ErrorCode.INVALID_VIP_PORT_ID,
                    () -> services.update(
                            OWNER, id, change.vipPortId("office-vm").build()));
            assertThat(services.update(OWNER, id, change.vipPortId("shop-vip").build())
                            .vipPortId())
                    .isEqualTo("shop-vip");
        }

        @Test
        void update_ofSomethingElse_thenTheBackendIsNotAskedForAgain() {
            Store store = StoreUnderTest.empty();
            DomainContext before = new DomainContext(store, Clock.systemUTC(), Settings.standard());
            String id = new Services(before)
                    .create(OWNER, backend("gone", "gone-vm").build())
                    .id();
            DomainContext named =
                    new DomainContext(store, Clock.systemUTC(), Settings.standard(), Vpcs.of(List.of(SHOP)));
            UpdateEndpointServiceRequest change =
                    UpdateEndpointServiceRequest.builder().description("later").build();
            assertThat(new Services(named).update(OWNER, id, change).description())
                    .isEqualTo("later");
        }

        @Test
        void update_whenThePortIsOfAnotherVpc_thenItIsRefused() {
            String id = service("shop-vm", ServerType.VM, 80).id();
            assertRefused(ErrorCode.PORT_OF_OTHER_VPC, () -> move(id, "office-vm"));
        }

        @Test
        void update_whenTheLoadBalancerIsOfTheSameKind_thenThePortIsReplaced() {
            String id = service("shop-elb", ServerType.LB, 80).id();
            assertThat(move(id, "shop-elb-2").portId()).isEqualTo("shop-elb-2");
        }

        @Test
        void update_whenTheLoadBalancerIsOfAnotherKind_thenItIsRefused() {
            String id = service("shop-elb", ServerType.LB, 80).id();
            assertRefused(ErrorCode.PORT_ID_UNMODIFIABLE, () -> move(id, "shop-elb-big"));
        }

        @Test
        void update_ofAServer_thenTheKindOfLoadBalancerDoesNotCount() {
            String id = service("shop-elb", ServerType.VM, 80).id();
            assertThat(move(id, "shop-elb-big").portId()).isEqualTo("shop-elb-big");
        }

        private EndpointService move(String id, String portId) {
            return services.update(
                    OWNER,
                    id,
                    UpdateEndpointServiceRequest.builder().portId(portId).build());
        }
    }

    @Nested
    class Addressed {
        @Test
        void create_whenTheVpcIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.VPC_NOT_FOUND, () -> endpoint("none", "shop-net", request -> request));
        }

        @Test
        void create_whenTheSubnetIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.SUBNET_NOT_FOUND, () -> endpoint("shop", "none", request -> request));
        }

        @Test
        void create_whenTheSubnetIsOfAnotherProject_thenItIsUnknown() {
            assertRefused(ErrorCode.SUBNET_NOT_FOUND, () -> endpoint("shop", "their-net", request -> request));
        }

        @Test
        void create_whenTheSubnetIsOfAnotherVpc_thenItIsRefused() {
            assertRefused(ErrorCode.SUBNET_OF_OTHER_VPC, () -> endpoint("shop", "office-net", request -> request));
        }

        @Test
        void create_whenTheAddressIsNoneOfTheSubnetsHosts_thenItIsRefused() {
            for (String ip : List.of("10.0.0.9", "192.168.0.0", "192.168.0.1", "192.168.0.253", "192.168.1.2")) {
                assertRefused(
                        ErrorCode.PORT_IP_OUTSIDE_SUBNET,
                        () -> endpoint("shop", "shop-net", request -> request.ip(ip)));
            }
            assertThatThrownBy(() -> endpoint("shop", "shop-net", request -> request.ip("10.0.0.9")))
                    .hasMessageEndingWith("Its addresses are 192.168.0.2 to 192.168.0.252.");
        }

        @Test
        void create_whenTheAddressIsAHostOfTheSubnet_thenItIsThatOfTheEndpoint() {
            for (String ip : List.of("192.168.0.2", "192.168.0.252")) {
                String id =
                        endpoint("shop", "shop-net", request -> request.ip(ip)).id();
                assertThat(endpoints.get(OWNER, id).ip()).isEqualTo(ip);
            }
        }

        @Test
        void create_whenNoAddressIsSent_thenEachHostIsGivenOnce_untilTheSubnetIsFull() {
            assertThat(Stream.generate(() -> ip("shop-small")).limit(3))
                    .containsExactlyInAnyOrder("192.168.1.2", "192.168.1.3", "192.168.1.4");
            assertRefused(ErrorCode.ENDPOINT_CREATION_FAILED, () -> ip("shop-small"));
        }
    }

    @Nested
    class Routed {
        @Test
        void create_whenNoRouteTableIsSent_thenItIsTheDefaultOneOfTheVpc() {
            assertThat(gateway(OWNER, "shop").routeTables()).containsExactly("shop-main");
        }

        @Test
        void create_whenTheVpcNamesNoDefaultOne_thenItIsOneOfItsOwn() {
            assertThat(gateway(OWNER, "office").routeTables())
                    .containsExactly(RouteTable.defaultOf("office").id());
        }

        @Test
        void create_whenTheVpcIsUnknown_thenItIsRefused() {
            assertRefused(ErrorCode.VPC_NOT_FOUND, () -> gateway(OWNER, "none"));
        }

        @Test
        void create_whenARouteTableIsNotOfTheVpc_thenItIsRefused() {
            assertRefused(ErrorCode.ROUTE_TABLE_NOT_FOUND, () -> gateway(OWNER, "shop", "shop-a", "office-a"));
            String serviceId = context.read(unit -> unit.serviceNamed("com.myhuaweicloud.cn-north-4.obs"))
                    .map(StoredService::id)
                    .orElseThrow();
            CreateEndpointRequest.Builder request = CreateEndpointRequest.builder()
                    .endpointServiceId(serviceId)
                    .vpcId("shop")
                    .policyDocument(Map.of());
            assertRefused(
                    ErrorCode.INVALID_POLICY,
                    () -> endpoints.create(OWNER, request.routeTables("shop-a").build()));
            assertRefused(
                    ErrorCode.ROUTE_TABLE_NOT_FOUND,
                    () -> endpoints.create(
                            OWNER, request.routeTables("office-a").build()));
        }

        @Test
        void create_whenARouteTableLeadsToAnotherEndpoint_thenItIsRefused() {
            gateway(OWNER, "shop", "shop-a");
            assertRefused(ErrorCode.ROUTE_TABLE_IN_USE, () -> gateway(OWNER, "shop", "shop-b", "shop-a"));
            assertThat(gateway(OWNER, "shop", "shop-b").routeTables()).containsExactly("shop-b");
        }

        @Test
        void create_inAVpcOfEachProject_thenRouteTablesOfOthersDoNotCount() {
            gateway(OWNER, "shop", "shop-a");
            assertThat(gateway(OTHER, "shop", "shop-a").routeTables()).containsExactly("shop-a");
        }

        @Test
        void create_atTheSameTime_thenARouteTableLeadsToOneEndpoint() throws Exception {
            gateway(OWNER, "office");
            Callable<Boolean> call = () -> {
                try {
                    return gateway(OWNER, "shop", "shop-a").id() != null;
                } catch (Problem e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.ROUTE_TABLE_IN_USE);
                    return false;
                }
            };
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Boolean> created = new ArrayList<>();
                for (Future<Boolean> each :
                        threads.invokeAll(Stream.generate(() -> call).limit(20).toList())) {
                    created.add(each.get());
                }
                assertThat(created).containsOnlyOnce(true).hasSize(20);
            } finally {
                threads.shutdown();
            }
        }

        @Test
        void update_toRouteTablesThatAreThere_thenAllOfThemAreBound_andNoErrorIsShown() {
            String id = gateway(OWNER, "shop", "shop-a").id();
            EndpointRouteTables answer = bind(id, "shop-a", "shop-b");
            assertThat(answer.routeTables()).containsExactly("shop-a", "shop-b");
            assertThat(answer.errors()).isEmpty();
        }

        @Test
        void update_whenSomeCannotBeBound_thenTheOthersAre_andTheAnswerSaysWhy() {
            gateway(OWNER, "shop", "shop-a");
            String id = gateway(OWNER, "shop").id();
            EndpointRouteTables answer = bind(id, "shop-a", "shop-b", "none");
            assertThat(answer.routeTables()).containsExactly("shop-b");
            assertThat(answer.errors()).singleElement().satisfies(errors -> {
                assertThat(errors.bindFailed())
                        .containsExactly(
                                error("shop-a", ErrorCode.ROUTE_TABLE_IN_USE),
                                error("none", ErrorCode.ROUTE_TABLE_NOT_FOUND));
                assertThat(errors.unbindFailed()).isEmpty();
            });
            assertThat(endpoints.get(OWNER, id).routeTables()).containsExactly("shop-b");
        }

        @Test
        void update_whenNoneCanBeBound_thenItIsRefused_andNothingChanges() {
            gateway(OWNER, "shop", "shop-a");
            String id = gateway(OWNER, "shop").id();
            assertRefused(ErrorCode.ROUTE_TABLE_NOT_FOUND, () -> bind(id, "none", "shop-a"));
            assertRefused(ErrorCode.ROUTE_TABLE_IN_USE, () -> bind(id, "shop-a"));
            assertThat(endpoints.get(OWNER, id).routeTables()).containsExactly("shop-main");
        }

        @Test
        void delete_thenItsRouteTablesAreFree() {
            String id = gateway(OWNER, "shop", "shop-a").id();
            endpoints.get(OWNER, id);
            endpoints.delete(OWNER, id);
            assertThat(gateway(OWNER, "shop", "shop-a").routeTables()).containsExactly("shop-a");
        }

        private RouteTableError error(String id, ErrorCode code) {
            return RouteTableError.builder().id(id).message(code.message()).build();
        }
    }
}
