package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an extension is told with file, line and what is allowed. */
class ExtensionsTest {
    @TempDir
    private Path directory;

    /** The faults of a contract whose only schema stands in a file of its own. */
    private List<String> faultsOfSchema(String schema) throws Exception {
        Files.writeString(directory.resolve("Colour.yaml"), schema);
        return faults("""
                paths:
                  /cars:
                    get:
                      operationId: ListCars
                      responses:
                        '200':
                          content:
                            application/json:
                              schema:
                                $ref: Colour.yaml
                """);
    }

    private List<String> faults(String contract) throws Exception {
        Path entry = Files.writeString(directory.resolve("openapi.yaml"), contract);
        return Extensions.faults(Source.of(entry.toString()));
    }

    private String at(String file, int line) {
        return directory.getFileName() + "/" + file + ":" + line + ": ";
    }

    @Test
    void enumerationWithANameForEachValue_isRight() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                enum: [red, blue]
                x-enum-varnames: [RED, BLUE]
                x-enum-descriptions: [As fire., As water.]
                """)).isEmpty();
    }

    @Test
    void enumerationValueWithoutItsName_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                enum: [red, green, blue]
                x-enum-varnames: [RED, BLUE]
                """))
                .containsExactly(at("Colour.yaml", 3)
                        + "x-enum-varnames has 2 for the 3 values of enum; it must be a Java constant for each value of"
                        + " enum, none of them twice and none UNKNOWN, in their order");
    }

    @Test
    void enumerationNameTwice_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                enum: [red, blue]
                x-enum-varnames: [RED, RED]
                """))
                .singleElement()
                .asString()
                .startsWith(at("Colour.yaml", 3) + "x-enum-varnames has 1 for the 2 values");
    }

    @Test
    void descriptionOfAValueMissing_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                enum: [red, blue]
                x-enum-descriptions: [As fire.]
                """))
                .singleElement()
                .asString()
                .startsWith(at("Colour.yaml", 3) + "x-enum-descriptions has 1 for the 2 values");
    }

    @Test
    void nameThatIsTheOneOfUnknownValues_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                enum: [red, '?']
                x-enum-varnames: [RED, UNKNOWN]
                """))
                .singleElement()
                .asString()
                .startsWith(at("Colour.yaml", 3) + "x-enum-varnames must be a Java constant for each");
    }

    @Test
    void namesOfNoEnumeration_areMisplaced() throws Exception {
        assertThat(faultsOfSchema("""
                type: string
                x-enum-varnames: [RED, BLUE]
                """))
                .containsExactly(
                        at("Colour.yaml", 2) + "x-enum-varnames is allowed only in: schema or property with an enum");
    }

    @Test
    void misspeltExtension_isRefusedWithTheOneMeant() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  a:
                    type: string
                    x-java-nmae: b
                """))
                .singleElement()
                .asString()
                .startsWith(at("Colour.yaml", 5)
                        + "x-java-nmae is not known, is x-java-name meant? Allowed are x-client-setting, x-done,");
    }

    @Test
    void misspeltBeforeItsSecondDash_isRefusedAsWell() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                x-jva-name: b
                """)).singleElement().asString().contains("is x-java-name meant?");
    }

    @Test
    void extensionOfAnotherTool_isLeftAlone() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                x-amazon-apigateway-integration: {type: mock}
                """)).isEmpty();
    }

    @Test
    void propertyNameThatJavaDoesNotAllow_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  a: {type: string, x-java-name: class}
                """)).containsExactly(at("Colour.yaml", 3) + "x-java-name must be a Java name");
    }

    @Test
    void toleranceOfAnotherType_isMisplaced() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  a:
                    type: string
                    x-reads-text-as-boolean: P1
                """))
                .containsExactly(
                        at("Colour.yaml", 5) + "x-reads-text-as-boolean is allowed only in: property of type boolean");
    }

    @Test
    void extensionOfAnOperationInAPath_isMisplaced() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    x-idempotent: true
                """)).containsExactly(at("openapi.yaml", 3) + "x-idempotent is allowed only in: operation");
    }

    @Test
    void keyThatAnExtensionDoesNotHave_isRefused() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    get:
                      x-java-page: {item: Car, items: cars, key: id, pagesize: 3}
                """))
                .containsExactly(at("openapi.yaml", 4)
                        + "x-java-page must be item, items, key and pageSize, and in and order if need be");
    }

    @Test
    void everyFaultIsTold() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    get:
                      x-idempotent: yes please
                      x-java-name: 7up
                """)).hasSize(2);
    }

    @Test
    void choiceOfTypes_isNotSupported() throws Exception {
        assertThat(faultsOfSchema("""
                description: A car or a bicycle.
                oneOf:
                  - {type: object}
                  - {type: string}
                """))
                .containsExactly(
                        at("Colour.yaml", 2) + "oneOf is not supported; allowed: one type, or allOf with one $ref");
    }

    @Test
    void parameterInAHeader_isNotSupported() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    parameters:
                      - name: X-Language
                        in: header
                """))
                .containsExactly(
                        at("openapi.yaml", 5) + "a parameter in header is not supported; allowed: path, query");
    }

    @Test
    void contentThatIsNoJson_isNotSupported() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    post:
                      requestBody:
                        content:
                          multipart/form-data: {schema: {type: object}}
                """))
                .containsExactly(
                        at("openapi.yaml", 6) + "multipart/form-data is not supported; allowed: application/json");
    }
}
