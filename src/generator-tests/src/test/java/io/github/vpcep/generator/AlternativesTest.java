package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Cars, version: '1'}
            paths:
              /cars:
                get:
                  responses:
                    '200':
                      description: All is well.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
                    '400':
                      description: Not at all.
                      content: {application/json: {schema: {$ref: '#/components/schemas/AnyFailure'}}}
            components:
              schemas:
                Car: {type: object}
                Failure:
                  type: object
                  properties:
                    code:
                      type: string
                      anyOf: [{$ref: '#/components/schemas/Code'}, {type: string}]
                GatewayFailure: {type: object}
                AnyFailure:
                  anyOf: [{$ref: '#/components/schemas/Failure'}, {$ref: '#/components/schemas/GatewayFailure'}]
                Code: {type: string, enum: [Car.1]}
            """;

    private static JsonNode settled(String text) {
        OpenAPI contract = new OpenAPIV3Parser().readContents(text).getOpenAPI();
        new Alternatives(contract, Map.of()).normalize();
        return Json.mapper().valueToTree(contract);
    }

    @Test
    void errorAnswer_ofSeveralForms_isTheFirstOfThem() {
        JsonNode contract = settled(CONTRACT);
        assertThat(contract.at("/paths/~1cars/get/responses/400/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Failure");
        assertThat(contract.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Car", "Failure", "GatewayFailure", "Code");
    }

    @Test
    void text_ofWhichSomeValuesAreKnown_isAText() {
        assertThat(settled(CONTRACT)
                        .at("/components/schemas/Failure/properties/code")
                        .toString())
                .isEqualTo("{\"type\":\"string\"}");
    }

    @Test
    void severalForms_ofAnythingElse_areRefused() {
        assertThatThrownBy(() -> settled(CONTRACT.replace("schemas/Car'", "schemas/AnyFailure'")))
                .isInstanceOf(ContractException.class)
                .hasMessage("anyOf of AnyFailure is not supported here; allowed: an error answer with it");
    }

    @Test
    void fewerValuesOfOnePlace_areThoseOfTheType() {
        JsonNode properties =
                settled(CONTRACT.replace("Car: {type: object}", """
                Car:
                      properties:
                        code: {allOf: [{$ref: '#/components/schemas/Code'}], enum: [Car.1]}
                        own: {type: string, enum: [a]}
                """)).at("/components/schemas/Car/properties");

        assertThat(properties.path("code").has("enum")).isFalse();
        assertThat(properties.at("/own/enum/0").asText()).isEqualTo("a");
    }

    @Test
    void errorAnswer_ofAnotherForm_orOfNone_staysAsItIs() {
        JsonNode answers = settled(CONTRACT.replace("'400':", """
                '409':
                          description: Ill.
                          content: {application/json: {schema: {$ref: '#/components/schemas/GatewayFailure'}}}
                        '410': {description: Ill., content: {application/json: {}}}
                        '400':""")).at("/paths/~1cars/get/responses");

        assertThat(answers.at("/409/content/application~1json/schema/$ref").asText())
                .isEqualTo("#/components/schemas/GatewayFailure");
        assertThat(answers.at("/410/content/application~1json").has("schema")).isFalse();
    }

    @Test
    void errorAnswer_thatIsReferredTo_orHasNoContent() {
        JsonNode contract = settled(CONTRACT.replace(
                        "'400':",
                        "'500': {description: Nothing.}\n        '404': {$ref: '#/components/responses/Ill'}\n        '400':")
                .replace("components:\n", """
                components:
                  responses:
                    Ill:
                      description: Ill.
                      content: {application/json: {schema: {$ref: '#/components/schemas/AnyFailure'}}}
                """));

        assertThat(contract.at("/components/responses/Ill/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Failure");
    }

    @Test
    void contractWithoutAlternatives_isAsItWas() {
        JsonNode contract = settled(CONTRACT.replace("AnyFailure'", "Failure'").replaceAll(" *AnyFailure:\n.*\n", ""));

        assertThat(contract.at("/components/schemas")).hasSize(4);
    }

    @Test
    void textWithSeveralForms_ofItsOwnType_staysAType() {
        assertThat(settled(CONTRACT.replace("Code: {", "Code: {anyOf: [{enum: [Car.1]}, {type: string}], "))
                        .at("/components/schemas/Code/type")
                        .asText())
                .isEqualTo("string");
    }
}
