package io.github.vpcep.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenParameter;

/** Bounds in words and as annotations. */
class BoundsTest {
    private final CodegenParameter parameter = new CodegenParameter();

    @Test
    void words_ofNoBound_areNone() {
        assertThat(Bounds.words(parameter)).isEmpty();
    }

    @Test
    void words_nameEachBound() {
        parameter.setMinLength(1);
        parameter.setMaxLength(64);
        parameter.setPattern("[a-z]+");

        assertThat(Bounds.words(parameter)).isEqualTo(" Minimum length 1. Maximum length 64. Matches {@code [a-z]+}.");
    }

    @Test
    void words_nameEachBoundOfListsAndNumbers() {
        parameter.setMinItems(1);
        parameter.setMaxItems(9);
        parameter.setMinimum("2");
        parameter.setMaximum("8");

        assertThat(Bounds.words(parameter))
                .isEqualTo(" Minimum number of items: 1. Maximum number of items: 9. Minimum 2. Maximum 8.");
    }

    @Test
    void annotations_ofATextInAPath() {
        parameter.isPathParam = true;
        parameter.isString = true;
        parameter.required = true;
        parameter.baseName = "car_id";
        parameter.minLength = 1;
        parameter.maxLength = 64;

        assertThat(Bounds.annotations(parameter)).isEqualTo("@PathParam(\"car_id\") @Size(min = 1, max = 64) ");
    }

    @Test
    void annotations_ofATextWithABoundOfOneSide_sayItInWords() {
        parameter.isPathParam = true;
        parameter.isString = true;
        parameter.required = true;
        parameter.baseName = "car_id";
        parameter.minLength = 1;

        assertThat(Bounds.annotations(parameter))
                .isEqualTo("@PathParam(\"car_id\") @Size(min = 1, message = \"size must be at least {min}\") ");
    }

    @Test
    void ofANumberWithADefault_inAQuery() {
        parameter.isQueryParam = true;
        parameter.isInteger = true;
        parameter.baseName = "limit";
        parameter.minimum = "1";
        parameter.defaultValue = "10";

        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"limit\") @DefaultValue(\"10\") @Min(1) ");
        assertThat(Bounds.readChecks(parameter)).isEqualTo(".min(1)");
    }

    @Test
    void ofARequiredLongNumber_inAQuery() {
        parameter.isQueryParam = true;
        parameter.required = true;
        parameter.isLong = true;
        parameter.baseName = "size";
        parameter.maximum = "9000000000";

        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"size\") @NotNull @Max(9000000000L) ");
        assertThat(Bounds.readChecks(parameter)).isEqualTo(".max(9000000000L)");
    }

    @Test
    void readChecks_ofAText() {
        parameter.isString = true;
        parameter.minLength = 1;
        parameter.maxLength = 64;
        parameter.pattern = "[a-z]+";

        assertThat(Bounds.readChecks(parameter)).isEqualTo(".minLength(1).maxLength(64).matching(\"[a-z]+\")");
    }

    @Test
    void annotations_ofABody() {
        parameter.isBodyParam = true;
        parameter.required = true;

        assertThat(Bounds.annotations(parameter)).isEqualTo("@NotNull @Valid");
    }

    @Test
    void annotations_ofABodyThatMayBeMissing() {
        parameter.isBodyParam = true;

        assertThat(Bounds.annotations(parameter)).isEqualTo("@Nullable @Valid");
    }

    @Test
    void ofAnEnumeration_areThoseOfItsType() {
        parameter.isEnumRef = true;
        parameter.isString = true;
        parameter.maxLength = 3;
        parameter.baseName = "state";

        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"state\") @Valid ");
        assertThat(Bounds.readChecks(parameter)).isEmpty();
    }

    @Test
    void ofATextOfALengthAtMost_andAPattern() {
        parameter.isString = true;
        parameter.baseName = "name";
        parameter.maxLength = 3;
        parameter.pattern = "[a-z]+";

        assertThat(Bounds.injected(parameter))
                .isEqualTo("@QueryParam(\"name\") @Size(max = 3, message = \"size must be at most {max}\")"
                        + " @Pattern(regexp = \"[a-z]+\") ");
    }

    @Test
    void ofANumberAtMost_andOfALongAtLeast() {
        parameter.baseName = "age";
        parameter.minimum = "1";
        parameter.maximum = "9";
        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"age\") ");
        assertThat(Bounds.readChecks(parameter)).isEmpty();

        parameter.isInteger = true;
        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"age\") @Min(1) @Max(9) ");
        assertThat(Bounds.readChecks(parameter)).isEqualTo(".min(1).max(9)");

        parameter.isInteger = false;
        parameter.isLong = true;
        assertThat(Bounds.injected(parameter)).isEqualTo("@QueryParam(\"age\") @Min(1L) @Max(9L) ");
        assertThat(Bounds.readChecks(parameter)).isEqualTo(".min(1L).max(9L)");
    }
}
