package io.github.vpcep.sandbox.http;

import io.github.vpcep.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it is sent. */
public final class HttpAnswer {
    /** The media type. */
    public static final String JSON = "application/json";

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

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** Null when it is no error. */
    public @Nullable ErrorCode code() {
        return code;
    }

    /** Null when there is no body. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** All but the type and the length. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The bytes, not to be changed. */
    public byte[] body() {
        return body;
    }

    /** One that is no error. */
    public static HttpAnswer of(int status, @Nullable String contentType, byte[] body) {
        return new HttpAnswer(status, null, contentType, Map.of(), body);
    }

    /** An error, in JSON. */
    public static HttpAnswer error(int status, ErrorCode code, byte[] body) {
        return new HttpAnswer(status, code, JSON, Map.of(), body);
    }

    /** This one with more headers. */
    public HttpAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpAnswer(status, code, contentType, all, body);
    }

    /** This one with one header more. */
    public HttpAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new HttpAnswer(status, code, contentType, all, body);
    }
}
