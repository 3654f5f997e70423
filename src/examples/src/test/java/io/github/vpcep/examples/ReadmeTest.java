package io.github.vpcep.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. The commands in it are run by {@code .ci/run}. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("vpcep.root"));

    private final String readme = read(ROOT.resolve("README.md"));

    @Test
    void javaSnippets_arePartsOfWhatRuns() {
        String sources = "src/examples/src/%s/java/io/github/vpcep/examples/";
        String example = read(ROOT.resolve(sources.formatted("main") + "FirstCalls.java"));
        String test = read(ROOT.resolve(sources.formatted("test") + "SandboxTest.java"));

        assertThat(snippets("java")).satisfiesExactly(isPartOf(example), isPartOf(test));
    }

    @Test
    void dependencySnippet_namesTheClientOfThisVersion() {
        assertThat(snippets("xml"))
                .map(snippet -> snippet.replaceAll("\\s", ""))
                .containsExactly(
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

    private static ThrowingConsumer<String> isPartOf(String source) {
        return snippet -> assertThat(withoutIndent(source)).contains(withoutIndent(snippet));
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private List<String> snippets(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
