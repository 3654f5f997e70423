package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.condition.OS;

/**
 * The program where somebody has put it: its jar, the launcher beside it, and the archive of classes where that is
 * made.
 */
record Installation(Path home) {
    /** Copies both from where the build has made them into a directory. */
    static Installation in(Path home) throws IOException {
        Installation made = new Installation(home);
        copy("program", made.jar());
        copy("launcher", made.launcher());
        return made;
    }

    /**
     * One for all tests, with its archive: the program starts in little more than half the time. Ends with the process.
     */
    static Installation shared() {
        return Shared.MADE;
    }

    Path jar() {
        return home.resolve("vpcep-sandbox.jar");
    }

    Path launcher() {
        return home.resolve("vpcep-sandbox");
    }

    Path archive() {
        return home.resolve("vpcep-sandbox.jsa");
    }

    /** A process of the launcher, by the JVM of the tests, which it tells these options as well. */
    ProcessBuilder launch(String javaOptions, String... words) {
        ProcessBuilder process = new ProcessBuilder(launcher().toString());
        process.command().addAll(List.of(words));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It lives for seconds, as the JVM of the tests.
        process.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 " + javaOptions);
        return process;
    }

    private static void copy(String property, Path to) throws IOException {
        Path from = Path.of(Objects.requireNonNull(System.getProperty(property)));
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Made when it is first wanted. */
    private static final class Shared {
        static final Installation MADE = make();

        private static Installation make() {
            try {
                Path home = Files.createTempDirectory("vpcep-sandbox");
                home.toFile().deleteOnExit();
                Installation made = in(home);
                made.jar().toFile().deleteOnExit();
                made.launcher().toFile().deleteOnExit();
                made.archive().toFile().deleteOnExit();
                // The launcher is a script for a POSIX shell.
                if (!OS.WINDOWS.isCurrentOs()) {
                    made.archiveClasses();
                }
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void archiveClasses() throws IOException, InterruptedException {
        Process making = launch("", "--class-data").redirectErrorStream(true).start();
        String said = new String(making.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(making.waitFor()).as(said).isZero();
        assertThat(archive()).isNotEmptyFile();
    }
}
