package io.github.vpcep.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;

/** Whether the extensions of an operation agree with each other and with the types of which they speak. */
final class Agreement {
    private final CodegenOperation operation;
    private final Types types;
    private final Source source;
    private final List<String> faults = new ArrayList<>();

    private Agreement(CodegenOperation operation, Types types, Source source) {
        this.operation = operation;
        this.types = types;
        this.source = source;
    }

    /** All that does not agree, with file and line. */
    static List<String> faults(CodegenOperation operation, Types types, Source source) {
        Agreement agreement = new Agreement(operation, types, source);
        agreement.check();
        return agreement.faults;
    }

    private void check() {
        Map<String, Object> extensions = operation.vendorExtensions;
        Set<String> answered = properties(operation.returnType);
        Set<String> sent = properties(operation.bodyParam == null ? null : operation.bodyParam.dataType);

        if (operation.tags.get(0).getName().equals("default")) {
            fault("tags", operation.operationIdOriginal + " needs one of tags, which is the group of its calls");
        }
        allow("x-idempotent", operation.httpMethod.equals("POST"), "is for POST, other methods say it by themselves");

        for (Map<?, ?> done : maps(extensions.get("x-done"))) {
            Set<String> known = codes();
            names(done.get("codes")).forEach(each -> oneOf("x-done", each, known));
            allow(
                    "x-done",
                    !done.containsKey("answer") || operation.path.startsWith(done.get("answer") + "/"),
                    "has answer " + done.get("answer") + ", with which the path of the operation must begin");
        }

        Set<String> parameters = new TreeSet<>();
        operation.queryParams.forEach(each -> parameters.add(Words.name(each)));

        List<CodegenProperty> own =
                body().stream().filter(each -> !isChosen(each)).toList();
        allow("x-java-flat-body", !own.isEmpty(), "needs a property in the body");
        own.stream()
                .skip(1)
                .filter(each -> each.required)
                .forEach(each -> allow(
                        "x-java-flat-body",
                        false,
                        "stands for the first property of the body, and " + each.name + " is required as well"));

        List<Map<?, ?>> calls = maps(extensions.get("x-java-calls"));
        long byParameter =
                calls.stream().filter(each -> each.containsKey("parameter")).count();
        if (byParameter > 0 && byParameter < calls.size()) {
            fault("x-java-calls", "x-java-calls has calls with value and with parameter, of which one is allowed");
        } else if (byParameter > 0) {
            calls.forEach(each -> oneOf("x-java-calls", each.get("parameter"), parameters));
        } else {
            checkIntentions(calls, body().stream().filter(Agreement::isChosen).toList(), sent, answered);
        }

        for (Map<?, ?> page : maps(extensions.get("x-java-page"))) {
            oneOf("x-java-page", page.get("items"), answered);
            String item = types.item(operation.returnType, page.get("items"));
            allow(
                    "x-java-page",
                    item.isEmpty() || properties(item).contains(page.get("key")),
                    "names " + page.get("key") + "; allowed: " + String.join(", ", properties(item)));
            Set<String> place = page.containsKey("in") ? sent : parameters;
            Stream.of("limit", "offset")
                    .forEach(each -> allow(
                            "x-java-page",
                            place.contains(each),
                            "needs " + each + ", and there are " + String.join(", ", place)
                                    + "; pages by a marker are asked for one by one, without it"));
            allow("x-java-page", answered.contains("totalCount"), "needs totalCount in the answer");
            allow(
                    "x-java-page",
                    page.containsKey("in") == (operation.bodyParam != null),
                    "needs in: body where the operation has a body, and only there");
            allow(
                    "x-java-page",
                    !page.containsKey("in") || !page.containsKey("order"),
                    "has in and order, of which one is allowed");
            maps(page.get("order")).forEach(each -> oneOf("x-java-page", each.get("name"), parameters));
        }

        for (Map<?, ?> wait : maps(extensions.get("x-java-await"))) {
            oneOf("x-java-await", wait.get("property"), answered);
            allow(
                    "x-java-await",
                    !wait.containsKey("until") || !wait.containsKey("gone"),
                    "has until and gone, of which one is allowed");
            Stream.concat(names(wait.get("failed")).stream(), names(wait.get("until")).stream())
                    .forEach(each ->
                            constant("x-java-await", each, types.type(operation.returnType, wait.get("property"))));
            names(wait.get("errors")).forEach(each -> oneOf("x-java-await", each, answered));
            allow(
                    "x-java-await",
                    operation.pathParams.stream()
                            .anyMatch(each -> !each.vendorExtensions.containsKey("x-client-setting")),
                    "needs the id of a resource in the path");
        }
    }

    private void checkIntentions(
            List<Map<?, ?>> calls, List<CodegenProperty> chosen, Set<String> sent, Set<String> answered) {
        allow("x-java-calls", chosen.size() == 1, "needs one property of the body with x-java-chosen");
        if (calls.isEmpty() && !chosen.isEmpty()) {
            fault("x-java-chosen", "x-java-chosen in a property of the body needs x-java-calls in the operation");
        }
        for (Map<?, ?> call : calls) {
            if (chosen.size() == 1) {
                constant("x-java-calls", call.get("value"), chosen.get(0).complexType);
            }
            allow(
                    "x-java-calls",
                    !call.containsKey("page") || operation.vendorExtensions.containsKey("x-java-page"),
                    "has a page, which needs x-java-page");
            for (Object each : names(call.get("answer"))) {
                oneOf("x-java-calls", each, answered);
                CodegenProperty property = types.property(operation.returnType, each);
                allow(
                        "x-java-calls",
                        property == null || property.required,
                        "answers " + each + ", which may be missing");
            }
            names(call.get("without")).forEach(each -> oneOf("x-java-calls", each, sent));
            for (Map<?, ?> with : maps(call.get("with"))) {
                with.forEach((property, value) -> {
                    oneOf("x-java-calls", property, sent);
                    constant("x-java-calls", value, types.type(operation.bodyParam.dataType, property));
                });
            }
        }
    }

    private List<CodegenProperty> body() {
        return types.properties(operation.bodyParam == null ? null : operation.bodyParam.dataType);
    }

    private static boolean isChosen(CodegenProperty property) {
        return property.vendorExtensions.containsKey("x-java-chosen");
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        types.models()
                .forEach(model -> maps(model.vendorExtensions.get("x-error-catalogue"))
                        .forEach(each -> codes.add(String.valueOf(each.get("code")))));
        return codes;
    }

    private Set<String> properties(@Nullable String type) {
        return types.properties(type).stream().map(each -> each.name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void allow(String extension, boolean allowed, String otherwise) {
        if (operation.vendorExtensions.containsKey(extension) && !allowed) {
            fault(extension, extension + " " + otherwise);
        }
    }

    private void oneOf(String extension, @Nullable Object name, Set<String> allowed) {
        allow(
                extension,
                allowed.contains(String.valueOf(name)),
                "names " + name + "; allowed: " + String.join(", ", allowed));
    }

    private void constant(String extension, @Nullable Object name, @Nullable String type) {
        CodegenModel model = types.model(type);
        Set<String> allowed = new TreeSet<>();
        if (model != null && model.allowableValues != null) {
            maps(model.allowableValues.get("enumVars")).forEach(each -> allowed.add(type + "." + each.get("name")));
        }
        oneOf(extension, name, allowed);
    }

    private void fault(String extension, String text) {
        faults.add(source.operation(operation.operationIdOriginal, extension) + ": " + text);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        return Words.list(value);
    }

    private static List<?> names(@Nullable Object value) {
        return Words.list(value);
    }
}
