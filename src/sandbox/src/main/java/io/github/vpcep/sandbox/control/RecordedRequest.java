package io.github.vpcep.sandbox.control;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox has answered.
 *
 * @param operationId the operation as documented, for example {@code ListEndpoints}
 * @param requestId the value of {@code X-Request-Id} in the answer
 * @param method the HTTP method
 * @param path the path as it was sent, as all texts without its end when that is beyond 16,384 characters
 * @param query the query as it was sent, or null
 * @param headers by name in lower case, with {@code ***} in place of secrets
 * @param body the body
 * @param status the HTTP status of the answer
 */
public record RecordedRequest(
        String operationId,
        String requestId,
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        String body,
        int status) {
    private static final int HEADER_SIZE = 100;

    /** Copies. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /** This one with none of its texts longer than that. */
    RecordedRequest cutTo(int length) {
        Map<String, String> shorter = new HashMap<>();
        headers.forEach((name, value) -> shorter.put(cut(name, length), cut(value, length)));
        return new RecordedRequest(
                operationId,
                requestId,
                method,
                cut(path, length),
                query == null ? null : cut(query, length),
                shorter,
                cut(body, length),
                status);
    }

    /** The characters of all its texts, and as many for each header as it takes to keep one. */
    int size() {
        int size = path.length() + (query == null ? 0 : query.length()) + body.length();
        for (Map.Entry<String, String> each : headers.entrySet()) {
            size += each.getKey().length() + each.getValue().length() + HEADER_SIZE;
        }
        return size;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
