package io.github.vpcep.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.client.Permissions;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.PermissionReference;
import io.github.vpcep.model.PermissionType;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom a service lets in; its whitelist has room for two. */
class WhitelistsTest {
    @RegisterExtension
    static final Wire wire = new Wire();

    private static final String PATH = "organizations:orgPath::o-7c9d2f1a4b6e/r-3f5a/ou-2b8d/*";

    /** Of the owner. */
    private static Permissions whitelist() {
        return wire.owner().permissions();
    }

    @Test
    void addOrRemoveServicePermissions_letsInAndShutsOut() {
        String service = wire.service("orders").id();
        List<String> both = List.of("*", Wire.PARTNER);
        assertThat(whitelist().add(service, both).permissions()).hasSameElementsAs(both);
        assertThat(whitelist().remove(service, both).permissions()).isEmpty();
    }

    @Test
    void addOrRemoveServicePermissions_byPath_isOneListWithTheAccounts() {
        String service = wire.service("orders").id();
        whitelist().add(service, List.of(Wire.PARTNER));
        assertThat(whitelist().addPaths(service, List.of(PATH)).permissions())
                .containsExactlyInAnyOrder(Wire.PARTNER, PATH);
        assertThat(whitelist().list(service).items())
                .extracting(Permission::permission, Permission::type)
                .containsExactlyInAnyOrder(
                        tuple(Wire.PARTNER, PermissionType.DOMAIN_ID), tuple(PATH, PermissionType.ORG_PATH));
        assertThat(whitelist().removePaths(service, List.of(PATH)).permissions())
                .containsExactly(Wire.PARTNER);
    }

    @Test
    void addOrRemoveServicePermissions_ofAPathAsAnAccount_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(ErrorCode.INVALID_PERMISSION, () -> whitelist().add(service, List.of(PATH)));
    }

    @Test
    void addOrRemoveServicePermissions_ofAnotherAccount_isRefused() {
        String service = wire.service("orders").id();
        wire.refuses(
                ErrorCode.RESOURCE_NOT_FOUND, () -> wire.guest().permissions().add(service, List.of(Wire.PARTNER)));
    }

    @Test
    void batchAddEndpointServicePermissions_keepsTheDescription() {
        String service = wire.service("orders").id();
        assertThat(added(service, Wire.PARTNER).description()).isEqualTo("第一");
    }

    @Test
    void batchAddEndpointServicePermissions_onAFullList_isRefused() {
        String service = wire.service("orders").id();
        whitelist().add(service, List.of("*", Wire.PARTNER));
        wire.refuses(ErrorCode.ENDPOINT_SERVICE_WHITELIST_FULL, () -> added(service, "iam:domain::" + "f".repeat(32)));
    }

    @Test
    void listServicePermissionsDetails_withAllFilters_findsTheOne() {
        String service = wire.service("orders").id();
        whitelist().add(service, List.of("*", Wire.PARTNER));
        assertThat(whitelist()
                        .list(
                                service,
                                q -> q.permission("domain")
                                        .sortKey(SortKey.CREATED_AT)
                                        .sortDirection(SortDirection.DESCENDING)
                                        .limit(500)
                                        .offset(0))
                        .items())
                .extracting(Permission::permission)
                .containsExactly(Wire.PARTNER);
    }

    @Test
    void listServicePermissionsDetails_pageByPage_comesToTheEnd() {
        String service = wire.service("orders").id();
        whitelist().add(service, List.of("*", Wire.PARTNER));
        assertThat(whitelist().list(service, q -> q.limit(1)).stream())
                .extracting(Permission::permission)
                .containsExactlyInAnyOrder("*", Wire.PARTNER);
    }

    @Test
    void listServicePermissionsDetails_ofADeletedService_isRefused() {
        String service = wire.service("orders").id();
        wire.owner().endpointServices().delete(service);
        wire.settle();
        wire.refuses(ErrorCode.RESOURCE_NOT_FOUND, () -> whitelist().list(service));
    }

    @Test
    void updateEndpointServicePermissionDesc_saysWhoItIs() {
        String service = wire.service("orders").id();
        String record = added(service, Wire.PARTNER).id();
        assertThat(whitelist().updateDescription(service, record, "friends").permissions())
                .extracting(Permission::description)
                .containsExactly("friends");
    }

    @Test
    void updateEndpointServicePermissionDesc_ofARemovedRecord_isRefused() {
        String service = wire.service("orders").id();
        String record = added(service, Wire.PARTNER).id();
        whitelist().remove(service, List.of(Wire.PARTNER));
        wire.refuses(ErrorCode.RESOURCE_NOT_FOUND, () -> whitelist().updateDescription(service, record, "friends"));
    }

    @Test
    void batchRemoveEndpointServicePermissions_leavesTheRest() {
        String service = wire.service("orders").id();
        PermissionReference record = PermissionReference.builder()
                .id(added(service, Wire.PARTNER).id())
                .build();
        added(service, "*");
        assertThat(whitelist().removeById(service, List.of(record)).permissions())
                .extracting(Permission::permission)
                .containsExactly("*");
    }

    @Test
    void batchRemoveEndpointServicePermissions_twice_isRefused() {
        String service = wire.service("orders").id();
        List<PermissionReference> record = List.of(PermissionReference.builder()
                .id(added(service, Wire.PARTNER).id())
                .build());
        whitelist().removeById(service, record);
        wire.refuses(ErrorCode.RESOURCE_NOT_FOUND, () -> whitelist().removeById(service, record));
    }

    /** The record of what was let in. */
    private static Permission added(String service, String permission) {
        NewPermission one =
                NewPermission.builder().permission(permission).description("第一").build();
        return whitelist()
                .addWithDescription(service, List.of(one))
                .permissions()
                .get(0);
    }
}
