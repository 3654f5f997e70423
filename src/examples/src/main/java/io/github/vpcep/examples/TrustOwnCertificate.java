package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import java.nio.file.Path;

/**
 * Reaches a server whose certificate the JVM does not know, such as a sandbox started with {@code --tls sandbox.pem}.
 * Arguments: endpoint, project id, token, file of the certificate.
 */
public final class TrustOwnCertificate {
    private TrustOwnCertificate() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                // Besides what the JVM trusts; without it the call fails for want of trust, before anything is sent.
                .trust(Path.of(args[3]))
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints over " + args[0]);
        }
    }
}
