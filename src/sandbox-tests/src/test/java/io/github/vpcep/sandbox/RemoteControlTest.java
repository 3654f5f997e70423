package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.sandbox.auth.Account;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same over HTTP, as of a sandbox in another process. */
class RemoteControlTest extends SandboxControlContract {
    private static final String KEY = "a-key-of-this-test";

    @RegisterExtension
    final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard().withControlKey(KEY));

    private final SandboxControl control = SandboxControl.of(sandbox.uri(), KEY);

    @AfterEach
    void close() {
        control.close();
    }

    @Override
    SandboxControl control() {
        return control;
    }

    @Test
    void sandbox_thatAsksForAKey_isNotReachedWithout() {
        try (SandboxControl without = SandboxControl.of(sandbox.uri())) {
            assertThatThrownBy(without::reset).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(control.toString()).doesNotContain(KEY);
    }

    @Test
    void accounts_thatOthersMayActFor_areTold() {
        Account trusting = SandboxConfig.DEMO.toBuilder()
                .agency("ops", SandboxConfig.PARTNER.domainId())
                .build();
        try (VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard().withAccounts(trusting));
                SandboxControl control = SandboxControl.of(sandbox.uri())) {
            assertThat(control.accounts()).containsExactly(trusting);
        }
    }

    @Test
    void client_thatIsRefusedForAnotherReasonThanItsTime_doesNotSignAnew() {
        Account stranger = SandboxConfig.DEMO.toBuilder()
                .accessKey(SandboxConfig.DEMO.accessKey(), "another")
                .build();
        try (VpcepClient client = control.clientOf(stranger)) {
            assertThatThrownBy(() -> client.endpoints().list()).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(sandbox.requests("ListEndpoints")).hasSize(1);
    }

    @Test
    void client_whoseSandboxAnotherHasMoved_signsAnew() {
        control.client().endpoints().list();
        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(control.client().endpoints().list().items()).isEmpty();
        assertThat(sandbox.requests("ListEndpoints"))
                .extracting(each -> each.status())
                .containsExactly(200, 401, 200);
    }
}
