package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A contract that speaks of what another one, around it, has types for already. */
class SharedTypesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeContracts() throws IOException {
        write("schemas/Car.yaml", """
                type: object
                description: A car.
                properties:
                  colour: {type: string, allOf: [{$ref: Colour.yaml}], description: Its colour.}
                """);
        write("schemas/Colour.yaml", "type: string\ndescription: A colour.\nenum: [red, blue]\n");
        write("own/schemas/Place.yaml", """
                type: object
                description: Where a car stands.
                required: [number, car]
                properties:
                  number: {type: integer, format: int32, description: The number of the place.}
                  colours: {type: array, items: {$ref: ../../schemas/Colour.yaml}, description: What may.}
                  car: {allOf: [{$ref: ../../schemas/Car.yaml}], description: What stands there.}
                  paint: {allOf: [{$ref: ../../schemas/Colour.yaml}], description: Of the floor.}
                """);
        write("own/openapi.yaml", """
                openapi: 3.0.3
                info: {title: Places, version: '1'}
                servers: [{url: 'http://localhost'}]
                tags: [{name: Places, description: The places.}]
                paths:
                  /places:
                    post:
                      operationId: AddPlace
                      x-java-name: add
                      tags: [Places]
                      summary: Adds a place
                      requestBody:
                        required: true
                        content: {application/json: {schema: {$ref: schemas/Place.yaml}}}
                      responses:
                        '200':
                          description: The place.
                          content: {application/json: {schema: {$ref: schemas/Place.yaml}}}
                components:
                  schemas:
                    Problems:
                      type: string
                      description: What may be wrong.
                      enum: [No.1]
                      x-error-catalogue:
                        - {code: No.1, name: NO, status: 404, message: N., meaning: N., kind: NOT_FOUND, retry: NEVER}
                """);
    }

    private void write(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private Path generated(String part, Map<String, Object> more) {
        Map<String, Object> options = new HashMap<>(more);
        options.putAll(Map.of("part", part, "clientName", "Garage", "contractFolder", "garage/own"));
        CodegenConfigurator configurator = new CodegenConfigurator();
        configurator.setGeneratorName("contract");
        configurator.setInputSpec(folder.resolve("own/openapi.yaml").toString());
        Path out = folder.resolve("out-" + part + more.size());
        configurator.setOutputDir(out.toString());
        configurator.setApiPackage("garage.client");
        configurator.setModelPackage("garage.model");
        options.forEach(configurator::addAdditionalProperty);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        return out.resolve("src/main/java/garage");
    }

    @Test
    void typeOfAnotherContract_isTakenFromThere_andNotMadeAgain() {
        Path model = generated("model", Map.of("sharedPackage", "cars.model")).resolve("model");

        assertThat(model.resolve("Place.java"))
                .content()
                .contains("import cars.model.Car;\nimport cars.model.Colour;\n", "private final Car car;")
                .containsOnlyOnce("import cars.model.Colour;")
                .startsWith("// Generated from garage/own/schemas/Place.yaml; edit that file, not this one.");
        assertThat(model.resolve("Car.java")).doesNotExist();
        assertThat(model.resolve("Colour.java")).doesNotExist();
    }

    @Test
    void typeOfAnotherContract_whenNobodyHasIt_isMade() {
        Path model = generated("model", Map.of()).resolve("model");

        assertThat(model.resolve("Place.java")).content().doesNotContain("import cars.");
        assertThat(model.resolve("Car.java")).exists();
        assertThat(model.resolve("Colour.java")).exists();
    }

    @Test
    void client_ofAContractWithoutRegionsProjectsAndCredentials_needsNoneOfThem() {
        Path client = generated("client", Map.of("sharedPackage", "cars.model")).resolve("client");

        assertThat(client.resolve("GarageContract.java"))
                .content()
                .contains("withoutProject()", "withoutCredentials()", "Problems.find(code)")
                .doesNotContain(".withServers(");
        assertThat(client.resolve("GarageRegion.java")).doesNotExist();
        assertThat(client.resolve("Places.java")).content().contains("import cars.model.Car;");
    }

    @Test
    void bundle_ofAContractThatRefersOutside_hasItAllInside() {
        assertThat(Bundle.yaml(Bundle.of(folder.resolve("own/openapi.yaml"))))
                .contains("#/components/schemas/Car")
                .contains("#/components/schemas/Colour")
                .doesNotContain("Car.yaml");
    }
}
