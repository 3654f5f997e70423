package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import java.net.URI;

/**
 * On a cloud server (ECS): signs with the temporary key of the server's agency, which is renewed in the background.
 * Arguments: endpoint, project id, address of the metadata service.
 */
public final class KeyOfTheMachine {
    private KeyOfTheMachine() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                // Without .endpoint(…) it is the metadata service that each cloud server has.
                .credentials(Credentials.metadata().endpoint(URI.create(args[2])))
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints");
        }
    }
}
