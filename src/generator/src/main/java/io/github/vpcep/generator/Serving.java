package io.github.vpcep.generator;

import io.github.vpcep.generator.View.Params;
import io.github.vpcep.generator.View.Read;
import io.github.vpcep.generator.View.Sent;
import io.github.vpcep.generator.View.Served;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** The method that serves an operation, and how a router without any framework reads what it takes. */
final class Serving {
    private final CodegenOperation operation;
    private final @Nullable Params query;

    private Serving(String group, CodegenOperation operation) {
        this.operation = operation;
        this.query = Queries.served(group + "Api", operation);
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
        if (query != null) {
            arguments.add(new Sent("@Valid @BeanParam", query.holder(), "params", "", "the parameters of the query"));
            String type = query.owner() + "." + query.holder();
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
            arguments.add(new Sent(Bounds.annotations(body), body.dataType, "body", "", Words.ofBody(body)));
            String method = body.required ? "body" : "bodyOrNull";
            reads.add(new Read(body.dataType, "body", "in." + method + "(" + typeOf(body) + ")", List.of()));
        }
        return new Served(
                arguments, reads, body == null ? "NONE" : body.required ? "REQUIRED" : "OPTIONAL", status(), query);
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
