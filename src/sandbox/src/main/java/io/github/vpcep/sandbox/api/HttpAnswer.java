package io.github.vpcep.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it is sent. */
final class HttpAnswer {
    static final String JSON = "application/json";

    private final int status;
    private final @Nullable String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    HttpAnswer(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Null when there is no body. */
    @Nullable
    String contentType() {
        return contentType;
    }

    /** All but the type and the length. */
    Map<String, String> headers() {
        return headers;
    }

    /** The bytes, not to be changed. */
    byte[] body() {
        return body;
    }

    static HttpAnswer of(int status, String contentType, byte[] body) {
        return new HttpAnswer(status, contentType, Map.of(), body);
    }

    /** This one with one header more. */
    HttpAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new HttpAnswer(status, contentType, all, body);
    }
}
