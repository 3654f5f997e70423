package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.time.Duration;

/** Tells errors apart by meaning, and says how often to try. Arguments: endpoint, project id, token. */
public final class HandleErrors {
    private HandleErrors() {}

    /** Runs the example. */
    public static void main(String[] args) {
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .retry(RetryPolicy.standard().withMaxAttempts(5))
                .build()) {
            // Shares the connections; only these calls have ten seconds and one try.
            VpcepClient hasty = vpcep.with(
                    options -> options.callTimeout(Duration.ofSeconds(10)).retry(RetryPolicy.none()));
            try {
                hasty.endpoints().list(q -> q.limit(0));
            } catch (InvalidRequestException e) {
                System.out.println("change the request: " + e.code());
            } catch (NotFoundException e) {
                System.out.println("gone: " + e.code());
            } catch (ThrottledException e) {
                System.out.println("later: " + e.code());
            } catch (VpcepServiceException e) {
                System.out.println("HTTP " + e.status() + ", request " + e.requestId());
            } catch (VpcepTransportException e) {
                System.out.println("no answer: " + e.getMessage());
            }
        }
    }
}
