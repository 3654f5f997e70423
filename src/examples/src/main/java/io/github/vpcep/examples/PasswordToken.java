package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;

/**
 * Fetches a token from IAM with a password, and fetches it anew before it ends. Arguments: endpoint, project id, IAM
 * endpoint, user, password, domain, project.
 */
public final class PasswordToken {
    private PasswordToken() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                // With .region(…) in place of .endpoint(…), IAM is that of the region.
                .credentials(
                        Credentials.password(args[3], args[4], args[5], args[6]).iamEndpoint(args[2]))
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints");
        }
    }
}
