package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes two calls at a time. Arguments: endpoint, project id, token. */
public final class CallAsync {
    private CallAsync() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .build()) {
            CompletableFuture<Integer> services =
                    vpcep.async().endpointServices().listPublic().thenApply(AsyncPage::totalCount);
            CompletableFuture<Integer> endpoints =
                    vpcep.async().endpoints().list().thenApply(AsyncPage::totalCount);

            System.out.println(services.thenCombine(
                            endpoints, (some, others) -> some + " public services, " + others + " endpoints")
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join());
        }
    }
}
