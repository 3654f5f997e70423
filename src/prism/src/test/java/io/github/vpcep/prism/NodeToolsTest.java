package io.github.vpcep.prism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.prism.NodeTools.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeToolsTest {
    @Test
    void installed_askedByTwoThreadsAtOnce_givesBothTheTools() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<String> version = () -> NodeTools.installed().version("@stoplight/prism-cli");
            for (Future<String> each : threads.invokeAll(List.of(version, version))) {
                assertThat(each.get()).isEqualTo("5.14.2");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void run_whenTheToolFails_givesExitCodeAndOutput(@TempDir Path empty) {
        Result result = NodeTools.installed().run("@redocly/cli/bin/cli.js", empty, "lint", "absent.yaml");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("absent.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "v16.20.2, false",
        "v17.9.1, false",
        "v18.19.1, false",
        "v18.20.0, true",
        "v19.0.0, true",
        "v20.11.1, true",
        "v22.0.0-nightly, true",
        "20.11.1, false",
        "'', false"
    })
    void node_isNewEnoughFrom18_20On(String version, boolean isEnough) {
        assertThat(NodeTools.isNewEnough(version)).isEqualTo(isEnough);
    }

    @Test
    void image_isOfTheMajorVersionOfTheNpmPackage() {
        String version = NodeTools.installed().version("@stoplight/prism-cli");

        assertThat(ContainerPrism.IMAGE).isEqualTo("stoplight/prism:" + version.replaceFirst("\\..*", ""));
    }
}
