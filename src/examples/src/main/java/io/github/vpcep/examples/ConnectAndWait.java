package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import java.time.Duration;

/**
 * Connects a VPC to a service and waits until that is usable. Arguments: endpoint, project id, token, ids of service,
 * VPC and subnet.
 */
public final class ConnectAndWait {
    private ConnectAndWait() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .build()) {
            Endpoint created = vpcep.endpoints()
                    .create(e -> e.endpointServiceId(args[3]).vpcId(args[4]).subnetId(args[5]));
            System.out.println(created.id() + " is " + created.status());

            Endpoint accepted =
                    vpcep.endpoints().awaitStatus(created.id(), EndpointStatus.ACCEPTED, Duration.ofMinutes(5));
            System.out.println("reached at " + accepted.ip());
        } catch (WaitFailedException e) {
            System.out.println("never accepted: it is " + e.state() + ", " + e.errors());
        } catch (WaitTimeoutException e) {
            System.out.println("not accepted within " + e.timeout() + ": it is " + e.lastState());
        }
    }
}
