package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Arguments;
import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Done;
import io.github.vpcep.generator.View.Operation;
import io.github.vpcep.generator.View.Overload;
import io.github.vpcep.generator.View.Page;
import io.github.vpcep.generator.View.Pages;
import io.github.vpcep.generator.View.Param;
import io.github.vpcep.generator.View.Params;
import io.github.vpcep.generator.View.Sent;
import io.github.vpcep.generator.View.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.StringUtils;

/** The calls that one operation becomes, and how they are sent. */
final class Calls {
    private static final String DONE = "done when the service has answered";
    private static final Map<String, String> PRIMITIVES =
            Map.of("Integer", "int", "Long", "long", "Boolean", "boolean");

    private final String group;
    private final CodegenOperation operation;
    private final Types types;
    private final Map<String, Object> extensions;
    private final String name;
    private final String prepare;
    private final @Nullable String answer;
    private final String body;
    private final String paramsType;
    private final String params;
    private final boolean choosing;
    private final Arguments targets;
    private final @Nullable Page page;

    /** Of an operation in a group. */
    Calls(String group, CodegenOperation operation, Types types) {
        this.group = group;
        this.operation = operation;
        this.types = types;
        this.extensions = operation.vendorExtensions;
        this.name = Words.name(operation);
        this.prepare = "prepare" + operation.operationIdCamelCase;
        this.answer = operation.returnType;
        this.body = operation.bodyParam == null ? "" : operation.bodyParam.dataType;
        this.choosing = list("x-java-calls").stream().anyMatch(each -> each.containsKey("parameter"));
        this.paramsType = StringUtils.camelize(name) + "Params";
        this.params = operation.queryParams.isEmpty() || choosing ? "" : group + "." + paramsType;
        this.targets = new Arguments(operation.pathParams.stream()
                .filter(parameter -> !isSetting(parameter))
                .map(parameter -> argument(parameter, ""))
                .toList());
        this.page = page();
    }

    private static boolean isSetting(CodegenParameter parameter) {
        return parameter.vendorExtensions.containsKey("x-client-setting");
    }

    // Arguments

    private Argument argument(CodegenParameter parameter, String bounds) {
        return new Argument(
                Words.name(parameter),
                parameter.dataType,
                parameter.unescapedDescription + bounds + (parameter.isDeprecated ? " Deprecated." : ""),
                check(parameter.isString && !parameter.isEnumRef),
                label(Words.name(parameter), parameter.baseName));
    }

    private static Argument argument(CodegenProperty property, String name, String label) {
        return new Argument(
                name,
                property.datatypeWithEnum,
                property.unescapedDescription + Bounds.words(property),
                check(property.isString && !property.isEnumRef),
                label);
    }

    private static String check(boolean text) {
        return text ? "requireNonBlank" : "requireNonNull";
    }

    private Argument given(String name, String type, String description) {
        return new Argument(name, type, description, "requireNonNull", label(name));
    }

    private static Argument unchecked(String name, String type, String description) {
        return new Argument(name, type, description, null, "");
    }

    // How an error names an argument: by operation, in Java and on the wire.

    private String label(String name) {
        return operation.operationIdOriginal + ": " + name;
    }

    private String label(String name, String wire) {
        return label(name) + " (\\\"" + wire + "\\\")";
    }

    private String inside(String name, String wire) {
        return label(name) + " (in \\\"" + wire + "\\\")";
    }

    private Arguments arguments(Stream<@Nullable Argument> more) {
        return targets.and(more.filter(Objects::nonNull).toList());
    }

    private @Nullable Argument bodyArgument(String description) {
        return body.isEmpty() ? null : given("body", body, description);
    }

    private @Nullable Argument paramsArgument() {
        return params.isEmpty() ? null : given("params", params, "the optional parameters");
    }

    // Calls

    /** The calls of one face. */
    List<Call> calls(boolean isAsync) {
        List<Call> calls = new ArrayList<>();
        List<Map<String, Object>> intentions = list("x-java-calls");
        intentions.forEach(each -> calls.add(choosing ? chosen(each, isAsync) : call(each, isAsync)));
        if (intentions.isEmpty()) {
            calls.add(call(Map.of(), isAsync));
        }
        if (operation.httpMethod.equals("DELETE") && answer == null && intentions.isEmpty()) {
            calls.add(ifExists(calls.get(0), isAsync));
        }
        list("x-java-await").forEach(each -> calls.add(wait(each, isAsync)));
        return calls;
    }

    /** The call of the whole operation, or of one intention, which sets in the body what it stands for. */
    private Call call(Map<String, Object> intention, boolean isAsync) {
        String own = intention.isEmpty() ? name : text(intention, "name");
        String set = set(intention);
        Page paged = intention.isEmpty() || Boolean.TRUE.equals(intention.get("page")) ? page : null;
        CodegenProperty picked = types.property(answer, intention.get("answer"));
        Object result = picked == null
                ? answer
                : isAsync
                        ? picked.datatypeWithEnum
                        : PRIMITIVES.getOrDefault(picked.datatypeWithEnum, picked.datatypeWithEnum);
        String given = checked(body.isEmpty() ? "params" : "body");
        String from = !set.isEmpty()
                ? given + ".toBuilder()" + set + ".build()"
                : paged == null || paged.order() == null ? given : name + "InOrder(params)";
        String sent = Stream.of(body.isEmpty() ? "" : set.isEmpty() ? "body" : from, params.isEmpty() ? "" : "params")
                .filter(each -> !each.isEmpty())
                .collect(joining(", "));
        return new Call(
                own,
                type(isAsync, paged, result),
                intention.isEmpty() ? Words.sentence(operation.summary) : text(intention, "summary"),
                intention.containsKey("description") ? text(intention, "description") : description(),
                operation.operationIdOriginal,
                operation.isDeprecated,
                arguments(Stream.of(
                        bodyArgument(
                                set.isEmpty()
                                        ? "the body of the request"
                                        : "the body of the request, in which this call sets what it stands for"),
                        paramsArgument())),
                returned(intention, picked, paged, isAsync),
                operation.externalDocs,
                overloads(set),
                paged == null
                        ? prepared(prepare, with(sent)) + execute(isAsync, picked)
                        : prepared(prepare, with("request")),
                paged == null ? null : new Pages(paged, from, prepared(name + "Pages", with("request"))),
                null);
    }

    private @Nullable String returned(
            Map<String, Object> intention, @Nullable CodegenProperty picked, @Nullable Page paged, boolean isAsync) {
        if (answer == null) {
            return isAsync ? DONE : null;
        }
        String what = intention.containsKey("returns")
                ? text(intention, "returns")
                : picked == null ? Words.answered(operation) : "The {@code " + picked.name + "} of the answer.";
        String order = paged == null || paged.order() == null ? "" : "; without other order the oldest come first";
        return what + (paged == null || isAsync ? "" : " Its stream fetches the pages that follow" + order + ".");
    }

    private Call chosen(Map<String, Object> call, boolean isAsync) {
        String own = text(call, "parameter");
        Argument argument = operation.queryParams.stream()
                .filter(each -> Words.name(each).equals(own))
                .map(each -> argument(each, Bounds.words(each)))
                .findFirst()
                .orElseThrow();
        String sent = operation.queryParams.stream()
                .map(each -> Words.name(each).equals(own)
                        ? "Arguments." + argument.check() + "(" + own + ", \"" + argument.label() + "\")"
                        : "null")
                .collect(joining(", "));
        return call(
                text(call, "name"),
                type(isAsync, null, answer),
                description(),
                targets.and(List.of(argument)),
                returned(Map.of(), null, null, isAsync),
                prepared(prepare, with(sent)) + execute(isAsync, null));
    }

    private Call call(
            String name,
            String type,
            @Nullable String description,
            Arguments arguments,
            @Nullable String returned,
            String made) {
        return new Call(
                name,
                type,
                Words.sentence(operation.summary),
                description,
                operation.operationIdOriginal,
                operation.isDeprecated,
                arguments,
                returned,
                operation.externalDocs,
                List.of(),
                made,
                null,
                null);
    }

    /** The call that takes it well when what it is to remove is gone already. */
    private Call ifExists(Call call, boolean isAsync) {
        return call(
                call.name() + "IfExists",
                isAsync ? "CompletableFuture<Boolean>" : "boolean",
                "As {@link #" + call.name() + "(" + call.types()
                        + ")}, but it is no error if there is no such thing, or it is being removed already.",
                call.arguments(),
                "true, or false if there was nothing to remove",
                prepared(prepare, call.arguments().names()) + ".executeIfExists" + (isAsync ? "Async()" : "()"));
    }

    private Call wait(Map<String, Object> call, boolean isAsync) {
        Wait wait = wait(call);
        String returned = wait.gone() ? isAsync ? "nothing, when it is gone" : null : "the answer that says so";
        return new Call(
                wait.name(),
                type(isAsync, null, wait.gone() ? null : answer),
                text(call, "summary"),
                null,
                operation.operationIdOriginal,
                operation.isDeprecated,
                wait.arguments(),
                isAsync ? returned + "; holds no thread while it waits" : returned,
                null,
                List.of(),
                prepared(wait.name() + "Waiter", wait.arguments().names()) + ".await" + (wait.gone() ? "Gone" : "")
                        + (isAsync ? "Async()" : "()"),
                null,
                wait);
    }

    private @Nullable String description() {
        return operation.unescapedNotes == null || operation.unescapedNotes.isEmpty()
                ? null
                : operation.unescapedNotes + Words.since(extensions);
    }

    private static String type(boolean isAsync, @Nullable Page page, @Nullable Object answer) {
        if (isAsync) {
            return "CompletableFuture<"
                    + (page != null ? "AsyncPage<" + page.item() + ">" : answer == null ? "Void" : answer) + ">";
        }
        return page != null ? "Page<" + page.item() + ">" : answer == null ? "void" : answer.toString();
    }

    private String execute(boolean isAsync, @Nullable CodegenProperty picked) {
        if (isAsync) {
            return ".executeAsync(" + (picked == null ? "" : answer + "::" + picked.name) + ")";
        }
        return ".execute()" + (picked == null ? "" : "." + picked.name + "()");
    }

    private static String prepared(String method, String arguments) {
        return method + "(" + arguments + ")";
    }

    private String checked(String argument) {
        return "Arguments.requireNonNull(" + argument + ", \"" + label(argument) + "\")";
    }

    /** The targets' names and what else is given, if anything. */
    private String with(String more) {
        return Stream.concat(targets.list().stream().map(Argument::name), Stream.of(more))
                .filter(each -> !each.isEmpty())
                .collect(joining(", "));
    }

    // Shorter ways

    /** What an intention sets in the body. */
    private String set(Map<String, Object> intention) {
        StringBuilder set = new StringBuilder();
        for (Object each : list(intention.get("without"))) {
            String which = types.isPair(types.item(body, each)) ? "(" + types.type(body, each) + ") " : "";
            set.append("." + each + "(" + which + "null)");
        }
        types.properties(body).stream()
                .filter(each -> isChosen(each) && !intention.isEmpty())
                .forEach(each -> set.append("." + each.name + "(" + intention.get("value") + ")"));
        if (intention.get("with") instanceof Map<?, ?> with) {
            with.forEach((property, value) -> set.append("." + property + "(" + value + ")"));
        }
        return set.toString();
    }

    private static boolean isChosen(CodegenProperty property) {
        return property.vendorExtensions.containsKey("x-java-chosen");
    }

    private List<Overload> overloads(String set) {
        Argument parameters = paramsArgument();
        List<Overload> overloads = new ArrayList<>();
        if (types.isBuilt(body)) {
            String behind = parameters == null ? "" : ", params";
            String begun = body + ".builder()" + set;
            Argument inPlace = given("body", "Consumer<" + body + ".Builder>", "sets what the body holds");
            overloads.add(new Overload(
                    "the body built in place",
                    arguments(Stream.of(inPlace, parameters)),
                    inPlace,
                    body,
                    with("builder" + set + ".build()" + behind)));
            if (extensions.containsKey("x-java-flat-body")) {
                overloads.addAll(flat(begun, parameters));
            } else if (!set.isEmpty()
                    && types.properties(body).stream().allMatch(each -> isChosen(each) || !each.required)) {
                overloads.add(new Overload(
                        "nothing else in the body",
                        arguments(Stream.of(parameters)),
                        null,
                        null,
                        with(begun + ".build()" + behind)));
            }
        } else if (body.isEmpty() && !params.isEmpty()) {
            Argument inPlace = given("params", "Consumer<" + params + ".Builder>", "sets the optional parameters");
            if (operation.queryParams.stream().noneMatch(each -> each.required)) {
                overloads.add(
                        new Overload("no parameter set", targets, null, null, with(params + ".builder().build()")));
            }
            overloads.add(new Overload(
                    "the parameters set in place",
                    arguments(Stream.of(inPlace)),
                    inPlace,
                    params,
                    with("builder.build()")));
        }
        return overloads;
    }

    /** The one thing that the body holds, in its place; a list of things also one by one. */
    private List<Overload> flat(String begun, @Nullable Argument parameters) {
        CodegenProperty first = types.properties(body).stream()
                .filter(each -> !isChosen(each))
                .findFirst()
                .orElseThrow();
        List<CodegenProperty> inner = first.isContainer ? List.of() : types.properties(first.complexType);
        String value = first.name;
        Argument argument = argument(first, first.name, label(first.name, first.baseName));
        if (first.vendorExtensions.get("x-java-single") instanceof String single) {
            argument = argument(first.items, single, inside(single, first.baseName));
            value = "List.of(" + single + ")";
        } else if (inner.size() == 1) {
            CodegenProperty only = inner.get(0);
            Argument found = argument(only, only.name, inside(only.name, first.baseName));
            // What is blank inside of something is a text like others.
            argument = new Argument(found.name(), found.type(), found.description(), "requireNonNull", found.label());
            value = first.datatypeWithEnum + ".builder()." + only.name + "(" + only.name + ").build()";
        }
        String behind = parameters == null ? "" : ", params";
        List<Overload> overloads = new ArrayList<>();
        overloads.add(new Overload(
                "the one thing that the body holds",
                arguments(Stream.of(argument, parameters)),
                argument,
                null,
                with(begun + "." + first.name + "(" + value + ").build()" + behind)));
        if (value.equals(first.name) && Types.isListOfValues(first) && parameters == null) {
            String item = first.items.datatypeWithEnum;
            overloads.add(new Overload(
                    "the items one by one",
                    arguments(Stream.of(
                            unchecked("first", item, "the first item"), unchecked("more", item + "...", "the others"))),
                    null,
                    null,
                    with("Lists.of(first, more)")));
            if (types.isPair(item)) {
                Argument map = given("map", "Map<String, String>", "key and value of each item");
                overloads.add(new Overload(
                        "the items of a map", arguments(Stream.of(map)), map, null, with(item + ".listOf(map)")));
            }
        }
        return overloads;
    }

    // Pages

    private @Nullable Page page() {
        if (!(extensions.get("x-java-page") instanceof Map<?, ?> page)) {
            return null;
        }
        boolean inBody = "body".equals(page.get("in"));
        List<Map<String, Object>> order = list(page.get("order"));
        String next = inBody
                ? "body.toBuilder().offset(String.valueOf(offset)).limit(String.valueOf(limit)).build()"
                : "params.toBuilder().offset(offset).limit(limit).build()";
        return new Page(
                name,
                types.item(answer, page.get("items")),
                text(page, "items"),
                text(page, "key"),
                text(page, "pageSize"),
                inBody,
                inBody ? body : params,
                order.isEmpty()
                        ? null
                        : order.stream()
                                .map(each -> "params." + each.get("name") + "() == null")
                                .collect(joining(" && ")),
                order.isEmpty()
                        ? null
                        : order.stream()
                                .map(each -> "." + each.get("name") + "(" + each.get("value") + ")")
                                .collect(joining()),
                prepared(prepare, with(next)));
    }

    // What is behind the calls

    /** How the operation is sent. */
    Operation operation() {
        return new Operation(
                operation.operationIdOriginal,
                operation.operationId,
                name,
                calls(false).stream().map(Call::name).toList(),
                operation.operationIdSnakeCase.toUpperCase(Locale.ROOT),
                operation.httpMethod,
                operation.path,
                prepare,
                answer,
                extensions.containsKey("x-idempotent"),
                done(),
                !operation.hasAuthMethods,
                operation.isDeprecated,
                Words.sentence(operation.summary),
                description(),
                answer == null ? null : Words.answered(operation),
                operation.externalDocs,
                targets,
                choosing
                        ? arguments(operation.queryParams.stream()
                                .map(each -> unchecked(Words.name(each), "@Nullable " + each.dataType, "")))
                        : arguments(Stream.of(bodyArgument(""), paramsArgument())),
                operation.allParams.stream().map(this::value).collect(joining(", ")),
                operation.allParams.stream().map(Calls::sent).toList(),
                documented(),
                Serving.of(group, operation),
                list("x-java-await").stream().map(this::wait).toList(),
                page,
                params.isEmpty() ? null : params());
    }

    private @Nullable Done done() {
        if (!(extensions.get("x-done") instanceof Map<?, ?> done) || !(done.get("codes") instanceof List<?> known)) {
            return null;
        }
        String codes = known.stream().map(each -> "\"" + each + "\"").collect(joining(", "));
        return new Done(codes, done.containsKey("answer") ? String.valueOf(done.get("answer")) : null);
    }

    private String value(CodegenParameter parameter) {
        if (parameter.isPathParam && isSetting(parameter)) {
            return "engine." + parameter.vendorExtensions.get("x-client-setting") + "()";
        }
        if (parameter.isQueryParam) {
            return (choosing ? "" : "params.") + Words.name(parameter) + (choosing ? "" : "()");
        }
        return Words.name(parameter);
    }

    private static Sent sent(CodegenParameter parameter) {
        String annotations = parameter.isBodyParam
                ? "@Body"
                : (parameter.isPathParam ? "@Path" : "@Query") + "(\"" + parameter.baseName + "\")";
        return sent(annotations + (parameter.isQueryParam && !parameter.required ? " @Nullable" : ""), parameter, "");
    }

    private static Sent sent(String annotations, CodegenParameter parameter, String description) {
        return new Sent(annotations, parameter.dataType, Words.name(parameter), parameter.baseName, description);
    }

    private List<Argument> documented() {
        List<Argument> documented = new ArrayList<>(targets.list());
        operation.pathParams.stream().filter(Calls::isSetting).forEach(each -> documented.add(argument(each, "")));
        operation.queryParams.forEach(each -> documented.add(argument(each, Bounds.words(each))));
        if (operation.bodyParam != null) {
            String description = operation.bodyParam.unescapedDescription;
            documented.add(given(
                    "body",
                    "",
                    description == null || description.isEmpty() ? "the body of the request" : description));
        }
        return documented;
    }

    private Wait wait(Map<String, Object> wait) {
        boolean gone = Boolean.TRUE.equals(wait.get("gone"));
        boolean named = !gone && !wait.containsKey("until");
        String property = text(wait, "property");
        String resource = targets.list().get(targets.list().size() - 1).name();
        String failed = wait.containsKey("failed")
                ? list(wait.get("failed")).stream().map(Object::toString).collect(joining(", "))
                : null;
        String goal = "Goal." + (gone ? "gone" : "of") + "(\"" + operation.operationIdOriginal + "\", " + resource
                + ", " + answer + "::" + property
                + (gone ? ")" : ", " + (named ? property : wait.get("until")) + ")")
                + (failed == null ? "" : ".failed(" + failed + ")")
                + (wait.containsKey("errors") ? ".errors(" + answer + "::" + wait.get("errors") + ")" : "");
        return new Wait(
                text(wait, "name"),
                arguments(
                        Stream.of(
                                named ? given(property, types.type(answer, property), "what to wait for") : null,
                                unchecked(
                                        "timeout",
                                        "Duration",
                                        "how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take two seconds"))),
                gone,
                failed == null ? null : "{@code " + failed.replace(", ", "}, {@code ") + "}",
                goal);
    }

    private Params params() {
        return new Params(
                paramsType,
                name,
                operation.queryParams.stream()
                        .map(each -> new Param(
                                Words.name(each),
                                each.dataType,
                                each.baseName,
                                label(Words.name(each), each.baseName),
                                each.required,
                                each.isDeprecated,
                                each.unescapedDescription + Bounds.words(each),
                                each.defaultValue))
                        .toList());
    }

    // Extensions

    private List<Map<String, Object>> list(String extension) {
        return list(extensions.get(extension));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(@Nullable Object value) {
        return value == null ? List.of() : (List<T>) value;
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }
}
