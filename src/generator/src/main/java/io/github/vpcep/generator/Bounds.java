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

    /** The annotations with which Jakarta REST reads and checks a body or a value in the path. */
    static String annotations(CodegenParameter parameter) {
        if (parameter.isBodyParam) {
            return (parameter.required ? "@NotNull " : "@Nullable ") + "@Valid";
        }
        return "@PathParam(\"" + parameter.baseName + "\") " + bounds(parameter);
    }

    /** The annotations with which it reads a parameter of the query. */
    static String injected(CodegenParameter parameter) {
        return "@QueryParam(\"" + parameter.baseName + "\") " + with(parameter.defaultValue, "@DefaultValue(\"%s\") ");
    }

    /** Those with which it checks one. */
    static String checks(CodegenParameter parameter) {
        return (parameter.required ? "@NotNull " : "") + bounds(parameter);
    }

    /** The same checks as calls on what a router has read. */
    static String readChecks(CodegenParameter parameter) {
        if (parameter.isEnumRef) {
            return "";
        }
        if (parameter.isString) {
            return with(parameter.minLength, ".minLength(%s)")
                    + with(parameter.maxLength, ".maxLength(%s)")
                    + with(parameter.pattern, ".matching(\"%s\")");
        }
        String suffix = parameter.isLong ? "L)" : ")";
        return parameter.isInteger || parameter.isLong
                ? with(parameter.minimum, ".min(%s" + suffix) + with(parameter.maximum, ".max(%s" + suffix)
                : "";
    }

    private static String bounds(CodegenParameter parameter) {
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
