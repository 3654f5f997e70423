package io.github.vpcep.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.prism.NodeTools;
import io.github.vpcep.prism.NodeTools.Result;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Both linters on the bundles, with the settings of the spec folder. Fails without Node, also where Prism runs in a
 * container.
 */
@Execution(ExecutionMode.CONCURRENT)
class LintTest {
    private static final String REDOCLY = "@redocly/cli/bin/cli.js";
    private static final String SPECTRAL = "@stoplight/spectral-cli/dist/index.js";

    private static final String BUNDLE = "target/bundle/openapi.yaml";
    private static final String SANDBOX_BUNDLE = "target/bundle/sandbox/openapi.yaml";

    /** A contract with two faults, one for each linter; it is small, for Spectral is slow. */
    private static final String BROKEN = "target/broken/openapi.yaml";

    private static final String WITHOUT_SUMMARY_AND_OPERATION_ID = """
            openapi: 3.0.3
            info:
              title: Cars
              version: 1.0.0
            paths:
              /cars:
                get:
                  responses:
                    '200':
                      description: The cars.
            """;

    /** What Redocly reports of one file: one JSON object, between lines for people. */
    private static final Pattern REPORT =
            Pattern.compile("^validating (\\S+)\\.\\.\\.\\R(\\{$.*?^\\})", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private static Path folder;

    /** By file; each linter runs once, for it takes seconds to load. */
    private static Map<String, JsonNode> redocly = Map.of();

    private static Map<String, List<JsonNode>> spectral = Map.of();

    @BeforeAll
    static void lint() throws IOException {
        layOut();
        redocly = redocly();
        spectral = spectral();
    }

    /**
     * The bundle of the spec jar where the build makes it, beside the linters' settings, for these name it by its
     * place.
     */
    private static void layOut() throws IOException {
        Path spec = RepositoryRoot.find().resolve("spec");
        for (String settings : List.of(".redocly.yaml", ".redocly.lint-ignore.yaml", ".spectral.yaml")) {
            Files.copy(spec.resolve(settings), folder.resolve(settings));
        }
        layOut("/vpcep/openapi.yaml", BUNDLE);
        layOut("/vpcep/sandbox/openapi.yaml", SANDBOX_BUNDLE);
        Files.createDirectories(folder.resolve(BROKEN).getParent());
        Files.writeString(folder.resolve(BROKEN), WITHOUT_SUMMARY_AND_OPERATION_ID);
    }

    private static void layOut(String packed, String place) throws IOException {
        try (InputStream bundle = LintTest.class.getResourceAsStream(packed)) {
            Files.createDirectories(folder.resolve(place).getParent());
            Files.copy(Objects.requireNonNull(bundle), folder.resolve(place));
        }
    }

    private static Map<String, JsonNode> redocly() {
        Result result = NodeTools.installed()
                .run(
                        REDOCLY,
                        folder,
                        "lint",
                        "--config",
                        ".redocly.yaml",
                        "--format",
                        "json",
                        BUNDLE,
                        SANDBOX_BUNDLE,
                        BROKEN);
        Map<String, JsonNode> reports = REPORT.matcher(result.output())
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> json(each.group(2))));
        assertThat(reports).as(result.output()).containsOnlyKeys(BUNDLE, SANDBOX_BUNDLE, BROKEN);
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        return reports;
    }

    private static Map<String, List<JsonNode>> spectral() {
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
                        SANDBOX_BUNDLE,
                        BROKEN);
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        return StreamSupport.stream(json(result.output()).spliterator(), false).collect(Collectors.groupingBy(each -> {
            String source = each.path("source").asText();
            return source.endsWith(BROKEN) ? BROKEN : source;
        }));
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
        for (String bundle : List.of(BUNDLE, SANDBOX_BUNDLE)) {
            JsonNode report = redocly.getOrDefault(bundle, MissingNode.getInstance());
            System.out.println("Lint: redocly recommended-strict, " + bundle + ", totals " + report.path("totals"));
            assertThat(report.at("/totals/errors").asInt(-1)).as(bundle).isZero();
            assertThat(report.path("problems")).as(bundle).isEmpty();
            assertThat(report.at("/totals/ignored").asInt(-1))
                    .as("ambiguous paths, ADR 6")
                    .isEqualTo(bundle.equals(BUNDLE) ? 2 : 0);
        }
    }

    @Test
    void spectral_readingTheBundles_reportsNothing() {
        assertThat(spectral).containsOnlyKeys(BROKEN);
    }

    @Test
    void redocly_whenASummaryIsMissing_reportsIt() {
        assertThat(redocly.getOrDefault(BROKEN, MissingNode.getInstance())
                        .path("problems")
                        .findValuesAsText("ruleId"))
                .contains("operation-summary");
    }

    @Test
    void spectral_whenAnOperationIdIsMissing_reportsIt() {
        assertThat(spectral.getOrDefault(BROKEN, List.of()))
                .extracting(each -> each.path("code").asText())
                .contains("operation-operationId");
    }
}
