package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.QuotaExceededException;

/** Lists accepted endpoints and renames a service. Arguments: endpoint, project id, token, service id. */
public final class FirstCalls {
    private FirstCalls() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0]) // or .region("cn-north-4")
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .build()) {
            vpcep.endpoints().list(q -> q.limit(50)).stream()
                    .filter(e -> EndpointStatus.ACCEPTED.is(e.status()))
                    .forEach(e -> System.out.println(e.id() + " " + e.dnsNames()));
            var renamed = vpcep.endpointServices().rename(args[3], "orders");
            System.out.println(renamed.name());
        } catch (QuotaExceededException | PermissionDeniedException e) {
            System.err.println(e.code() + ": " + e.getMessage());
        }
    }
}
