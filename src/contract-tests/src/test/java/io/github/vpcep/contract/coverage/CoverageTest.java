package io.github.vpcep.contract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.AcceptedText;
import io.github.vpcep.contract.support.ScratchSpec;
import io.github.vpcep.prism.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page is up to date, no suite has forgotten an operation, and the Java calls that it shows exist. */
class CoverageTest {
    private static final SpecFolder SPEC = SpecFolder.ofRepository();
    private static final List<Suite> SUITES = Suites.of(SPEC);
    private static final JavaCalls CALLS = JavaCalls.of(SPEC);

    @Test
    void page_isTheOneThatIsMadeNow() throws IOException {
        new AcceptedText(CoveragePage.FILE, CoveragePage.PROPERTY)
                .mustBe("The page of coverage", CoveragePage.of(SPEC, SUITES, CALLS), AcceptedText::firstLines);
    }

    @Test
    void links_leadToFiles() {
        Path folder = RepositoryRoot.find().resolve(CoveragePage.FILE).resolveSibling("");

        assertThat(Pattern.compile("\\]\\((?!https?:|#)([^)]+)")
                        .matcher(CoveragePage.of(SPEC, SUITES, CALLS))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }

    @Test
    void suites_forgetNoOperation() {
        System.out.println("Coverage: "
                + SUITES.stream().map(each -> each.name() + " " + each.total()).toList() + " cases of "
                + SPEC.operations().size() + " operations");
        assertThat(Demand.gaps(SPEC, SUITES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/sandbox/README.md"})
    void numberOfOperations_thatAPageTells_isThatOfTheContract(String page) throws IOException {
        String text = Files.readString(RepositoryRoot.find().resolve(page));

        assertThat(Pattern.compile("[Aa]ll (\\d+)\\s+operations")
                        .matcher(text)
                        .results()
                        .map(found -> Integer.valueOf(found.group(1))))
                .isNotEmpty()
                .containsOnly(SPEC.operations().size());
    }

    @Test
    void javaCalls_thatTheContractNames_areThoseOfTheClient() {
        assertThat(CALLS.findings()).isEmpty();
    }

    @Test
    void operations_haveEachAPageOfTheDocumentation() {
        assertThat(SPEC.operations())
                .allSatisfy(operation -> assertThat(
                                operation.node().at("/externalDocs/url").asText())
                        .as(operation.id())
                        .startsWith("https://"));
    }

    @Test
    void operation_thatIsNew_isMissedInEverySuiteAndInTheClient(@TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        scratch.append("paths/permissions.yaml", """

                again:
                  get:
                    operationId: Again
                    tags: [Permissions]
                    responses:
                      '204':
                        description: None.
                """);
        scratch.replace(
                "openapi.yaml",
                "components:\n  securitySchemes:",
                "  /v1/again:\n    $ref: paths/permissions.yaml#/again\n\ncomponents:\n  securitySchemes:");
        SpecFolder spec = scratch.read();

        assertThat(Demand.gaps(spec, Suites.of(spec)))
                .containsExactly(
                        "Transcription has no case of Again",
                        "Examples has no case of Again",
                        "Prism has no case of Again",
                        "Routing has no case of Again",
                        "Wire has no case of Again",
                        "Conduct has no case of Again");
        assertThat(JavaCalls.of(spec).findings()).containsExactly("Again: the client has no call permissions().again");
    }

    @Test
    void gaps_ofCasesWithoutOperation_nameThem() {
        Suite suite = new Suite("Other", CoverageTest.class, "cases", Map.of("Gone", 2));

        assertThat(Demand.gaps(SPEC, List.of(suite))).contains("Other has cases of Gone, which is no operation");
    }

    @Test
    void gaps_ofASuiteThatIsGone_nameEveryOperation() {
        String all =
                String.join(", ", SPEC.operations().stream().map(Operation::id).toList());

        assertThat(Demand.gaps(SPEC, List.of())).contains("Prism has no case of " + all);
    }

    @Test
    void call_thatTheContractNamesOtherwise_isMissedOnBothSides(@TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        scratch.replace("paths/endpoints.yaml", "operationId: ListEndpoints\n", """
                operationId: ListEndpoints
                    x-java-calls: [{name: gone}]
                """);

        assertThat(JavaCalls.of(scratch.read()).findings())
                .contains(
                        "ListEndpoints: the client has no call endpoints().gone",
                        "no operation names the client's endpoints().Page<Endpoint> list()");
    }

    @Test
    void names_ofEachWayToGiveThem_areThose() {
        assertThat(names("{}")).containsExactly("listCars");
        assertThat(names("{x-java-name: list}")).containsExactly("list");
        assertThat(names("{x-java-name: act, x-java-calls: [{name: let}, {name: ban}]}"))
                .containsExactly("let", "ban");
        assertThat(names("{x-java-name: get, x-java-await: [{name: awaitStatus}, {name: awaitDeleted}]}"))
                .containsExactly("get", "awaitStatus", "awaitDeleted");
    }

    private static List<String> names(String operation) {
        return JavaCalls.names(new Operation("ListCars", "GET", "/cars", List.of(), yaml(operation), SPEC));
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void cases_ofATestClass_areThoseThatJUnitRuns() {
        assertThat(Suites.ofTests(SampleTest.class).cases()).containsOnly(Map.entry("A", 5), Map.entry("B", 3));
        assertThat(Suites.ofTests(SampleTest.class).name()).isEqualTo("Sample");
    }

    /** Stands for a suite; JUnit does not run it, because it is nested without saying so. */
    static final class SampleTest {
        enum Sample implements OfOperation {
            A,
            B;

            @Override
            public String operation() {
                return name();
            }
        }

        static List<Sample> cases() {
            return List.of(Sample.A);
        }

        static Stream<Arguments> named() {
            return Stream.of(
                    Arguments.of(1, Sample.A), Arguments.of(2, Named.of("a", Sample.A)), Arguments.of(3, Sample.B));
        }

        static Stream<Sample> single() {
            return Stream.of(Sample.A, Sample.B);
        }

        @ParameterizedTest
        @MethodSource("named")
        void withArguments(int number, Sample sample) {}

        @ParameterizedTest
        @MethodSource
        void single(Sample sample) {}

        @ParameterizedTest
        @EnumSource
        void eachConstant(Sample sample) {}

        @ParameterizedTest
        @MethodSource("named")
        void ofNoOperation(int number, Object other) {}
    }
}
