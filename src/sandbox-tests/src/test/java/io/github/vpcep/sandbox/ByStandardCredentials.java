package io.github.vpcep.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;

/** A program that finds its credentials where they are; its argument is the address of the sandbox. */
final class ByStandardCredentials {
    private ByStandardCredentials() {}

    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .region("cn-north-4")
                .endpoint(args[0])
                .iamEndpoint(args[0])
                .credentials(Credentials.standard())
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints");
        }
    }
}
