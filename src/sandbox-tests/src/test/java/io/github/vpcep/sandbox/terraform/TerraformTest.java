package io.github.vpcep.sandbox.terraform;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.domain.Settings;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The requests of the provider huaweicloud for its resources and data sources, in their order, from the files beside
 * it: what is created can be waited for, is read as it was written, so that the plan is empty afterwards, is changed
 * and destroyed. An import sends what a read sends. Whatever the sandbox would not know in them is refused.
 */
@Timeout(120)
class TerraformTest {
    /** Longer than the provider waits before it asks for the first time, so that it sees what is on its way. */
    private static final Duration DELAY = Duration.ofSeconds(7);

    @RegisterExtension
    static final VpcepSandbox sandbox = StoreUnderTest.sandbox(SandboxConfig.standard()
            .withStrictRequests()
            .withSettings(Settings.standard().withDelays(DELAY, DELAY)));

    /** The provider signs by the clock of its machine. */
    @BeforeEach
    void takeSignaturesOfRealTime() {
        sandbox.clock().takeSignaturesOfRealTime();
    }

    @ParameterizedTest
    @CsvSource({
        "sign-in-key, service",
        "sign-in-key, endpoint",
        "sign-in-key, gateway-endpoint",
        "sign-in-key, dualstack-endpoint",
        "sign-in-key, approval",
        "sign-in-key, data-sources",
        "sign-in-token, service",
        "sign-in-token, approval",
        "sign-in-password, endpoint",
    })
    void requestsOfTheProvider_areAnsweredAsItWants(String signIn, String sequence) {
        Replay replay = new Replay(sandbox);

        replay.run(signIn);
        replay.run(sequence);
    }
}
