package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands where in the files of a contract. */
class SourceTest {
    @TempDir
    private Path folder;

    private Path write(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        return Files.writeString(target, text);
    }

    private Source of(String contract) throws IOException {
        return Source.of(write("spec/openapi.yaml", contract).toString());
    }

    /** Kind and keys of each place. */
    private static List<String> places(Source source) {
        return source.places().stream()
                .map(each -> each.kind() + " " + String.join(" ", each.entries().keySet()))
                .toList();
    }

    @Test
    void places_areAllThatMayCarryExtensions() throws Exception {
        assertThat(places(of("""
                info: {title: Garage}
                servers: [{url: a, variables: {region: {default: b}}}]
                tags: [{name: Cars}]
                paths:
                  /cars:
                    parameters: [{in: path, schema: {format: path}}]
                    put: {operationId: Put}
                    get:
                      operationId: Get
                      parameters: [{in: query, schema: {format: query}}]
                      requestBody: {content: {application/json: {schema: {format: body}}}}
                      responses: {'200': {description: c, content: {application/json: {schema: {format: answer}}}}}
                components:
                  schemas:
                    A:
                      properties: {a: {format: property}}
                      items: {format: item}
                      additionalProperties: {format: value}
                      allOf: [{format: all}]
                      oneOf: [{format: one}]
                      anyOf: [{format: any}]
                  parameters: {B: {name: b}}
                  requestBodies: {C: {required: true}}
                  responses: {D: {description: d}}
                """)))
                .containsExactly(
                        "DOCUMENT info servers tags paths components",
                        "SERVER url variables",
                        "OTHER default",
                        "OTHER name",
                        "OTHER title",
                        "PATH parameters put get",
                        "PARAMETER in schema",
                        "SCHEMA format",
                        "OPERATION operationId parameters requestBody responses",
                        "PARAMETER in schema",
                        "SCHEMA format",
                        "BODY content",
                        "MEDIA schema",
                        "SCHEMA format",
                        "ANSWER description content",
                        "MEDIA schema",
                        "SCHEMA format",
                        "OPERATION operationId",
                        "SCHEMA properties items additionalProperties allOf oneOf anyOf",
                        "PROPERTY format",
                        "SCHEMA format",
                        "SCHEMA format",
                        "SCHEMA format",
                        "SCHEMA format",
                        "SCHEMA format",
                        "PARAMETER name",
                        "BODY required",
                        "ANSWER description");
    }

    @Test
    void whatIsReferredToTwice_orByItself_isOnePlace() throws Exception {
        write("spec/Car.yaml", "type: object\nproperties: {next: {$ref: Car.yaml}, first: {$ref: Car.yaml}}\n");

        assertThat(places(of("components: {schemas: {A: {$ref: Car.yaml}, B: {$ref: Car.yaml}}}")))
                .containsExactly("DOCUMENT components", "SCHEMA type properties");
    }

    @Test
    void reference_leadsToAPartOfAFile_throughNamesWithSlashAndTilde() throws Exception {
        write("spec/paths.yaml", "of~all: {/cars/a: {get: {operationId: ListCars}}}\n");

        assertThat(places(of("paths: {/cars: {$ref: 'paths.yaml#/of~0all/~1cars~1a'}}")))
                .containsExactly("DOCUMENT paths", "PATH get", "OPERATION operationId");
    }

    @Test
    void reference_inTheFileItself_andOneThatLeadsNowhere() throws Exception {
        assertThat(places(of("""
                paths: {/cars: {$ref: '#/all/cars'}, /doors: {$ref: '#/all/doors'}}
                all: {cars: {get: {operationId: ListCars}}}
                """))).containsExactly("DOCUMENT paths all", "PATH get", "OPERATION operationId");
    }

    @Test
    void file_thatIsNotThere_isAnError() {
        assertThatThrownBy(() -> of("paths: {/cars: {$ref: none.yaml}}")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void outside_areTheNamesOfFilesBeyondTheContractsFolder() throws Exception {
        write("schemas/Car.yaml", "type: object\nproperties: {colour: {$ref: Colour.yaml}}\n");
        write("schemas/Colour.yaml", "type: string\n");
        write("spec/schemas/Door.yaml", "type: object\n");

        assertThat(of("""
                components: {schemas: {Car: {$ref: ../schemas/Car.yaml}, Door: {$ref: schemas/Door.yaml}}}
                """).outside()).containsExactly("Car", "Colour");
    }

    @Test
    void operation_isTheFileAndTheLineOfItsExtension_orItsOwn() throws Exception {
        Source source = of("""
                x-java-name: none
                paths:
                  /cars:
                    get: {operationId: ListCars}
                    put:
                      operationId: PutCar
                      x-java-name: put
                """);

        assertThat(source.operation("PutCar", "x-java-name")).isEqualTo("spec/openapi.yaml:7");
        assertThat(source.operation("PutCar", "x-done")).isEqualTo("spec/openapi.yaml:6");
        assertThat(source.operation("ListCars", "x-java-name")).isEqualTo("spec/openapi.yaml:4");
        assertThat(source.operation("DropCar", "x-java-name")).isEqualTo("DropCar");
    }

    @Test
    void contract_isNamedByItsPath_orByItsUrl() throws Exception {
        Path entry = write("spec/openapi.yaml", "paths: {/cars: {get: {operationId: ListCars}}}\n");

        assertThat(Source.of(entry.toUri().toString()).operation("ListCars", ""))
                .isEqualTo("spec/openapi.yaml:1");
        assertThat(Source.of(entry.resolveSibling("../spec/openapi.yaml").toString())
                        .operation("ListCars", ""))
                .isEqualTo("spec/openapi.yaml:1");
    }

    @Test
    void text_isThatOfAScalar_orNone() throws Exception {
        Source.Place document =
                of("info: {title: Garage}\nopenapi: 3.0.3\n").places().get(0);

        assertThat(document.text("openapi")).isEqualTo("3.0.3");
        assertThat(document.text("info")).isEmpty();
        assertThat(document.text("paths")).isEmpty();
        assertThat(document.get("paths")).isNull();
    }
}
