package io.github.vpcep.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program's one jar has of those that are packed into it. */
class PackedProgramIT {
    private static final Pattern LICENCE = Pattern.compile("META-INF/LICENSE([.](txt|md))?");

    private static JarFile program() throws IOException {
        return new JarFile(Objects.requireNonNull(System.getProperty("program")));
    }

    /** The lines of an entry that say something, without their indentation. */
    private static List<String> lines(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
    }

    private static boolean isPacked(JarFile jar, JarFile program) {
        return jar.stream()
                .filter(each ->
                        each.getName().endsWith(".class") && !each.getName().startsWith("META-INF/"))
                .filter(each -> !each.getName().equals("module-info.class"))
                .findFirst()
                .filter(each -> program.getEntry(each.getName()) != null)
                .isPresent();
    }

    @Test
    void program_hasTheLicenceOfEachJarThatIsPackedIntoIt() throws IOException {
        List<String> missing = new ArrayList<>();
        int compared = 0;
        try (JarFile program = program()) {
            List<String> path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(each -> each.endsWith(".jar"))
                    .toList();
            for (String file : path) {
                try (JarFile jar = new JarFile(file)) {
                    List<JarEntry> licences = jar.stream()
                            .filter(each -> LICENCE.matcher(each.getName()).matches())
                            .toList();
                    for (JarEntry each : isPacked(jar, program) ? licences : List.<JarEntry>of()) {
                        compared++;
                        JarEntry packed = program.getJarEntry(each.getName());
                        if (packed == null || !lines(program, packed).containsAll(lines(jar, each))) {
                            missing.add(each.getName() + " of " + new File(file).getName());
                        }
                    }
                }
            }
        }
        assertThat(missing).as("licences that are not in the program's jar").isEmpty();
        assertThat(compared).as("licences that were compared").isGreaterThan(5);
    }

    /** Several of the jars have classes for newer JVMs, which one without this would not look at. */
    @Test
    void program_hasClassesForSeveralVersionsOfJava_andSaysSo() throws IOException {
        try (JarFile program = program()) {
            Attributes main = program.getManifest().getMainAttributes();

            assertThat(program.stream()).anyMatch(each -> each.getName().startsWith("META-INF/versions/"));
            assertThat(main.getValue("Multi-Release")).isEqualTo("true");
            assertThat(main.getValue("Automatic-Module-Name")).isEqualTo("io.github.vpcep.sandbox.program");
        }
    }
}
