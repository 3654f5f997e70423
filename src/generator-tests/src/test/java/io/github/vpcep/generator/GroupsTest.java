package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.generator.View.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operations of a tag are together. */
class GroupsTest {
    private static final String SCHEMAS = """
            Door: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
            Kind: {type: string, enum: [front, back]}
            Car: {type: object, properties: {doors: {type: array, items: {$ref: '#/components/schemas/Door'}}}}
            Wheel: {type: object, properties: {bolt: {$ref: '#/components/schemas/Bolt'}}}
            Bolt: {type: object, properties: {size: {type: integer}}}
            Roof: {type: object, properties: {size: {type: integer}}}
            """;

    private static final String PATHS = """
            /cars:
              get:
                operationId: ListCars
                tags: [Cars]
                FIRST
                parameters: [{name: age, in: query, description: How old., schema: {type: integer}}]
                responses:
                  '200':
                    description: The car.
                    content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
              put:
                operationId: PutWheel
                tags: [Cars]
                SECOND
                parameters: [{name: age, in: query, description: How old., schema: {type: integer}}]
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Wheel'}}}}
                responses: {'204': {description: None.}}
            """;

    @TempDir
    private Path directory;

    private LaidOut of(String first, String second) throws IOException {
        return LaidOut.of(directory, PATHS.replace("FIRST", first).replace("SECOND", second), SCHEMAS);
    }

    private void assertRefused(String first, String second, String message) {
        assertThatThrownBy(() -> of(first, second))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void group_isOfTheOperationsOfItsTag_onEitherFace() throws Exception {
        LaidOut made = of("", "");

        assertThat(made.groups()).hasSize(1);
        assertThat(made.groups().get(0).description()).isEqualTo("What drives.");
        assertThat(made.groups().get(0).operationIds()).isEqualTo("ListCars, PutWheel");
        assertThat(made.sync().operations()).extracting(Operation::id).containsExactly("ListCars", "PutWheel");
        assertThat(List.of(made.sync().isAsync(), made.async().isAsync())).containsExactly(false, true);
        assertThat(made.sync().face()).isSameAs(made.sync());
        assertThat(made.tags().get(0))
                .containsEntry("face", made.sync())
                .containsEntry("group", made.groups().get(0));
    }

    @Test
    void imports_areOfTheTypesInsideOfThoseThatAreNamed() throws Exception {
        assertThat(of("", "").tags().get(0).getImports())
                .extracting(each -> each.get("import"))
                .contains("garage.model.Bolt", "garage.model.Door", "garage.model.Kind")
                .doesNotContain("garage.model.Roof");
    }

    @Test
    void twoOperationsOfOneName_areRefused_asCallsAndAsClassesOfParameters() {
        assertRefused(
                "x-java-name: go",
                "x-java-name: go",
                "PutWheel and ListCars both become Cars.GoParams; one of them needs another x-java-name or name of its"
                        + " call");
    }

    @Test
    void shorterWayOfACall_thatIsAnotherCall_isRefused() {
        assertThatThrownBy(() -> LaidOut.of(directory, """
                /wheels:
                  put:
                    operationId: PutWheel
                    x-java-name: put
                    tags: [Cars]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Wheel'}}}}
                    responses: {'204': {description: None.}}
                  post:
                    operationId: PostWheel
                    x-java-name: put
                    tags: [Cars]
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Roof'}}}}
                    responses: {'204': {description: None.}}
                """, SCHEMAS))
                .rootCause()
                .isInstanceOf(ContractException.class)
                .hasMessageEndingWith("PutWheel and PostWheel both become Cars.put(Consumer); one of them needs another"
                        + " x-java-name or name of its call");
    }
}
