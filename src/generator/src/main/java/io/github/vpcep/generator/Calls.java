package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Arguments;
import io.github.vpcep.generator.View.Body;
import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Choice;
import io.github.vpcep.generator.View.Choices;
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

    private final CodegenOperation operation;
    private final List<CodegenProperty> properties;
    private final Map<String, Object> extensions;
    private final String name;
    private final String prepare;
    private final @Nullable String answer;
    private final String body;
    private final String paramsType;
    private final String params;
    private final boolean flat;
    private final boolean choosing;
    private final Arguments targets;
    private final @Nullable Page page;

    /** Of an operation in a group, with the properties of its body. */
    Calls(String group, CodegenOperation operation, List<CodegenProperty> properties) {
        this.operation = operation;
        this.properties = properties;
        this.extensions = operation.vendorExtensions;
        this.name = Words.name(operation);
        this.prepare = "prepare" + operation.operationIdCamelCase;
        this.answer = operation.returnType;
        this.body = operation.bodyParam == null ? "" : operation.bodyParam.dataType;
        this.flat = extensions.containsKey("x-java-flat-body");
        this.choosing = list("x-java-calls").stream().anyMatch(each -> each.containsKey("parameter"));
        this.paramsType = choosing ? operation.operationIdCamelCase + "Params" : StringUtils.camelize(name) + "Params";
        this.params = operation.queryParams.isEmpty() ? "" : choosing ? paramsType : group + "." + paramsType;
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
                parameter.unescapedDescription + bounds,
                check(parameter.isString && !parameter.isEnumRef),
                label(Words.name(parameter), parameter.baseName));
    }

    private Argument argument(CodegenProperty property) {
        return new Argument(
                Words.name(property),
                property.datatypeWithEnum,
                property.unescapedDescription + Bounds.words(property),
                check(property.isString && !property.isEnumRef),
                label(Words.name(property), property.baseName));
    }

    /** The one item of a list, under a name of its own. */
    private Argument argument(CodegenProperty list, String name) {
        CodegenProperty item = list.items;
        return new Argument(
                name,
                item.datatypeWithEnum,
                item.unescapedDescription + Bounds.words(item),
                check(item.isString && !item.isEnumRef),
                inside(name, list.baseName));
    }

    private static String check(boolean text) {
        return text ? "requireNonBlank" : "requireNonNull";
    }

    private Argument given(String name, String type, String description) {
        return new Argument(name, type, description, "requireNonNull", label(name));
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

    private @Nullable Argument bodyArgument() {
        return body.isEmpty() ? null : given("body", body, "the body of the request");
    }

    private @Nullable Argument paramsArgument() {
        return params.isEmpty() ? null : given("params", params, "the optional parameters");
    }

    // Calls

    /** The calls of one face. */
    List<Call> calls(boolean isAsync) {
        List<Call> calls = new ArrayList<>();
        List<Map<String, Object>> intentions = list("x-java-calls");
        intentions.forEach(each -> calls.add(choosing ? chosen(each, isAsync) : intention(each, isAsync)));
        if (intentions.isEmpty()) {
            calls.add(plain(isAsync));
        }
        list("x-java-await").forEach(each -> calls.add(wait(each, isAsync)));
        return calls;
    }

    private Call plain(boolean isAsync) {
        Arguments arguments = arguments(Stream.of(bodyArgument(), paramsArgument()));
        String more = page == null || isAsync
                ? ""
                : " Its stream fetches the pages that follow"
                        + (page.order() == null ? "" : "; without other order the oldest come first") + ".";
        String from = page == null || page.order() == null
                ? "Arguments.requireNonNull(params, \"" + label("params") + "\")"
                : name + "InOrder(params)";
        Pages pages = pages("ordered", from);
        return new Call(
                name,
                type(isAsync, page, answer),
                summary(operation.summary),
                description(),
                operation.operationIdOriginal,
                arguments,
                answer == null ? isAsync ? DONE : null : Words.answered(operation) + more,
                operation.externalDocs,
                overloads(),
                pages == null
                        ? prepared(prepare, arguments.names()) + execute(isAsync, null)
                        : prepared(prepare, with("ordered")),
                pages,
                null);
    }

    private Call intention(Map<String, Object> call, boolean isAsync) {
        String callName = text(call, "name");
        Map<?, ?> picked = (Map<?, ?>) call.get("answer");
        Page paged = Boolean.TRUE.equals(call.get("page")) ? page : null;
        Arguments own = bodyArguments();
        Object property = picked == null ? null : picked.get("property");
        Object returns = call.get("returns");
        String returned = returns != null
                ? returns.toString()
                : property != null
                        ? "The {@code " + property + "} of the answer."
                        : answer == null ? DONE : Words.answered(operation);
        String request = callName + "Body(" + own.names() + ")";
        Object boxed = picked == null ? answer : picked.get("type");
        return new Call(
                callName,
                type(
                        isAsync,
                        paged,
                        picked != null && !isAsync && picked.containsKey("primitive")
                                ? picked.get("primitive")
                                : boxed),
                summary(text(call, "summary")),
                call.containsKey("description") ? text(call, "description") : description(),
                operation.operationIdOriginal,
                targets.and(own.list()),
                answer == null && !isAsync
                        ? null
                        : returned + (paged == null ? "" : " Its stream fetches the pages that follow."),
                operation.externalDocs,
                flat
                        ? List.of()
                        : List.of(new Overload("nothing set", targets, null, null, null, "", with("body -> {}"))),
                paged == null
                        ? prepared(prepare, with(request)) + execute(isAsync, property)
                        : prepared(prepare, with("request")),
                paged == null ? null : pages("request", request),
                null);
    }

    private Call chosen(Map<String, Object> call, boolean isAsync) {
        Choice choice = choice(call);
        return new Call(
                text(call, "name"),
                type(isAsync, null, answer),
                summary(operation.summary),
                description(),
                operation.operationIdOriginal,
                choice.arguments(),
                answer == null ? isAsync ? DONE : null : Words.answered(operation),
                operation.externalDocs,
                List.of(),
                prepared(choice.own(), choice.arguments().names()) + execute(isAsync, null),
                null,
                null);
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
                wait.arguments(),
                isAsync ? returned + "; holds no thread while it waits" : returned,
                null,
                List.of(),
                prepared(wait.name() + "Waiter", wait.arguments().names()) + ".await" + (wait.gone() ? "Gone" : "")
                        + (isAsync ? "Async()" : "()"),
                null,
                wait);
    }

    private String summary(String summary) {
        return summary + (operation.isDeprecated ? " Deprecated." : "");
    }

    private @Nullable String description() {
        return operation.unescapedNotes == null || operation.unescapedNotes.isEmpty() ? null : operation.unescapedNotes;
    }

    private static String type(boolean isAsync, @Nullable Page page, @Nullable Object answer) {
        if (isAsync) {
            return "CompletableFuture<"
                    + (page != null ? "AsyncPage<" + page.item() + ">" : answer == null ? "Void" : answer) + ">";
        }
        return page != null ? "Page<" + page.item() + ">" : answer == null ? "void" : answer.toString();
    }

    private String execute(boolean isAsync, @Nullable Object property) {
        if (isAsync) {
            return ".executeAsync(" + (property == null ? "" : answer + "::" + property) + ")";
        }
        return ".execute()" + (property == null ? "" : "." + property + "()");
    }

    private static String prepared(String method, String arguments) {
        return method + "(" + arguments + ")";
    }

    /** The targets' names and one more argument. */
    private String with(String argument) {
        return Stream.concat(targets.list().stream().map(Argument::name), Stream.of(argument))
                .collect(joining(", "));
    }

    private List<Overload> overloads() {
        Argument parameters = paramsArgument();
        if (!body.isEmpty()) {
            String behind = parameters == null ? "" : ", params";
            Overload inPlace = new Overload(
                    "the body built in place",
                    arguments(Stream.of(given("body", "Consumer<" + body + ".Builder>", ""), parameters)),
                    body,
                    "body",
                    null,
                    "",
                    with("builder.build()" + behind));
            if (!flat) {
                return List.of(inPlace);
            }
            CodegenProperty first = properties.get(0);
            Argument wrapped = argument(first);
            String value = wrapped.name();
            if (extensions.get("x-java-flat-body") instanceof Map<?, ?> inner) {
                String inmost = text(inner, "innermost");
                wrapped = new Argument(
                        inmost,
                        text(inner, "type"),
                        text(inner, "description"),
                        "requireNonNull",
                        inside(inmost, first.baseName));
                value = first.datatypeWithEnum + ".builder()." + wrapped.name() + "(" + wrapped.name() + ").build()";
            }
            return List.of(
                    inPlace,
                    new Overload(
                            "the one thing that the body holds",
                            arguments(Stream.of(wrapped, parameters)),
                            null,
                            null,
                            wrapped.name(),
                            wrapped.label(),
                            with(body + ".builder()." + Words.name(first) + "(" + value + ").build()" + behind)));
        }
        if (!params.isEmpty()) {
            return List.of(
                    new Overload(
                            "no parameter set", targets, null, null, null, "", with(params + ".builder().build()")),
                    new Overload(
                            "the parameters set in place",
                            arguments(Stream.of(given("params", "Consumer<" + params + ".Builder>", ""))),
                            params,
                            "params",
                            null,
                            "",
                            with("builder.build()")));
        }
        return List.of();
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
                text(page, "item"),
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

    private @Nullable Pages pages(String request, String from) {
        return page == null ? null : new Pages(page, request, from, prepared(name + "Pages", with(request)));
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
                summary(operation.summary),
                description(),
                answer == null ? null : Words.answered(operation),
                operation.externalDocs,
                targets,
                arguments(Stream.of(
                        bodyArgument(), choosing ? new Argument("params", params, "", null, "") : paramsArgument())),
                operation.allParams.stream().map(this::value).collect(joining(", ")),
                operation.allParams.stream().map(Calls::sent).toList(),
                documented(),
                operation.allParams.stream().map(Calls::served).toList(),
                choosing
                        ? List.of()
                        : list("x-java-calls").stream().map(this::body).toList(),
                choosing
                        ? new Choices(
                                paramsType,
                                list("x-java-calls").stream().map(this::choice).toList())
                        : null,
                list("x-java-await").stream().map(this::wait).toList(),
                page,
                params.isEmpty() || choosing ? null : params());
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
            return "params." + Words.name(parameter) + (choosing ? "" : "()");
        }
        return Words.name(parameter);
    }

    private static Sent sent(CodegenParameter parameter) {
        String annotations = parameter.isBodyParam
                ? "@Body"
                : (parameter.isPathParam ? "@Path" : "@Query") + "(\"" + parameter.baseName + "\")";
        return sent(annotations + (parameter.isQueryParam && !parameter.required ? " @Nullable" : ""), parameter, "");
    }

    private static Sent served(CodegenParameter parameter) {
        return parameter.isBodyParam
                ? sent(Bounds.annotations(parameter), parameter, "the body of the request")
                : sent(Bounds.annotations(parameter), parameter, parameter.unescapedDescription);
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

    private Choice choice(Map<String, Object> call) {
        Argument argument = operation.queryParams.stream()
                .filter(each -> Words.name(each).equals(call.get("parameter")))
                .map(each -> argument(each, Bounds.words(each)))
                .findFirst()
                .orElseThrow();
        return new Choice(
                "prepare" + StringUtils.camelize(text(call, "name")),
                argument,
                targets.and(List.of(argument)),
                with("params"));
    }

    private Arguments bodyArguments() {
        if (!flat) {
            return new Arguments(List.of(given(
                    "body",
                    "Consumer<" + body + ".Builder>",
                    "sets what the request holds besides what this call stands for")));
        }
        return new Arguments(properties.stream()
                .filter(each -> !isChosen(each))
                .map(each -> each.vendorExtensions.get("x-java-single") instanceof String single
                        ? argument(each, single)
                        : argument(each))
                .toList());
    }

    private static boolean isChosen(CodegenProperty property) {
        return property.vendorExtensions.containsKey("x-java-chosen");
    }

    private Body body(Map<String, Object> call) {
        StringBuilder set = new StringBuilder();
        list(call.get("without")).forEach(each -> set.append("." + each + "(null)"));
        for (CodegenProperty each : properties) {
            String setter = "." + Words.name(each);
            if (isChosen(each)) {
                set.append(setter + "(" + call.get("value") + ")");
            } else if (flat) {
                Object single = each.vendorExtensions.get("x-java-single");
                set.append(setter + "(" + (single == null ? Words.name(each) : "List.of(" + single + ")") + ")");
            }
        }
        return new Body(text(call, "name"), body, bodyArguments(), flat, set.toString());
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
                arguments(Stream.of(
                        named ? given(property, text(wait, "type"), "what to wait for") : null,
                        new Argument(
                                "timeout",
                                "Duration",
                                "how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take two seconds",
                                null,
                                ""))),
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
