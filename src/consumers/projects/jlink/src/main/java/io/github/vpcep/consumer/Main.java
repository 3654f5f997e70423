package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.NotFoundException;

/** Calls a VPCEP that it is told of. */
public final class Main {
    private Main() {}

    /** The arguments: address, project, access key and its secret. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.accessKey(args[2], args[3]))
                .build()) {
            String service = vpcep.endpointServices().listPublic().items().get(0).id();
            Endpoint created = vpcep.endpoints()
                    .create(e -> e.endpointServiceId(service).vpcId("vpc-1").subnetId("subnet-1"));
            System.out.println("listed " + vpcep.async().endpoints().list().join().items().get(0).id().equals(created.id()));
            vpcep.endpoints().delete(created.id());
            try {
                vpcep.endpoints().delete("00000000-0000-0000-0000-000000000000");
            } catch (NotFoundException e) {
                System.out.println("refused " + e.status());
            }
        }
    }
}
