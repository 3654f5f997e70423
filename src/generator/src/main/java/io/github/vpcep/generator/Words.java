package io.github.vpcep.generator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** The Java names and the Javadoc of what the contract has. */
final class Words {
    /** What every type, or every class of parameters, has already. */
    static final Set<String> TAKEN =
            words("additionalProperties additionalProperty build builder clone finalize getClass hashCode "
                    + "notify notifyAll toBuilder toString wait");

    /** What generated code imports by these names. */
    static final Set<String> TYPES =
            words("ApiCall ApiResponse Arguments AsyncPage Body Call CallOptions Chunk ClientBuilder "
                    + "CompletableFuture Consumer Contract Duration Engine Function Goal Instant Lists "
                    + "LocalDate Nullable Objects Operation Page PageSource Path Query Required Retrofit Waiter");

    private Words() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** A text as Javadoc begins with it, with the full stop that summaries go without. */
    static String sentence(@Nullable String text) {
        return text == null || text.isEmpty() || text.endsWith(".") ? Objects.toString(text, "") : text + ".";
    }

    static String name(CodegenOperation operation) {
        return name(operation.vendorExtensions, operation.operationId);
    }

    static String name(CodegenParameter parameter) {
        return name(parameter.vendorExtensions, parameter.isBodyParam ? "body" : parameter.paramName);
    }

    static String name(CodegenProperty property) {
        return name(property.vendorExtensions, property.name);
    }

    private static String name(Map<String, Object> extensions, String otherwise) {
        return Objects.toString(extensions.get("x-java-name"), otherwise);
    }

    /**
     * Since when the documents have it, and what it is known from if not from them; sentences that follow a
     * description.
     */
    static String since(Map<String, Object> extensions) {
        Object since = extensions.get("x-since");
        Object from = extensions.get("x-known-from");
        return (since == null ? "" : " Since " + since + ".") + (from == null ? "" : " Known from " + from + " only.");
    }

    /** What the contract says of the body of a request. */
    static String ofBody(CodegenParameter body) {
        String said = Objects.toString(body.unescapedDescription, "");
        return said.isEmpty() ? "the body of the request" : said;
    }

    /** How an error names an argument: by operation, in Java and on the wire. */
    static String label(CodegenOperation operation, String name, String wire) {
        return operation.operationIdOriginal + ": " + name + " (\\\"" + wire + "\\\")";
    }

    /** The values of an extension that has a list of them, or one. */
    @SuppressWarnings("unchecked")
    static <T> List<T> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<T>) list : value == null ? List.of() : List.of((T) value);
    }

    /** What an operation answers when all is well. */
    static String answered(CodegenOperation operation) {
        return operation.responses.stream()
                .filter(response -> response.is2xx)
                .map(response -> response.message)
                .collect(Collectors.joining());
    }
}
