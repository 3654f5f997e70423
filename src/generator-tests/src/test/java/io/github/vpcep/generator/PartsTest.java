package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Which files each part of what is made of a contract has. */
class PartsTest {
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Garage, version: '1'}
            servers:
              - url: https://garage.{region}.example.com
                variables: {region: {default: north}}
                x-regions: [{id: north, constant: NORTH, name: The North}]
            security: [{Token: []}]
            tags: [{name: Cars, description: The cars.}]
            paths:
              /{project_id}/cars:
                post:
                  operationId: AddCar
                  x-java-name: add
                  tags: [Cars]
                  summary: Adds a car
                  parameters:
                    - {name: project_id, in: path, required: true, description: The project., x-client-setting: projectId, schema: {type: string}}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}}
                  responses: {'204': {description: None.}}
            components:
              securitySchemes:
                Token: {type: apiKey, in: header, name: X-Auth-Token}
              schemas:
                Car: {type: object, description: A car., x-audience: all, properties: {number: {type: string, description: Its number., maxLength: 3}, built: {type: string, format: date-time, description: When.}}}
                ErrorCode:
                  type: string
                  description: What may be wrong.
                  enum: [No.1]
                  x-error-catalogue:
                    - {code: No.1, name: NO, status: 404, message: N., meaning: N., kind: NOT_FOUND, retry: NEVER}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeContract() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), CONTRACT);
    }

    private Path generatedOf(String was, String is) throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), CONTRACT.replace(was, is));
        return generated("client").resolve("src/main/java/garage/api/GarageContract.java");
    }

    private Path generated(String part) {
        CodegenConfigurator configurator = new CodegenConfigurator();
        configurator.setGeneratorName("contract");
        configurator.setInputSpec(folder.resolve("openapi.yaml").toString());
        Path out = folder.resolve("out");
        configurator.setOutputDir(out.toString());
        configurator.setApiPackage("garage.api");
        configurator.setModelPackage("garage.model");
        configurator.setGroupId("org.garage");
        configurator.setArtifactId("the-garage");
        Map.of("part", part, "clientName", "Garage").forEach(configurator::addAdditionalProperty);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        return out;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .filter(each -> !each.startsWith(".openapi-generator"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void model_isTheTypes() throws Exception {
        assertThat(files(generated("model")))
                .containsExactly(
                        "src/main/java/garage/model/Car.java",
                        "src/main/java/garage/model/ErrorCode.java",
                        "src/main/java/garage/model/package-info.java",
                        "src/main/resources/META-INF/native-image/org.garage/the-garage/reflect-config.json");
    }

    @Test
    void client_isTheGroups_whatBeginsThem_andWhatTellsOfThem() throws Exception {
        assertThat(files(generated("client")))
                .containsExactly(
                        "names.md",
                        "src/main/java/garage/api/Cars.java",
                        "src/main/java/garage/api/CarsApi.java",
                        "src/main/java/garage/api/CarsAsync.java",
                        "src/main/java/garage/api/CarsImpl.java",
                        "src/main/java/garage/api/GarageAsyncClient.java",
                        "src/main/java/garage/api/GarageClient.java",
                        "src/main/java/garage/api/GarageContract.java",
                        "src/main/java/garage/api/GarageRegion.java",
                        "src/main/java/garage/api/package-info.java",
                        "src/main/resources/META-INF/garage/calls.json",
                        "src/main/resources/META-INF/native-image/org.garage/the-garage/proxy-config.json",
                        "src/main/resources/META-INF/native-image/org.garage/the-garage/reflect-config.json");
    }

    @Test
    void server_isTheInterfaces_andWhatCallsThem() throws Exception {
        assertThat(files(generated("server")))
                .containsExactly(
                        "src/main/java/garage/api/CarsApi.java",
                        "src/main/java/garage/api/GarageParamConverters.java",
                        "src/main/java/garage/api/GarageRouter.java",
                        "src/main/java/garage/api/OperationId.java",
                        "src/main/java/garage/api/package-info.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void package_isToldWhatItIs(String part) {
        assertThat(generated(part).resolve("src/main/java/garage/api/package-info.java"))
                .content()
                .containsIgnoringCase(part);
    }

    @Test
    void constraints_areOneFile() throws Exception {
        assertThat(files(generated("constraints"))).containsExactly("META-INF/garage/constraints.xml");
    }

    @Test
    void partOfAnyCase_isThePart_andSourcesTellWhereTheyAreFrom() {
        assertThat(generated("MODEL").resolve("src/main/java/garage/model/Car.java"))
                .content()
                .startsWith("// Generated from spec/");
    }

    @Test
    void clientOfAContractWithRegionsProjectsAndCredentials_needsThem() throws Exception {
        assertThat(generatedOf("", ""))
                .content()
                .contains("ErrorCode.find(code)", ".withServers(")
                .doesNotContain("withoutProject()", "withoutCredentials()");
    }

    @Test
    void clientOfAContractThatWorksWithoutCredentialsAsWell_needsNone() throws Exception {
        assertThat(generatedOf("[{Token: []}]", "[{Token: []}, {}]")).content().contains("withoutCredentials()");
    }

    @Test
    void errorCatalogue_isATypeOfItsNameInJava() throws Exception {
        assertThat(generatedOf("ErrorCode:", "error_code:")).content().contains("ErrorCode.find(code)");
    }

    @Test
    void typeWithATime_importsIt() {
        assertThat(generated("model").resolve("src/main/java/garage/model/Car.java"))
                .content()
                .contains("import java.time.Instant;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            summary: Adds a car   | summary: Adds <a> car  | summary Adds <a> car is not supported
            operationId: AddCar   | x-idempotent: maybe    | x-idempotent must be true
            """)
    void contractThatIsWrong_isRefused(String was, String is, String fault) {
        assertThatThrownBy(() -> generatedOf(was, is))
                .hasStackTraceContaining("ContractException")
                .hasStackTraceContaining(fault);
    }

    @Test
    void partThatIsNone_isRefused() {
        assertThatThrownBy(() -> generated("docs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("part is docs; allowed: model, client, server, constraints");
    }

    @Test
    void generators_sayWhatTheyAre() {
        assertThat(List.of(new ContractCodegen().getTag(), new BundleCodegen().getTag()))
                .containsOnly(CodegenType.OTHER);
        assertThat(new BundleCodegen().getHelp()).startsWith("Writes a contract of many files");
        assertThat(new ContractCodegen().getHelp()).startsWith("Writes a part of a contract");
        assertThat(new ContractCodegen().cliOptions())
                .extracting(each -> each.getOpt())
                .contains("part", "clientName", "userAgent", "contractFolder", "sharedPackage");
    }

    @Test
    void bundle_isTheContractForEveryone_andForJava() throws Exception {
        CodegenConfigurator configurator = new CodegenConfigurator();
        configurator.setGeneratorName("bundle");
        configurator.setInputSpec(folder.resolve("openapi.yaml").toString());
        configurator.setOutputDir(folder.resolve("bundle/deep").toString());
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        Path bundle = folder.resolve("bundle/deep");

        assertThat(files(bundle)).contains("openapi-java.yaml", "openapi.json", "openapi.yaml");
        assertThat(bundle.resolve("openapi.yaml")).content().startsWith("openapi: \"3.0.3\"\ninfo:\n");
        assertThat(bundle.resolve("openapi.yaml")).content().doesNotContain("x-java-name");
        assertThat(bundle.resolve("openapi-java.yaml")).content().contains("x-java-name: add");
        assertThat(bundle.resolve("openapi.json")).content().startsWith("{\n  \"openapi\" : \"3.0.3\",");
    }
}
