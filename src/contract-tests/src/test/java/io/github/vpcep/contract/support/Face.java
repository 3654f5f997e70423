package io.github.vpcep.contract.support;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointList;
import io.github.vpcep.model.PublicEndpointService;
import io.github.vpcep.model.PublicEndpointServiceList;
import io.github.vpcep.runtime.paging.AsyncPage;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two faces of the client. What holds for one is tested on both. */
public enum Face {
    SYNC {
        @Override
        public Object call(VpcepClient client, Call call) {
            return switch (call) {
                case LIST_PUBLIC -> whole(client.endpointServices().listPublic());
                case LIST_PUBLIC_FULL -> whole(client.endpointServices().listPublic(Requests.FULL_LIST_PUBLIC));
                case LIST -> whole(client.endpoints().list());
                case LIST_FULL -> whole(client.endpoints().list(Requests.FULL_LIST));
                case RENAME -> client.endpointServices().rename(Requests.ID, Requests.NO_NAME);
                case RENAME_FULL -> client.endpointServices().rename(Requests.ID, Requests.NAME);
                case UPDATE_POLICY_FULL -> client.endpoints().updatePolicy(Requests.ID, Requests.POLICY);
                case ADD_FULL -> client.permissions().add(Requests.ID, Requests.PERMISSIONS);
            };
        }
    },
    ASYNC {
        @Override
        public Object call(VpcepClient client, Call call) {
            return join(
                    switch (call) {
                        case LIST_PUBLIC ->
                            client.async().endpointServices().listPublic().thenApply(Face::whole);
                        case LIST_PUBLIC_FULL ->
                            client.async()
                                    .endpointServices()
                                    .listPublic(Requests.FULL_LIST_PUBLIC)
                                    .thenApply(Face::whole);
                        case LIST -> client.async().endpoints().list().thenApply(Face::whole);
                        case LIST_FULL ->
                            client.async().endpoints().list(Requests.FULL_LIST).thenApply(Face::whole);
                        case RENAME -> client.async().endpointServices().rename(Requests.ID, Requests.NO_NAME);
                        case RENAME_FULL -> client.async().endpointServices().rename(Requests.ID, Requests.NAME);
                        case UPDATE_POLICY_FULL ->
                            client.async().endpoints().updatePolicy(Requests.ID, Requests.POLICY);
                        case ADD_FULL -> client.async().permissions().add(Requests.ID, Requests.PERMISSIONS);
                    });
        }
    };

    /** Makes a call and waits for its answer; throws what the call throws. */
    public abstract Object call(VpcepClient client, Call call);

    /** A page as the answer that it came from. */
    private static Object whole(Page<?> page) {
        return whole(page.items(), page.totalCount());
    }

    private static Object whole(AsyncPage<?> page) {
        return whole(page.items(), page.totalCount());
    }

    private static Object whole(List<?> items, int totalCount) {
        if (items.stream().allMatch(Endpoint.class::isInstance)) {
            return EndpointList.builder()
                    .endpoints(items.stream().map(Endpoint.class::cast).toList())
                    .totalCount(totalCount)
                    .build();
        }
        return PublicEndpointServiceList.builder()
                .services(items.stream().map(PublicEndpointService.class::cast).toList())
                .totalCount(totalCount)
                .build();
    }

    private static Object join(CompletableFuture<?> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** Every call of the client: with all that may be sent, and with nothing that need not be. */
    public enum Call implements OfOperation {
        LIST_PUBLIC("ListServicePublicDetails"),
        LIST_PUBLIC_FULL("ListServicePublicDetails"),
        LIST("ListEndpoints"),
        LIST_FULL("ListEndpoints"),
        RENAME("UpdateEndpointServiceName"),
        RENAME_FULL("UpdateEndpointServiceName"),
        UPDATE_POLICY_FULL("UpdateEndpointPolicy"),
        ADD_FULL("BatchAddEndpointServicePermissions");

        private final String operation;

        Call(String operation) {
            this.operation = operation;
        }

        @Override
        public String operation() {
            return operation;
        }

        /** The call that sends all that may be sent. */
        public boolean isFull() {
            return name().endsWith("_FULL");
        }
    }
}
