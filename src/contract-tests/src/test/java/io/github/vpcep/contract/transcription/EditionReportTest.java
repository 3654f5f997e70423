package io.github.vpcep.contract.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpcep.contract.errata.Errata;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.transcription.EditionReport.Kind;
import io.github.vpcep.contract.transcription.EditionReport.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionReportTest {
    /** The file whose report is printed; {@code .ci/edition} sets it. */
    private static final String PROPERTY = "vpcep.facts";

    private static final SpecFolder SPEC = SpecFolder.ofRepository();

    private static Edition edition(Path file) {
        return Edition.of(SpecFolder.read(file));
    }

    @Test
    void report_tellsWhatIsNewChangedGoneAndSuperseded(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("2030-01.yaml"), """
                edition: 2030-01
                rows:
                  - {operation: ListEndpoints, at: response.200.EndpointResp.colour, type: string}
                  - {operation: ListEndpoints, at: query.vpc_id, maxLength: 36}
                  - {operation: ListEndpoints, at: query.sort_key, present: false}
                  - {operation: CreateEndpoint, at: request.TagList.key, maxLength: 128}
                  - {operation: CreateEndpoint, at: request.CreateEndpointRequestBody.vpc_id, required: true}
                  - {operation: PaintEndpoint, at: path.project_id, required: true}
                """);

        assertThat(EditionReport.of(SPEC, edition(file)))
                .extracting(Line::kind, Line::operation, Line::at, Line::detail)
                .containsExactly(
                        tuple(Kind.NEW, "ListEndpoints", "response.200.EndpointResp.colour", "[type]"),
                        tuple(Kind.CHANGED, "ListEndpoints", "query.vpc_id", "maxLength 64 → 36"),
                        tuple(Kind.GONE, "ListEndpoints", "query.sort_key", ""),
                        tuple(Kind.SUPERSEDED, "CreateEndpoint", "request.TagList.key", "maxLength 36 → 128"),
                        tuple(Kind.NEW, "PaintEndpoint", "", "an operation"));
    }

    /** What is left of a transcribed edition is what the errata say. */
    @Test
    void report_ofTheNewestEdition_hasNothingThatNobodyDecided() {
        String file = System.getProperty(PROPERTY, "");
        if (!file.isEmpty()) {
            List<Line> lines = EditionReport.of(SPEC, edition(Path.of(file)));
            lines.forEach(line -> System.out.println("Edition: " + line));
            System.out.println("Edition: " + lines.size() + " differences");
        }
        List<Edition> editions = Edition.of(SPEC);
        Edition newest = editions.get(editions.size() - 1);

        Set<String> decided = Errata.of(SPEC).stream()
                .flatMap(erratum -> erratum.facts().stream())
                .filter(fact -> fact.edition().equals(newest.name()))
                .map(fact -> fact.operation() + " " + fact.at())
                .collect(Collectors.toSet());
        assertThat(EditionReport.of(SPEC, newest))
                .isNotEmpty()
                .filteredOn(line -> line.kind() != Kind.SUPERSEDED)
                .allSatisfy(line -> assertThat(decided).contains(line.operation() + " " + line.at()));
    }
}
