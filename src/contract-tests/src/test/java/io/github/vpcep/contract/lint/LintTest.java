package io.github.vpcep.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.prism.NodeTools;
import io.github.vpcep.prism.NodeTools.Result;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both linters on the bundles, with the settings of the spec folder. Needs Node, also where Prism runs in a container.
 */
class LintTest {
    private static final String REDOCLY = "@redocly/cli/bin/cli.js";
    private static final String SPECTRAL = "@stoplight/spectral-cli/dist/index.js";

    @BeforeAll
    static void needsNode() {
        boolean node = NodeTools.isNodeAvailable();
        if (!node) {
            System.out.println("Lint: SKIPPED, because Node 18.20 or newer is not on the path");
        }
        assumeThat(node).as("Node is on the path").isTrue();
    }

    private static final String BUNDLE = "target/bundle/openapi.yaml";
    private static final String SANDBOX_BUNDLE = "target/bundle/sandbox/openapi.yaml";

    @TempDir
    private Path folder;

    /**
     * The bundle of the spec jar where the build makes it, beside the linters' settings, for these name it by its
     * place.
     */
    @BeforeEach
    void layOut() throws IOException {
        Path spec = RepositoryRoot.find().resolve("spec");
        for (String settings : List.of(".redocly.yaml", ".redocly.lint-ignore.yaml", ".spectral.yaml")) {
            Files.copy(spec.resolve(settings), folder.resolve(settings));
        }
        layOut("/vpcep/openapi.yaml", BUNDLE);
        layOut("/vpcep/sandbox/openapi.yaml", SANDBOX_BUNDLE);
    }

    private void layOut(String packed, String place) throws IOException {
        try (InputStream bundle = LintTest.class.getResourceAsStream(packed)) {
            Files.createDirectories(folder.resolve(place).getParent());
            Files.copy(Objects.requireNonNull(bundle), folder.resolve(place));
        }
    }

    private void cut(String text) throws IOException {
        String bundle = Files.readString(folder.resolve(BUNDLE));
        assertThat(bundle).containsOnlyOnce(text);
        Files.writeString(folder.resolve(BUNDLE), bundle.replace(text, ""));
    }

    private JsonNode redocly() {
        Result result = NodeTools.installed()
                .run(REDOCLY, folder, "lint", "--config", ".redocly.yaml", "--format", "json", BUNDLE, SANDBOX_BUNDLE);
        // The report is one JSON object between lines for people.
        String output = result.output();
        JsonNode report = json(output.substring(output.indexOf("{"), output.lastIndexOf("}") + 1));
        assertThat(result.exitCode() == 0)
                .as(output)
                .isEqualTo(report.at("/totals/errors").asInt(-1) == 0);
        return report;
    }

    private JsonNode spectral() {
        Result result = NodeTools.installed()
                .run(
                        SPECTRAL,
                        folder,
                        "lint",
                        "--quiet",
                        "--format",
                        "json",
                        "--fail-severity=hint",
                        "--ruleset",
                        ".spectral.yaml",
                        BUNDLE,
                        SANDBOX_BUNDLE);
        JsonNode report = json(result.output());
        assertThat(result.exitCode() == 0).as(result.output()).isEqualTo(report.isEmpty());
        return report;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The linter did not report in JSON: " + text, e);
        }
    }

    @Test
    void redocly_readingTheBundles_reportsNothingButTheTagsPath() {
        JsonNode report = redocly();
        System.out.println("Lint: redocly recommended-strict, totals " + report.path("totals"));
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.at("/totals/ignored").asInt(-1))
                .as("ambiguous paths, ADR 6")
                .isEqualTo(2);
    }

    @Test
    void spectral_readingTheBundles_reportsNothing() {
        JsonNode report = spectral();
        System.out.println("Lint: spectral:oas, " + report.size() + " results");
        assertThat(report).isEmpty();
    }

    @Test
    void redocly_whenASummaryIsMissing_reportsIt() throws IOException {
        cut("      summary: Lists the VPC endpoints of the project\n");
        assertThat(redocly().path("problems").findValuesAsText("ruleId")).contains("operation-summary");
    }

    @Test
    void spectral_whenAnOperationIdIsMissing_reportsIt() throws IOException {
        cut("      operationId: ListEndpoints\n");
        assertThat(spectral().findValuesAsText("code")).contains("operation-operationId");
    }
}
