package io.github.vpcep.contract.facade;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.model.SortKey;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways to read a whole list. What holds for one is tested on all. */
enum Reading {
    STREAM {
        @Override
        List<String> endpoints(VpcepClient client, Query query) {
            return ids(query.endpoints(client), Endpoint::id);
        }

        @Override
        List<String> services(VpcepClient client, Query query) {
            return ids(query.services(client), EndpointServiceSummary::id);
        }

        private static <T> List<String> ids(Page<T> page, Function<T, String> id) {
            return page.stream().map(id).toList();
        }
    },
    ITERATOR {
        @Override
        List<String> endpoints(VpcepClient client, Query query) {
            return ids(query.endpoints(client), Endpoint::id);
        }

        @Override
        List<String> services(VpcepClient client, Query query) {
            return ids(query.services(client), EndpointServiceSummary::id);
        }

        private static <T> List<String> ids(Page<T> page, Function<T, String> id) {
            List<String> ids = new ArrayList<>();
            for (T item : page) {
                ids.add(id.apply(item));
            }
            return ids;
        }
    },
    ASYNC_TO_LIST {
        @Override
        List<String> endpoints(VpcepClient client, Query query) {
            return ids(query.endpointsAsync(client), Endpoint::id);
        }

        @Override
        List<String> services(VpcepClient client, Query query) {
            return ids(query.servicesAsync(client), EndpointServiceSummary::id);
        }

        private static <T> List<String> ids(CompletableFuture<AsyncPage<T>> page, Function<T, String> id) {
            return page.thenCompose(AsyncPage::toList).join().stream().map(id).toList();
        }
    },
    ASYNC_FOR_EACH {
        @Override
        List<String> endpoints(VpcepClient client, Query query) {
            return ids(query.endpointsAsync(client), Endpoint::id);
        }

        @Override
        List<String> services(VpcepClient client, Query query) {
            return ids(query.servicesAsync(client), EndpointServiceSummary::id);
        }

        private static <T> List<String> ids(CompletableFuture<AsyncPage<T>> page, Function<T, String> id) {
            List<String> ids = new ArrayList<>();
            page.thenCompose(first -> first.forEachWhile(item -> ids.add(id.apply(item))))
                    .join();
            return ids;
        }
    };

    /** The ids of ListEndpoints. */
    abstract List<String> endpoints(VpcepClient client, Query query);

    /** The ids of ListServicePublicDetails. */
    abstract List<String> services(VpcepClient client, Query query);

    /** What both lists can be asked. */
    record Query(
            @Nullable Integer limit,
            @Nullable SortKey key,
            @Nullable SortDirection direction) {
        static final Query TEN = new Query(10, null, null);

        private Page<Endpoint> endpoints(VpcepClient client) {
            return client.endpoints().list(q -> q.limit(limit).sortKey(key).sortDirection(direction));
        }

        private CompletableFuture<AsyncPage<Endpoint>> endpointsAsync(VpcepClient client) {
            return client.async()
                    .endpoints()
                    .list(q -> q.limit(limit).sortKey(key).sortDirection(direction));
        }

        private Page<EndpointServiceSummary> services(VpcepClient client) {
            return client.endpointServices()
                    .listPublic(q -> q.limit(limit).sortKey(key).sortDirection(direction));
        }

        private CompletableFuture<AsyncPage<EndpointServiceSummary>> servicesAsync(VpcepClient client) {
            return client.async()
                    .endpointServices()
                    .listPublic(q -> q.limit(limit).sortKey(key).sortDirection(direction));
        }
    }
}
