package io.github.vpcep.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent.
 *
 * @param status the HTTP status
 * @param contentType null when there is no body
 * @param headers all others
 * @param body the bytes, not to be changed
 */
record HttpAnswer(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {
    static final String JSON = "application/json";

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
