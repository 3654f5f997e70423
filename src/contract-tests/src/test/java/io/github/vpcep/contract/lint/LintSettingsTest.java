package io.github.vpcep.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linters run with all rules that are recommended: a rule that is switched off would report nothing, too. */
class LintSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".redocly.yaml|{\"extends\":[\"recommended-strict\"],\"telemetry\":\"off\"}",
                ".spectral.yaml|{\"extends\":\"spectral:oas\"}",
                // ADR 6.
                ".redocly.lint-ignore.yaml|{\"target/bundle/openapi.yaml\":{\"no-ambiguous-paths\":["
                        + "\"#/paths/~1v1~1{project_id}~1vpc-endpoint-services~1{vpc_endpoint_service_id}\","
                        + "\"#/paths/~1v1~1{project_id}~1vpc-endpoints~1{vpc_endpoint_id}\"]}}"
            })
    void settings_switchNoRuleOff(String file, String settings) {
        assertThat(SpecFolder.read(RepositoryRoot.find().resolve("spec").resolve(file))
                        .toString())
                .isEqualTo(settings);
    }
}
