package io.github.vpcep.router;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What came over the wire, as any HTTP library can tell it. */
public interface Request {
    /** The method, in capitals. */
    String method();

    /** The path, still percent-encoded, beginning with a slash. */
    String path();

    /** What stands behind the question mark, still percent-encoded; null when there is none. */
    @Nullable
    String query();

    /**
     * The value of a header, several joined by commas; null when it was not sent.
     *
     * @param lowerCaseName the name in lower case
     */
    @Nullable
    String header(String lowerCaseName);

    /**
     * The value of a parameter behind the question mark, decoded, the first if it was sent twice; null when it was not
     * sent.
     *
     * @throws RefusedException if what stands there is not percent-encoded UTF-8
     */
    default @Nullable String parameter(String name) {
        return new Query(query()).first(name);
    }

    /**
     * Whether the header {@code Content-Type} says that the body is JSON.
     *
     * @throws RefusedException if it says no media type
     */
    default boolean isJson() {
        String type = header("content-type");
        return type != null && MediaType.of(type, "Content-Type").isJson();
    }

    /** The bytes of the body, which are only read; null, or none, when there is no body. */
    byte @Nullable [] body();

    /**
     * A request of these parts.
     *
     * @param method the method, in capitals
     * @param path the path, still percent-encoded
     * @param query what stands behind the question mark, still percent-encoded, or null
     * @param headers gives the value of a header, or null, by its name in lower case
     * @param body the bytes of the body, or null
     */
    static Request of(
            String method,
            String path,
            @Nullable String query,
            UnaryOperator<@Nullable String> headers,
            byte @Nullable [] body) {
        return new Request() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public @Nullable String query() {
                return query;
            }

            @Override
            public @Nullable String header(String lowerCaseName) {
                return headers.apply(lowerCaseName);
            }

            @Override
            public byte @Nullable [] body() {
                return body;
            }
        };
    }
}
