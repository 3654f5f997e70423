package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.EndpointWorld.LONG_ID;
import static io.github.vpcep.sandbox.domain.EndpointWorld.UNKNOWN;
import static io.github.vpcep.sandbox.domain.EndpointWorld.VPC_ID;
import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.ConnectionAction;
import io.github.vpcep.model.ConnectionActionRequest;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.EndpointPolicyRequest;
import io.github.vpcep.model.EndpointRouteTables;
import io.github.vpcep.model.EndpointRouteTablesRequest;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.EndpointUpgradeAction;
import io.github.vpcep.model.EndpointWhitelistRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.PolicyStatement;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.UpgradeEndpointRequest;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.server.EndpointsApi;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final List<PolicyStatement> POLICY =
            List.of(PoliciesTest.statement("Allow", List.of("obs:*:*"), List.of("obs:*:*:*:*")));

    private final EndpointWorld world = new EndpointWorld();
    private final Endpoints endpoints = world.endpoints;

    @Nested
    class Get {
        @Test
        void get_whenOfAnotherProject_thenItIsNotFound() {
            String id = world.endpoint();
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> endpoints.get(OTHER, id));
        }

        @Test
        void get_whenUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> endpoints.get(OWNER, UNKNOWN));
        }

        @Test
        void get_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> endpoints.get(OWNER, LONG_ID));
        }

        @Test
        void get_whenNeverAccepted_thenTheAddressIsHidden() {
            assertThat(world.get(world.create(world.approved).id()).ip()).isNull();
        }

        @Test
        void get_whenRejectedAfterItWasAccepted_thenTheAddressShows() {
            String id = world.endpoint();
            world.get(id);
            world.services.connections.decide(
                    OWNER,
                    world.open,
                    ConnectionActionRequest.builder()
                            .action(ConnectionAction.REJECT)
                            .endpointIds(List.of(id))
                            .build());
            assertThat(world.get(id).status()).isEqualTo(EndpointStatus.REJECTED);
            assertThat(world.get(id).ip()).isNotNull();
        }

        @Test
        void get_whenAnswered_thenPoolAndSpecificationShow() {
            String id = world.endpoint();
            assertThat(world.get(id).endpointPoolId()).isNotNull();
            assertThat(world.get(id).specificationName()).isEqualTo("default");
        }

        @ParameterizedTest
        @ValueSource(strings = {"accepted", "failed"})
        void get_whenThereAreErrors_thenTheyShowInTheStateFailedOnly(String status) {
            String id = world.endpoint();
            EndpointError error = EndpointError.builder().code("EndPoint.2003").build();
            world.edit(id, it -> it.status(EndpointStatus.fromString(status)).errors(List.of(error)));
            assertThat(world.get(id).errors()).hasSize(status.equals("failed") ? 1 : 0);
        }
    }

    @Nested
    class ListAll {
        @Test
        void list_whenOthersHaveEndpoints_thenThoseAreNotThere() {
            world.endpoint();
            assertThat(list(OTHER, null, null, null).endpoints()).isEmpty();
        }

        @Test
        void list_whenAnswered_thenThePoolShowsAndTheSpecificationDoesNot() {
            world.endpoint();
            Endpoint item = list(OWNER, null, null, null).endpoints().get(0);
            assertThat(item.endpointPoolId()).isNotNull();
            assertThat(item.specificationName()).isNull();
            assertThat(item.enableStatus()).isNull();
        }

        @Test
        void list_whenFilteredByServiceName_thenTheTextIsFoundAnywhereInAnyCase() {
            world.endpoint();
            String ofObs = world.gatewayEndpoint();
            assertThat(list(OWNER, "HUAWEI", null, null).endpoints())
                    .extracting(Endpoint::id)
                    .containsExactly(ofObs);
        }

        @Test
        void list_whenFilteredByVpc_thenItMatchesExactly() {
            world.endpoint();
            assertThat(list(OWNER, null, VPC_ID, null).totalCount()).isEqualTo(1);
            assertThat(list(OWNER, null, "4189", null).totalCount()).isZero();
        }

        @Test
        void list_whenFilteredByEdgeLocation_thenThoseOfAServiceThereAreFound() {
            world.services.context.write(unit -> {
                StoredService service = unit.service(world.open).orElseThrow();
                unit.save(service.with(
                        service.document().toBuilder().publicBorderGroup("edge").build()));
                return service;
            });
            String id = world.endpoint();
            world.create(world.approved);
            assertThat(endpoints
                            .list(
                                    OWNER,
                                    EndpointsApi.ListParams.builder()
                                            .publicBorderGroup("edge")
                                            .build())
                            .endpoints())
                    .extracting(Endpoint::id)
                    .containsExactly(id);
        }

        @Test
        void list_whenFilteredById_thenItIsThatOne() {
            String id = world.endpoint();
            world.endpoint();
            assertThat(list(OWNER, null, null, id).endpoints())
                    .extracting(Endpoint::id)
                    .containsExactly(id);
        }

        @Test
        void list_whenTheIdIsUnknown_thenItIsEmpty() {
            assertThat(list(OWNER, null, null, UNKNOWN).totalCount()).isZero();
        }

        @Test
        void list_whenPaged_thenTheTotalCountsAll() {
            String first = world.endpoint();
            world.services.advance(Duration.ofSeconds(1));
            world.endpoint();
            EndpointList page = endpoints.list(
                    OWNER,
                    EndpointsApi.ListParams.builder()
                            .limit(1)
                            .offset(0)
                            .sortKey(SortKey.CREATED_AT)
                            .sortDirection(SortDirection.ASCENDING)
                            .build());
            assertThat(page.endpoints()).extracting(Endpoint::id).containsExactly(first);
            assertThat(page.totalCount()).isEqualTo(2);
        }

        @Test
        void list_whenOffsetIsBeyondTheEnd_thenItIsEmptyWithTheTotal() {
            world.endpoint();
            EndpointList page = endpoints.list(
                    OWNER, EndpointsApi.ListParams.builder().limit(10).offset(5).build());
            assertThat(page.endpoints()).isEmpty();
            assertThat(page.totalCount()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 1001})
        void list_whenTheLimitIsOutOfBounds_thenItIsRefused(int limit) {
            assertRefused(
                    ErrorCode.INVALID_LIMIT,
                    () -> endpoints.list(
                            OWNER,
                            EndpointsApi.ListParams.builder()
                                    .limit(limit)
                                    .offset(0)
                                    .build()));
        }

        @Test
        void list_whenTheOffsetIsNegative_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_OFFSET,
                    () -> endpoints.list(
                            OWNER,
                            EndpointsApi.ListParams.builder()
                                    .limit(10)
                                    .offset(-1)
                                    .build()));
        }

        @Test
        void list_whenTheSortKeyIsUnknown_thenItIsRefused() {
            SortKey key = SortKey.fromString("name");
            assertRefused(
                    ErrorCode.INVALID_SORT_KEY,
                    () -> endpoints.list(
                            OWNER,
                            EndpointsApi.ListParams.builder()
                                    .limit(10)
                                    .offset(0)
                                    .sortKey(key)
                                    .build()));
        }

        @Test
        void list_whenTheDirectionIsUnknown_thenItIsRefused() {
            SortDirection direction = SortDirection.fromString("up");
            assertRefused(
                    ErrorCode.INVALID_SORT_DIRECTION,
                    () -> endpoints.list(
                            OWNER,
                            EndpointsApi.ListParams.builder()
                                    .limit(10)
                                    .offset(0)
                                    .sortDirection(direction)
                                    .build()));
        }

        @Test
        void list_whenTheNameIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_SERVICE_NAME_FILTER, () -> list(OWNER, "a".repeat(129), null, null));
        }

        @Test
        void list_whenTheVpcIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_VPC_ID, () -> list(OWNER, null, LONG_ID, null));
        }

        @Test
        void list_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_ENDPOINT_ID, () -> list(OWNER, null, null, LONG_ID));
        }

        private EndpointList list(Caller caller, @Nullable String name, @Nullable String vpcId, @Nullable String id) {
            return endpoints.list(
                    caller,
                    EndpointsApi.ListParams.builder()
                            .endpointServiceName(name)
                            .vpcId(vpcId)
                            .id(id)
                            .build());
        }
    }

    @Nested
    class Delete {
        @ParameterizedTest
        @ValueSource(strings = {"pendingAcceptance", "accepted", "rejected", "failed"})
        void delete_whenItIsSettled_thenItIsGoneWithTheNextRequest(String status) {
            String id = world.endpoint(world.open, EndpointStatus.fromString(status));
            endpoints.delete(OWNER, id);
            assertRefused(ErrorCode.ENDPOINT_DELETED, () -> world.get(id));
        }

        @Test
        void delete_whenThereIsADelay_thenItIsDeletingUntilThen() {
            Duration minute = Duration.ofMinutes(1);
            EndpointWorld slow = new EndpointWorld(Settings.standard().withDelays(Duration.ZERO, minute));
            String id = slow.endpoint();
            slow.services.advance(minute.multipliedBy(2));
            slow.endpoints.delete(OWNER, id);
            assertThat(slow.get(id).status()).isEqualTo(EndpointStatus.DELETING);
            assertThat(slow.get(id).updatedAt()).isEqualTo(START.plusSeconds(120));
            slow.services.advance(minute);
            assertRefused(ErrorCode.ENDPOINT_DELETED, () -> slow.get(id));
        }

        @Test
        void delete_whenItIsBeingCreated_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.CREATING);
            assertRefused(ErrorCode.ENDPOINT_BEING_CREATED, () -> endpoints.delete(OWNER, id));
        }

        @Test
        void delete_whenItIsBeingDeleted_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.DELETING);
            assertRefused(ErrorCode.ENDPOINT_BEING_DELETED, () -> endpoints.delete(OWNER, id));
        }

        @Test
        void delete_whenDoneTwice_thenItWasDeleted() {
            String id = world.endpoint(world.open, EndpointStatus.ACCEPTED);
            endpoints.delete(OWNER, id);
            assertRefused(ErrorCode.ENDPOINT_DELETED, () -> endpoints.delete(OWNER, id));
        }

        @Test
        void delete_thenOtherProjectsDoNotLearnThatItWasThere() {
            String id = world.endpoint(world.open, EndpointStatus.ACCEPTED);
            endpoints.delete(OWNER, id);
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> endpoints.get(OTHER, id));
        }

        @Test
        void get_whenItIsTheIdOfADeletedService_thenItIsNotFound() {
            String id = world.services.service();
            world.services.services.get(OWNER, id);
            world.services.services.delete(OWNER, id);
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> endpoints.get(OWNER, id));
        }

        @Test
        void delete_whenOfAnotherProject_thenItIsNotFound() {
            String id = world.endpoint();
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> endpoints.delete(OTHER, id));
        }
    }

    @Test
    void anyCall_whenTheIdIsTooLong_isRefused() {
        PolicyStatement statement = POLICY.get(0);
        assertThat(List.<ThrowingCallable>of(
                        () -> endpoints.delete(OWNER, LONG_ID),
                        () -> endpoints.deletePolicy(OWNER, LONG_ID),
                        () -> upgrade(LONG_ID),
                        () -> endpoints.updatePolicy(
                                OWNER,
                                LONG_ID,
                                EndpointPolicyRequest.builder()
                                        .policyStatements(statement)
                                        .build()),
                        () -> endpoints.updateRouteTables(
                                OWNER,
                                LONG_ID,
                                EndpointRouteTablesRequest.builder()
                                        .routeTables("r")
                                        .build()),
                        () -> endpoints.updateWhitelist(
                                OWNER,
                                LONG_ID,
                                EndpointWhitelistRequest.builder().build())))
                .allSatisfy(call -> assertRefused(ErrorCode.INVALID_ENDPOINT_ID, call));
    }

    private void upgrade(String id) {
        endpoints.upgrade(
                OWNER,
                id,
                UpgradeEndpointRequest.builder()
                        .action(EndpointUpgradeAction.START)
                        .build());
    }

    /** The id of an endpoint that works, though its service is no more. */
    private String orphan() {
        String id = world.endpoint(world.open, EndpointStatus.REJECTED);
        world.services.services.delete(OWNER, world.open);
        world.edit(id, document -> document.status(EndpointStatus.ACCEPTED));
        return id;
    }

    @Nested
    class Upgrade {
        @Test
        void upgrade_whenItsServiceServesProfessionalOnes_thenOnlyTheTimeOfTheLastChangeShows() {
            String id = world.endpoint();
            Endpoint before = world.get(id);
            world.services.services.upgrade(OWNER, world.open, null);
            world.services.advance(Duration.ofSeconds(1));
            upgrade(id);
            assertThat(world.get(id))
                    .isEqualTo(
                            before.toBuilder().updatedAt(START.plusSeconds(1)).build());
        }

        @Test
        void upgrade_whenItsServiceIsGone_thenThatDoesNotKeepIt() {
            String id = orphan();
            world.services.advance(Duration.ofSeconds(1));
            upgrade(id);
            assertThat(world.get(id).updatedAt()).isEqualTo(START.plusSeconds(1));
        }

        @Test
        void upgrade_whenItIsNotAllowed_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> upgrade(world.endpoint()));
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> upgrade(world.gatewayEndpoint()));
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> upgrade(UNKNOWN));
            String creating = world.endpoint(world.open, EndpointStatus.CREATING);
            assertRefused(ErrorCode.ENDPOINT_BEING_CREATED, () -> upgrade(creating));
            UpgradeEndpointRequest other = UpgradeEndpointRequest.builder()
                    .action(EndpointUpgradeAction.fromString("x"))
                    .build();
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> endpoints.upgrade(OWNER, UNKNOWN, other));
        }
    }

    @Nested
    class UpdateWhitelist {
        @Test
        void updateWhitelist_whenSent_thenBothAreReplaced() {
            String id = world.endpoint();
            world.services.advance(Duration.ofSeconds(1));
            Endpoint changed = update(id, List.of("10.0.0.1"), true);
            assertThat(changed.whitelist()).containsExactly("10.0.0.1");
            assertThat(changed.whitelistEnabled()).isTrue();
            assertThat(changed.updatedAt()).isEqualTo(START.plusSeconds(1));
            assertThat(world.get(id).whitelist()).containsExactly("10.0.0.1");
        }

        @Test
        void updateWhitelist_whenLeftOut_thenItIsEmptyAndOff() {
            String id = world.endpoint();
            update(id, List.of("10.0.0.1"), true);
            Endpoint changed = update(id, null, null);
            assertThat(changed.whitelist()).isEmpty();
            assertThat(changed.whitelistEnabled()).isFalse();
        }

        @Test
        void updateWhitelist_whenAnswered_thenItShowsTheAddressAndNoSpecification() {
            Endpoint changed = update(world.endpoint(), List.of(), false);
            assertThat(changed.ip()).isNotNull();
            assertThat(changed.specificationName()).isNull();
            assertThat(changed.endpointPoolId()).isNull();
        }

        @Test
        void updateWhitelist_whenOfAGatewayService_thenItIsRefused() {
            String id = world.gatewayEndpoint();
            assertRefused(ErrorCode.INVALID_WHITELIST, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenAnEntryIsBad_thenItIsRefused() {
            String id = world.endpoint();
            assertRefused(ErrorCode.INVALID_WHITELIST, () -> update(id, List.of("0.0.0.0"), true));
        }

        @Test
        void updateWhitelist_whenTheEndpointHasFailed_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.FAILED);
            assertRefused(ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenTheEndpointIsBeingCreated_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.CREATING);
            assertRefused(ErrorCode.ENDPOINT_BEING_CREATED, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenTheEndpointIsBeingDeleted_thenItIsRefused() {
            String id = world.endpoint(world.open, EndpointStatus.DELETING);
            assertRefused(ErrorCode.ENDPOINT_BEING_DELETED, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenTheEndpointIsDisabled_thenItIsRefused() {
            String id = world.endpoint();
            world.edit(id, it -> it.status(EndpointStatus.ACCEPTED).enableStatus(EnableStatus.DISABLED));
            assertRefused(ErrorCode.ENDPOINT_DISABLED, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenTheAccountIsFrozen_thenItIsRefused() {
            String id = world.endpoint();
            world.edit(id, it -> it.status(EndpointStatus.ACCEPTED).accountStatuses(List.of(AccountStatus.FROZEN)));
            assertRefused(ErrorCode.ENDPOINT_FROZEN, () -> update(id, List.of(), false));
        }

        @Test
        void updateWhitelist_whenUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.ENDPOINT_NOT_FOUND, () -> update(UNKNOWN, List.of(), false));
        }

        private Endpoint update(String id, @Nullable List<String> whitelist, @Nullable Boolean enabled) {
            return endpoints.updateWhitelist(
                    OWNER,
                    id,
                    EndpointWhitelistRequest.builder()
                            .whitelist(whitelist)
                            .whitelistEnabled(enabled)
                            .build());
        }
    }

    @Nested
    class UpdateRouteTables {
        @Test
        void updateRouteTables_whenSent_thenTheyAreReplaced() {
            String id = world.gatewayEndpoint();
            EndpointRouteTables changed = update(id, List.of("one", "two"));
            assertThat(changed.routeTables()).containsExactly("one", "two");
            assertThat(changed.errors()).isEmpty();
            assertThat(world.get(id).routeTables()).containsExactly("one", "two");
        }

        @Test
        void updateRouteTables_whenOneIsThereTwice_thenItIsBoundOnce() {
            assertThat(update(world.gatewayEndpoint(), List.of("one", "one")).routeTables())
                    .containsExactly("one");
        }

        @Test
        void updateRouteTables_whenThereAreNone_thenTheyAreRefused() {
            String id = world.gatewayEndpoint();
            assertRefused(ErrorCode.MISSING_PARAMETER, () -> update(id, List.of()));
        }

        @Test
        void updateRouteTables_whenTheEndpointHasFailed_thenItIsRefused() {
            String id = world.endpoint(world.gateway, EndpointStatus.FAILED);
            assertRefused(ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE, () -> update(id, List.of("a")));
        }

        @Test
        void updateRouteTables_whenAnIdIsEmpty_thenItIsRefused() {
            String id = world.gatewayEndpoint();
            assertRefused(ErrorCode.INVALID_ROUTE_TABLE_ID, () -> update(id, List.of("")));
        }

        @Test
        void updateRouteTables_whenOfAnInterfaceService_thenItIsRefused() {
            String id = world.endpoint();
            assertRefused(ErrorCode.NO_ROUTE_TABLE_BOUND, () -> update(id, List.of("one")));
        }

        private EndpointRouteTables update(String id, List<String> routeTables) {
            return endpoints.updateRouteTables(
                    OWNER,
                    id,
                    EndpointRouteTablesRequest.builder()
                            .routeTables(routeTables)
                            .build());
        }
    }

    @Nested
    class Policy {
        @Test
        void updatePolicy_whenSent_thenItIsReplaced() {
            String id = world.gatewayEndpoint();
            world.services.advance(Duration.ofSeconds(1));
            Endpoint changed = update(id);
            assertThat(changed.policyStatements()).isEqualTo(POLICY);
            assertThat(changed.updatedAt()).isEqualTo(START.plusSeconds(1));
            assertThat(changed.enableStatus()).isEqualTo(EnableStatus.ENABLED);
            assertThat(world.get(id).policyStatements()).isEqualTo(POLICY);
        }

        @Test
        void updatePolicy_whenOfAnInterfaceService_thenItIsRefused() {
            String id = world.endpoint();
            assertRefused(ErrorCode.INVALID_POLICY, () -> update(id));
        }

        @Test
        void updatePolicy_whenTheEndpointHasFailed_thenItIsRefused() {
            String id = world.endpoint(world.gateway, EndpointStatus.FAILED);
            assertRefused(ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE, () -> update(id));
        }

        @Test
        void updatePolicy_whenThereIsNone_thenItIsRefused_whateverTheEndpoint() {
            EndpointPolicyRequest none = EndpointPolicyRequest.builder().build();
            assertRefused(ErrorCode.INVALID_POLICY, () -> endpoints.updatePolicy(OWNER, UNKNOWN, none));
        }

        @Test
        void updatePolicy_whenTheServiceIsGone_thenEitherFormIsTaken() {
            assertThat(update(orphan()).policyStatements()).isEqualTo(POLICY);
        }

        @Test
        void deletePolicy_whenTheEndpointHasFailed_thenItIsRefused() {
            String id = world.endpoint(world.gateway, EndpointStatus.FAILED);
            world.edit(id, document -> document.policyStatements(POLICY));
            assertRefused(ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE, () -> endpoints.deletePolicy(OWNER, id));
        }

        @Test
        void deletePolicy_whenThereIsOne_thenItIsGone() {
            String id = world.gatewayEndpoint();
            update(id);
            world.services.advance(Duration.ofSeconds(1));
            Endpoint changed = endpoints.deletePolicy(OWNER, id);
            assertThat(changed.policyStatements()).isEmpty();
            assertThat(changed.updatedAt()).isEqualTo(START.plusSeconds(1));
        }

        @Test
        void deletePolicy_whenThereIsNone_thenItIsRefused() {
            String id = world.gatewayEndpoint();
            assertRefused(ErrorCode.POLICY_NOT_FOUND, () -> endpoints.deletePolicy(OWNER, id));
        }

        private Endpoint update(String id) {
            return endpoints.updatePolicy(
                    OWNER,
                    id,
                    EndpointPolicyRequest.builder().policyStatements(POLICY).build());
        }
    }
}
