package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.PermissionDescriptionRequest;
import io.github.vpcep.model.PermissionList;
import io.github.vpcep.model.RemovePermissionsRequest;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.model.UpdatedPermissions;
import io.github.vpcep.model.Whitelist;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.sandbox.domain.Whitelists;
import io.github.vpcep.server.PermissionsApi;
import org.jspecify.annotations.Nullable;

/** Hands requests about the whitelists of services to their rules. */
final class PermissionsResource implements PermissionsApi {
    @Override
    public Whitelist addOrRemoveServicePermissions(String projectId, String endpointServiceId, WhitelistRequest body) {
        return whitelists().change(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public UpdatedPermissions addWithDescription(
            String projectId, String endpointServiceId, AddPermissionsRequest body) {
        return whitelists().add(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public UpdatedPermissions removeById(String projectId, String endpointServiceId, RemovePermissionsRequest body) {
        return whitelists().remove(Exchange.caller(), endpointServiceId, body);
    }

    @Override
    public PermissionList list(
            String projectId,
            String endpointServiceId,
            @Nullable String permission,
            Integer limit,
            Integer offset,
            SortKey sortKey,
            SortDirection sortDirection) {
        return whitelists()
                .list(Exchange.caller(), endpointServiceId, permission, limit, offset, sortKey, sortDirection);
    }

    @Override
    public UpdatedPermissions updateDescription(
            String projectId, String endpointServiceId, String permissionId, PermissionDescriptionRequest body) {
        return whitelists().describe(Exchange.caller(), endpointServiceId, permissionId, body);
    }

    private static Whitelists whitelists() {
        return Exchange.current().domain().whitelists();
    }
}
