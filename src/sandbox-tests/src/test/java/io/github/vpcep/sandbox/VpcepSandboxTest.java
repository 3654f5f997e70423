package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.store.Samples;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import io.github.vpcep.server.OperationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a sandbox in memory begins and ends. */
class VpcepSandboxTest {
    @RegisterExtension
    final VpcepSandbox sandbox = VpcepSandbox.inMemory();

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

    /** What a store in memory shows of its end is that it is empty. */
    @Test
    void store_isClosedWithTheSandbox_andWhenThatCannotStart() {
        MemoryStore store = new MemoryStore();
        Runnable fill = () -> store.write(unit -> {
            unit.save(Samples.endpoint("e1", each -> each));
            return unit;
        });
        SandboxConfig elsewhere = SandboxConfig.standard().withHost("192.0.2.1");

        fill.run();
        assertThatThrownBy(() -> VpcepSandbox.start(elsewhere, store)).isInstanceOf(MissingControlKeyException.class);
        assertThat(store.<Optional<StoredEndpoint>>read(unit -> unit.endpoint("e1")))
                .isEmpty();

        VpcepSandbox own = VpcepSandbox.start(SandboxConfig.standard(), store);
        fill.run();
        own.close();
        assertThat(store.<Optional<StoredEndpoint>>read(unit -> unit.endpoint("e1")))
                .isEmpty();
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
