package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the real spec, and of nothing else, reach model, client and server. */
@SuppressWarnings("NullAway.Init")
class GrowthTest {
    @TempDir
    private static Path directory;

    private static Path spec;
    private static Compiled made;

    /** All at once: to generate and to compile takes longer than all that is looked at then. */
    @BeforeAll
    static void change() throws Exception {
        spec = directory.resolve("spec");
        for (String part :
                List.of("openapi.yaml", "paths", "schemas", "parameters", "responses", "headers", "examples")) {
            new Tree(Project.SPEC.resolve(part)).writeTo(new Tree(spec.resolve(part)));
        }
        addProperty();
        removeProperty();
        addEnumValue();
        addSchema();
        addOperation();
        addOperationOfANewTag();
        made = Compiled.of(Generation.of(
                spec.resolve("openapi.yaml"), directory.resolve("made"), Layer.VENDOR.toArray(Layer[]::new)));
    }

    @AfterAll
    static void close() throws Exception {
        made.close();
    }

    /** Puts text in the place of one that the file has exactly once. */
    private static void edit(String file, String old, String text) throws IOException {
        String before = Files.readString(spec.resolve(file));
        assertThat(before.split(Pattern.quote(old), -1))
                .as("%s has <%s> once", file, old)
                .hasSize(2);
        Files.writeString(spec.resolve(file), before.replace(old, text));
    }

    private static void add(String file, String text) throws IOException {
        Files.writeString(spec.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).distinct().toList();
    }

    private static void addProperty() throws IOException {
        edit("schemas/Endpoint.yaml", "\nproperties:\n", """

                properties:
                  colour_name:
                    type: string
                    description: The colour of the endpoint.
                """);
    }

    @Test
    void propertyAdded() throws Exception {
        Method accessor = made.type("model.Endpoint").getMethod("colourName");
        assertThat(accessor.getReturnType()).isEqualTo(String.class);
        assertThat(accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .isTrue();
        assertThat(methods(made.type("model.Endpoint$Builder"))).contains("colourName");
    }

    private static void removeProperty() throws IOException {
        edit("schemas/Endpoint.yaml", """
                  subnet_id:
                    type: string
                    description: The id of the network (subnet) in that VPC from which the endpoint has its address.
                """, "");
    }

    @Test
    void propertyRemoved() throws Exception {
        assertThat(methods(made.type("model.Endpoint"))).contains("vpcId").doesNotContain("subnetId");
        assertThat(methods(made.type("model.Endpoint$Builder")))
                .contains("vpcId")
                .doesNotContain("subnetId");
    }

    private static void addEnumValue() throws IOException {
        edit("schemas/EndpointStatus.yaml", "\nenum: [", "\nenum: [fadingAway, ");
        edit("schemas/EndpointStatus.yaml", "x-enum-varnames: [", "x-enum-varnames: [FADING_AWAY, ");
        edit(
                "schemas/EndpointStatus.yaml",
                "x-enum-descriptions:\n",
                "x-enum-descriptions:\n  - The endpoint is hardly to be seen.\n");
    }

    @Test
    void enumValueAdded() throws Exception {
        Class<?> status = made.type("model.EndpointStatus");
        assertThat(status.getField("FADING_AWAY").get(null)).hasToString("fadingAway");
        assertThat(made.type("model.EndpointStatus$Known").getEnumConstants())
                .extracting(Object::toString)
                .startsWith("FADING_AWAY")
                .endsWith("UNKNOWN");
        assertThat(made.text("META-INF/vpcep/constraints.xml")).contains("\"fadingAway\"");
    }

    private static void addSchema() throws IOException {
        add("schemas/EndpointColour.yaml", """
                type: object
                description: A colour.
                required: [name]
                properties:
                  name:
                    type: string
                    maxLength: 7
                    description: The name of the colour.
                """);
        edit("schemas/Endpoint.yaml", "\nproperties:\n", """

                properties:
                  colour:
                    allOf:
                      - $ref: EndpointColour.yaml
                    description: The colour of the endpoint.
                """);
    }

    @Test
    void schemaAdded() throws Exception {
        Class<?> colour = made.type("model.EndpointColour");
        assertThat(methods(colour)).contains("name", "builder", "toBuilder");
        assertThat(made.type("model.Endpoint").getMethod("colour").getReturnType())
                .isEqualTo(colour);
        assertThat(made.text("META-INF/vpcep/constraints.xml")).contains("<bean class=\"EndpointColour\">");
    }

    private static void addOperation() throws IOException {
        edit("openapi.yaml", "\ncomponents:\n", """
                  /v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/colour:
                    $ref: paths/endpoints.yaml#/colour

                components:
                """);
        add("paths/endpoints.yaml", """

                colour:
                  parameters:
                    - $ref: ../parameters/ProjectId.yaml
                    - $ref: ../parameters/EndpointId.yaml
                  delete:
                    operationId: DeleteEndpointColour
                    tags: [Endpoints]
                    summary: Takes the colour of a VPC endpoint away.
                    responses:
                      '204':
                        description: The VPC endpoint has no colour.
                      '400':
                        $ref: ../responses/BadRequest.yaml
                """);
    }

    @Test
    void operationAdded() throws Exception {
        assertThat(made.type("client.Endpoints")
                        .getMethod("deleteEndpointColour", String.class)
                        .getReturnType())
                .isEqualTo(void.class);
        assertThat(made.type("client.EndpointsAsync")
                        .getMethod("deleteEndpointColour", String.class)
                        .getReturnType())
                .isEqualTo(CompletableFuture.class);
        assertThat(methods(made.type("client.EndpointsApi"))).contains("deleteEndpointColour");
        Method served = made.type("server.EndpointsApi").getMethod("deleteEndpointColour", String.class, String.class);
        assertThat(served.getReturnType()).isEqualTo(void.class);
        assertThat(served.isAnnotationPresent(DELETE.class)).isTrue();
        assertThat(served.getAnnotation(jakarta.ws.rs.Path.class).value())
                .isEqualTo("/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/colour");
    }

    private static void addOperationOfANewTag() throws IOException {
        edit("openapi.yaml", "\npaths:\n", """
                  - name: Colours
                    description: The colours of the project.

                paths:
                  /v1/{project_id}/colours:
                    $ref: paths/colours.yaml#/colours
                """);
        add("paths/colours.yaml", """
                colours:
                  parameters:
                    - $ref: ../parameters/ProjectId.yaml
                  get:
                    operationId: ListColours
                    x-java-name: list
                    tags: [Colours]
                    summary: Lists the colours of the project.
                    parameters:
                      - name: type
                        in: query
                        description: Only the colours of this resource.
                        schema:
                          type: string
                    responses:
                      '200':
                        description: The colours.
                        content:
                          application/json:
                            schema:
                              $ref: ../schemas/ColourList.yaml
                """);
        add("schemas/ColourList.yaml", """
                type: object
                description: The colours of a project.
                properties:
                  colours:
                    type: array
                    items:
                      type: string
                    description: The colours.
                """);
    }

    @Test
    void operationOfANewTagAdded() throws Exception {
        Class<?> colours = made.type("client.Colours");
        assertThat(made.type("client.VpcepClient").getMethod("colours").getReturnType())
                .isEqualTo(colours);
        assertThat(made.type("client.VpcepAsyncClient").getMethod("colours").getReturnType())
                .isEqualTo(made.type("client.ColoursAsync"));
        assertThat(colours.getMethod("list", Consumer.class).getReturnType())
                .isEqualTo(colours.getMethod("list").getReturnType())
                .isEqualTo(made.type("model.ColourList"));
        assertThat(methods(made.type("client.Colours$ListParams$Builder"))).contains("type");
        assertThat(made.type("server.ColoursApi")
                        .getMethod("list", String.class, made.type("server.ColoursApi$ListParams"))
                        .isAnnotationPresent(GET.class))
                .isTrue();
    }
}
