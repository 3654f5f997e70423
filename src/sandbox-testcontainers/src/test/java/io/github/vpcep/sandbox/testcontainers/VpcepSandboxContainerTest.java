package io.github.vpcep.sandbox.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.contract.RuntimeVersion;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.utility.DockerImageName;

/** How a container is set up; that needs no engine. */
class VpcepSandboxContainerTest {
    @Test
    void image_whenNoneIsNamed_isOursOfThisVersion() {
        assertThat(VpcepSandboxContainer.ofThisVersion().asCanonicalNameString())
                .isEqualTo("vpcep/sandbox:" + RuntimeVersion.VERSION);
    }

    @Test
    void container_ofAnImageThatIsNoSubstitute_isRefused() {
        assertThatThrownBy(() -> new VpcepSandboxContainer(DockerImageName.parse("nginx:1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vpcep/sandbox");
    }

    @Test
    void uri_ofAContainerThatDoesNotRun_isRefused() {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer()) {
            assertThatThrownBy(container::uri).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void control_ofAContainerThatDoesNotRun_isRefused() {
        try (VpcepSandboxContainer container = VpcepSandboxContainer.forEachTest()) {
            assertThatThrownBy(container::control).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void accounts_withoutAConfig_areTheDemoAccounts() {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer()) {
            assertThat(container.accounts()).containsExactly(SandboxConfig.DEMO, SandboxConfig.PARTNER);
        }
    }

    @Test
    void accounts_withAConfig_areItsOwn(@TempDir Path directory) throws IOException {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer().withConfig(Samples.config(directory))) {
            assertThat(container.accounts()).extracting(Account::accessKey).containsExactly("ORDERSKEY");
        }
    }

    @Test
    void withConfig_ofAFileThatIsNotThere_isRefused() {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer()) {
            Path absent = Path.of("absent.json");
            assertThat(Files.exists(absent)).isFalse();
            assertThatThrownBy(() -> container.withConfig(absent).accounts()).hasMessageContaining("absent.json");
        }
    }
}
