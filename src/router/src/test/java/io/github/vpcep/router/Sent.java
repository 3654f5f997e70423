package io.github.vpcep.router;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of tests. */
final class Sent {
    private final String method;
    private final String path;
    private @Nullable String query;
    private final Map<String, String> headers = new HashMap<>();
    private byte @Nullable [] body;

    Sent(String method, String target) {
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? null : target.substring(mark + 1);
    }

    Sent header(String lowerCaseName, String value) {
        headers.put(lowerCaseName, value);
        return this;
    }

    Sent body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Sent body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Request request() {
        return Request.of(method, path, query, headers::get, body);
    }
}
