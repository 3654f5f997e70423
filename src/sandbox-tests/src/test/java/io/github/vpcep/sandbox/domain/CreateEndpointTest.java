package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.EndpointWorld.LONG_ID;
import static io.github.vpcep.sandbox.domain.EndpointWorld.SUBNET_ID;
import static io.github.vpcep.sandbox.domain.EndpointWorld.UNKNOWN;
import static io.github.vpcep.sandbox.domain.EndpointWorld.VPC_ID;
import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointIpVersion;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.Tag;
import io.github.vpcep.model.WhitelistAction;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.server.EndpointsApi;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateEndpointTest {
    private final EndpointWorld world = new EndpointWorld();

    @Test
    void create_whenTheServiceIsOpen_thenItIsCreatingAndAcceptedWithTheNextRequest() {
        Endpoint created = world.create(world.open);
        assertThat(created.status()).isEqualTo(EndpointStatus.CREATING);
        assertThat(world.get(created.id()).status()).isEqualTo(EndpointStatus.ACCEPTED);
    }

    @Test
    void create_whenThereIsADelay_thenItIsAcceptedAfterIt() {
        EndpointWorld slow = new EndpointWorld(slow());
        slow.services.advance(Duration.ofMinutes(1));
        String id = slow.create(slow.open).id();
        slow.services.advance(Duration.ofSeconds(59));
        assertThat(slow.get(id).status()).isEqualTo(EndpointStatus.CREATING);
        slow.services.advance(Duration.ofSeconds(1));
        assertThat(slow.get(id).status()).isEqualTo(EndpointStatus.ACCEPTED);
        assertThat(slow.get(id).updatedAt()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void create_whenTheServiceApproves_thenItWaitsEvenForItsOwner() {
        Endpoint created = world.create(world.approved);
        assertThat(created.status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
        assertThat(world.get(created.id()).status()).isEqualTo(EndpointStatus.PENDING_ACCEPTANCE);
    }

    @Test
    void create_whenTheServiceIsPublic_thenNobodyApproves() {
        assertThat(world.get(world.gatewayEndpoint()).status()).isEqualTo(EndpointStatus.ACCEPTED);
    }

    @Test
    void create_whenAnswered_thenItEchoesTheRequest() {
        Tag tag = Tag.builder().key("team").value("billing").build();
        Endpoint created = create(
                world.open,
                request -> request.tags(List.of(tag))
                        .description("for invoices")
                        .whitelist(List.of("10.0.0.0/8"))
                        .whitelistEnabled(true));
        assertThat(created.vpcId()).isEqualTo(VPC_ID);
        assertThat(created.subnetId()).isEqualTo(SUBNET_ID);
        assertThat(created.endpointServiceId()).isEqualTo(world.open);
        assertThat(created.endpointServiceName()).isEqualTo("cn-north-4." + world.open);
        assertThat(created.tags()).containsExactly(tag);
        assertThat(created.description()).isEqualTo("for invoices");
        assertThat(created.whitelist()).containsExactly("10.0.0.0/8");
        assertThat(created.whitelistEnabled()).isTrue();
    }

    @Test
    void create_whenAnswered_thenTheServiceFillsInTheRest() {
        Endpoint created = world.create(world.open);
        assertThat(created)
                .isEqualTo(Endpoint.builder()
                        .id(created.id())
                        .serviceType(EndpointServiceType.INTERFACE)
                        .status(EndpointStatus.CREATING)
                        .accountStatuses(List.of(AccountStatus.ACTIVE))
                        .endpointServiceName("cn-north-4." + world.open)
                        .endpointServiceId(world.open)
                        .markerId(created.markerId())
                        .dnsEnabled(false)
                        .vpcId(VPC_ID)
                        .subnetId(SUBNET_ID)
                        .createdAt(START)
                        .updatedAt(START)
                        .projectId(OWNER.projectId())
                        .tags(List.of())
                        .whitelist(List.of())
                        .whitelistEnabled(false)
                        .endpointPoolId(created.endpointPoolId())
                        .specificationName("default")
                        .enableStatus(EnableStatus.ENABLED)
                        .build());
        assertThat(created.endpointPoolId()).isNotNull();
        assertThat(world.get(created.id()).ipVersion()).isEqualTo(EndpointIpVersion.IPV4);
        assertThat(world.get(created.id()).ipv6Address()).isNull();
    }

    @Test
    void create_whenDualStack_thenItHasAnAddressOfEitherKind() {
        String id = create(world.open, request -> request.ipVersion(EndpointIpVersion.DUALSTACK))
                .id();
        Endpoint endpoint = world.get(id);
        assertThat(endpoint.ipVersion()).isEqualTo(EndpointIpVersion.DUALSTACK);
        assertThat(endpoint.ip()).startsWith("10.");
        assertThat(endpoint.ipv6Address())
                .isEqualTo(Addresses.ipv6(SUBNET_ID, Objects.requireNonNull(endpoint.markerId())));
        String named = create(
                        world.open,
                        request ->
                                request.ipVersion(EndpointIpVersion.DUALSTACK).ipv6Address("2001:db8::9"))
                .id();
        assertThat(world.get(named).ipv6Address()).isEqualTo("2001:db8::9");
    }

    @Test
    void create_whenTheVersionOrItsAddressIsWrong_thenItIsRefused() {
        assertRefused(
                ErrorCode.INVALID_PARAMETER,
                () -> create(world.open, request -> request.ipVersion(EndpointIpVersion.fromString("x"))));
        assertRefused(
                ErrorCode.INVALID_PARAMETER,
                () -> create(
                        world.open,
                        request -> request.ipVersion(EndpointIpVersion.IPV4).ipv6Address("::1")));
        assertRefused(ErrorCode.INVALID_PARAMETER, () -> create(world.open, request -> request.ipv6Address("::1")));
        assertRefused(ErrorCode.INVALID_PORT_IP, () -> create(world.open, request -> request.ipv6Address("10.0.0.1")));
        assertThat(create(world.open, request -> request.ipVersion(EndpointIpVersion.IPV4))
                        .status())
                .isEqualTo(EndpointStatus.CREATING);
    }

    @Test
    void create_whenWithAPolicy_thenItIsKeptWhereTheServiceTakesOne() {
        PolicyStatement statement = PoliciesTest.statement("Allow", List.of("obs:*:*"), List.of("obs:*:*:*:*"));
        assertThat(create(world.gateway, request -> request.policyStatements(statement))
                        .policyStatements())
                .containsExactly(statement);
        Map<String, @Nullable Object> document = Map.of("Version", "5.0");
        assertRefused(ErrorCode.INVALID_POLICY, () -> create(world.open, request -> request.policyDocument(document)));
        String taking = world.services
                .services
                .create(
                        OWNER,
                        ServiceWorld.request()
                                .approvalEnabled(false)
                                .policyEnabled(true)
                                .build())
                .id();
        assertThat(create(taking, request -> request.policyDocument(document)).policyDocument())
                .isEqualTo(document);
    }

    @Test
    void create_takes10Tags_andNoMore() {
        List<Tag> eleven = IntStream.range(0, 11)
                .mapToObj(each -> Tag.builder().key("k" + each).value("").build())
                .toList();
        assertThat(create(world.open, request -> request.tags(eleven.subList(0, 10)))
                        .tags())
                .hasSize(10);
        assertRefused(ErrorCode.TOO_MANY_TAGS, () -> create(world.open, request -> request.tags(eleven)));
    }

    @Test
    void create_whenDoneTwice_thenTheMarkerIdsDiffer() {
        assertThat(world.create(world.open).markerId())
                .isNotEqualTo(world.create(world.open).markerId())
                .isPositive()
                .isLessThan(1L << 31);
    }

    @Test
    void create_whenDnsIsEnabled_thenThereIsAHostName() {
        Endpoint created = create(world.open, request -> request.dnsEnabled(true));
        assertThat(created.dnsNames()).containsExactly("vpcep-" + created.id() + ".cn-north-4.huaweicloud.com");
    }

    @Test
    void create_whenDnsIsNotEnabled_thenThereIsNoHostName() {
        assertThat(world.create(world.open).dnsNames()).isEmpty();
    }

    @Test
    void create_whenWithoutAddress_thenOneOfTheSubnetIsPicked() {
        String first = String.valueOf(world.get(world.endpoint()).ip());
        String second = String.valueOf(world.get(world.endpoint()).ip());
        String block = first.substring(0, first.indexOf('.', "10.".length()) + 1);
        assertThat(block).startsWith("10.");
        assertThat(second).startsWith(block).isNotEqualTo(first);
    }

    @Test
    void create_whenWithAddress_thenItHasThat() {
        String id = create(world.open, request -> request.ip("192.168.0.9")).id();
        assertThat(world.get(id).ip()).isEqualTo("192.168.0.9");
    }

    @Test
    void create_whenTheAddressIsTaken_thenItIsRefused() {
        create(world.open, request -> request.ip("192.168.0.9"));
        assertRefused(ErrorCode.PORT_IP_IN_USE, () -> create(world.open, request -> request.ip("192.168.0.9")));
    }

    @Test
    void create_whenTheAddressIsTakenInAnotherSubnet_thenItHasThat() {
        create(world.open, request -> request.ip("192.168.0.9"));
        String id = create(world.open, request -> request.ip("192.168.0.9").subnetId(UNKNOWN))
                .id();
        assertThat(world.get(id).ip()).isEqualTo("192.168.0.9");
    }

    @Test
    void create_whenTheAddressIsOfADeletedEndpoint_thenItIsFreeAgain() {
        String id = create(world.open, request -> request.ip("192.168.0.9")).id();
        world.get(id);
        world.endpoints.delete(OWNER, id);
        assertThat(create(world.open, request -> request.ip("192.168.0.9")).id())
                .isNotEqualTo(id);
    }

    @Test
    void create_whenTheAddressIsNone_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_PORT_IP, () -> create(world.open, request -> request.ip("10.0.0.256")));
    }

    @Test
    void create_whenOfAGatewayService_thenItHasRouteTablesOnly() {
        Endpoint created = create(
                world.gateway,
                request -> request.routeTables(List.of("rt"))
                        .ip("nonsense")
                        .whitelist(List.of("nonsense"))
                        .dnsEnabled(true));
        assertThat(created.serviceType()).isEqualTo(EndpointServiceType.GATEWAY);
        assertThat(created.routeTables()).containsExactly("rt");
        assertThat(created.subnetId()).isNull();
        assertThat(created.whitelist()).isEmpty();
        assertThat(created.whitelistEnabled()).isNull();
        assertThat(created.dnsNames()).isEmpty();
        assertThat(world.get(created.id()).ip()).isNull();
    }

    @Test
    void create_whenOfAGatewayServiceWithoutRouteTable_thenItIsTheDefaultOfTheVpc() {
        Endpoint first = world.create(world.gateway);
        assertThat(first.routeTables()).hasSize(1);
        assertThat(world.create(world.gateway).routeTables()).isEqualTo(first.routeTables());
    }

    @Test
    void create_whenARouteTableIdIsTooLong_thenItIsRefused() {
        assertRefused(
                ErrorCode.INVALID_ROUTE_TABLE_ID,
                () -> create(world.gateway, request -> request.routeTables(List.of(LONG_ID))));
    }

    @Test
    void create_whenTheServiceIdIsEmpty_thenItIsRefused() {
        assertRefused(ErrorCode.MISSING_ENDPOINT_SERVICE_ID, () -> world.create(""));
    }

    @Test
    void create_whenTheServiceIdIsTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> world.create(LONG_ID));
    }

    @Test
    void create_whenTheServiceIsUnknown_thenItIsRefused() {
        assertRefused(ErrorCode.ENDPOINT_SERVICE_NOT_FOUND, () -> world.create(UNKNOWN));
    }

    @Test
    void create_whenTheServiceIsNotAvailable_thenItIsRefused() {
        EndpointWorld slow = new EndpointWorld(slow());
        assertRefused(ErrorCode.ENDPOINT_SERVICE_UNAVAILABLE, () -> slow.create(slow.open));
    }

    @Test
    void create_whenTheVpcIdIsEmpty_thenItIsRefused() {
        assertRefused(ErrorCode.MISSING_VPC_ID, () -> create(world.open, request -> request.vpcId("")));
    }

    @Test
    void create_whenTheVpcIdIsTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_VPC_ID, () -> create(world.open, request -> request.vpcId(LONG_ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = "")
    @NullSource
    void create_whenTheSubnetIsMissing_thenItIsRefused(@Nullable String subnetId) {
        assertRefused(ErrorCode.MISSING_SUBNET_ID, () -> create(world.open, request -> request.subnetId(subnetId)));
    }

    @Test
    void create_whenTheSubnetIdIsTooLong_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_SUBNET_ID, () -> create(world.open, request -> request.subnetId(LONG_ID)));
    }

    @Test
    void create_whenTheWhitelistIsBad_thenItIsRefused() {
        assertRefused(
                ErrorCode.INVALID_WHITELIST,
                () -> create(world.open, request -> request.whitelist(List.of("0.0.0.0/0"))));
    }

    @Test
    void create_whenTheWhitelistIsTooLong_thenItIsRefused() {
        List<String> whitelist = Collections.nCopies(61, "10.0.0.1");
        assertRefused(
                ErrorCode.ENDPOINT_WHITELIST_FULL, () -> create(world.open, request -> request.whitelist(whitelist)));
    }

    @Test
    void create_whenATagIsBad_thenItIsRefused() {
        Tag tag = Tag.builder().key("a*b").build();
        assertRefused(ErrorCode.INVALID_TAG, () -> create(world.open, request -> request.tags(List.of(tag))));
    }

    @Test
    void create_whenTheDescriptionIsBad_thenItIsRefused() {
        assertRefused(ErrorCode.INVALID_PARAMETER, () -> create(world.open, request -> request.description("<b>")));
    }

    @Test
    void create_whenTheQuotaIsReached_thenItIsRefused() {
        EndpointWorld small = new EndpointWorld(with(1, Duration.ZERO));
        small.endpoint();
        assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> small.create(small.open));
    }

    @Test
    void create_whenOfAGatewayService_thenItIsOneOfTheQuota_andHasANumber() {
        EndpointWorld small = new EndpointWorld(with(1, Duration.ZERO));
        assertThat(small.create(small.gateway).markerId()).isPositive();
        assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> small.create(small.gateway));
    }

    @Test
    void create_whenTheOnlyOneIsBeingDeleted_thenThereIsRoomInTheQuota() {
        EndpointWorld small = new EndpointWorld(with(1, Duration.ZERO));
        small.endpoint(small.open, EndpointStatus.DELETING);
        assertThat(small.create(small.open).status()).isEqualTo(EndpointStatus.CREATING);
    }

    @Test
    void create_whenTheAccountIsNotOnTheWhitelist_thenItIsRefused() {
        allow("iam:domain::" + "1".repeat(32));
        assertRefused(ErrorCode.CONNECTION_NOT_PERMITTED, () -> createAsOther(world.open));
    }

    @Test
    void create_whenTheAccountIsOnTheWhitelist_thenItIsCreated() {
        allow(OTHER.permission());
        assertThat(createAsOther(world.open).projectId()).isEqualTo(OTHER.projectId());
    }

    @Test
    void create_whenEverybodyIsOnTheWhitelist_thenItIsCreated() {
        allow("*");
        assertThat(createAsOther(world.open).projectId()).isEqualTo(OTHER.projectId());
    }

    @Test
    void create_whenFromAnotherProjectOfTheOwningAccount_thenItIsCreated() {
        Caller sibling = new Caller(OWNER.domainId(), OTHER.projectId());
        CreateEndpointRequest request = EndpointWorld.request(world.open).build();
        assertThat(world.endpoints.create(sibling, request).projectId()).isEqualTo(OTHER.projectId());
    }

    @Test
    void create_whenManyAreCreatedAtOnce_thenTheQuotaHoldsAndNothingIsGivenTwice() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(Collections.nCopies(80, () -> world.create(world.open)));
        } finally {
            threads.shutdownNow();
        }
        List<Endpoint> created = world.endpoints
                .list(
                        OWNER,
                        EndpointsApi.ListParams.builder().limit(1000).offset(0).build())
                .endpoints();
        assertThat(created).hasSize(50);
        assertThat(created).extracting(Endpoint::ip).doesNotHaveDuplicates();
        assertThat(created).extracting(Endpoint::markerId).doesNotHaveDuplicates();
    }

    private Endpoint create(String serviceId, UnaryOperator<CreateEndpointRequest.Builder> edit) {
        return world.endpoints.create(
                OWNER, edit.apply(EndpointWorld.request(serviceId)).build());
    }

    private Endpoint createAsOther(String serviceId) {
        return world.endpoints.create(OTHER, EndpointWorld.request(serviceId).build());
    }

    private void allow(String permission) {
        WhitelistRequest request = WhitelistRequest.builder()
                .action(WhitelistAction.ADD)
                .permissions(List.of(permission))
                .build();
        world.services.whitelists.change(OWNER, world.open, request);
    }

    private static Settings slow() {
        return with(50, Duration.ofMinutes(1));
    }

    private static Settings with(int endpointQuota, Duration delay) {
        return Settings.builder()
                .endpointQuota(endpointQuota)
                .delays(delay, delay)
                .build();
    }
}
