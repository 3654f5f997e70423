package io.github.vpcep.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
    private final Set<String> answered;
    private final Set<String> sent;
    private final Set<String> parameters = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private String about = "tags";

    private Agreement(CodegenOperation operation, Types types, Source source) {
        this.operation = operation;
        this.types = types;
        this.source = source;
        this.answered = properties(operation.returnType);
        this.sent = properties(body());
        operation.queryParams.forEach(each -> parameters.add(Words.name(each)));
    }

    /** All that does not agree, with file and line. */
    static List<String> faults(CodegenOperation operation, Types types, Source source) {
        Agreement agreement = new Agreement(operation, types, source);
        agreement.check();
        return agreement.faults;
    }

    private void check() {
        if (operation.tags.get(0).getName().equals("default")) {
            fault(operation.operationIdOriginal + " needs one of tags, which is the group of its calls");
        }
        each("x-idempotent", yes -> {
            allow(operation.httpMethod.equals("POST"), "is for POST, other methods say it by themselves");
        });
        each("x-done", this::checkDone);
        each("x-java-calls", this::checkCall);
        each("x-java-flat-body", yes -> {
            List<Map<?, ?>> calls = Words.list(operation.vendorExtensions.get("x-java-calls"));
            (calls.isEmpty() ? List.<Map<?, ?>>of(Map.of()) : calls).forEach(this::checkFlatBody);
        });
        each("x-java-page", this::checkPage);
        each("x-java-await", this::checkWait);
    }

    private <T> void each(String extension, Consumer<T> check) {
        about = extension;
        Words.<T>list(operation.vendorExtensions.get(extension)).forEach(check);
    }

    private void checkDone(Map<?, ?> done) {
        Set<String> known = new TreeSet<>();
        for (CodegenModel model : types.models()) {
            Words.<Map<?, ?>>list(model.vendorExtensions.get("x-error-catalogue"))
                    .forEach(each -> known.add(String.valueOf(each.get("code"))));
        }
        Words.list(done.get("codes")).forEach(each -> oneOf(each, known));
        allow(
                !done.containsKey("answer") || operation.path.startsWith(done.get("answer") + "/"),
                "has answer " + done.get("answer") + ", with which the path of the operation must begin");
    }

    private void checkCall(Map<?, ?> call) {
        List<Map<?, ?>> calls = Words.list(operation.vendorExtensions.get("x-java-calls"));
        allow(
                call.containsKey("parameter") == calls.get(0).containsKey("parameter"),
                "has calls with constants and by parameter, of which one is allowed");
        Words.list(call.get("parameter")).forEach(each -> oneOf(each, parameters));
        with(call).forEach((property, value) -> {
            oneOf(property, sent);
            constant(value, types.type(body(), property));
        });
        Words.list(call.get("without")).forEach(each -> oneOf(each, sent));
        allow(
                !call.containsKey("page") || operation.vendorExtensions.containsKey("x-java-page"),
                "has a page, which needs x-java-page");
        for (Object each : Words.list(call.get("answer"))) {
            oneOf(each, answered);
            CodegenProperty property = types.property(operation.returnType, each);
            allow(property == null || property.required, "answers " + each + ", which may be missing");
        }
    }

    /** Of what a call leaves to the caller, only the first property may be required. */
    private void checkFlatBody(Map<?, ?> call) {
        List<CodegenProperty> left = types.properties(body()).stream()
                .filter(each -> !with(call).containsKey(each.name))
                .toList();
        allow(!left.isEmpty(), "needs a property in the body");
        left.stream()
                .skip(1)
                .forEach(each -> allow(
                        !each.required,
                        "stands for the first property of the body, and " + each.name + " is required as well"));
    }

    private static Map<?, ?> with(Map<?, ?> call) {
        return call.get("with") instanceof Map<?, ?> with ? with : Map.of();
    }

    private void checkPage(Map<?, ?> page) {
        oneOf(page.get("items"), answered);
        String item = types.item(operation.returnType, page.get("items"));
        if (!item.isEmpty()) {
            oneOf(page.get("key"), properties(item));
        }
        boolean inBody = operation.bodyParam != null;
        Set<String> place = inBody ? sent : parameters;
        for (String each : List.of("limit", "offset")) {
            allow(
                    place.contains(each),
                    "needs " + each + ", and there are " + String.join(", ", place)
                            + "; pages by a marker are asked for one by one, without it");
        }
        allow(answered.contains("totalCount"), "needs totalCount in the answer");
        allow(!inBody || !page.containsKey("order"), "has an order, for which there is no place in a body");
        Words.<Map<?, ?>>list(page.get("order")).forEach(each -> oneOf(each.get("name"), parameters));
    }

    private void checkWait(Map<?, ?> wait) {
        oneOf(wait.get("property"), answered);
        allow(!wait.containsKey("until") || !wait.containsKey("gone"), "has until and gone, of which one is allowed");
        String states = types.type(operation.returnType, wait.get("property"));
        Stream.of("failed", "until")
                .forEach(list -> Words.list(wait.get(list)).forEach(each -> constant(each, states)));
        Words.list(wait.get("errors")).forEach(each -> oneOf(each, answered));
        allow(
                operation.pathParams.stream().anyMatch(each -> !each.vendorExtensions.containsKey("x-client-setting")),
                "needs the id of a resource in the path");
    }

    private @Nullable String body() {
        return operation.bodyParam == null ? null : operation.bodyParam.dataType;
    }

    private Set<String> properties(@Nullable String type) {
        return types.properties(type).stream().map(each -> each.name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void allow(boolean allowed, String otherwise) {
        if (!allowed) {
            fault(about + " " + otherwise);
        }
    }

    private void oneOf(@Nullable Object name, Set<String> allowed) {
        allow(
                allowed.contains(String.valueOf(name)),
                "names " + name + "; allowed: " + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
    }

    private void constant(@Nullable Object name, String type) {
        CodegenModel model = types.model(type);
        Set<String> allowed = new TreeSet<>();
        if (model != null && model.allowableValues != null) {
            Words.<Map<?, ?>>list(model.allowableValues.get("enumVars"))
                    .forEach(each -> allowed.add(type + "." + each.get("name")));
        }
        oneOf(name, allowed);
    }

    private void fault(String text) {
        faults.add(source.operation(operation.operationIdOriginal, about) + ": " + text);
    }
}
