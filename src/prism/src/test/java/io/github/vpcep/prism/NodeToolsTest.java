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
}
