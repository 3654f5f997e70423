package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
