package io.github.vpcep.sandbox.http;

import io.github.vpcep.router.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it was sent. */
public final class HttpRequest implements Request {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final byte @Nullable [] body;
    private final @Nullable Refusal refusal;

    /** One that could be read. */
    public HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            byte @Nullable [] body) {
        this(method, path, query, headers, body, null);
    }

    private HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            byte @Nullable [] body,
            @Nullable Refusal refusal) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.refusal = refusal;
    }

    /** One of which not even the head could be read. */
    static HttpRequest unread(Refusal refusal) {
        return new HttpRequest("", "", null, Map.of(), new byte[0], refusal);
    }

    /** This one, to be refused. */
    HttpRequest refused(Refusal why) {
        return new HttpRequest(method, path, query, headers, body, why);
    }

    /** As it was sent; methods are told apart by case. */
    @Override
    public String method() {
        return method;
    }

    /** Still encoded, of visible characters of ASCII. Begins with a slash; {@code *} for the server as a whole. */
    @Override
    public String path() {
        return path;
    }

    /** Still encoded, null when there is none. */
    @Override
    public @Nullable String query() {
        return query;
    }

    /** By name in lower case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The bytes, not to be changed; null when they are more than a request may have. */
    @Override
    public byte @Nullable [] body() {
        return body;
    }

    /** Why it is to be refused whatever it asks for; null if it is not. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** The value of a header, several joined by commas; null when it was not sent. */
    @Override
    public @Nullable String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
    }
}
