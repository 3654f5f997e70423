package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Constraint;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
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

    /** Those with which it reads and checks a parameter of the query. */
    static String injected(CodegenParameter parameter) {
        return "@QueryParam(\"" + parameter.baseName + "\") "
                + with(parameter.defaultValue, "@DefaultValue(\"%s\") ")
                + (parameter.required ? "@NotNull " : "")
                + bounds(parameter);
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

    /** The same for a value in a body. */
    static List<Constraint> constraints(CodegenProperty value) {
        boolean text = value.isString;
        return Stream.of(
                        new Constraint("Size", "size must be at least {min}", "min", value.minItems),
                        new Constraint("Size", "size must be at most {max}", "max", value.maxItems),
                        new Constraint("Size", "size must be at least {min}", "min", text ? value.minLength : null),
                        new Constraint("Size", "size must be at most {max}", "max", text ? value.maxLength : null),
                        new Constraint("Pattern", null, "regexp", text ? value.pattern : null),
                        new Constraint("Min", null, "value", value.minimum),
                        new Constraint("Max", null, "value", value.maximum))
                .filter(each -> each.bound() != null)
                .toList();
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
