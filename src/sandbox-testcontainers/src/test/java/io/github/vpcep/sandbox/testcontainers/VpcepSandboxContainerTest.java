package io.github.vpcep.sandbox.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.vpcep.runtime.contract.RuntimeVersion;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    @Test
    void configure_withNothingSet_namesThePortAlone() {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer()) {
            container.configure();

            assertThat(container.getCommandParts()).containsExactly("--port=8280");
            assertThat(container.getExposedPorts()).containsExactly(8280);
            assertThat(copied(container)).isEmpty();
        }
    }

    @Test
    void configure_withAllSet_namesEachFile_whereItIsCopiedTo(@TempDir Path directory) throws IOException {
        try (VpcepSandboxContainer container = new VpcepSandboxContainer()
                .withStrictRequests()
                .withSeed(Samples.seed(directory))
                .withConfig(Samples.config(directory))) {
            container.configure();

            assertThat(container.getCommandParts())
                    .containsExactly(
                            "--port=8280",
                            "--strict",
                            "--seed=/opt/vpcep-sandbox/seed.json",
                            "--config=/opt/vpcep-sandbox/config.json");
            assertThat(copied(container))
                    .containsExactly(
                            entry("/opt/vpcep-sandbox/config.json", directory.resolve("config.json") + " 100644"),
                            entry("/opt/vpcep-sandbox/seed.json", directory.resolve("seed.json") + " 100644"));
        }
    }

    @Test
    void configure_onTheHostsNetwork_mapsNoPort_andListensOnTheOneThatIsSet() {
        try (VpcepSandboxContainer container =
                new VpcepSandboxContainer().withNetworkMode("host").listeningOn(9999)) {
            container.configure();

            assertThat(container.getCommandParts()).containsExactly("--port=9999");
            assertThat(container.getExposedPorts()).isEmpty();
        }
    }

    @Test
    void configure_ofASeedThatOnlyItsOwnerMayRead_letsTheUserOfTheImageRead(@TempDir Path directory)
            throws IOException {
        Path seed = Samples.seed(directory);
        Files.setPosixFilePermissions(seed, PosixFilePermissions.fromString("rw-------"));
        try (VpcepSandboxContainer container = new VpcepSandboxContainer().withSeed(seed)) {
            container.configure();

            assertThat(copied(container)).containsExactly(entry("/opt/vpcep-sandbox/seed.json", seed + " 100644"));
        }
    }

    @Test
    void keyOfTheControlApi_isAnotherForEachContainer_unlessOneIsSet() {
        try (VpcepSandboxContainer one = new VpcepSandboxContainer();
                VpcepSandboxContainer other = new VpcepSandboxContainer();
                VpcepSandboxContainer set = new VpcepSandboxContainer().withEnv("VPCEP_CONTROL_KEY", "mine")) {
            assertThat(key(one)).hasSize(36).isNotEqualTo(key(other));
            assertThat(key(set)).isEqualTo("mine");
        }
    }

    private static String key(VpcepSandboxContainer container) {
        return Objects.requireNonNull(container.getEnvMap().get("VPCEP_CONTROL_KEY"));
    }

    /** By path inside: the file of this machine, and the mode that it gets, in octal digits. */
    @SuppressWarnings("deprecation") // Nothing else says it without an engine.
    private static Map<String, String> copied(VpcepSandboxContainer container) {
        Map<String, String> copied = new TreeMap<>();
        container
                .getCopyToFileContainerPathMap()
                .forEach((file, path) ->
                        copied.put(path, file.getResolvedPath() + " " + Integer.toOctalString(file.getFileMode())));
        return copied;
    }
}
