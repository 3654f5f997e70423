package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the health check of the image finds. */
class HealthTest {
    private static List<String> eitherWay(int port) {
        return List.of("http://127.0.0.1:" + port, "https://127.0.0.1:" + port);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sandbox_thatRuns_isWell_alsoWithACertificateThatNobodyKnows(boolean tls) {
        SandboxConfig config = SandboxConfig.standard();
        try (VpcepSandbox sandbox = VpcepSandbox.start(tls ? config.withTls() : config)) {
            assertThat(Health.problem(eitherWay(sandbox.uri().getPort()))).isNull();
        }
    }

    @Test
    void sandbox_thatHasEnded_isNotWell() {
        VpcepSandbox sandbox = VpcepSandbox.start();
        int port = sandbox.uri().getPort();
        sandbox.close();

        assertThat(Health.problem(eitherWay(port))).startsWith("http://127.0.0.1:" + port + ": ");
    }
}
