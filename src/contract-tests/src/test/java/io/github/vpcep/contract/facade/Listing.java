package io.github.vpcep.contract.facade;

import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.model.Connection;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.Permission;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists that come as pages. What holds for one is tested on all. */
// Its functions capture nothing.
@SuppressWarnings("ImmutableEnumChecker")
enum Listing implements OfOperation {
    ENDPOINTS(
            "ListEndpoints",
            "/vpc-endpoints",
            "endpoints",
            new Source<>(
                    (c, q) -> c.endpoints()
                            .list(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    (c, q) -> c.endpoints()
                            .list(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    Endpoint::id)),
    SERVICES(
            "ListEndpointService",
            "/vpc-endpoint-services",
            "endpoint_services",
            new Source<>(
                    (c, q) -> c.endpointServices()
                            .list(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    (c, q) -> c.endpointServices()
                            .list(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    EndpointService::id)),
    PUBLIC_SERVICES(
            "ListServicePublicDetails",
            "/public",
            "endpoint_services",
            new Source<>(
                    (c, q) -> c.endpointServices()
                            .listPublic(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    (c, q) -> c.endpointServices()
                            .listPublic(p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    EndpointServiceSummary::id)),
    CONNECTIONS(
            "ListServiceConnections",
            "/connections",
            "connections",
            new Source<>(
                    (c, q) -> c.connections()
                            .list("s", p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    (c, q) -> c.connections()
                            .list("s", p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    Connection::id)),
    PERMISSIONS(
            "ListServicePermissionsDetails",
            "/permissions",
            "permissions",
            new Source<>(
                    (c, q) -> c.permissions()
                            .list("s", p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    (c, q) -> c.permissions()
                            .list("s", p -> p.limit(q.limit()).sortKey(q.key()).sortDirection(q.direction())),
                    Permission::id));

    private final String operation;
    private final String pathEnd;
    private final String items;
    private final Source<?> source;

    Listing(String operation, String pathEnd, String items, Source<?> source) {
        this.operation = operation;
        this.pathEnd = pathEnd;
        this.items = items;
        this.source = source;
    }

    @Override
    public String operation() {
        return operation;
    }

    /** How the path of its requests ends. */
    String pathEnd() {
        return pathEnd;
    }

    /** The property of the answer that holds its items. */
    String items() {
        return items;
    }

    /** The ids of all its items. */
    List<String> ids(Reading reading, VpcepClient client, Query query) {
        return reading.ids(source, client, query);
    }

    /** What every list can be asked. */
    record Query(
            @Nullable Integer limit,
            @Nullable SortKey key,
            @Nullable SortDirection direction) {
        static final Query TEN = new Query(10, null, null);
    }

    /** Both faces of a list, and the id of an item. */
    record Source<T>(
            BiFunction<VpcepClient, Query, Page<T>> sync,
            BiFunction<VpcepAsyncClient, Query, CompletableFuture<AsyncPage<T>>> async,
            Function<T, String> id) {}
}
