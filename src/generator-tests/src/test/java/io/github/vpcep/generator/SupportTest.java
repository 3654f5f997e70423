package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not supported is told with file, line and what is allowed. */
class SupportTest {
    @TempDir
    private Path directory;

    private void assertFault(String contract, int line, String what, String allowed) throws Exception {
        Path entry = Files.writeString(directory.resolve("openapi.yaml"), contract);
        assertThat(Support.faults(Source.of(entry.toString())))
                .containsExactly(directory.getFileName() + "/openapi.yaml:" + line + ": " + what
                        + " is not supported; allowed: " + allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            oneOf: [{type: string}]             | oneOf                       | one type, or allOf with one $ref
            anyOf: [{type: string}]             | anyOf                       | one type, allOf with one $ref, a text of which some values are known, or an error answer
            {type: integer, anyOf: [{enum: [1]}, {}]} | anyOf                 | one type, allOf with one $ref, a text of which some values are known, or an error answer
            {type: string, format: binary}      | format binary               | text
            {type: string, format: byte}        | format byte                 | text
            {type: integer, enum: [1, 2]}       | enum of this type           | type: string
            {type: string, pattern: '[\\d]'}    | pattern [\\d]               | a pattern without quotation mark and backslash
            {type: string, description: 'a < b'} | description a < b          | text without angle bracket, ampersand and end of a comment
            {type: string, description: 'a */ b'} | description a */ b        | text without angle bracket, ampersand and end of a comment
            """)
    void schemaThatIsNotSupported_isRefused(String schema, String what, String allowed) throws Exception {
        String braced = schema.startsWith("{") ? schema : "{" + schema + "}";
        assertFault("components:\n  schemas:\n    Car: " + braced + "\n", 3, what, allowed);
    }

    @ParameterizedTest
    @CsvSource({"header", "cookie"})
    void parameterOfAnotherPlace_isRefused(String place) throws Exception {
        assertFault("""
                paths:
                  /cars:
                    parameters:
                      - name: X-Language
                        in: PLACE
                """.replace("PLACE", place), 5, "in " + place, "path, query");
    }

    @Test
    void contentThatIsNoJson_isRefused() throws Exception {
        assertFault("""
                paths:
                  /cars:
                    post:
                      requestBody:
                        content:
                          multipart/form-data: {schema: {type: object}}
                """, 6, "multipart/form-data", "application/json");
    }

    @Test
    void methodThatClientsDoNotHave_isRefused() throws Exception {
        assertFault("""
                paths:
                  /cars:
                    options: {operationId: AskCars}
                """, 3, "options", "delete, get, head, patch, post, put");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            info: {description: a & b}                                           | description a & b  | text without angle bracket, ampersand and end of a comment
            paths: {/a: {get: {summary: a > b}}}                                 | summary a > b      | text without angle bracket, ampersand and end of a comment
            paths: {/a: {get: {responses: {'200': {description: a < b}}}}}       | description a < b  | text without angle bracket, ampersand and end of a comment
            paths: {/a: {trace: {}}}                                             | trace              | delete, get, head, patch, post, put
            components: {parameters: {A: {name: 'a"b'}}}                         | name a"b           | a name without quotation mark and backslash
            components: {schemas: {A: {not: {}}}}                                | not                | one type, or allOf with one $ref
            components: {schemas: {A: {type: number, enum: [1]}}}                | enum of this type  | type: string
            components: {schemas: {A: {type: boolean, enum: [true]}}}            | enum of this type  | type: string
            components: {schemas: {A: {properties: {a: {oneOf: []}}}}}           | oneOf              | one type, or allOf with one $ref
            components: {schemas: {A: {properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}]}}}, B: {}}} | anyOf | one type, allOf with one $ref, a text of which some values are known, or an error answer
            components: {schemas: {A: {anyOf: [{$ref: '#/components/schemas/B'}, {}]}, B: {}}}                | anyOf | one type, allOf with one $ref, a text of which some values are known, or an error answer
            """)
    void whatIsNotSupported_isRefusedWhereverItStands(String contract, String what, String allowed) throws Exception {
        assertFault(contract, 1, what, allowed);
    }

    @Test
    void descriptionOfManyLines_isReadToItsEnd() throws Exception {
        assertFault(
                "info:\n  description: |-\n    a\n    <b>\n",
                2,
                "description a\n<b>",
                "text without angle bracket, ampersand and end of a comment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, enum: [a], pattern: '[a-z]+', format: date-time, description: It is (a) - b.}",
                "{type: string, anyOf: [{enum: [a]}, {}]}",
                "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}",
                "{allOf: [{$ref: '#/components/schemas/A'}]}",
            })
    void whatIsSupported_hasNoFault(String schema) throws Exception {
        Path entry = Files.writeString(directory.resolve("openapi.yaml"), """
                paths:
                  /cars:
                    put: {requestBody: {content: {application/json: {schema: %s}}}}
                    parameters: [{name: a, in: path}, {name: b, in: query}]
                components: {schemas: {A: {type: object}}}
                info: {format: byte, name: 'a"b', in: header}
                """.formatted(schema));

        assertThat(Support.faults(Source.of(entry.toString()))).isEmpty();
    }
}
