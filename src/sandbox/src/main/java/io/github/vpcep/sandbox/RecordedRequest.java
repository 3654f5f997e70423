package io.github.vpcep.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox has answered.
 *
 * @param operationId the operation as documented, for example {@code ListEndpoints}
 * @param requestId the value of {@code X-Request-Id} in the answer
 * @param method the HTTP method
 * @param path the path as it was sent
 * @param query the query as it was sent, or null
 * @param headers by name in lower case, with {@code ***} in place of secrets
 * @param body the body, its end left out when it is very long
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
    /** Copies. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }
}
