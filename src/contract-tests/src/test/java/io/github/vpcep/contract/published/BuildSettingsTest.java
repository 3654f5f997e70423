package io.github.vpcep.contract.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the build that nothing fails without, until they are needed. */
class BuildSettingsTest {
    private static final Path ROOT = RepositoryRoot.find();
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight");

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file)).replace("\r\n", "\n");
    }

    private static String found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(text(file))
                .results()
                .findFirst()
                .map(each -> each.group(1))
                .orElseThrow(() -> new AssertionError(file + " has nothing like " + pattern));
    }

    /** Else the first to say something would be the compiler, of an option that it does not know. */
    @Test
    void javaThatIsTooOld_isRefusedByItsNumber() throws IOException {
        String release = found("pom.xml", "<maven.compiler.release>(\\d+)<");

        assertThat(found("pom.xml", "<requireJavaVersion>\\s*<version>\\[(\\d+),\\)<"))
                .isEqualTo(release);
        assertThat(text("pom.xml")).contains("<message>Java " + release + " or newer is needed to build.</message>");
    }

    /**
     * Warnings end a build, names of parameters are for Jackson and JAX-RS, a version is told by each jar, and jars are
     * the same whenever they are made.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<arg>-Werror</arg>",
                "<parameters>true</parameters>",
                "<addDefaultImplementationEntries>true</addDefaultImplementationEntries>",
                "<junit.jupiter.execution.timeout.default>5 m</junit.jupiter.execution.timeout.default>",
                "<argLine>${jvm.of.tests} ${place.of.tests}</argLine>"
            })
    void setting_ofAllModules_isThere(String setting) throws IOException {
        assertThat(text("pom.xml")).contains(setting);
    }

    @Test
    void jars_areDated() throws IOException {
        assertThat(found("pom.xml", "<project.build.outputTimestamp>(.*?)<"))
                .matches("20\\d\\d-\\d\\d-\\d\\dT00:00:00Z");
    }

    @Test
    void modulesAtATime_areAsManyAsIsSaid() throws IOException {
        int threads = Integer.parseInt(found(".mvn/maven.config", "-T(\\d+)"));

        assertThat(text("src/docs/CONTRIBUTING.md")).contains(" builds " + NUMBERS.get(threads) + " modules at a time");
    }

    /** What the documents printed is compared to the byte; git would give it other line ends on Windows. */
    @Test
    void printedExamples_areLeftAsTheyAre() throws IOException {
        assertThat(text(".gitattributes").lines()).contains("* text=auto eol=lf", "spec/examples/as-printed/** -text");
    }

    @Test
    void linters_readBothContracts_onTheNodeThatIsAskedFor() throws IOException {
        JsonNode tools = new ObjectMapper().readTree(text("spec/package.json"));
        String bundles = " target/bundle/openapi.yaml target/bundle/sandbox/openapi.yaml";

        assertThat(tools.at("/scripts/lint").asText().split(" && "))
                .hasSize(2)
                .allMatch(each -> each.endsWith(bundles))
                .anyMatch(each -> each.startsWith("redocly lint "))
                .anyMatch(each -> each.startsWith("spectral lint "));
        assertThat(tools.at("/engines/node").asText())
                .startsWith(">=" + found("README.md", "Node\\.js ([0-9.]+) or newer"));
    }

    /** What is there to be run by itself is run for each commit. */
    @Test
    void stepsOfCi_areAllRun() throws IOException {
        String run = text(".ci/run");
        List<String> steps = Pattern.compile("`\\.ci/(\\w+)`")
                .matcher(found("src/docs/CONTRIBUTING.md", "(?s)\\| step \\| what it does \\|\\n(.*?)\\n\\n"))
                .results()
                .map(each -> each.group(1))
                .filter(each -> !each.equals("reference"))
                .distinct()
                .toList();

        assertThat(steps)
                .hasSizeGreaterThan(8)
                .allMatch(each -> run.contains("    .ci/" + each) || run.contains("  .ci/" + each));
        assertThat(run).contains("ReferenceInChromium");
    }
}
