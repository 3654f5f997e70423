package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Arguments;
import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Operation;
import io.github.vpcep.generator.View.Overload;
import io.github.vpcep.generator.View.Page;
import io.github.vpcep.generator.View.Pages;
import io.github.vpcep.generator.View.Params;
import io.github.vpcep.generator.View.Sent;
import io.github.vpcep.generator.View.Stands;
import io.github.vpcep.generator.View.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** The calls that one operation becomes on one face, and how they are sent. */
final class Calls {
    private static final String DONE = "done when the service has answered";
    private static final Map<String, String> PRIMITIVES =
            Map.of("Integer", "int", "Long", "long", "Boolean", "boolean");

    private final String group;
    private final CodegenOperation operation;
    private final Types types;
    private final boolean isAsync;
    private final Map<String, Object> extensions;
    private final String name;
    private final String prepare;
    private final @Nullable String answer;
    private final String body;
    private final String params;
    private final String behind;
    private final boolean choosing;
    private final @Nullable Params query;
    private final Arguments targets;
    private final @Nullable Page page;

    private Calls(String group, CodegenOperation operation, Types types, boolean isAsync) {
        this.group = group;
        this.operation = operation;
        this.types = types;
        this.isAsync = isAsync;
        this.extensions = operation.vendorExtensions;
        this.name = Words.name(operation);
        this.prepare = "prepare" + operation.operationIdCamelCase;
        this.answer = operation.returnType;
        this.body = operation.bodyParam == null ? "" : operation.bodyParam.dataType;
        this.choosing = list("x-java-calls").stream().anyMatch(each -> each.containsKey("parameter"));
        this.query = choosing ? null : Queries.sent(group, operation);
        this.params = query == null ? "" : group + "." + query.holder();
        this.behind = query == null ? "" : "params";
        this.targets = new Arguments(operation.pathParams.stream()
                .filter(parameter -> !isSetting(parameter))
                .map(parameter -> argument(parameter, ""))
                .toList());
        this.page = page();
    }

    /** An operation of a group, with its calls on the face that waits or on the one with futures. */
    static Operation of(String group, CodegenOperation operation, Types types, boolean isAsync) {
        return new Calls(group, operation, types, isAsync).operation();
    }

    private static boolean isSetting(CodegenParameter parameter) {
        return parameter.vendorExtensions.containsKey("x-client-setting");
    }

    // Arguments

    private Argument argument(CodegenParameter parameter, String bounds) {
        return new Argument(
                Words.name(parameter),
                parameter.dataType,
                Objects.toString(parameter.unescapedDescription, "")
                        + bounds
                        + (parameter.isDeprecated ? " Deprecated." : ""),
                check(parameter.isString && !parameter.isEnumRef),
                Words.label(operation, Words.name(parameter), parameter.baseName));
    }

    private static Argument argument(CodegenProperty property, String name, String label) {
        return new Argument(
                name,
                property.datatypeWithEnum,
                Objects.toString(property.unescapedDescription, "") + Bounds.words(property),
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

    private String label(String name) {
        return operation.operationIdOriginal + ": " + name;
    }

    private String inside(String name, String wire) {
        return label(name) + " (in \\\"" + wire + "\\\")";
    }

    private Arguments arguments(Stream<@Nullable Argument> more) {
        return targets.and(more.filter(Objects::nonNull).toList());
    }

    private @Nullable Argument bodyArgument(boolean isWhole) {
        if (operation.bodyParam == null) {
            return null;
        }
        return given(
                "body",
                body,
                isWhole
                        ? Words.ofBody(operation.bodyParam)
                        : "the body of the request, in which this call sets what it stands for");
    }

    private @Nullable Argument paramsArgument() {
        return params.isEmpty() ? null : given("params", params, "the optional parameters");
    }

    // Calls

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        List<Map<String, Object>> intentions = list("x-java-calls");
        intentions.forEach(each -> calls.add(choosing ? chosen(each) : call(each)));
        if (intentions.isEmpty()) {
            calls.add(call(Map.of()));
        }
        if (operation.httpMethod.equals("DELETE") && answer == null && intentions.isEmpty()) {
            calls.add(ifExists(calls.get(0)));
        }
        list("x-java-await").forEach(each -> calls.add(wait(each)));
        return calls;
    }

    /** The call of the whole operation, or of one intention, which sets in the body what it stands for. */
    private Call call(Map<String, Object> intention) {
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
                : paged == null || !paged.isOrdered() ? given : name + "InOrder(params)";
        String sent = body.isEmpty() ? "" : set.isEmpty() ? "body" : from;
        return new Call(
                text(intention, "name", name),
                type(paged, result),
                text(intention, "summary", Words.sentence(operation.summary)),
                intention.containsKey("description") ? text(intention, "description") : description(),
                arguments(Stream.of(bodyArgument(set.isEmpty()), paramsArgument())),
                returned(intention, picked, paged),
                overloads(fixed(intention), set),
                paged == null
                        ? prepared(prepare, with(sent, behind)) + execute(picked)
                        : prepared(prepare, with("request")),
                paged == null ? null : new Pages(from, prepared(name + "Pages", with("request"))),
                null,
                stands(intention),
                null,
                true);
    }

    private @Nullable String returned(
            Map<String, Object> intention, @Nullable CodegenProperty picked, @Nullable Page paged) {
        if (answer == null) {
            return isAsync ? DONE : null;
        }
        String what = text(
                intention,
                "returns",
                picked == null ? Words.answered(operation) : "The {@code " + picked.name + "} of the answer.");
        String order = paged == null || !paged.isOrdered() ? "" : "; without other order the oldest come first";
        return what + (paged == null || isAsync ? "" : " Its stream fetches the pages that follow" + order + ".");
    }

    private Call chosen(Map<String, Object> call) {
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
                type(null, answer),
                description(),
                targets.and(List.of(argument)),
                returned(Map.of(), null, null),
                prepared(prepare, with(sent)) + execute(null),
                own,
                true);
    }

    private Call call(
            String name,
            String type,
            @Nullable String description,
            Arguments arguments,
            @Nullable String returned,
            String made,
            @Nullable String chosen,
            boolean isPlain) {
        return new Call(
                name,
                type,
                Words.sentence(operation.summary),
                description,
                arguments,
                returned,
                List.of(),
                made,
                null,
                null,
                List.of(),
                chosen,
                isPlain);
    }

    /** The call that takes it well when what it is to remove is gone already. */
    private Call ifExists(Call call) {
        return call(
                call.name() + "IfExists",
                isAsync ? "CompletableFuture<Boolean>" : "boolean",
                "As {@link #" + call.name() + "(" + call.types()
                        + ")}, but it is no error if there is no such thing, or it is being removed already.",
                call.arguments(),
                "true, or false if there was nothing to remove",
                prepared(prepare, call.arguments().names()) + ".executeIfExists" + (isAsync ? "Async()" : "()"),
                null,
                false);
    }

    private Call wait(Map<String, Object> call) {
        boolean gone = Boolean.TRUE.equals(call.get("gone"));
        boolean named = !gone && !call.containsKey("until");
        String property = text(call, "property");
        List<Object> failed = Words.list(call.get("failed"));
        String states = failed.stream().map(Object::toString).collect(joining(", "));
        String goal = "Goal." + (gone ? "gone" : "of") + "(\"" + operation.operationIdOriginal + "\", "
                + targets.list().get(targets.list().size() - 1).name() + ", " + answer + "::" + property
                + (gone ? ")" : ", " + (named ? property : call.get("until")) + ")")
                + (failed.isEmpty() ? "" : ".failed(" + states + ")")
                + (call.containsKey("errors") ? ".errors(" + answer + "::" + call.get("errors") + ")" : "");
        Arguments arguments = arguments(
                Stream.of(
                        named ? given(property, types.type(answer, property), "what to wait for") : null,
                        unchecked(
                                "timeout",
                                "Duration",
                                "how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take two seconds")));
        String returned = gone ? isAsync ? "nothing, when it is gone" : null : "the answer that says so";
        return new Call(
                text(call, "name"),
                type(null, gone ? null : answer),
                text(call, "summary"),
                null,
                arguments,
                isAsync ? returned + "; holds no thread while it waits" : returned,
                List.of(),
                prepared(text(call, "name") + "Waiter", arguments.names()) + ".await" + (gone ? "Gone" : "")
                        + (isAsync ? "Async()" : "()"),
                null,
                new Wait(gone, failed.isEmpty() ? null : "{@code " + states.replace(", ", "}, {@code ") + "}", goal),
                List.of(),
                null,
                false);
    }

    private @Nullable String description() {
        return operation.unescapedNotes == null || operation.unescapedNotes.isEmpty()
                ? null
                : operation.unescapedNotes + Words.since(extensions);
    }

    private String type(@Nullable Page page, @Nullable Object answer) {
        if (isAsync) {
            return "CompletableFuture<"
                    + (page != null ? "AsyncPage<" + page.item() + ">" : answer == null ? "Void" : answer) + ">";
        }
        return page != null ? "Page<" + page.item() + ">" : answer == null ? "void" : answer.toString();
    }

    private String execute(@Nullable CodegenProperty picked) {
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
    private String with(String... more) {
        return Stream.concat(targets.list().stream().map(Argument::name), Stream.of(more))
                .filter(each -> !each.isEmpty())
                .collect(joining(", "));
    }

    // Shorter ways

    /** What an intention sets in the body, as it is written. */
    private String set(Map<String, Object> intention) {
        StringBuilder set = new StringBuilder();
        for (Stands each : stands(intention)) {
            String which = types.isPair(types.item(body, each.property()))
                    ? "(" + types.type(body, each.property()) + ") "
                    : "";
            set.append("." + each.property() + "(" + (each.value() == null ? which + "null" : each.value()) + ")");
        }
        return set.toString();
    }

    private static List<Stands> stands(Map<String, Object> intention) {
        List<Stands> stands = new ArrayList<>();
        for (Object each : Words.list(intention.get("without"))) {
            stands.add(new Stands(each.toString(), null));
        }
        fixed(intention).forEach((property, value) -> stands.add(new Stands(property.toString(), value.toString())));
        return stands;
    }

    private static Map<?, ?> fixed(Map<String, Object> intention) {
        return (Map<?, ?>) intention.getOrDefault("with", Map.of());
    }

    private List<Overload> overloads(Map<?, ?> fixed, String set) {
        List<CodegenProperty> left = types.properties(body).stream()
                .filter(each -> !fixed.containsKey(each.name))
                .toList();
        Argument parameters = paramsArgument();
        List<Overload> overloads = new ArrayList<>();
        if (types.isBuilt(body)) {
            String begun = body + ".builder()" + set;
            Argument inPlace = given("body", "Consumer<" + body + ".Builder>", "sets what the body holds");
            overloads.add(new Overload(
                    "the body built in place",
                    arguments(Stream.of(inPlace, parameters)),
                    inPlace,
                    body,
                    with("builder" + set + ".build()", behind)));
            if (extensions.containsKey("x-java-flat-body")) {
                overloads.addAll(flat(left.get(0), begun, parameters));
            } else if (!set.isEmpty() && left.stream().noneMatch(each -> each.required)) {
                overloads.add(new Overload(
                        "nothing else in the body",
                        arguments(Stream.of(parameters)),
                        with(begun + ".build()", behind)));
            }
        } else if (body.isEmpty() && !params.isEmpty()) {
            Argument inPlace = given("params", "Consumer<" + params + ".Builder>", "sets the optional parameters");
            if (operation.queryParams.stream().noneMatch(each -> each.required)) {
                overloads.add(new Overload("no parameter set", targets, with(params + ".builder().build()")));
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
    private List<Overload> flat(CodegenProperty first, String begun, @Nullable Argument parameters) {
        List<CodegenProperty> inner = first.isContainer ? List.of() : types.properties(first.complexType);
        String value = first.name;
        Argument argument = argument(first, first.name, Words.label(operation, first.name, first.baseName));
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
        List<Overload> overloads = new ArrayList<>();
        overloads.add(new Overload(
                "the one thing that the body holds",
                arguments(Stream.of(argument, parameters)),
                argument,
                null,
                with(begun + "." + first.name + "(" + value + ").build()", behind)));
        if (value.equals(first.name) && Types.isListOfValues(first) && parameters == null) {
            String item = first.items.datatypeWithEnum;
            overloads.add(new Overload(
                    "the items one by one",
                    arguments(Stream.of(
                            unchecked("first", item, "the first item"), unchecked("more", item + "...", "the others"))),
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
        boolean inBody = operation.bodyParam != null;
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
                Words.list(page.get("order")),
                prepared(prepare, with(next)));
    }

    // What is behind the calls

    private Operation operation() {
        return new Operation(
                operation,
                name,
                prepare,
                answer,
                Words.sentence(operation.summary),
                description(),
                answer == null ? null : Words.answered(operation),
                targets,
                choosing
                        ? arguments(operation.queryParams.stream()
                                .map(each -> unchecked(Words.name(each), "@Nullable " + each.dataType, "")))
                        : arguments(Stream.of(bodyArgument(true), paramsArgument())),
                operation.allParams.stream().map(this::value).collect(joining(", ")),
                operation.allParams.stream().map(Calls::sent).toList(),
                documented(),
                Serving.of(group, operation),
                page,
                query,
                calls());
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
        return new Sent(
                annotations + (parameter.isQueryParam && !parameter.required ? " @Nullable" : ""),
                parameter.dataType,
                Words.name(parameter),
                parameter.baseName,
                "");
    }

    private List<Argument> documented() {
        List<Argument> documented = new ArrayList<>(targets.list());
        operation.pathParams.stream().filter(Calls::isSetting).forEach(each -> documented.add(argument(each, "")));
        operation.queryParams.forEach(each -> documented.add(argument(each, Bounds.words(each))));
        if (operation.bodyParam != null) {
            documented.add(given("body", "", Words.ofBody(operation.bodyParam)));
        }
        return documented;
    }

    // Extensions

    private List<Map<String, Object>> list(String extension) {
        return Words.list(extensions.get(extension));
    }

    private static String text(Map<?, ?> map, String key, String otherwise) {
        return Objects.toString(map.get(key), otherwise);
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }
}
