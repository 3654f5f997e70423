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
                        at("Colour.yaml", 2) + "x-enum-varnames is allowed only in: schema, property with enum");
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
                """))
                .containsExactly(
                        at("Colour.yaml", 3) + "x-java-name must be a Java name that no type has from elsewhere");
    }

    @Test
    void propertyNameThatEveryTypeHas_isRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  a: {type: string, x-java-name: toBuilder}
                """))
                .containsExactly(
                        at("Colour.yaml", 3) + "x-java-name must be a Java name that no type has from elsewhere");
    }

    @Test
    void propertiesOfOneName_areRefused() throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  colour: {type: string}
                  color: {type: string, x-java-name: colour}
                """))
                .containsExactly(at("Colour.yaml", 4)
                        + "colour and color are both colour in Java; one needs another x-java-name");
    }

    @Test
    void pageSizeThatIsNoNumber_isRefused() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    get:
                      x-java-page: {items: cars, key: id, pageSize: many}
                """))
                .singleElement()
                .asString()
                .startsWith(at("openapi.yaml", 4) + "x-java-page must be what has");
    }

    @Test
    void regionsOutsideOfAServer_areMisplaced_andMisspeltOnesAreToldInOne() throws Exception {
        assertThat(faults("""
                servers:
                  - url: https://cars.example.com
                    x-regoins: []
                tags:
                  - name: Cars
                    x-regions: []
                """))
                .satisfiesExactly(
                        misspelt -> assertThat(misspelt)
                                .startsWith(at("openapi.yaml", 3) + "x-regoins is not known, is x-regions meant?"),
                        misplaced -> assertThat(misplaced)
                                .isEqualTo(at("openapi.yaml", 6) + "x-regions is allowed only in: server"));
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
                .containsExactly(at("Colour.yaml", 5)
                        + "x-reads-text-as-boolean is allowed only in: property with type: boolean");
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
                      x-java-page: {items: cars, key: id, pagesize: 3}
                """))
                .containsExactly(at("openapi.yaml", 4)
                        + "x-java-page must be what has items, key, pageSize, and order if need be");
    }

    @Test
    void constantsOfACallThatAreNoObject_areRefused() throws Exception {
        assertThat(faults("""
                paths:
                  /cars:
                    get:
                      x-java-calls: [{name: open, summary: Opens., with: DoorAction.OPEN}]
                """))
                .singleElement()
                .asString()
                .startsWith(at("openapi.yaml", 4) + "x-java-calls must be a list of what has name, summary, with, and");
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
}
