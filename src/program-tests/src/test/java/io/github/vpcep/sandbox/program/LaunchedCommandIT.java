package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher tells the JVM: in its place stands a script that prints what it is told, a word a line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It is a script for a POSIX shell")
class LaunchedCommandIT {
    private static final List<String> OUTSIDE = List.of("--host=0.0.0.0");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeEach
    void printInPlaceOfAJvm() throws IOException {
        Path java = Files.createDirectory(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> told(Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder process = new ProcessBuilder(Objects.requireNonNull(System.getProperty("launcher")));
        process.command().addAll(List.of(words));
        process.environment().keySet().removeIf(each -> each.startsWith("VPCEP_"));
        process.environment()
                .putAll(Map.of(
                        "JAVA_HOME", directory.toString(),
                        "VPCEP_SANDBOX_HOME", directory.toString(),
                        "VPCEP_CGROUP", directory.toString(),
                        "JAVA_OPTS", "-Done=1 -Dtwo=2"));
        process.environment().putAll(environment);
        Process launcher = process.redirectErrorStream(true).start();
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    /** What the program is told, behind its jar. */
    private List<String> options(Map<String, String> environment, String... words) throws Exception {
        List<String> told = told(environment, words);
        int jar = told.indexOf("-jar");
        assertThat(told.get(jar + 1))
                .isEqualTo(directory.resolve("vpcep-sandbox.jar").toString());
        return told.subList(jar + 2, told.size());
    }

    @Test
    void program_isToldWhatTheLauncherIsTold_andTheJvmItsOptionsBefore() throws Exception {
        assertThat(options(Map.of(), "--port", "0", "--seed", "a b.json"))
                .containsExactly("--port", "0", "--seed", "a b.json");
        assertThat(told(Map.of())).containsSubsequence("-XX:+UseSerialGC", "-Done=1", "-Dtwo=2", "-jar");
    }

    @ParameterizedTest
    @CsvSource({
        "memory.max, 536870912, 256",
        "memory/memory.limit_in_bytes, 402653184, 192",
        "memory.max, 4294967296, 512",
        "memory.max, max, 512",
        "none, 1, 512"
    })
    void heap_isHalfOfWhatAContainerMayHave_and512MegabytesAtMost(String file, String limit, int heap)
            throws Exception {
        Path limits = directory.resolve(file);
        Files.createDirectories(limits.getParent());
        Files.writeString(limits, limit + "\n");

        assertThat(told(Map.of())).contains("-Xmx" + heap + "m");
    }

    @Test
    void sandboxInAContainer_isReachedFromOutside_withoutControlUnlessThereIsAKey() throws Exception {
        assertThat(options(Map.of(), "--in-container", "--port", "1"))
                .containsExactly("--host=0.0.0.0", "--no-control", "--port", "1");
        assertThat(options(Map.of(), "--in-container", "--control-key", "k"))
                .containsExactly("--host=0.0.0.0", "--control-key", "k");
        assertThat(options(Map.of(), "--in-container", "--control-key=k"))
                .containsExactly("--host=0.0.0.0", "--control-key=k");
        assertThat(options(Map.of(), "--in-container", "--no-control"))
                .containsExactly("--host=0.0.0.0", "--no-control");
        assertThat(options(Map.of("VPCEP_CONTROL_KEY", "k"), "--in-container")).isEqualTo(OUTSIDE);
    }

    @Test
    void health_isAskedByItsOwnClass_inAsLittleMemory_withoutTheOptionsOfTheProgram() throws Exception {
        assertThat(told(Map.of(), "--health", "http://127.0.0.1:1"))
                .contains("-Xmx512m")
                .endsWith("io.github.vpcep.sandbox.program.Health", "http://127.0.0.1:1")
                .doesNotContain("-Done=1", "-jar");
    }
}
