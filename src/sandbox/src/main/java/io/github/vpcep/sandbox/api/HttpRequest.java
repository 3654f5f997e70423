package io.github.vpcep.sandbox.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it was sent. */
final class HttpRequest {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final byte @Nullable [] body;

    HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** Still encoded. */
    String path() {
        return path;
    }

    /** Still encoded, null when there is none. */
    @Nullable
    String query() {
        return query;
    }

    /** By name in lower case. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** The bytes, not to be changed; null when they are more than a request may have. */
    byte @Nullable [] body() {
        return body;
    }

    /** The value of a header, several joined by commas; null when it was not sent. */
    @Nullable
    String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
    }
}
