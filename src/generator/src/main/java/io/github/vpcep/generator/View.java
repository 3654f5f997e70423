package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.oas.models.ExternalDocumentation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates of a group lay out: names, types and words are decided. What is null is a section left out. */
final class View {
    private View() {}

    /** A tag of the contract. */
    record Group(String description, String operationIds, Face sync, Face async, List<Operation> operations) {}

    /** One of the two interfaces of a group: its calls wait for the answer, or they give a future. */
    record Face(boolean isAsync, List<Call> calls) {
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
     * A method of a face. {@code made} is the expression that gives its result, or the page that begins {@code pages}.
     */
    record Call(
            String name,
            String type,
            String summary,
            @Nullable String description,
            String operationId,
            boolean deprecated,
            Arguments arguments,
            @Nullable String returned,
            @Nullable ExternalDocumentation see,
            List<Overload> overloads,
            String made,
            @Nullable Pages pages,
            @Nullable Wait waiting) {
        String types() {
            return arguments.types();
        }

        boolean answers() {
            return !type.equals("void");
        }
    }

    /**
     * A shorter way to make a call: {@code how}, with what it checks first, with what it builds in place, and with what
     * it gives to the call.
     */
    record Overload(
            String how,
            Arguments arguments,
            @Nullable Argument checked,
            @Nullable String builder,
            String values) {}

    /** The request from which pages are fetched, and the expression that makes it of a call's arguments. */
    record Pages(Page page, String from, String source) {}

    /** How an operation lists. */
    record Page(
            String name,
            String item,
            String items,
            String key,
            String size,
            boolean inBody,
            String request,
            @Nullable String unordered,
            @Nullable String order,
            String next) {}

    /** What a call waits for. */
    record Wait(
            String name,
            Arguments arguments,
            boolean gone,
            @Nullable String failed,
            String goal) {}

    /** How a call is refused that was carried out before, and where its answer is found then. */
    record Done(String codes, @Nullable String place) {}

    /** An operation of the contract and how it is sent. */
    record Operation(
            String id,
            String javaId,
            String name,
            List<String> calls,
            String constant,
            String method,
            String path,
            String prepare,
            @Nullable String answer,
            boolean idempotent,
            @Nullable Done done,
            boolean anonymous,
            boolean deprecated,
            String summary,
            @Nullable String description,
            @Nullable String returned,
            @Nullable ExternalDocumentation see,
            Arguments targets,
            Arguments arguments,
            String sent,
            List<Sent> wire,
            List<Argument> documented,
            Served served,
            List<Wait> waits,
            @Nullable Page page,
            @Nullable Params params) {
        boolean hasBody() {
            return wire.stream().anyMatch(each -> each.name().equals("body"));
        }

        /** As Retrofit wants it: the path relative and never empty, and no body with DELETE unless it is told so. */
        String annotation() {
            String relative = path.equals("/") ? "." : path.substring(1);
            return hasBody() && method.equals("DELETE")
                    ? "@HTTP(method = \"DELETE\", path = \"" + relative + "\", hasBody = true)"
                    : "@" + method + "(\"" + relative + "\")";
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
            @Nullable Query query) {
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

    /** The class that holds the parameters of a query on the server's side. */
    record Query(String type, String operation, List<QueryParam> list) {}

    /** One of them: how Jakarta REST injects and checks it, and what it is when it was not sent. */
    record QueryParam(
            String name,
            String type,
            String wire,
            String injected,
            String checks,
            boolean required,
            boolean nullable,
            boolean deprecated,
            String description,
            @Nullable String sent,
            @Nullable String otherwise) {}

    /** The class that holds the parameters of a query. */
    record Params(String type, String operation, List<Param> list) {}

    /** A parameter of a query. */
    record Param(
            String name,
            String type,
            String wire,
            String label,
            boolean required,
            boolean deprecated,
            String description,
            @Nullable String otherwise) {}

    /** The type of a list's items. */
    record Items(String type, boolean pair) {}

    /** How a value is made in short: of these arguments, and many of a map if it is a pair of texts. */
    record Value(Arguments arguments, String set, boolean pair) {}
}
