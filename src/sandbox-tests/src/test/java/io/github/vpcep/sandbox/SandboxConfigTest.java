package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.vpc.Vpc;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set-up in code. */
class SandboxConfigTest {
    private static final String KEY = "0123456789abcdef";

    @Test
    void standard_isOnAFreePortOfThisMachine_withTwoAccountsAndTheControlApi() {
        SandboxConfig standard = SandboxConfig.standard();

        assertThat(standard.host()).isEqualTo("127.0.0.1");
        assertThat(standard.port()).isZero();
        assertThat(standard.accounts().all()).containsExactly(SandboxConfig.DEMO, SandboxConfig.PARTNER);
        assertThat(standard.settings()).isEqualTo(Settings.standard());
        assertThat(standard.publicServices()).hasSize(2);
        assertThat(standard.vpcs().isAny()).isTrue();
        assertThat(standard.seed()).isNull();
        assertThat(standard.tls()).isNull();
        assertThat(standard.control()).isTrue();
        assertThat(standard.controlKey()).isNull();
        assertThat(standard.metadataPort()).isEmpty();
    }

    @Test
    void eachChange_isTaken_keepsThoseBefore_andLeavesTheFirstAsItWas() {
        SandboxConfig standard = SandboxConfig.standard();
        String before = standard.toString();
        SandboxConfig config = standard.withHost("localhost")
                .withPort(1)
                .withAccounts(SandboxConfig.PARTNER)
                .withSettings(Settings.builder().endpointQuota(3).build())
                .withStrictRequests()
                .withPublicServices()
                .withVpcs(Vpc.of("v"))
                .withSeed(Path.of("seed.json"))
                .withTls()
                .withoutControl()
                .withControlKey(KEY)
                .withMetadata(2);

        assertThat(config.settings())
                .isEqualTo(Settings.builder().endpointQuota(3).strict(true).build());
        assertThat(config.controlKey()).isEqualTo(KEY);
        assertThat(config)
                .hasToString("SandboxConfig[host=localhost, port=1, accounts="
                        + config.accounts().all() + ", settings=" + config.settings() + ", publicServices=[], vpcs="
                        + config.vpcs().all() + ", seed=seed.json, tls=Tls[self-made], control=true,"
                        + " metadataPort=OptionalInt[2]]");
        assertThat(config.accounts().all()).containsExactly(SandboxConfig.PARTNER);
        assertThat(config.vpcs().all()).containsExactly(Vpc.of("v"));
        assertThat(standard).hasToString(before);
        assertThat(config.withTls(Path.of("server.p12"), "secret").toString())
                .contains("tls=Tls[server.p12]")
                .doesNotContain("secret");
        assertThat(config.withoutControl().control()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65535})
    void port_mayBeTheFirstAndTheLast(int port) {
        assertThat(SandboxConfig.standard().withPort(port).port()).isEqualTo(port);
        assertThat(SandboxConfig.standard().withMetadata(port).metadataPort()).hasValue(port);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void port_thatThereIsNot_isRefused(int port) {
        SandboxConfig standard = SandboxConfig.standard();
        String message = "port is " + port + "; allowed are 0 to 65535";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withPort(port))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withMetadata(port))
                .withMessage(message);
    }

    @Test
    void sandbox_withoutAnAccount_isNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxConfig.standard().withAccounts())
                .withMessage("A sandbox needs an account");
    }

    @Test
    void key_isNotShown() {
        assertThat(new ControlOptions().key(KEY)).hasToString("ControlOptions");
    }
}
