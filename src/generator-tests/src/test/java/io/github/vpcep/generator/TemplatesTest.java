package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;

/** A folder of templates takes the place of ours file by file. */
class TemplatesTest {
    @TempDir
    private Path directory;

    private Path generated(Path templates) throws IOException {
        Path spec = Files.writeString(directory.resolve("openapi.yaml"), """
                openapi: 3.0.3
                info: {title: Garage, version: '1'}
                servers:
                  - url: https://garage.{region}.example.com
                    variables: {region: {default: north}}
                tags: [{name: Cars, description: The cars.}]
                paths:
                  /cars:
                    get:
                      operationId: ListCars
                      tags: [Cars]
                      summary: Lists the cars.
                      parameters: [{name: colour, in: query, description: Theirs., schema: {type: string}}]
                      responses: {'204': {description: None.}}
                components:
                  schemas:
                    ErrorCode:
                      type: string
                      enum: [No.1]
                      x-error-catalogue:
                        - {code: No.1, name: NO, status: 404, message: N., meaning: N., kind: NOT_FOUND, retry: NEVER}
                """);
        ContractCodegen codegen = new ContractCodegen();
        codegen.setInputSpec(spec.toString());
        codegen.setOutputDir(directory.resolve("out").toString());
        codegen.setTemplateDir(templates.toString());
        codegen.additionalProperties().putAll(Map.of("part", "client", "clientName", "Garage", "apiPackage", "garage"));
        new DefaultGenerator()
                .opts(new ClientOptInput()
                        .openAPI(new OpenAPIV3Parser().read(spec.toString()))
                        .config(codegen))
                .generate();
        return directory.resolve("out/src/main/java/garage");
    }

    @Test
    void templateOfAFolder_isTakenInPlaceOfOurs_andOursWhereItHasNone() throws Exception {
        Path templates = Files.createDirectory(directory.resolve("templates"));
        Files.writeString(templates.resolve("calls.mustache"), "{{#calls}}// own: {{name}}\n{{/calls}}");
        Files.writeString(templates.resolve("params.mustache"), "// own: {{holder}}\n");
        Files.writeString(templates.resolve("package-info.mustache"), "/** Our own. */\npackage {{apiPackage}};\n");
        Path garage = generated(templates);

        assertThat(garage.resolve("CarsImpl.java"))
                .content()
                .contains("// own: listCars")
                .contains("final class CarsImpl implements Cars");
        assertThat(garage.resolve("Cars.java")).content().contains("// own: ListCarsParams");
        assertThat(garage.resolve("package-info.java")).content().startsWith("/** Our own. */");
        assertThat(garage.resolve("GarageClient.java")).content().contains("public final class GarageClient");
    }
}
