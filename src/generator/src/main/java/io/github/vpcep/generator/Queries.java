package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Param;
import io.github.vpcep.generator.View.Params;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.utils.StringUtils;

/** The class that holds the parameters of an operation's query; null where it has none. */
final class Queries {
    private Queries() {}

    /** As a client sends them. */
    static @Nullable Params sent(String owner, CodegenOperation operation) {
        return of(owner, operation, false);
    }

    /** As a server is given them. */
    static @Nullable Params served(String owner, CodegenOperation operation) {
        return of(owner, operation, true);
    }

    private static @Nullable Params of(String owner, CodegenOperation operation, boolean isServed) {
        return operation.queryParams.isEmpty()
                ? null
                : new Params(
                        owner,
                        StringUtils.camelize(Words.name(operation)) + "Params",
                        Words.name(operation),
                        isServed,
                        operation.queryParams.stream()
                                .map(each -> param(operation, each, isServed))
                                .toList());
    }

    private static Param param(CodegenOperation operation, CodegenParameter parameter, boolean isServed) {
        String otherwise = isServed ? otherwise(parameter) : null;
        return new Param(
                Words.name(parameter),
                parameter.dataType,
                parameter.baseName,
                Words.label(operation, Words.name(parameter), parameter.baseName),
                parameter.required,
                !parameter.required && otherwise == null,
                parameter.isDeprecated,
                Objects.toString(parameter.unescapedDescription, "") + Bounds.words(parameter),
                isServed ? Bounds.injected(parameter) : "",
                parameter.defaultValue,
                otherwise);
    }

    /** What stands for a parameter that was not sent. */
    private static @Nullable String otherwise(CodegenParameter parameter) {
        if (parameter.isArray) {
            return "List.of()";
        }
        String value = parameter.defaultValue;
        if (value == null) {
            return null;
        }
        String type = parameter.dataType;
        if (parameter.isEnumRef) {
            return type + ".fromString(\"" + value + "\")";
        }
        return switch (type) {
            case "Integer", "Boolean" -> value;
            case "Long" -> value + "L";
            case "Float" -> value + "F";
            case "Double" -> value + "D";
            case "BigDecimal" -> "new BigDecimal(\"" + value + "\")";
            case "LocalDate", "Instant" -> type + ".parse(\"" + value + "\")";
            default -> "\"" + value + "\"";
        };
    }
}
