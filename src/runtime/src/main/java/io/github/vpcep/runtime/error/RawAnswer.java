package io.github.vpcep.runtime.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the server, as an exception keeps it. Immutable. Public so that tests can build the exceptions
 * that they want their code to meet.
 */
public final class RawAnswer implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int status;
    private final @Nullable String requestId;

    @SuppressWarnings("serial") // A tree map in an unmodifiable one, with lists of List.copyOf.
    private final Map<String, List<String>> headers;

    private final String body;

    private RawAnswer(
            String operation, int status, @Nullable String requestId, Map<String, List<String>> headers, String body) {
        this.operation = operation;
        this.status = status;
        this.requestId = requestId;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns an answer without headers and request id.
     *
     * @param operation the operation's id in the API's documents, such as {@code ListEndpoints}
     * @param status the HTTP status
     * @param body the whole body as text, empty when there was none
     */
    public static RawAnswer of(String operation, int status, String body) {
        return new RawAnswer(operation, status, null, Collections.emptyMap(), body);
    }

    /** Returns this answer with the id that the server gave the request, null for none. */
    public RawAnswer withRequestId(@Nullable String requestId) {
        return new RawAnswer(operation, status, requestId, headers, body);
    }

    /** Returns this answer with headers, of which a copy is kept. */
    public RawAnswer withHeaders(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new RawAnswer(operation, status, requestId, Collections.unmodifiableMap(copy), body);
    }

    /** Returns the operation's id in the API's documents. */
    public String operation() {
        return operation;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the id that the server gave the request, or null when it gave none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Returns the headers; unmodifiable, names are found without regard to letter case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the whole body as text, empty when there was none. */
    public String body() {
        return body;
    }

    /** Shows everything but headers and body. */
    @Override
    public String toString() {
        return "RawAnswer[operation=" + operation + ", status=" + status + ", requestId=" + requestId + "]";
    }
}
