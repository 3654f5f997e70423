package io.github.vpcep.sandbox.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that the sandbox has answered. Immutable. */
public final class RecordedRequest {
    private static final int HEADER_SIZE = 100;

    private final String operationId;
    private final String requestId;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String> headers;
    private final String body;
    private final int status;
    private final List<String> unknown;

    private RecordedRequest(Builder from) {
        operationId = Objects.requireNonNull(from.operationId, "operationId");
        requestId = Objects.requireNonNull(from.requestId, "requestId");
        method = Objects.requireNonNull(from.method, "method");
        path = Objects.requireNonNull(from.path, "path");
        query = from.query;
        headers = Map.copyOf(from.headers);
        body = from.body;
        status = from.status;
        unknown = List.copyOf(from.unknown);
    }

    /** Begins one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The operation as documented, for example {@code ListEndpoints}. */
    public String operationId() {
        return operationId;
    }

    /** The value of {@code X-Request-Id} in the answer. */
    public String requestId() {
        return requestId;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path as it was sent, as all texts without its end when that is beyond 16,384 characters. */
    public String path() {
        return path;
    }

    /** The query as it was sent, null when there was none. */
    public @Nullable String query() {
        return query;
    }

    /** The headers by name in lower case, with {@code ***} in place of secrets. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body, empty when there was none. */
    public String body() {
        return body;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /**
     * What it has and the contract has not, and what was passed over or, by a strict sandbox, refused: parameters of
     * the query, as {@code ?colour}, and properties of the body, as {@code ports[0].colour}. The first 32. Empty as
     * well for a request that could not be read, or was not to be.
     */
    public List<String> unknown() {
        return unknown;
    }

    /** This one with none of its texts longer than that. */
    RecordedRequest cutTo(int length) {
        Map<String, String> shorter = new HashMap<>();
        headers.forEach((name, value) -> shorter.put(cut(name, length), cut(value, length)));
        return builder()
                .operation(operationId, requestId)
                .target(method, cut(path, length), query == null ? null : cut(query, length))
                .headers(shorter)
                .body(cut(body, length))
                .status(status)
                .unknown(unknown)
                .build();
    }

    /** The characters of all its texts, and as many for each header as it takes to keep one. */
    int size() {
        int size = path.length() + (query == null ? 0 : query.length()) + body.length();
        for (String each : unknown) {
            size += each.length();
        }
        for (Map.Entry<String, String> each : headers.entrySet()) {
            size += each.getKey().length() + each.getValue().length() + HEADER_SIZE;
        }
        return size;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordedRequest that
                && operationId.equals(that.operationId)
                && requestId.equals(that.requestId)
                && method.equals(that.method)
                && path.equals(that.path)
                && Objects.equals(query, that.query)
                && headers.equals(that.headers)
                && body.equals(that.body)
                && status == that.status;
    }

    @Override
    public int hashCode() {
        return Objects.hash(operationId, requestId);
    }

    @Override
    public String toString() {
        return operationId + " " + method + " " + path + (query == null ? "" : "?" + query) + " answered with " + status
                + " [" + requestId + "]";
    }

    /** Makes recorded requests. */
    public static final class Builder {
        private @Nullable String operationId;
        private @Nullable String requestId;
        private @Nullable String method;
        private @Nullable String path;
        private @Nullable String query;
        private Map<String, String> headers = Map.of();
        private String body = "";
        private int status;
        private List<String> unknown = List.of();

        private Builder() {}

        /** Sets the operation and the id of the request. */
        public Builder operation(String id, String request) {
            operationId = id;
            requestId = request;
            return this;
        }

        /** Sets what was asked for: the method, the path and the query, null for none. */
        public Builder target(String verb, String where, @Nullable String what) {
            method = verb;
            path = where;
            query = what;
            return this;
        }

        /** Sets the headers by name in lower case; copied. */
        public Builder headers(Map<String, String> all) {
            headers = all;
            return this;
        }

        /** Sets the body. */
        public Builder body(String text) {
            body = Objects.requireNonNull(text, "body");
            return this;
        }

        /** Sets the HTTP status of the answer. */
        public Builder status(int code) {
            status = code;
            return this;
        }

        /** Sets what the contract does not have; copied. */
        public Builder unknown(List<String> places) {
            unknown = places;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws NullPointerException if the operation or the target is not set
         */
        public RecordedRequest build() {
            return new RecordedRequest(this);
        }
    }
}
