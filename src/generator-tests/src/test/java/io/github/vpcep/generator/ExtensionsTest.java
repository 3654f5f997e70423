package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"class", "toBuilder"})
    void propertyNameThatJavaDoesNotAllow_orEveryTypeHas_isRefused(String name) throws Exception {
        assertThat(faultsOfSchema("""
                type: object
                properties:
                  a: {type: string, x-java-name: %s}
                """.formatted(name)))
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

    @Test
    void everyExtension_whereItMayStand_isRight() throws Exception {
        assertThat(faults("""
                servers:
                  - url: https://cars.example.com
                    x-regions: [{id: north, constant: NORTH, name: North}]
                    x-iam-url: https://iam.example.com
                paths:
                  /cars:
                    post:
                      operationId: AddCar
                      x-java-name: add
                      x-java-flat-body: true
                      x-java-calls:
                        - {name: addRed, summary: One., with: {a: b}, description: c, returns: d, without: e, answer: f, page: true}
                        - {name: addOf, parameter: colour}
                      x-java-await: [{name: await, summary: Waits., property: a, until: b, gone: true, failed: c, errors: d}]
                      x-java-page: {items: cars, key: id, pageSize: 30, order: []}
                      x-since: May
                      x-idempotent: true
                      x-done: {codes: [], answer: /cars}
                      requestBody: {}
                      parameters:
                        - {in: path, x-client-setting: projectId, x-java-name: project, x-since: May, x-known-from: them}
                components:
                  schemas:
                    Code:
                      enum: [No.1, No.2]
                      x-enum-varnames: [NO_1, N2]
                      x-enum-descriptions: [Same., Same.]
                      x-reads-as: [{text: a, value: b, erratum: P1}]
                      x-error-catalogue:
                        - {code: No.1, name: NO_1, status: 404, message: M., meaning: M., kind: NOT_FOUND, retry: NEVER}
                    Car:
                      properties:
                        a: {type: string, x-java-digits: true, x-since: May, x-known-from: them, x-reads-alias: {names: [], erratum: P1}}
                        b: {type: array, x-java-single: one, x-reads-single-as-list: P1, x-reads-json-text: P1}
                        c: {type: boolean, x-reads-text-as-boolean: P1, x-reads-list-as-single: P1}
                        d: {type: integer, x-reads-text-as-integer: P1}
                        e: {type: string, format: date-time, x-reads-time-without-zone: P1}
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            paths: {/a: {get: {x-java-name: a.b}}}                                | x-java-name must be a Java name
            paths: {/a: {get: {x-java-flat-body: true}}}                          | x-java-flat-body is allowed only in: operation with requestBody
            paths: {/a: {get: {requestBody: {}, x-java-flat-body: maybe}}}        | x-java-flat-body must be true
            paths: {/a: {get: {x-java-calls: []}}}                                | x-java-calls must be a list of what has name, summary, with, and description, returns, without, answer, page if need be, or what has name, parameter
            paths: {/a: {get: {x-java-calls: {name: b, parameter: c}}}}           | x-java-calls must be a list
            paths: {/a: {get: {x-java-calls: [{name: 1b, parameter: c}]}}}        | x-java-calls must be a list
            paths: {/a: {get: {x-java-calls: [{name: b, parameter: c}, d]}}}      | x-java-calls must be a list
            paths: {/a: {get: {x-java-await: [{name: b, summary: C.}]}}}          | x-java-await must be a list of what has name, summary, property, and until, gone, failed, errors if need be
            paths: {/a: {get: {x-java-page: b}}}                                  | x-java-page must be what has
            paths: {/a: {get: {x-java-page: {items: b.c, key: d, pageSize: 3}}}}  | x-java-page must be what has
            paths: {/a: {get: {x-java-page: {items: b, key: c, pageSize: 3x}}}}   | x-java-page must be what has
            paths: {/a: {get: {x-since: ' '}}}                                    | x-since must be a text
            paths: {/a: {get: {x-since: [May]}}}                                  | x-since must be a text
            paths: {/a: {get: {x-done: {answer: /a}}}}                            | x-done must be what has codes, and answer if need be
            paths: {/a: {get: {parameters: [{in: query, x-client-setting: b}]}}}  | x-client-setting is allowed only in: parameter with in: path
            servers: [{x-regions: [{id: a, constant: B}]}]                        | x-regions must be a list of what has id, constant, name
            servers: [{x-regions: [{id: a, constant: 1b, name: C}]}]              | x-regions must be a list
            components: {schemas: {A: {enum: [a], x-enum-varnames: [a]}}}         | x-enum-varnames must be a Java constant
            components: {schemas: {A: {enum: [a], x-enum-varnames: [1A]}}}        | x-enum-varnames must be a Java constant
            components: {schemas: {A: {enum: [a], x-enum-varnames: A}}}           | x-enum-varnames must be a Java constant
            components: {schemas: {A: {enum: [a], x-enum-descriptions: ['']}}}    | x-enum-descriptions must be a text for each value of enum
            components: {schemas: {A: {enum: [a], x-enum-varnames: [A, B]}}}      | x-enum-varnames has 2 for the 1 values of enum
            components: {schemas: {A: {x-error-catalogue: []}}}                   | x-error-catalogue is allowed only in: schema with enum
            components: {schemas: {A: {enum: [a], x-error-catalogue: [{code: a}]}}} | x-error-catalogue must be a list of what has code, name, status, message, meaning, kind, retry
            components: {schemas: {A: {properties: {a: {x-reads-alias: {}}}}}}    | x-reads-alias must be what has names, erratum
            components: {schemas: {A: {properties: {a: {x-reads-list-as-single: ''}}}}} | x-reads-list-as-single must be the id of an erratum
            components: {schemas: {A: {properties: {'a"b': {}}}}}                 | a"b is not supported; allowed: a name without quotation mark and backslash
            components: {schemas: {A: {properties: {a_b: {}, aB: {}}}}}           | a_b and aB are both aB in Java; one needs another x-java-name
            x-java-anything: 1                                                    | x-java-anything is not known
            x-sin: May                                                            | x-sin is not known, is x-since meant?
            """)
    void extensionThatSaysSomethingElse_isRefused(String contract, String fault) throws Exception {
        assertThat(faults(contract)).singleElement().asString().startsWith(at("openapi.yaml", 1) + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-java-colour", "x-reads-colour", "x-enum-colour", "x-client-colour"})
    void extensionThatBeginsAsOurs_isMisspeltHoweverFar(String name) throws Exception {
        assertThat(faults(name + ": blue"))
                .singleElement()
                .asString()
                .startsWith(at("openapi.yaml", 1) + name + " is not known");
    }

    @Test
    void extensionThatIsUnlikeOurs_isLeftAlone() throws Exception {
        assertThat(faults("x-si: May")).isEmpty();
        assertThat(faults("sinse: May")).isEmpty();
    }
}
