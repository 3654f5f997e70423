package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.sandbox.auth.Account;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same over HTTP, as of a sandbox in another process. */
class RemoteControlTest extends SandboxControlContract {
    private static final String KEY = "a-key-of-this-test";

    @RegisterExtension
    static final VpcepSandbox SANDBOX =
            StoreUnderTest.sandbox(SandboxConfig.standard().withControlKey(KEY));

    private static final SandboxControl CONTROL = SandboxControl.of(SANDBOX.uri(), KEY);

    @AfterAll
    static void close() {
        CONTROL.close();
    }

    /** By the one who is asked, so that it knows of it. */
    @BeforeEach
    void reset() {
        CONTROL.reset();
    }

    @Override
    SandboxControl control() {
        return CONTROL;
    }

    @Test
    void sandbox_thatAsksForAKey_isNotReachedWithout() {
        try (SandboxControl without = SandboxControl.of(SANDBOX.uri())) {
            assertThatThrownBy(without::reset).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(CONTROL.toString()).doesNotContain(KEY);
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
    void client_whoseSandboxAnotherHasMoved_signsAnew() {
        CONTROL.client().endpoints().list();
        SANDBOX.clock().advance(Duration.ofDays(1));

        assertThat(CONTROL.client().endpoints().list().items()).isEmpty();
        assertThat(SANDBOX.requests("ListEndpoints"))
                .extracting(each -> each.status())
                .containsExactly(200, 401, 200);
    }
}
