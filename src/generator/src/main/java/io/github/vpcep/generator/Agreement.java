package io.github.vpcep.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;

/** Whether the extensions of an operation agree with each other and with the types of which they speak. */
final class Agreement {
    private final CodegenOperation operation;
    private final Map<String, CodegenModel> models;
    private final Source source;
    private final List<String> faults = new ArrayList<>();

    private Agreement(CodegenOperation operation, Map<String, CodegenModel> models, Source source) {
        this.operation = operation;
        this.models = models;
        this.source = source;
    }

    /** All that does not agree, with file and line. */
    static List<String> faults(CodegenOperation operation, Map<String, CodegenModel> models, Source source) {
        Agreement agreement = new Agreement(operation, models, source);
        agreement.check();
        return agreement.faults;
    }

    private void check() {
        Map<String, Object> extensions = operation.vendorExtensions;
        Set<String> answered = properties(operation.returnType);
        Set<String> sent = properties(operation.bodyParam == null ? null : operation.bodyParam.dataType);

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

        List<Map<?, ?>> calls = maps(extensions.get("x-java-calls"));
        long byParameter =
                calls.stream().filter(each -> each.containsKey("parameter")).count();
        if (byParameter > 0 && byParameter < calls.size()) {
            fault("x-java-calls", "x-java-calls has calls with value and with parameter, of which one is allowed");
        } else if (byParameter > 0) {
            calls.forEach(each -> oneOf("x-java-calls", each.get("parameter"), parameters));
        } else {
            checkIntentions(calls, chosen(), sent, answered);
        }

        for (Map<?, ?> page : maps(extensions.get("x-java-page"))) {
            oneOf("x-java-page", page.get("item"), models.keySet());
            oneOf("x-java-page", page.get("items"), answered);
            oneOf("x-java-page", page.get("key"), properties(String.valueOf(page.get("item"))));
            Set<String> place = page.containsKey("in") ? sent : parameters;
            Stream.of("limit", "offset")
                    .forEach(each -> allow(
                            "x-java-page",
                            place.contains(each),
                            "needs " + each + ", and there are " + String.join(", ", place)
                                    + "; pages by a marker are asked for one by one, without it"));
            allow("x-java-page", answered.contains("totalCount"), "needs totalCount in the answer");
            maps(page.get("order")).forEach(each -> oneOf("x-java-page", each.get("name"), parameters));
        }

        for (Map<?, ?> wait : maps(extensions.get("x-java-await"))) {
            oneOf("x-java-await", wait.get("property"), answered);
            allow(
                    "x-java-await",
                    !wait.containsKey("until") || !wait.containsKey("gone"),
                    "has until and gone, of which one is allowed");
            Stream.concat(names(wait.get("failed")).stream(), names(wait.get("until")).stream())
                    .forEach(each -> constant("x-java-await", each, String.valueOf(wait.get("type"))));
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
        boolean flat = operation.vendorExtensions.containsKey("x-java-flat-body");
        allow("x-java-calls", chosen.size() == 1, "needs one property of the body with x-java-chosen");
        if (calls.isEmpty() && !chosen.isEmpty()) {
            fault("x-java-chosen", "x-java-chosen in a property of the body needs x-java-calls in the operation");
        }
        allow(
                "x-java-calls",
                !flat || sent.size() == 2,
                "needs, for x-java-flat-body, one property beside that with x-java-chosen");
        for (Map<?, ?> call : calls) {
            if (chosen.size() == 1) {
                constant("x-java-calls", call.get("value"), chosen.get(0).complexType);
            }
            allow(
                    "x-java-calls",
                    !call.containsKey("page") || operation.vendorExtensions.containsKey("x-java-page"),
                    "has a page, which needs x-java-page");
            allow(
                    "x-java-calls",
                    !call.containsKey("without") || !flat,
                    "has without, which is not for x-java-flat-body");
            maps(call.get("answer")).forEach(each -> oneOf("x-java-calls", each.get("property"), answered));
            names(call.get("without")).forEach(each -> oneOf("x-java-calls", each, sent));
        }
    }

    private List<CodegenProperty> chosen() {
        CodegenModel body = operation.bodyParam == null ? null : models.get(operation.bodyParam.dataType);
        return body == null
                ? List.of()
                : body.vars.stream()
                        .filter(each -> each.vendorExtensions.containsKey("x-java-chosen"))
                        .toList();
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        models.values()
                .forEach(model -> maps(model.vendorExtensions.get("x-error-catalogue"))
                        .forEach(each -> codes.add(String.valueOf(each.get("code")))));
        return codes;
    }

    private Set<String> properties(@Nullable String type) {
        CodegenModel model = type == null ? null : models.get(type);
        Set<String> names = new TreeSet<>();
        if (model != null) {
            model.vars.forEach(each -> names.add(Words.name(each)));
        }
        return names;
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
        CodegenModel model = type == null ? null : models.get(type);
        Set<String> allowed = new HashSet<>();
        if (model != null && model.allowableValues != null) {
            maps(model.allowableValues.get("enumVars")).forEach(each -> allowed.add(type + "." + each.get("name")));
        }
        oneOf(extension, name, new TreeSet<>(allowed));
    }

    private void fault(String extension, String text) {
        faults.add(source.operation(operation.operationIdOriginal, extension) + ": " + text);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        values.forEach(each -> maps.add((Map<?, ?>) each));
        return maps;
    }

    private static List<?> names(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }
}
