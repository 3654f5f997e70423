package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.paging.Page;

/** Reads a list of any length. Arguments: endpoint, project id, token. */
public final class ReadAllPages {
    private ReadAllPages() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .build()) {
            // One call, 100 endpoints at most.
            Page<Endpoint> page = vpcep.endpoints().list(q -> q.limit(100));
            System.out.println(page.items().size() + " of " + page.totalCount());

            // As many calls as it takes, each when its first endpoint is reached.
            for (Endpoint endpoint : page) {
                System.out.println(endpoint.id());
            }
        }
    }
}
