package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointServiceSummary;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.server.OperationId;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a sandbox in memory begins and ends. */
class VpcepSandboxTest {
    @RegisterExtension
    static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

    @RepeatedTest(2)
    void state_ofAnotherTest_isGone() {
        VpcepClient client = sandbox.client();
        assertThat(client.endpoints().list()).isEmpty();
        assertThat(sandbox.requests("CreateEndpoint")).isEmpty();

        EndpointServiceSummary open =
                client.endpointServices().listPublic().items().get(0);
        client.endpoints()
                .create(e -> e.endpointServiceId(open.id()).vpcId("vpc-1").subnetId("subnet-1"));
    }

    @Test
    void requests_toAnOperationThatIsNotThere_areRefused() {
        assertThatThrownBy(() -> sandbox.requests("ListEndpoint"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no operation ListEndpoint");
        assertThat(sandbox.requests(OperationId.LIST_ENDPOINTS)).isEmpty();
    }

    @Test
    void client_whenTheClockHasMoved_signsByIt() {
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(sandbox.client().endpoints().list()).isEmpty();
    }

    @Test
    void clientOfThisMachinesTime_whenTheClockHasMoved_followsAfterTheFirstRefusal() {
        Account account = sandbox.account();
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(sandbox.uri())
                .projectId(account.projectId())
                .credentials(Credentials.accessKey(account.accessKey(), account.secretKey()))
                .build()) {
            sandbox.clock().advance(Duration.ofHours(1));
            assertThat(client.endpoints().list()).isEmpty();
        }
    }

    @Test
    void clientOfItsOwnTime_whenTheClockHasMoved_isRefusedUnlessTheTestTakesRealSignatures() {
        Account account = sandbox.account();
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(sandbox.uri())
                .projectId(account.projectId())
                .credentials(AccessKeyCredentials.of(account.accessKey(), account.secretKey())
                        .clock(Clock.systemUTC()))
                .build()) {
            sandbox.clock().advance(Duration.ofHours(1));
            assertThatThrownBy(() -> client.endpoints().list()).isInstanceOf(AuthenticationFailedException.class);

            sandbox.clock().takeSignaturesOfRealTime();
            assertThat(client.endpoints().list()).isEmpty();
            assertThat(sandbox.client().endpoints().list()).isEmpty();

            sandbox.reset();
            sandbox.clock().advance(Duration.ofHours(1));
            assertThatThrownBy(() -> client.endpoints().list()).isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void start_withoutJUnit_servesUntilItIsClosed() {
        VpcepSandbox own = VpcepSandbox.start();
        assertThat(own.client().versions().list().versions()).hasSize(1);
        own.close();
        try (VpcepClient late = own.clientOf(own.account()).with(o -> o.retry(RetryPolicy.none()))) {
            assertThatThrownBy(() -> late.versions().list()).isInstanceOf(VpcepTransportException.class);
        }
    }
}
