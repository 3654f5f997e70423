package io.github.vpcep.contract.support;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.model.ResourceType;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Every call of the client, on both faces: with all that may be sent, and with nothing that need not be. */
// Its functions capture nothing.
@SuppressWarnings({"ImmutableEnumChecker", "deprecation"})
public enum Call implements OfOperation {
    LIST_VERSIONS_FULL(
            "ListVersionDetails", c -> c.versions().list(), c -> c.versions().list()),
    GET_VERSION_FULL(
            "ListSpecifiedVersionDetails",
            c -> c.versions().get("v1"),
            c -> c.versions().get("v1")),

    CREATE_SERVICE(
            "CreateEndpointService",
            c -> c.endpointServices().create(Requests.SERVICE),
            c -> c.endpointServices().create(Requests.SERVICE)),
    CREATE_SERVICE_FULL(
            "CreateEndpointService",
            c -> c.endpointServices().create(Requests.FULL_SERVICE),
            c -> c.endpointServices().create(Requests.FULL_SERVICE)),
    LIST_SERVICES(
            "ListEndpointService",
            c -> c.endpointServices().list(),
            c -> c.endpointServices().list()),
    LIST_SERVICES_FULL(
            "ListEndpointService",
            c -> c.endpointServices().list(Requests.FULL_LIST_SERVICES),
            c -> c.endpointServices().list(Requests.FULL_LIST_SERVICES)),
    GET_SERVICE_FULL(
            "ListServiceDetails",
            c -> c.endpointServices().get(Requests.ID),
            c -> c.endpointServices().get(Requests.ID)),
    UPDATE_SERVICE(
            "UpdateEndpointService",
            c -> c.endpointServices().update(Requests.ID, body -> {}),
            c -> c.endpointServices().update(Requests.ID, body -> {})),
    UPDATE_SERVICE_FULL(
            "UpdateEndpointService",
            c -> c.endpointServices().update(Requests.ID, Requests.FULL_SERVICE_CHANGE),
            c -> c.endpointServices().update(Requests.ID, Requests.FULL_SERVICE_CHANGE)),
    DELETE_SERVICE_FULL(
            "DeleteEndpointService",
            Face.doing(c -> c.endpointServices().delete(Requests.ID)),
            c -> c.endpointServices().delete(Requests.ID)),
    UPGRADE_SERVICE(
            "UpgradeEndpointService",
            Face.doing(c -> c.endpointServices().upgrade(Requests.ID)),
            c -> c.endpointServices().upgrade(Requests.ID)),
    UPGRADE_SERVICE_FULL(
            "UpgradeEndpointService",
            Face.doing(c -> c.endpointServices().upgrade(Requests.ID, b -> b.multiServerEnabled(true))),
            c -> c.endpointServices().upgrade(Requests.ID, b -> b.multiServerEnabled(true))),
    ROLL_BACK_SERVICE(
            "UpgradeEndpointService",
            Face.doing(c -> c.endpointServices().rollBack(Requests.ID)),
            c -> c.endpointServices().rollBack(Requests.ID)),
    ADD_BACKENDS_FULL(
            "AddEndpointServiceServerResource",
            Face.doing(c -> c.endpointServices().addBackends(Requests.ID, Requests.BACKENDS)),
            c -> c.endpointServices().addBackends(Requests.ID, Requests.BACKENDS)),
    RENAME(
            "UpdateEndpointServiceName",
            c -> c.endpointServices().rename(Requests.ID, Requests.EMPTY_NAME),
            c -> c.endpointServices().rename(Requests.ID, Requests.EMPTY_NAME)),
    RENAME_FULL(
            "UpdateEndpointServiceName",
            c -> c.endpointServices().rename(Requests.ID, Requests.NAME),
            c -> c.endpointServices().rename(Requests.ID, Requests.NAME)),
    LIST_PUBLIC(
            "ListServicePublicDetails",
            c -> c.endpointServices().listPublic(),
            c -> c.endpointServices().listPublic()),
    LIST_PUBLIC_FULL(
            "ListServicePublicDetails",
            c -> c.endpointServices().listPublic(Requests.FULL_LIST_PUBLIC),
            c -> c.endpointServices().listPublic(Requests.FULL_LIST_PUBLIC)),
    DESCRIBE_SERVICE_FULL(
            "ListServiceDescribeDetails",
            c -> c.endpointServices().describe(Requests.ID),
            c -> c.endpointServices().describe(Requests.ID)),
    DESCRIBE_SERVICE_BY_NAME_FULL(
            "ListServiceDescribeDetails",
            c -> c.endpointServices().describeByName("com.myhuaweicloud.cn-north-4.dns"),
            c -> c.endpointServices().describeByName("com.myhuaweicloud.cn-north-4.dns")),

    LIST_CONNECTIONS(
            "ListServiceConnections",
            c -> c.connections().list(Requests.ID),
            c -> c.connections().list(Requests.ID)),
    LIST_CONNECTIONS_FULL(
            "ListServiceConnections",
            c -> c.connections().list(Requests.ID, Requests.FULL_LIST_CONNECTIONS),
            c -> c.connections().list(Requests.ID, Requests.FULL_LIST_CONNECTIONS)),
    ACCEPT_FULL(
            "AcceptOrRejectEndpoint",
            c -> c.connections().accept(Requests.ID, Requests.ID),
            c -> c.connections().accept(Requests.ID, Requests.ID)),
    REJECT_FULL(
            "AcceptOrRejectEndpoint",
            c -> c.connections().reject(Requests.ID, Requests.ID),
            c -> c.connections().reject(Requests.ID, Requests.ID)),
    DESCRIBE_CONNECTIONS_FULL(
            "UpdateEndpointConnectionsDesc",
            c -> c.connections().updateDescription(Requests.ID, Requests.CONNECTION_NOTES),
            c -> c.connections().updateDescription(Requests.ID, Requests.CONNECTION_NOTES)),

    LIST_PERMISSIONS(
            "ListServicePermissionsDetails",
            c -> c.permissions().list(Requests.ID),
            c -> c.permissions().list(Requests.ID)),
    LIST_PERMISSIONS_FULL(
            "ListServicePermissionsDetails",
            c -> c.permissions().list(Requests.ID, Requests.FULL_LIST_PERMISSIONS),
            c -> c.permissions().list(Requests.ID, Requests.FULL_LIST_PERMISSIONS)),
    ADD_PERMISSIONS(
            "AddOrRemoveServicePermissions",
            c -> c.permissions().add(Requests.ID, Requests.ACCOUNTS),
            c -> c.permissions().add(Requests.ID, Requests.ACCOUNTS)),
    REMOVE_PERMISSIONS(
            "AddOrRemoveServicePermissions",
            c -> c.permissions().remove(Requests.ID, Requests.ACCOUNTS),
            c -> c.permissions().remove(Requests.ID, Requests.ACCOUNTS)),
    ADD_PATHS_FULL(
            "AddOrRemoveServicePermissions",
            c -> c.permissions().addPaths(Requests.ID, Requests.PATHS),
            c -> c.permissions().addPaths(Requests.ID, Requests.PATHS)),
    REMOVE_PATHS_FULL(
            "AddOrRemoveServicePermissions",
            c -> c.permissions().removePaths(Requests.ID, Requests.PATHS),
            c -> c.permissions().removePaths(Requests.ID, Requests.PATHS)),
    ADD_FULL(
            "BatchAddEndpointServicePermissions",
            c -> c.permissions().addWithDescription(Requests.ID, Requests.PERMISSIONS),
            c -> c.permissions().addWithDescription(Requests.ID, Requests.PERMISSIONS)),
    REMOVE_BY_ID_FULL(
            "BatchRemoveEndpointServicePermissions",
            c -> c.permissions().removeById(Requests.ID, Requests.RECORDS),
            c -> c.permissions().removeById(Requests.ID, Requests.RECORDS)),
    DESCRIBE_PERMISSION_FULL(
            "UpdateEndpointServicePermissionDesc",
            c -> c.permissions().updateDescription(Requests.ID, Requests.ID, "Bücher & Co"),
            c -> c.permissions().updateDescription(Requests.ID, Requests.ID, "Bücher & Co")),

    CREATE_ENDPOINT(
            "CreateEndpoint",
            c -> c.endpoints().create(Requests.ENDPOINT),
            c -> c.endpoints().create(Requests.ENDPOINT)),
    CREATE_ENDPOINT_FULL(
            "CreateEndpoint",
            c -> c.endpoints().create(Requests.FULL_ENDPOINT),
            c -> c.endpoints().create(Requests.FULL_ENDPOINT)),
    LIST("ListEndpoints", c -> c.endpoints().list(), c -> c.endpoints().list()),
    LIST_FULL(
            "ListEndpoints",
            c -> c.endpoints().list(Requests.FULL_LIST),
            c -> c.endpoints().list(Requests.FULL_LIST)),
    GET_ENDPOINT_FULL(
            "ListEndpointInfoDetails",
            c -> c.endpoints().get(Requests.ID),
            c -> c.endpoints().get(Requests.ID)),
    DELETE_ENDPOINT_FULL(
            "DeleteEndpoint",
            Face.doing(c -> c.endpoints().delete(Requests.ID)),
            c -> c.endpoints().delete(Requests.ID)),
    UPDATE_WHITELIST(
            "UpdateEndpointWhite",
            c -> c.endpoints().updateWhitelist(Requests.ID, body -> {}),
            c -> c.endpoints().updateWhitelist(Requests.ID, body -> {})),
    UPDATE_WHITELIST_FULL(
            "UpdateEndpointWhite",
            c -> c.endpoints().updateWhitelist(Requests.ID, Requests.WHITELIST),
            c -> c.endpoints().updateWhitelist(Requests.ID, Requests.WHITELIST)),
    UPDATE_ROUTE_TABLES_FULL(
            "UpdateEndpointRoutetable",
            c -> c.endpoints().updateRouteTables(Requests.ID, Requests.ROUTE_TABLES),
            c -> c.endpoints().updateRouteTables(Requests.ID, Requests.ROUTE_TABLES)),
    UPDATE_POLICY_FULL(
            "UpdateEndpointPolicy",
            c -> c.endpoints().updatePolicy(Requests.ID, Requests.POLICY),
            c -> c.endpoints().updatePolicy(Requests.ID, Requests.POLICY)),
    UPDATE_POLICY_BY_DOCUMENT(
            "UpdateEndpointPolicy",
            c -> c.endpoints().updatePolicy(Requests.ID, b -> b.policyDocument(Requests.DOCUMENT)),
            c -> c.endpoints().updatePolicy(Requests.ID, b -> b.policyDocument(Requests.DOCUMENT))),
    UPGRADE_ENDPOINT_FULL(
            "UpgradeEndpoint",
            Face.doing(c -> c.endpoints().upgrade(Requests.ID)),
            c -> c.endpoints().upgrade(Requests.ID)),
    DELETE_POLICY_FULL(
            "DeleteEndpointPolicy",
            c -> c.endpoints().deletePolicy(Requests.ID),
            c -> c.endpoints().deletePolicy(Requests.ID)),

    LIST_QUOTAS("ListQuotaDetails", c -> c.quotas().list(), c -> c.quotas().list()),
    LIST_QUOTAS_FULL(
            "ListQuotaDetails",
            c -> c.quotas().list(q -> q.type(ResourceType.ENDPOINT)),
            c -> c.quotas().list(q -> q.type(ResourceType.ENDPOINT))),

    LIST_RESOURCES(
            "ListResourceInstances",
            c -> c.tags().listResources(ResourceType.ENDPOINT),
            c -> c.tags().listResources(ResourceType.ENDPOINT)),
    LIST_RESOURCES_FULL(
            "ListResourceInstances",
            c -> c.tags().listResources(ResourceType.ENDPOINT, Requests.fullQuery()),
            c -> c.tags().listResources(ResourceType.ENDPOINT, Requests.fullQuery())),
    COUNT_RESOURCES(
            "ListResourceInstances",
            c -> c.tags().countResources(ResourceType.ENDPOINT_SERVICE),
            c -> c.tags().countResources(ResourceType.ENDPOINT_SERVICE)),
    ADD_TAGS_FULL(
            "BatchAddOrRemoveResourceInstance",
            Face.doing(c -> c.tags().add(ResourceType.ENDPOINT, Requests.ID, Requests.TAGS)),
            c -> c.tags().add(ResourceType.ENDPOINT, Requests.ID, Requests.TAGS)),
    REMOVE_TAGS_FULL(
            "BatchAddOrRemoveResourceInstance",
            Face.doing(c -> c.tags().remove(ResourceType.ENDPOINT, Requests.ID, Requests.TAGS)),
            c -> c.tags().remove(ResourceType.ENDPOINT, Requests.ID, Requests.TAGS)),
    LIST_TAGS_FULL(
            "ListQueryProjectResourceTags",
            c -> c.tags().list(ResourceType.ENDPOINT),
            c -> c.tags().list(ResourceType.ENDPOINT));

    private final String operation;
    private final Function<VpcepClient, Object> sync;
    private final Function<VpcepAsyncClient, CompletableFuture<?>> async;

    Call(String operation, Function<VpcepClient, Object> sync, Function<VpcepAsyncClient, CompletableFuture<?>> async) {
        this.operation = operation;
        this.sync = sync;
        this.async = async;
    }

    @Override
    public String operation() {
        return operation;
    }

    /** The call that sends all that may be sent. */
    public boolean isFull() {
        return name().endsWith("_FULL");
    }

    Function<VpcepClient, Object> sync() {
        return sync;
    }

    Function<VpcepAsyncClient, CompletableFuture<?>> async() {
        return async;
    }
}
