package io.github.vpcep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. The commands in it are run by {@code .ci/run}. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("vpcep.root"));

    private final String readme = read(ROOT.resolve("README.md"));

    @Test
    void javaSnippet_isPartOfAnExampleThatRuns() {
        String example = read(ROOT.resolve("src/examples/src/main/java/io/github/vpcep/examples/FirstCalls.java"));

        assertThat(example.replaceAll("(?m)^ +", "")).contains(snippet("java").replaceAll("(?m)^ +", ""));
    }

    @Test
    void dependencySnippet_namesTheClientOfThisVersion() {
        assertThat(snippet("xml").replaceAll("\\s", ""))
                .isEqualTo(
                        "<dependency><groupId>io.github.vpcep</groupId><artifactId>vpcep-client</artifactId><version>"
                                + System.getProperty("vpcep.version") + "</version></dependency>");
    }

    @Test
    void links_leadToFiles() {
        Matcher link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(readme);

        assertThat(link.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    private String snippet(String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
