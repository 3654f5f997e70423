package io.github.vpcep.sandbox.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent.
 *
 * @param method the HTTP method
 * @param path still encoded
 * @param query still encoded, null when there is none
 * @param headers by name in lower case
 * @param body the bytes; null when they are more than a request may have
 */
record HttpRequest(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, byte @Nullable [] body) {
    /** The value of a header, several joined by commas; null when it was not sent. */
    @Nullable
    String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
    }
}
