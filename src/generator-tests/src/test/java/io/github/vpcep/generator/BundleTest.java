package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeContract() throws IOException {
        write("openapi.yaml", """
                openapi: 3.0.3
                info: {title: Doors, version: '1.0'}
                paths:
                  /doors:
                    $ref: paths/doors.yaml#/collection
                components:
                  securitySchemes:
                    Token: {type: apiKey, in: header, name: X-Auth-Token}
                """);
        write("paths/doors.yaml", """
                collection:
                  get:
                    operationId: ListDoors
                    x-java-name: list
                    x-idempotent: true
                    parameters:
                      - $ref: ../parameters/Limit.yaml
                    responses:
                      '200':
                        description: All doors.
                        content:
                          application/json:
                            schema:
                              $ref: ../schemas/Door.yaml
                            examples:
                              door:
                                $ref: ../examples/door.yaml
                      '404':
                        $ref: ../responses/NotFound.yaml
                """);
        write("parameters/Limit.yaml", "{name: limit, in: query, schema: {type: integer}}\n");
        write("responses/NotFound.yaml", "description: There is none.\n");
        write("schemas/Door.yaml", """
                type: object
                properties:
                  behind:
                    $ref: Door.yaml
                  value:
                    type: string
                    x-java-name: worth
                """);
        write("examples/door.yaml", "value: {opened: '2022-08-01T06:36:20Z', code: '007', $ref: a value}\n");
    }

    private void write(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private ObjectNode bundle() {
        return Bundle.of(folder.resolve("openapi.yaml"));
    }

    @Test
    void files_thatAreReferredTo_becomeComponentsOfTheirNames() {
        ObjectNode bundle = bundle();
        assertThat(bundle.at("/paths/~1doors/get/parameters/0/$ref").asText())
                .isEqualTo("#/components/parameters/Limit");
        assertThat(bundle.at("/paths/~1doors/get/responses/404/$ref").asText())
                .isEqualTo("#/components/responses/NotFound");
        assertThat(bundle.at("/components/responses/NotFound/description").asText())
                .isEqualTo("There is none.");
        assertThat(bundle.at("/components/parameters/Limit/name").asText()).isEqualTo("limit");
        assertThat(bundle.at("/components/examples/door/value/code").asText()).isEqualTo("007");
        assertThat(bundle.at("/components/securitySchemes/Token/name").asText()).isEqualTo("X-Auth-Token");
    }

    @Test
    void schema_thatRefersToItself_doesSoInTheBundle() {
        assertThat(bundle().at("/components/schemas/Door/properties/behind/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Door");
    }

    @Test
    void example_isTakenAsItIs() {
        assertThat(bundle().at("/components/examples/door/value/$ref").asText()).isEqualTo("a value");
    }

    @Test
    void withoutJava_dropsTheNamesInJavaAndNothingElse() {
        ObjectNode all = bundle();
        ObjectNode open = Bundle.withoutJava(all);
        assertThat(all.findValuesAsText("x-java-name")).containsExactlyInAnyOrder("list", "worth");
        assertThat(open.findValuesAsText("x-java-name")).isEmpty();
        assertThat(open.at("/paths/~1doors/get/x-idempotent").asBoolean()).isTrue();
        assertThat(open.at("/components/schemas/Door/properties/value/type").asText())
                .isEqualTo("string");
    }

    @Test
    void withoutJava_keepsOnlyNamesOfConstantsThatTheValuesDoNotGive() throws IOException {
        write("schemas/Door.yaml", """
                type: object
                properties:
                  protocol: {type: string, enum: [tcp, UDP], x-enum-varnames: [TCP, UDP]}
                  sort_key: {type: string, enum: [name, create_at], x-enum-varnames: [NAME, CREATED_AT]}
                """);
        ObjectNode door = (ObjectNode) Bundle.withoutJava(bundle()).at("/components/schemas/Door/properties");
        assertThat(door.path("protocol").has("x-enum-varnames")).isFalse();
        assertThat(door.at("/sort_key/x-enum-varnames/1").asText()).isEqualTo("CREATED_AT");
    }

    @Test
    void yaml_quotesTextThatOtherReadersTakeForATimeOrANumber() {
        assertThat(Bundle.yaml(bundle()))
                .contains("opened: \"2022-08-01T06:36:20Z\"", "code: \"007\"", "version: \"1.0\"", "type: apiKey");
    }

    @Test
    void reference_thatLeadsNowhere_isRefused() throws IOException {
        write("openapi.yaml", "paths: {/doors: {$ref: paths/doors.yaml#/none}}\n");
        assertThatThrownBy(this::bundle)
                .isInstanceOf(ContractException.class)
                .hasMessage("openapi.yaml: paths/doors.yaml#/none leads nowhere");
    }

    @Test
    void files_ofOneNameInOneKind_areRefused() throws IOException {
        write("schemas/inner/Door.yaml", "type: string\n");
        write("schemas/Door.yaml", "type: array\nitems: {$ref: inner/Door.yaml}\n");
        assertThatThrownBy(this::bundle)
                .isInstanceOf(ContractException.class)
                .hasMessage("Door is the name of two files in schemas");
    }

    @Test
    void components_areInTheirOrder_thoseOfTheContractItselfAmongThem() throws IOException {
        write("openapi.yaml", """
                paths: {/doors: {$ref: paths/doors.yaml#/collection}}
                components:
                  securitySchemes: {Token: {type: apiKey}}
                  headers: {Own: {description: A header.}}
                  schemas: {Car: {type: object}, Door: {type: string}, Roof: {type: object}}
                """);
        ObjectNode components = (ObjectNode) bundle().path("components");

        assertThat(components.fieldNames())
                .toIterable()
                .containsExactly("schemas", "responses", "parameters", "headers", "examples", "securitySchemes");
        assertThat(components.path("schemas").fieldNames()).toIterable().containsExactly("Car", "Door", "Roof");
        assertThat(components.at("/schemas/Door/type").asText())
                .as("the file is the component of its name")
                .isEqualTo("object");
    }

    @Test
    void contractOfOneFile_staysAsItIs() throws IOException {
        write("openapi.yaml", "paths: {}\n");

        assertThat(bundle()).hasToString("{\"paths\":{}}");
    }

    @Test
    void reference_backToTheContract_orIntoAFileOfAComponent() throws IOException {
        write("schemas/Door.yaml", """
                allOf:
                  - $ref: ../openapi.yaml#/components/schemas/Car
                  - $ref: inner/Lock.v1.yaml#/properties/key
                  - $ref: inner/Lock.v1.yaml
                """);
        write("schemas/inner/Lock.v1.yaml", "properties: {key: {type: string}, other: {$ref: '#/properties/key'}}\n");
        ObjectNode bundle = bundle();

        assertThat(bundle.at("/components/schemas/Door/allOf"))
                .hasToString("[{\"$ref\":\"#/components/schemas/Car\"},{\"type\":\"string\"},"
                        + "{\"$ref\":\"#/components/schemas/Lock.v1\"}]");
        assertThat(bundle.at("/components/schemas/Lock.v1/properties/other")).hasToString("{\"type\":\"string\"}");
    }

    @Test
    void file_thatIsNotThere_isAnError() throws IOException {
        write("openapi.yaml", "paths: {/doors: {$ref: paths/none.yaml}}\n");

        assertThatThrownBy(this::bundle).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void texts_areWrittenForPeople() throws IOException {
        String words = "word ".repeat(40).strip();
        write("openapi.yaml", "a: {b: [1, '2', '', 'no', 3x, " + words + "]}\n");

        assertThat(Bundle.yaml(bundle())).isEqualTo("""
                a:
                  b:
                    - 1
                    - "2"
                    - ""
                    - "no"
                    - "3x"
                    - %s
                """.formatted(words));
        assertThat(Bundle.json(bundle())).isEqualTo("""
                {
                  "a" : {
                    "b" : [
                      1,
                      "2",
                      "",
                      "no",
                      "3x",
                      "%s"
                    ]
                  }
                }
                """.formatted(words));
    }
}
