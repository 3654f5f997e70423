package io.github.vpcep.generator;

import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.IJsonSchemaValidationProperties;

/** What a value may be, in words and as annotations of Bean Validation. */
final class Bounds {
    private Bounds() {}

    /** Sentences that follow the description of the value. */
    static String words(IJsonSchemaValidationProperties value) {
        return with(value.getMinItems(), " Minimum number of items: %s.")
                + with(value.getMaxItems(), " Maximum number of items: %s.")
                + with(value.getMinLength(), " Minimum length %s.")
                + with(value.getMaxLength(), " Maximum length %s.")
                + with(value.getMinimum(), " Minimum %s.")
                + with(value.getMaximum(), " Maximum %s.")
                + with(value.getPattern(), " Matches {@code %s}.");
    }

    /** The annotations with which a server reads and checks a parameter. */
    static String annotations(CodegenParameter parameter) {
        String required = parameter.required ? "@NotNull " : "";
        if (parameter.isBodyParam) {
            return (parameter.required ? "" : "@Nullable ") + required + "@Valid";
        }
        if (parameter.isPathParam) {
            return "@PathParam(\"" + parameter.baseName + "\") " + checks(parameter);
        }
        return "@QueryParam(\"" + parameter.baseName + "\") "
                + with(parameter.defaultValue, "@DefaultValue(\"%s\") ")
                + required
                + checks(parameter)
                + (parameter.required || parameter.defaultValue != null ? "" : "@Nullable ");
    }

    private static String checks(CodegenParameter parameter) {
        if (parameter.isEnumRef) {
            return "@Valid ";
        }
        if (parameter.isString) {
            return size(parameter.minLength, parameter.maxLength)
                    + with(parameter.pattern, "@Pattern(regexp = \"%s\") ");
        }
        if (parameter.isInteger || parameter.isLong) {
            String suffix = parameter.isLong ? "L) " : ") ";
            return with(parameter.minimum, "@Min(%s" + suffix) + with(parameter.maximum, "@Max(%s" + suffix);
        }
        return "";
    }

    /** A bound of one side needs words of its own: those of Bean Validation name both. */
    private static String size(@Nullable Integer min, @Nullable Integer max) {
        if (min != null && max != null) {
            return "@Size(min = " + min + ", max = " + max + ") ";
        }
        return with(min, "@Size(min = %s, message = \"size must be at least {min}\") ")
                + with(max, "@Size(max = %s, message = \"size must be at most {max}\") ");
    }

    private static String with(@Nullable Object bound, String format) {
        return bound == null ? "" : format.formatted(bound);
    }
}
