package io.github.vpcep.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.contract.support.ScratchSpec;
import io.github.vpcep.prism.NodeTools;
import io.github.vpcep.prism.NodeTools.Result;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both linters, with the settings of the spec folder. Needs Node, also where Prism runs in a container. */
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

    private static JsonNode redocly(Path spec) {
        Result result = NodeTools.installed()
                .run(REDOCLY, spec, "lint", "--config", ".redocly.yaml", "--format", "json", "openapi.yaml");
        // The report is one JSON object between lines for people.
        String output = result.output();
        JsonNode report = json(output.substring(output.indexOf("{"), output.lastIndexOf("}") + 1));
        assertThat(result.exitCode() == 0)
                .as(output)
                .isEqualTo(report.at("/totals/errors").asInt(-1) == 0);
        return report;
    }

    private static JsonNode spectral(Path spec) {
        Result result = NodeTools.installed()
                .run(
                        SPECTRAL,
                        spec,
                        "lint",
                        "--quiet",
                        "--format",
                        "json",
                        "--fail-severity=hint",
                        "--ruleset",
                        ".spectral.yaml",
                        "openapi.yaml");
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
    void redocly_readingTheContract_reportsNothingButTheTagsPath() {
        JsonNode report = redocly(RepositoryRoot.find().resolve("spec"));
        System.out.println("Lint: redocly recommended-strict, totals " + report.path("totals"));
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.at("/totals/ignored").asInt(-1))
                .as("ambiguous paths, ADR 6")
                .isEqualTo(2);
    }

    @Test
    void spectral_readingTheContract_reportsNothing() {
        JsonNode report = spectral(RepositoryRoot.find().resolve("spec"));
        System.out.println("Lint: spectral:oas, " + report.size() + " results");
        assertThat(report).isEmpty();
    }

    @Test
    void redocly_whenASummaryIsMissing_reportsIt(@TempDir Path folder) throws IOException {
        ScratchSpec spec = ScratchSpec.in(folder);
        spec.replace("paths/endpoints.yaml", "    summary: Lists the VPC endpoints of the project.\n", "");
        assertThat(redocly(spec.path()).path("problems").findValuesAsText("ruleId"))
                .contains("operation-summary");
    }

    @Test
    void spectral_whenAnOperationIdIsMissing_reportsIt(@TempDir Path folder) throws IOException {
        ScratchSpec spec = ScratchSpec.in(folder);
        spec.replace("paths/endpoints.yaml", "    operationId: ListEndpoints\n", "");
        assertThat(spectral(spec.path()).findValuesAsText("code")).contains("operation-operationId");
    }
}
