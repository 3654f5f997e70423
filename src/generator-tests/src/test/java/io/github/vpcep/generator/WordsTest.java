package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenResponse;

/** Names and words of what a contract has. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({"Lists cars, Lists cars.", "Lists cars., Lists cars.", "'', ''", ", ''"})
    void sentence_endsWithAFullStop(@Nullable String text, String sentence) {
        assertThat(Words.sentence(text)).isEqualTo(sentence);
    }

    @Test
    void since_isWhatTheDocumentsSay_andWhoSaysSoElse() {
        assertThat(Words.since(Map.of())).isEmpty();
        assertThat(Words.since(Map.of("x-since", "May"))).isEqualTo(" Since May.");
        assertThat(Words.since(Map.of("x-known-from", "the SDK"))).isEqualTo(" Known from the SDK only.");
        assertThat(Words.since(Map.of("x-since", "May", "x-known-from", "the SDK")))
                .isEqualTo(" Since May. Known from the SDK only.");
    }

    @Test
    void list_isOfTheValues_ofTheOne_orOfNone() {
        assertThat(Words.<String>list(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(Words.<String>list("a")).containsExactly("a");
        assertThat(Words.<String>list(null)).isEmpty();
    }

    @Test
    void name_isTheOneForJava_elseThatOfTheContract() {
        CodegenOperation operation = new CodegenOperation();
        operation.operationId = "listCars";
        CodegenParameter parameter = new CodegenParameter();
        parameter.paramName = "carId";
        CodegenProperty property = new CodegenProperty();
        property.name = "door";

        assertThat(List.of(Words.name(operation), Words.name(parameter), Words.name(property)))
                .containsExactly("listCars", "carId", "door");
        parameter.isBodyParam = true;
        assertThat(Words.name(parameter)).isEqualTo("body");

        List.of(operation.vendorExtensions, parameter.vendorExtensions, property.vendorExtensions)
                .forEach(each -> each.put("x-java-name", "other"));
        assertThat(List.of(Words.name(operation), Words.name(parameter), Words.name(property)))
                .containsOnly("other");
    }

    @Test
    void answered_isWhatAnOperationSaysWhenAllIsWell() {
        CodegenOperation operation = new CodegenOperation();
        CodegenResponse well = new CodegenResponse();
        well.is2xx = true;
        well.message = "The cars.";
        CodegenResponse ill = new CodegenResponse();
        ill.message = "None.";
        operation.responses.addAll(List.of(ill, well));

        assertThat(Words.answered(operation)).isEqualTo("The cars.");
    }

    /** What a method without parameters of each type is called cannot be what reads a property. */
    @Test
    void namesThatEveryTypeHas_areTaken() {
        Set<String> ofEachType = Stream.of(Object.class.getDeclaredMethods())
                .filter(each -> each.getParameterCount() == 0 && !Modifier.isPrivate(each.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        ofEachType.addAll(Set.of("additionalProperties", "additionalProperty", "build", "builder", "toBuilder"));
        assertThat(Words.TAKEN).isEqualTo(ofEachType);
    }
}
