package io.github.vpcep.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.server.OperationId;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sandboxes that the tests have used. */
final class Seen {
    static final Set<URI> URIS = ConcurrentHashMap.newKeySet();

    private Seen() {}

    /** Finds nothing, and leaves something behind. */
    static void use(VpcepSandbox sandbox) {
        URIS.add(sandbox.uri());
        VpcepClient client = sandbox.client();
        assertEquals(0, client.endpoints().list().totalCount());
        String open = client.endpointServices().listPublic().items().get(0).id();
        client.endpoints().create(e -> e.endpointServiceId(open).vpcId("vpc-1").subnetId("subnet-1"));
        assertEquals(1, client.endpoints().list().totalCount());
        assertEquals(1, sandbox.requests(OperationId.CREATE_ENDPOINT).size());
    }
}
