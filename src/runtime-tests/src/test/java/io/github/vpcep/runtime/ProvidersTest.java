package io.github.vpcep.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes of the tests that are found by their names in files, which no compiler reads. */
class ProvidersTest {
    private static final Path SERVICES = Path.of("src/test/resources/META-INF/services");

    @Test
    void providers_areCompiledWhicheverTestsAreWanted() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        List<String> providers;
        try (Stream<Path> files = Files.list(SERVICES)) {
            providers = files.flatMap(ProvidersTest::lines).toList();
        }
        assertThat(providers)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(build)
                        .contains("<testInclude>**/" + each.substring(each.lastIndexOf('.') + 1)
                                + ".java</testInclude>"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
