package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.AddPermissionsRequest;
import io.github.vpcep.model.PermissionDescriptionRequest;
import io.github.vpcep.model.PermissionList;
import io.github.vpcep.model.RemovePermissionsRequest;
import io.github.vpcep.model.UpdatedPermissions;
import io.github.vpcep.model.Whitelist;
import io.github.vpcep.model.WhitelistRequest;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Whitelists;
import io.github.vpcep.server.PermissionsApi;

/** Hands requests about the whitelists of services to their rules. */
final class PermissionsResource implements PermissionsApi {
    private final Whitelists whitelists;
    private final Caller caller;

    PermissionsResource(Whitelists whitelists, Caller caller) {
        this.whitelists = whitelists;
        this.caller = caller;
    }

    @Override
    public Whitelist addOrRemoveServicePermissions(String projectId, String endpointServiceId, WhitelistRequest body) {
        return whitelists.change(caller, endpointServiceId, body);
    }

    @Override
    public UpdatedPermissions addWithDescription(
            String projectId, String endpointServiceId, AddPermissionsRequest body) {
        return whitelists.add(caller, endpointServiceId, body);
    }

    @Override
    public UpdatedPermissions removeById(String projectId, String endpointServiceId, RemovePermissionsRequest body) {
        return whitelists.remove(caller, endpointServiceId, body);
    }

    @Override
    public PermissionList list(String projectId, String endpointServiceId, ListParams params) {
        return whitelists.list(caller, endpointServiceId, params);
    }

    @Override
    public UpdatedPermissions updateDescription(
            String projectId, String endpointServiceId, String permissionId, PermissionDescriptionRequest body) {
        return whitelists.describe(caller, endpointServiceId, permissionId, body);
    }
}
