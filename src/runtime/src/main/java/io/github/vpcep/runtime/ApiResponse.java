package io.github.vpcep.runtime;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a call returned, together with the HTTP answer that it was read from. Immutable but for the value.
 *
 * @param <T> the type of the value
 */
public final class ApiResponse<T extends @Nullable Object> {
    private final T value;
    private final int status;
    private final Map<String, List<String>> headers;
    private final @Nullable String requestId;
    private final String rawBody;

    private ApiResponse(
            T value, int status, Map<String, List<String>> headers, @Nullable String requestId, String rawBody) {
        this.value = value;
        this.status = status;
        this.headers = headers;
        this.requestId = requestId;
        this.rawBody = rawBody;
    }

    /**
     * Returns an answer made of its parts. Public so that tests can build the answers that their code is to meet.
     *
     * @param value what the call returned
     * @param status the HTTP status
     * @param headers the headers of the answer
     * @param requestId the id that the server gave the request, null when it gave none
     * @param rawBody the body as text, empty when there was none
     */
    public static <T extends @Nullable Object> ApiResponse<T> of(
            T value, int status, Map<String, List<String>> headers, @Nullable String requestId, String rawBody) {
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new ApiResponse<>(value, status, Collections.unmodifiableMap(copy), requestId, rawBody);
    }

    /** Returns what the call returned. */
    public T value() {
        return value;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the headers of the answer; names are found without regard to letter case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the id that the server gave the request (to quote to its support), or null when it gave none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns the body as text, as it came but for compression; empty when there was none. Nothing is hidden in it: a
     * server that repeats the request repeats its secrets. What exceptions keep is safe to log, this is not.
     */
    public String rawBody() {
        return rawBody;
    }

    /** Shows everything but headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + ", requestId=" + requestId + ", value=" + value + "]";
    }
}
