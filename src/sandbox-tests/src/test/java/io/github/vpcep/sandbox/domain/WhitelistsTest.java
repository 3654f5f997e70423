package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OTHER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.OWNER;
import static io.github.vpcep.sandbox.domain.ServiceWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PermissionDescription;
import io.github.vpcep.model.PermissionDescriptionRequest;
import io.github.vpcep.model.PermissionList;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.model.RemovePermissionsRequest;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.Whitelist;
import io.github.vpcep.model.WhitelistAction;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.server.PermissionsApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitelistsTest {
    private static final String LONG_ID = "a".repeat(65);
    private static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";
    private static final String ONE = "iam:domain::" + "1".repeat(32);
    private static final String TWO = "iam:domain::" + "2".repeat(32);
    private static final String PATH = "organizations:orgPath::o-1/r-2/*";
    private static final String EVERYBODY = "*";

    private final ServiceWorld world = new ServiceWorld();
    private final Whitelists whitelists = world.whitelists;
    private final String service = world.service();

    @Nested
    class ListAll {
        @Test
        void list_whenNothingWasAdded_thenNotEvenTheOwnerIsThere() {
            assertThat(list(null).permissions()).isEmpty();
        }

        @Test
        void list_whenThereAreRecords_thenTheyShowWithTheirDescriptions() {
            addDescribed(permission(ONE, "partner"));
            assertThat(list(null).permissions())
                    .containsExactly(Permission.builder()
                            .id(idOf(ONE))
                            .permission(ONE)
                            .type(PermissionType.DOMAIN_ID)
                            .description("partner")
                            .createdAt(START)
                            .build());
        }

        @Test
        void list_whenFiltered_thenTheTextIsFoundAnywhere() {
            change(WhitelistAction.ADD, ONE, TWO);
            PermissionList found = list("::2");
            assertThat(found.permissions()).extracting(Permission::permission).containsExactly(TWO);
            assertThat(found.totalCount()).isEqualTo(1);
        }

        @Test
        void list_whenSortedAndPaged_thenTheTotalCountsAll() {
            change(WhitelistAction.ADD, ONE);
            world.advance(Duration.ofSeconds(1));
            change(WhitelistAction.ADD, TWO);
            PermissionList page = whitelists.list(
                    OWNER,
                    service,
                    PermissionsApi.ListParams.builder()
                            .limit(1)
                            .offset(0)
                            .sortKey(SortKey.CREATED_AT)
                            .sortDirection(SortDirection.ASCENDING)
                            .build());
            assertThat(page.permissions()).extracting(Permission::permission).containsExactly(ONE);
            assertThat(page.totalCount()).isEqualTo(2);
        }

        @Test
        void list_whenSortedByTheLastChange_thenADescriptionMovesARecord() {
            change(WhitelistAction.ADD, ONE);
            world.advance(Duration.ofSeconds(1));
            change(WhitelistAction.ADD, TWO);
            world.advance(Duration.ofSeconds(1));
            describe(idOf(ONE), "later");
            assertThat(whitelists
                            .list(
                                    OWNER,
                                    service,
                                    PermissionsApi.ListParams.builder()
                                            .sortKey(SortKey.UPDATED_AT)
                                            .build())
                            .permissions())
                    .extracting(Permission::permission)
                    .containsExactly(ONE, TWO);
        }

        @Test
        void list_whenTheLimitIsOver500_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_LIMIT,
                    () -> whitelists.list(
                            OWNER,
                            service,
                            PermissionsApi.ListParams.builder().limit(501).build()));
        }

        @Test
        void list_whenTheTextHas1000Characters_thenItIsTaken() {
            assertThat(list("a".repeat(1000)).permissions()).isEmpty();
        }

        @Test
        void list_whenARecordIsOfAnEarlierVersion_thenItsTypeFollowsFromItsForm() {
            for (String each : List.of(ONE, PATH)) {
                world.context.write(unit -> {
                    Permission old = Permission.builder()
                            .id(world.context.newId())
                            .permission(each)
                            .createdAt(START)
                            .build();
                    unit.save(new StoredPermission(old, service, START));
                    return old;
                });
            }
            assertThat(list(null).permissions())
                    .extracting(Permission::permission, Permission::type)
                    .containsExactlyInAnyOrder(
                            tuple(ONE, PermissionType.DOMAIN_ID), tuple(PATH, PermissionType.ORG_PATH));
        }

        @Test
        void list_whenTheTextIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PERMISSION, () -> list("a".repeat(1001)));
        }

        @Test
        void list_whenTheTextIsEmpty_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PERMISSION, () -> list(""));
        }

        @Test
        void list_whenTheServiceIsOfAnotherProject_thenItIsNotFound() {
            assertRefused(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    () -> whitelists.list(
                            OTHER, service, PermissionsApi.ListParams.builder().build()));
        }

        @Test
        void list_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_ENDPOINT_SERVICE_ID,
                    () -> whitelists.list(
                            OWNER, LONG_ID, PermissionsApi.ListParams.builder().build()));
        }
    }

    @Nested
    class Change {
        @Test
        void add_whenThereWereOthers_thenTheWholeListIsAnsweredNewestFirst() {
            change(WhitelistAction.ADD, ONE);
            world.advance(Duration.ofSeconds(1));
            assertThat(change(WhitelistAction.ADD, EVERYBODY)).containsExactly(EVERYBODY, ONE);
        }

        @Test
        void add_whenItIsThereAlready_thenItIsThereOnce() {
            change(WhitelistAction.ADD, ONE);
            assertThat(change(WhitelistAction.ADD, ONE, ONE)).containsExactly(ONE);
        }

        @Test
        void add_whenTheAccountIdHas64Characters_thenItIsTaken() {
            assertThat(change(WhitelistAction.ADD, "iam:domain::" + "a".repeat(64)))
                    .hasSize(1);
        }

        @Test
        void remove_whenThere_thenItIsGone() {
            change(WhitelistAction.ADD, ONE, TWO);
            assertThat(change(WhitelistAction.REMOVE, ONE)).containsExactly(TWO);
        }

        @Test
        void remove_whenNotThere_thenNothingHappens() {
            change(WhitelistAction.ADD, ONE);
            assertThat(change(WhitelistAction.REMOVE, TWO)).containsExactly(ONE);
        }

        @Test
        void change_whenTheActionIsUnknown_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_PERMISSION_ACTION, () -> change(WhitelistAction.fromString("replace"), ONE));
        }

        @Test
        void change_whenTheListIsEmpty_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PERMISSIONS, () -> change(WhitelistAction.ADD));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "**", "iam:domain::", "iam:domain::a-b", "IAM:domain::1", "iam:user::1"})
        void change_whenAPermissionIsNone_thenItIsRefused(String permission) {
            assertRefused(ErrorCode.INVALID_PERMISSION, () -> change(WhitelistAction.ADD, permission));
        }

        @Test
        void change_whenThereAre50_thenTheyAreTaken() {
            assertThat(change(WhitelistAction.ADD, accounts(50))).hasSize(50);
        }

        @Test
        void change_whenThereAreMore_thenItIsRefused() {
            assertRefused(ErrorCode.BATCH_TOO_LARGE, () -> change(WhitelistAction.ADD, accounts(51)));
        }

        @Test
        void add_whenTheListWouldBeTooLong_thenNothingIsAdded() {
            ServiceWorld small = small();
            String id = small.service();
            WhitelistRequest body = request(WhitelistAction.ADD, ONE, TWO, EVERYBODY);
            assertRefused(ErrorCode.ENDPOINT_SERVICE_WHITELIST_FULL, () -> small.whitelists.change(OWNER, id, body));
            assertThat(small.whitelists
                            .list(OWNER, id, PermissionsApi.ListParams.builder().build())
                            .totalCount())
                    .isZero();
            WhitelistRequest two = request(WhitelistAction.ADD, ONE, TWO);
            assertThat(small.whitelists.change(OWNER, id, two).permissions()).hasSize(2);
        }

        @Test
        void add_whenOfPaths_thenTheyAreRecordsOfPaths_withoutDescription() {
            Whitelist after = whitelists.change(OWNER, service, typed(PermissionType.ORG_PATH, PATH));
            assertThat(after)
                    .isEqualTo(Whitelist.builder()
                            .permissions(List.of(PATH))
                            .type(PermissionType.ORG_PATH)
                            .build());
            assertThat(list(null).permissions())
                    .extracting(Permission::type, Permission::description)
                    .containsExactly(tuple(PermissionType.ORG_PATH, ""));
        }

        @Test
        void add_whenTheTypeIsAnother_thenItIsRefused_andTheTextSaysWhatItTakes() {
            assertThatThrownBy(() -> whitelists.change(OWNER, service, typed(PermissionType.ORG_PATH, ONE)))
                    .hasMessageContaining("With permission_type orgPath it is organizations:orgPath::");
            assertThatThrownBy(() -> whitelists.change(OWNER, service, typed(PermissionType.DOMAIN_ID, PATH)))
                    .hasMessageContaining("a path needs permission_type orgPath.");
            assertRefused(
                    ErrorCode.INVALID_PARAMETER,
                    () -> whitelists.change(OWNER, service, typed(PermissionType.fromString("x"), ONE)));
        }

        @Test
        void change_whenTheServiceIsPublic_thenItIsForbidden() {
            String id = world.publicService();
            WhitelistRequest body = request(WhitelistAction.ADD, ONE);
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> whitelists.change(OWNER, id, body));
        }

        @Test
        void change_whenTheServiceIsOfAnotherProject_thenItIsNotFound() {
            WhitelistRequest body = request(WhitelistAction.ADD, ONE);
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> whitelists.change(OTHER, service, body));
        }

        @Test
        void change_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            WhitelistRequest body = request(WhitelistAction.ADD, ONE);
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> whitelists.change(OWNER, LONG_ID, body));
        }
    }

    @Nested
    class Add {
        @Test
        void add_whenThereWereOthers_thenTheWholeListIsAnsweredNewestFirst() {
            change(WhitelistAction.ADD, ONE);
            world.advance(Duration.ofSeconds(1));
            assertThat(addDescribed(permission(TWO, "partner")))
                    .extracting(Permission::permission)
                    .containsExactly(TWO, ONE);
        }

        @Test
        void add_whenItIsThereAlready_thenItGetsTheDescription() {
            addDescribed(permission(ONE, "old"));
            String id = idOf(ONE);
            assertThat(addDescribed(permission(ONE, "new")))
                    .extracting(Permission::id)
                    .containsExactly(id);
            assertThat(list(null).permissions())
                    .extracting(Permission::description)
                    .containsExactly("new");
        }

        @Test
        void add_whenItIsSentTwice_thenItIsThereOnce_withTheLastDescription() {
            assertThat(addDescribed(permission(ONE, "first"), permission(ONE, "last")))
                    .extracting(Permission::description)
                    .containsExactly("last");
        }

        @Test
        void add_whenNothingIsSent_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PERMISSIONS, () -> addDescribed());
        }

        @Test
        void add_whenThereAreMoreThan50_thenItIsRefused() {
            NewPermission[] many = Arrays.stream(accounts(51))
                    .map(each -> permission(each, ""))
                    .toArray(NewPermission[]::new);
            assertRefused(ErrorCode.BATCH_TOO_LARGE, () -> addDescribed(many));
        }

        @Test
        void add_whenAPermissionIsNone_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PERMISSION, () -> addDescribed(permission("all", "")));
        }

        @Test
        void add_whenADescriptionHasAnAngleBracket_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> addDescribed(permission(ONE, "<")));
        }

        @Test
        void add_whenTheListWouldBeTooLong_thenItIsRefused() {
            ServiceWorld small = small();
            String id = small.service();
            AddPermissionsRequest body = request(permission(ONE, ""), permission(TWO, ""), permission(EVERYBODY, ""));
            assertRefused(ErrorCode.ENDPOINT_SERVICE_WHITELIST_FULL, () -> small.whitelists.add(OWNER, id, body));
        }

        @Test
        void add_whenTheServiceIsPublic_thenItIsForbidden() {
            String id = world.publicService();
            AddPermissionsRequest body = request(permission(ONE, ""));
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> whitelists.add(OWNER, id, body));
        }

        @Test
        void add_whenTheServiceIsUnknown_thenItIsNotFound() {
            AddPermissionsRequest body = request(permission(ONE, ""));
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> whitelists.add(OWNER, UNKNOWN, body));
        }

        @Test
        void add_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            AddPermissionsRequest body = request(permission(ONE, ""));
            assertRefused(ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> whitelists.add(OWNER, LONG_ID, body));
        }
    }

    @Nested
    class Remove {
        @Test
        void remove_whenThere_thenTheRestIsAnswered() {
            change(WhitelistAction.ADD, ONE, TWO);
            assertThat(remove(idOf(ONE))).extracting(Permission::permission).containsExactly(TWO);
        }

        @Test
        void remove_whenAnEndpointIsConnected_thenThatStays() {
            change(WhitelistAction.ADD, ONE);
            String endpoint = world.endpoint(service, EndpointStatus.ACCEPTED);
            remove(idOf(ONE));
            assertThat(world.storedEndpoint(endpoint).document().status()).isEqualTo(EndpointStatus.ACCEPTED);
        }

        @Test
        void remove_whenOneIsUnknown_thenNothingIsRemoved() {
            change(WhitelistAction.ADD, ONE);
            String id = idOf(ONE);
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> remove(id, UNKNOWN));
            assertThat(list(null).totalCount()).isEqualTo(1);
        }

        @Test
        void remove_whenOneIsOfAnotherService_thenItIsNotFound() {
            String id = idOf(ONE, world.service());
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> remove(id));
        }

        @Test
        void remove_whenNothingIsSent_thenItIsRefused() {
            assertRefused(ErrorCode.MISSING_PERMISSIONS, () -> remove());
        }

        @Test
        void remove_whenThereAreMoreThan50_thenItIsRefused() {
            String[] many = Collections.nCopies(51, UNKNOWN).toArray(String[]::new);
            assertRefused(ErrorCode.BATCH_TOO_LARGE, () -> remove(many));
        }

        @Test
        void remove_whenAnIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> remove(LONG_ID));
        }

        @Test
        void remove_whenTheServiceIsPublic_thenItIsForbidden() {
            String id = world.publicService();
            assertRefused(ErrorCode.PERMISSION_DENIED, () -> whitelists.remove(OWNER, id, request(UNKNOWN)));
        }

        @Test
        void remove_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_ENDPOINT_SERVICE_ID, () -> whitelists.remove(OWNER, LONG_ID, request(UNKNOWN)));
        }
    }

    @Nested
    class Describe {
        @Test
        void describe_whenThere_thenTheRecordIsAnsweredAlone() {
            change(WhitelistAction.ADD, ONE, TWO);
            List<Permission> answer = describe(idOf(ONE), "partner");
            assertThat(answer).extracting(Permission::permission).containsExactly(ONE);
            assertThat(answer).extracting(Permission::description).containsExactly("partner");
        }

        @Test
        void describe_whenTheTextIsEmpty_thenItIsTaken() {
            addDescribed(permission(ONE, "partner"));
            assertThat(describe(idOf(ONE), ""))
                    .extracting(Permission::description)
                    .containsExactly("");
        }

        @Test
        void describe_whenUnknown_thenItIsNotFound() {
            assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> describe(UNKNOWN, "partner"));
        }

        @Test
        void describe_whenTheTextHasAnAngleBracket_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> describe(UNKNOWN, ">"));
        }

        @Test
        void describe_whenTheIdIsTooLong_thenItIsRefused() {
            assertRefused(ErrorCode.INVALID_PARAMETER, () -> describe(LONG_ID, "partner"));
        }

        @Test
        void describe_whenTheServiceIsPublic_thenItIsForbidden() {
            String id = world.publicService();
            assertRefused(
                    ErrorCode.PERMISSION_DENIED, () -> whitelists.describe(OWNER, id, UNKNOWN, description("partner")));
        }

        @Test
        void describe_whenTheIdOfTheServiceIsTooLong_thenItIsRefused() {
            assertRefused(
                    ErrorCode.INVALID_ENDPOINT_SERVICE_ID,
                    () -> whitelists.describe(OWNER, LONG_ID, UNKNOWN, description("partner")));
        }
    }

    private PermissionList list(@Nullable String permission) {
        return whitelists.list(
                OWNER,
                service,
                PermissionsApi.ListParams.builder().permission(permission).build());
    }

    private List<String> change(WhitelistAction action, String... permissions) {
        return whitelists.change(OWNER, service, request(action, permissions)).permissions();
    }

    private List<Permission> addDescribed(NewPermission... permissions) {
        return whitelists.add(OWNER, service, request(permissions)).permissions();
    }

    private List<Permission> remove(String... ids) {
        return whitelists.remove(OWNER, service, request(ids)).permissions();
    }

    private List<Permission> describe(String id, String text) {
        return whitelists.describe(OWNER, service, id, description(text)).permissions();
    }

    private String idOf(String permission) {
        return list(permission).permissions().get(0).id();
    }

    /** The id of the record that this adds to a service. */
    private String idOf(String permission, String serviceId) {
        return whitelists
                .add(OWNER, serviceId, request(permission(permission, "")))
                .permissions()
                .get(0)
                .id();
    }

    private static WhitelistRequest request(WhitelistAction action, String... permissions) {
        return WhitelistRequest.builder()
                .action(action)
                .permissions(List.of(permissions))
                .build();
    }

    private static WhitelistRequest typed(PermissionType type, String permission) {
        return request(WhitelistAction.ADD, permission).toBuilder().type(type).build();
    }

    private static AddPermissionsRequest request(NewPermission... permissions) {
        return AddPermissionsRequest.builder().permissions(List.of(permissions)).build();
    }

    private static RemovePermissionsRequest request(String... ids) {
        return RemovePermissionsRequest.builder()
                .permissions(Arrays.stream(ids)
                        .map(each -> PermissionReference.builder().id(each).build())
                        .toList())
                .build();
    }

    private static PermissionDescriptionRequest description(String text) {
        return PermissionDescriptionRequest.builder()
                .permission(PermissionDescription.builder().description(text).build())
                .build();
    }

    private static NewPermission permission(String permission, String description) {
        return NewPermission.builder()
                .permission(permission)
                .description(description)
                .build();
    }

    private static String[] accounts(int count) {
        return IntStream.range(0, count).mapToObj(each -> "iam:domain::" + each).toArray(String[]::new);
    }

    /** A service has at most two whitelist records there. */
    private static ServiceWorld small() {
        return new ServiceWorld(Settings.builder().whitelistRecords(2).build());
    }
}
