package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;

/** Signs every request with an access key. Arguments: endpoint, project id, access key, secret key. */
public final class SignWithAccessKey {
    private SignWithAccessKey() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                // Credentials.fromEnvironment() takes it from HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.
                .credentials(Credentials.accessKey(args[2], args[3]))
                .build()) {
            System.out.println(vpcep.endpointServices().listPublic().totalCount() + " public services");
        }
    }
}
