package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Constraint;
import io.github.vpcep.generator.View.Items;
import io.github.vpcep.generator.View.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelMap;

/** What the templates of a type are told of it and of its properties. */
class ModelsTest {
    private static final String PATHS = """
            /cars:
              post:
                operationId: AddCar
                tags: [Cars]
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}}
                responses: {'204': {description: None.}}
            """;

    private static final String TAG = """
            Tag:
              type: object
              required: [key]
              properties: {key: {type: string, description: The key.}, value: {type: string, description: The value.}}
            State: {type: string, enum: [parked, moving]}
            """;

    @TempDir
    private Path directory;

    private ModelMap model(String name, String schemas) throws IOException {
        return Objects.requireNonNull(
                LaidOut.of(directory, PATHS, TAG + schemas).models().get(name));
    }

    /** The only property of a car. */
    private CodegenProperty property(String schema, boolean required) throws IOException {
        return model("Car", """
                Car:
                  type: object
                  required: [%s]
                  properties: {the_one: %s}
                """.formatted(required ? "the_one" : "", schema))
                .getModel()
                .vars
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string} | true  | Required.property(builder.theOne, "Car", "theOne", "the_one")
            {type: string} | false | builder.theOne
            {type: array, items: {type: string}} | true | Lists.copyOf(Required.property(builder.theOne, "Car", "theOne", "the_one"), "Car", "theOne", "the_one")
            {type: array, items: {type: string}} | false | builder.theOne == null ? null : Lists.copyOf(builder.theOne, "Car", "theOne", "the_one")
            {type: array, items: {type: array, items: {type: string}}} | false | builder.theOne == null ? null : Containers.copyOf(Lists.copyOf(builder.theOne, "Car", "theOne", "the_one"))
            {type: object, additionalProperties: {type: string}} | false | Containers.copyOf(builder.theOne)
            {type: object} | false | JsonValues.copyOf(builder.theOne, "Car.the_one")
            {} | false | JsonValues.copyOf(builder.theOne, "Car.the_one")
            {$ref: '#/components/schemas/Tag'} | false | builder.theOne
            """)
    void value_isTakenOutOfABuilder_soThatNobodyChangesIt(String schema, boolean required, String kept)
            throws Exception {
        assertThat(property(schema, required).vendorExtensions).containsEntry("x-kept", kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: object}",
                "{type: object, additionalProperties: true}",
                "{type: object, additionalProperties: {}}"
            })
    void objectOfAnything_isAMapOfWhatMayBeNull(String schema) throws Exception {
        CodegenProperty property = property(schema, false);

        assertThat(List.of(property.dataType, property.datatypeWithEnum)).containsOnly("Map<String, @Nullable Object>");
        assertThat(property.isFreeFormObject).isTrue();
        assertThat(property.isMap).isFalse();
        assertThat(property.isContainer).isFalse();
    }

    @Test
    void mapOfTexts_isAMap() throws Exception {
        CodegenProperty property = property("{type: object, additionalProperties: {type: string}}", false);

        assertThat(property.isMap).isTrue();
        assertThat(property.dataType).isEqualTo("Map<String, String>");
    }

    @Test
    void property_isDescribedWithItsBounds_andSinceWhenItIsThere() throws Exception {
        assertThat(property("{type: string, description: Its one., maxLength: 3, x-since: May}", false).description)
                .isEqualTo("Its one. Maximum length 3. Since May.");
        assertThat(property("{type: string}", false).description).isEmpty();
    }

    @Test
    void password_isSecret() throws Exception {
        assertThat(property("{type: string, format: password}", false).vendorExtensions)
                .containsEntry("x-secret", true);
        assertThat(property("{type: string}", false).vendorExtensions).doesNotContainKey("x-secret");
    }

    @Test
    void time_isAnInstant() throws Exception {
        assertThat(property("{type: string, format: date-time}", false).dataType)
                .isEqualTo("Instant");
    }

    @Test
    void enumerationInAProperty_isATypeOfItsOwn() throws Exception {
        assertThat(property("{type: string, enum: [a, b]}", false).datatypeWithEnum)
                .isEqualTo("CarTheOne");
    }

    @Test
    void textOfWhichSomeValuesAreKnown_isAText() throws Exception {
        assertThat(property("{type: string, anyOf: [{$ref: '#/components/schemas/State'}, {type: string}]}", false)
                        .dataType)
                .isEqualTo("String");
    }

    @Test
    void nameThatEveryTypeHas_isAnotherInJava() throws Exception {
        assertThat(model("Car", "Car: {type: object, properties: {to_builder: {type: string}}}")
                        .getModel()
                        .vars)
                .extracting(each -> each.name)
                .containsExactly("_toBuilder");
    }

    @Test
    void nameInJava_isTheOneThatTheContractGives() throws Exception {
        assertThat(property("{type: string, x-java-name: other}", false).name).isEqualTo("other");
    }

    @Test
    void setOfThings_isAListLikeOthers() throws Exception {
        assertThat(property("{type: array, uniqueItems: true, items: {type: string}}", false).dataType)
                .isEqualTo("List<String>");
    }

    @Test
    void items_areOneByOne_whereTheyAreValuesOrTypes() throws Exception {
        String tags = "{type: array, items: {$ref: '#/components/schemas/Tag'}}";

        assertThat(property(tags, false).vendorExtensions).containsEntry("x-items", new Items("Tag", true));
        assertThat(property("{type: array, items: {type: string}}", false).vendorExtensions)
                .containsEntry("x-items", new Items("String", false));
        assertThat(property("{type: array, items: {type: array, items: {type: string}}}", false).vendorExtensions)
                .doesNotContainKey("x-items");
        assertThat(property("{type: array, items: {type: object}}", false).vendorExtensions)
                .doesNotContainKey("x-items");
        assertThat(property("{type: array, items: {}}", false).vendorExtensions).doesNotContainKey("x-items");
        assertThat(property("{type: string}", false).vendorExtensions).doesNotContainKey("x-items");
    }

    @Test
    void boundsOfAText_areConstraints() throws Exception {
        assertThat(property("{type: string, minLength: 1, maxLength: 3, pattern: '[a-z]+'}", false).vendorExtensions)
                .containsEntry(
                        "x-bounds",
                        List.of(
                                new Constraint("Size", "size must be at least {min}", "min", 1),
                                new Constraint("Size", "size must be at most {max}", "max", 3),
                                new Constraint("Pattern", null, "regexp", "[a-z]+")));
    }

    @Test
    void boundsOfAListAndOfItsItems_areConstraints() throws Exception {
        CodegenProperty list = property(
                "{type: array, minItems: 1, maxItems: 9, items: {type: integer, minimum: 2, maximum: 8}}", true);

        assertThat(list.vendorExtensions)
                .containsEntry(
                        "x-bounds",
                        List.of(
                                new Constraint("Size", "size must be at least {min}", "min", 1),
                                new Constraint("Size", "size must be at most {max}", "max", 9)));
        assertThat(list.items.vendorExtensions)
                .containsEntry(
                        "x-bounds",
                        List.of(new Constraint("Min", null, "value", "2"), new Constraint("Max", null, "value", "8")));
    }

    @Test
    void boundsOfATextThatIsNone_areNoConstraints() throws Exception {
        assertThat(property("{type: string, format: date-time, minLength: 20, maxLength: 30, pattern: '[0-9]+'}", false)
                        .vendorExtensions)
                .containsEntry("x-bounds", List.of());
    }

    private Value value(String required, String properties) throws IOException {
        return Objects.requireNonNull(shortWay(required, properties));
    }

    /** The short way to make a wheel, which stands in the body of a request; null if there is none. */
    private @Nullable Value shortWay(String required, String properties) throws IOException {
        return (Value) model("Wheel", """
                Car: {type: object, properties: {wheel: {$ref: '#/components/schemas/Wheel'}}}
                Wheel: {type: object, required: [%s], properties: {%s}}
                """.formatted(required, properties)).get("of");
    }

    @Test
    void valueOfAFewScalars_isMadeOfThem() throws Exception {
        Value value = value(
                "size, bolts",
                "size: {type: integer, description: Its size.}, note: {type: string},"
                        + " bolts: {type: array, description: Its bolts., items: {type: string}}");

        assertThat(value.arguments().list())
                .containsExactly(
                        new Argument("size", "Integer", "Its size.", null, ""),
                        new Argument("bolts", "String...", "Its bolts.", null, ""));
        assertThat(value.set()).isEqualTo(".size(size).bolts(Arrays.asList(bolts))");
        assertThat(value.pair()).isFalse();
    }

    @Test
    void pair_isMadeOfKeyAndValue_alsoOfOneThatIsNotRequired() throws Exception {
        Value value = value("key", "key: {type: string}, value: {type: string}, note: {type: string}");

        assertThat(value.arguments().declared()).isEqualTo("String key, String value");
        assertThat(value.set()).isEqualTo(".key(key).value(value)");
        assertThat(value.pair()).isTrue();
    }

    @Test
    void keyWithAValueThatIsNoText_isNoPair() throws Exception {
        Value ofNumber = value("key", "key: {type: string}, value: {type: integer}");
        Value ofState = value("key", "key: {type: string}, value: {$ref: '#/components/schemas/State'}");

        assertThat(ofNumber.arguments().names()).isEqualTo("key");
        assertThat(ofState.arguments().names()).isEqualTo("key");
        assertThat(ofState.pair()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``            | a: {type: string}
            a, b, c, d    | a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}
            a, b          | a: {type: array, items: {type: string}}, b: {type: string}
            a             | a: {$ref: '#/components/schemas/Tag'}
            a             | a: {type: object}
            a             | a: {type: object, additionalProperties: {type: string}}
            a             | a: {}
            """)
    void valueThatNeedsNothing_orMoreThanAFewScalars_hasNoShortWay(String required, String properties)
            throws Exception {
        assertThat(shortWay(required, properties)).isNull();
    }

    @Test
    void valueOfThreeScalars_isStillMadeOfThem() throws Exception {
        assertThat(value("a, b, c", "a: {type: string}, b: {type: integer}, c: {$ref: '#/components/schemas/State'}"))
                .extracting(each -> each.arguments().declared())
                .isEqualTo("String a, Integer b, State c");
    }

    @Test
    void typeThatIsNotInsideOfABody_hasNoShortWay() throws Exception {
        String schemas = """
                Car: {type: object, required: [number], properties: {number: {type: string}}}
                Wheel: {type: object, required: [size], properties: {size: {type: integer}}}
                """;

        assertThat(model("Wheel", schemas)).doesNotContainKey("of");
        assertThat(model("Car", schemas)).doesNotContainKey("of");
    }

    @Test
    void typeDeepInsideOfABody_hasItsShortWay() throws Exception {
        assertThat(model("Bolt", """
                Car: {type: object, properties: {wheels: {type: array, items: {$ref: '#/components/schemas/Wheel'}}}}
                Wheel: {type: object, properties: {bolt: {$ref: '#/components/schemas/Bolt'}, spare: {$ref: '#/components/schemas/Wheel'}}}
                Bolt: {type: object, required: [size], properties: {size: {type: integer}}}
                """)).containsKey("of");
    }
}
