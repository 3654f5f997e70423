package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;

/** What the templates of a group lay out: names, types and words are decided. What is null is a section left out. */
final class View {
    private View() {}

    /** A tag of the contract. */
    record Group(String description, String operationIds, Face sync, Face async) {
        /** For what an operation has whichever face it is called by. */
        List<Operation> operations() {
            return sync.operations();
        }
    }

    /** One of the two interfaces of a group: its calls wait for the answer, or they give a future. */
    record Face(boolean isAsync, List<Operation> operations) {
        Face face() {
            return this;
        }
    }

    /** A parameter of a Java method; {@code check} is the runtime's method that it must pass, under the label. */
    record Argument(
            String name,
            String type,
            String description,
            @Nullable String check,
            String label) {}

    /** The parameters of a Java method as its declaration, its callers and links to it write them. */
    record Arguments(List<Argument> list) {
        String declared() {
            return each(argument -> argument.type() + " " + argument.name());
        }

        String names() {
            return each(Argument::name);
        }

        /** Erased, so that methods with the same are the same to the compiler. */
        String types() {
            return each(argument -> argument.type().replaceAll("<.*", ""));
        }

        private String each(Function<Argument, String> text) {
            return list.stream().map(text).collect(joining(", "));
        }

        Arguments and(List<Argument> more) {
            return new Arguments(Stream.concat(list.stream(), more.stream()).toList());
        }
    }

    /**
     * A method of a face. {@code made} is the expression that gives its result, or the page that begins {@code pages};
     * {@code stands} is what it sets in the body, and {@code chosen} the one parameter of the query that it sends. It
     * is plain if it sends the request once, and any failure is one.
     */
    record Call(
            String name,
            String type,
            String summary,
            @Nullable String description,
            Arguments arguments,
            @Nullable String returned,
            List<Overload> overloads,
            String made,
            @Nullable Pages pages,
            @Nullable Wait waiting,
            List<Stands> stands,
            @Nullable String chosen,
            boolean isPlain) {
        String types() {
            return arguments.types();
        }

        boolean answers() {
            return !type.equals("void");
        }
    }

    /** A property of the body that a call sets: to an expression, or to nothing. */
    record Stands(String property, @Nullable String value) {}

    /**
     * A shorter way to make a call: {@code how}, with what it checks first, with what it builds in place, and with what
     * it gives to the call.
     */
    record Overload(
            String how,
            Arguments arguments,
            @Nullable Argument checked,
            @Nullable String builder,
            String values) {
        Overload(String how, Arguments arguments, String values) {
            this(how, arguments, null, null, values);
        }
    }

    /** The expressions for the request from which pages are fetched, of a call's arguments, and for the pages. */
    record Pages(String from, String source) {}

    /** How an operation lists. */
    record Page(
            String name,
            String item,
            String items,
            String key,
            String size,
            boolean inBody,
            String request,
            List<Map<String, Object>> order,
            String next) {
        boolean isOrdered() {
            return !order.isEmpty();
        }
    }

    /** What a call waits for. */
    record Wait(boolean gone, @Nullable String failed, String goal) {}

    /** An operation of the contract, how it is sent, and the calls of a face that send it. */
    record Operation(
            CodegenOperation stock,
            String name,
            String prepare,
            @Nullable String answer,
            String summary,
            @Nullable String description,
            @Nullable String returned,
            Arguments targets,
            Arguments arguments,
            String sent,
            List<Sent> wire,
            List<Argument> documented,
            Served served,
            @Nullable Page page,
            @Nullable Params params,
            List<Call> calls) {
        String id() {
            return stock.operationIdOriginal;
        }

        /** The calls that do no more than send the request. */
        List<Call> plain() {
            return calls.stream().filter(Call::isPlain).toList();
        }

        String constant() {
            return stock.operationIdSnakeCase.toUpperCase(Locale.ROOT);
        }

        /** As Retrofit wants it: the path relative and never empty, and no body with DELETE unless it is told so. */
        String annotation() {
            String relative = stock.path.equals("/") ? "." : stock.path.substring(1);
            return stock.getHasBodyParam() && stock.httpMethod.equals("DELETE")
                    ? "@HTTP(method = \"DELETE\", path = \"" + relative + "\", hasBody = true)"
                    : "@" + stock.httpMethod + "(\"" + relative + "\")";
        }
    }

    /** A parameter on its way over the wire, with the annotations that say so. */
    record Sent(String annotations, String type, String name, String wire, String description) {}

    /** The method that serves an operation, and what a router reads for it. */
    record Served(
            List<Sent> arguments,
            List<Read> reads,
            String body,
            String status,
            @Nullable Params query) {
        String names() {
            return reads.stream().map(Read::name).collect(joining(", "));
        }
    }

    /** What is read of a request: the expression that gives it, and what is set on that if it is a builder. */
    record Read(String type, String name, String from, List<String> set) {
        boolean isBuilt() {
            return !set.isEmpty();
        }
    }

    /** The class that holds the parameters of a query, inside of {@code owner}. */
    record Params(String owner, String holder, String operation, boolean isServed, List<Param> list) {}

    /**
     * One of them: how Jakarta REST injects and checks it, and what it is when it was not sent, as text and in Java.
     */
    record Param(
            String name,
            String type,
            String wire,
            String label,
            boolean required,
            boolean nullable,
            boolean deprecated,
            String description,
            String injected,
            @Nullable String sent,
            @Nullable String otherwise) {}

    /**
     * A bound of a value in a body: the annotation of Bean Validation, its message if it is not its own, its element.
     */
    record Constraint(
            String annotation,
            @Nullable String message,
            String element,
            @Nullable Object bound) {}

    /** The type of a list's items. */
    record Items(String type, boolean pair) {}

    /** How a value is made in short: of these arguments, and many of a map if it is a pair of texts. */
    record Value(Arguments arguments, String set, boolean pair) {}
}
