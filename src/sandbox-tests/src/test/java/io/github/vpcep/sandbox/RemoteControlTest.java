package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.sandbox.auth.Account;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
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
    }

    @Test
    void control_showsWhereItReaches_butNotItsKey() {
        assertThat(control.uri()).isEqualTo(sandbox.uri());
        assertThat(control).hasToString("SandboxControl[" + sandbox.uri() + "]");
    }

    /** Its name is for one machine or one network, where nobody has certificates. */
    @Test
    void sandboxOnAnotherMachine_isReachedWithoutTls() {
        try (SandboxControl far = SandboxControl.of(URI.create("http://sandbox.test:8080"));
                VpcepClient client = far.clientOf(SandboxConfig.DEMO)) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void options_areSetOneAfterTheOther_andNoneIsMissing() throws Exception {
        SSLContext context = SSLContext.getDefault();
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init((KeyStore) null);
        X509TrustManager manager = (X509TrustManager) trust.getTrustManagers()[0];
        ControlOptions options = new ControlOptions();

        assertThat(options.key(KEY)).isSameAs(options);
        assertThat(options.trust(Path.of("sandbox.pem"))).isSameAs(options);
        assertThat(options.tls(context, manager)).isSameAs(options);
        assertThat(options.toString()).doesNotContain(KEY);
        assertThatNullPointerException()
                .isThrownBy(() -> options.key(missing()))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> options.trust(missing()))
                .withMessage("certificates");
        assertThatNullPointerException()
                .isThrownBy(() -> options.tls(missing(), manager))
                .withMessage("context");
        assertThatNullPointerException()
                .isThrownBy(() -> options.tls(context, missing()))
                .withMessage("trustManager");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // What a caller without NullAway may pass.
    private static <T> T missing() {
        return null;
    }

    @Test
    void accountsAndClient_areMadeOnce() {
        assertThat(control.accounts()).isSameAs(control.accounts());
        assertThat(control.client()).isSameAs(control.client());
    }

    @Test
    void close_endsItsClientToo() {
        VpcepClient client = control.client();
        control.close();

        assertThatThrownBy(() -> client.endpoints().list()).hasMessage("The client is closed");
        assertThatThrownBy(control::health).hasMessage("The client is closed");
        assertThat(sandbox.requests()).isEmpty();
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
    void account_thatNobodyLogsInTo_isTold() {
        Account nobodys = Account.builder()
                .domainId("d")
                .projectId("p")
                .accessKey("AK", "SK")
                .token("t")
                .build();
        try (VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard().withAccounts(nobodys));
                SandboxControl control = SandboxControl.of(sandbox.uri())) {
            assertThat(control.accounts()).containsExactly(nobodys);
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

    @Test
    void client_whoseSandboxHadMovedBefore_signsByItsTimeAtOnce() {
        sandbox.clock().advance(Duration.ofDays(1));
        control.client().endpoints().list();

        assertThat(sandbox.requests("ListEndpoints"))
                .extracting(each -> each.status())
                .containsExactly(200);
    }

    @Test
    void client_whoseSandboxAnotherHasMovedBack_signsAnew() {
        control.clock().advance(Duration.ofDays(1));
        sandbox.clock().followRealTime();
        control.client().endpoints().list();

        assertThat(sandbox.requests("ListEndpoints"))
                .extracting(each -> each.status())
                .containsExactly(401, 200);
    }

    @Test
    void reset_bringsItsClientsBackToRealTime() {
        control.clock().advance(Duration.ofDays(1));
        control.reset();
        control.client().endpoints().list();

        assertThat(sandbox.requests("ListEndpoints"))
                .extracting(each -> each.status())
                .containsExactly(200);
    }
}
