package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Query;
import io.github.vpcep.generator.View.QueryParam;
import io.github.vpcep.generator.View.Read;
import io.github.vpcep.generator.View.Sent;
import io.github.vpcep.generator.View.Served;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.utils.StringUtils;

/** The method that serves an operation, and how a router without any framework reads what it takes. */
final class Serving {
    private final CodegenOperation operation;
    private final String group;
    private final String paramsType;

    private Serving(String group, CodegenOperation operation) {
        this.operation = operation;
        this.group = group;
        this.paramsType = StringUtils.camelize(Words.name(operation)) + "Params";
    }

    /** Of an operation in a group. */
    static Served of(String group, CodegenOperation operation) {
        return new Serving(group, operation).served();
    }

    private Served served() {
        List<Sent> arguments = new ArrayList<>();
        List<Read> reads = new ArrayList<>();
        for (CodegenParameter each : operation.pathParams) {
            arguments.add(new Sent(
                    Bounds.annotations(each),
                    each.dataType,
                    Words.name(each),
                    each.baseName,
                    each.unescapedDescription));
            reads.add(new Read(each.dataType, Words.name(each), reading("path", each) + ".required()", List.of()));
        }
        if (!operation.queryParams.isEmpty()) {
            arguments.add(new Sent("@Valid @BeanParam", paramsType, "params", "", "the parameters of the query"));
            String type = group + "Api." + paramsType;
            reads.add(new Read(
                    type,
                    "params",
                    type + ".builder()",
                    operation.queryParams.stream()
                            .map(each -> "." + Words.name(each) + "(" + reading("query", each) + end(each) + ")")
                            .toList()));
        }
        CodegenParameter body = operation.bodyParam;
        if (body != null) {
            arguments.add(new Sent(Bounds.annotations(body), body.dataType, "body", "", "the body of the request"));
            String method = body.required ? "body" : "bodyOrNull";
            reads.add(new Read(body.dataType, "body", "in." + method + "(" + typeOf(body) + ")", List.of()));
        }
        return new Served(
                arguments,
                reads,
                body == null ? "NONE" : body.required ? "REQUIRED" : "OPTIONAL",
                status(),
                operation.queryParams.isEmpty() ? null : query());
    }

    /** A class, or what stands for a type with arguments, of which there is no class. */
    private static String typeOf(CodegenParameter body) {
        return body.dataType.contains("<") ? "new TypeReference<" + body.dataType + ">() {}" : body.dataType + ".class";
    }

    /** The first status that says that all is well. */
    private String status() {
        return operation.responses.stream()
                .filter(each -> each.is2xx)
                .map(each -> each.code)
                .filter(each -> each.matches("[0-9]+"))
                .findFirst()
                .orElse("200");
    }

    private Query query() {
        return new Query(
                paramsType,
                Words.name(operation),
                operation.queryParams.stream().map(Serving::param).toList());
    }

    private static QueryParam param(CodegenParameter parameter) {
        return new QueryParam(
                Words.name(parameter),
                parameter.dataType,
                parameter.baseName,
                Bounds.injected(parameter),
                Bounds.checks(parameter),
                parameter.required,
                !parameter.required && parameter.defaultValue == null && !parameter.isArray,
                parameter.isDeprecated,
                parameter.unescapedDescription + Bounds.words(parameter),
                parameter.defaultValue,
                otherwise(parameter));
    }

    /** What stands for a parameter that was not sent, in Java. */
    private static @Nullable String otherwise(CodegenParameter parameter) {
        if (parameter.isArray) {
            return "List.of()";
        }
        return parameter.defaultValue == null ? null : literal(parameter, parameter.defaultValue);
    }

    private static String literal(CodegenParameter parameter, String value) {
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

    private String reading(String place, CodegenParameter parameter) {
        String from = "in." + place + "(\"" + parameter.baseName + "\")";
        if (parameter.isArray) {
            String item = parameter.items.datatypeWithEnum;
            return "in.queries(\"" + parameter.baseName + "\").list(each -> each"
                    + conversion(item, parameter.items.isEnumRef) + ".required())";
        }
        return from + conversion(parameter.dataType, parameter.isEnumRef) + Bounds.readChecks(parameter);
    }

    private static String end(CodegenParameter parameter) {
        return parameter.required ? ".required()" : ".orNull()";
    }

    private String conversion(String type, boolean isEnum) {
        if (isEnum) {
            return ".oneOf(" + type + "::fromExact, " + type + ".values())";
        }
        return switch (type) {
            case "String" -> ".text()";
            case "Integer" -> ".integer()";
            case "Long" -> ".longInteger()";
            case "Float" -> ".single()";
            case "Double" -> ".twofold()";
            case "BigDecimal" -> ".number()";
            case "Boolean" -> ".bool()";
            case "LocalDate" -> ".date()";
            case "Instant" -> ".instant()";
            default ->
                throw new ContractException(List.of(operation.operationIdOriginal + " has a parameter of the type "
                        + type + ", which no router reads"));
        };
    }
}
