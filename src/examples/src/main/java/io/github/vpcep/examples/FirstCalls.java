package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.runtime.Credentials;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.QuotaExceededException;

/** Lists endpoints and renames a service. Arguments: endpoint, project id, token, service id. */
public final class FirstCalls {
    private FirstCalls() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0]) // or .region("cn-north-4")
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .build()) {
            for (Endpoint endpoint : vpcep.endpoints().list(q -> q.limit(50)).endpoints()) {
                System.out.println(endpoint.id() + " " + endpoint.status() + " " + endpoint.dnsNames());
            }
            System.out.println(
                    vpcep.endpointServices().rename(args[3], "orders").name());
        } catch (QuotaExceededException | PermissionDeniedException e) {
            System.err.println(e.code() + ": " + e.getMessage());
        }
    }
}
