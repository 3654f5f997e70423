package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it is sent. */
final class HttpAnswer {
    static final String JSON = "application/json";

    private final int status;
    private final @Nullable ErrorCode code;
    private final @Nullable String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpAnswer(
            int status,
            @Nullable ErrorCode code,
            @Nullable String contentType,
            Map<String, String> headers,
            byte[] body) {
        this.status = status;
        this.code = code;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Null when it is no error. */
    @Nullable
    ErrorCode code() {
        return code;
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

    static HttpAnswer of(int status, @Nullable String contentType, byte[] body) {
        return new HttpAnswer(status, null, contentType, Map.of(), body);
    }

    static HttpAnswer error(int status, ErrorCode code, byte[] body) {
        return new HttpAnswer(status, code, JSON, Map.of(), body);
    }

    /** This one with one header more. */
    HttpAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new HttpAnswer(status, code, contentType, all, body);
    }
}
