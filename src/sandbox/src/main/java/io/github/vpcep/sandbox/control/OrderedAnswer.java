package io.github.vpcep.sandbox.control;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer that a test has ordered. Immutable. */
public final class OrderedAnswer {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");
    private static final String TYPE = "Content-Type";

    private final int status;
    private final Map<String, String> headers;
    private final @Nullable String contentType;
    private final byte[] body;

    private OrderedAnswer(int status, Map<String, String> headers, @Nullable String contentType, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.contentType = contentType;
        this.body = body;
    }

    static OrderedAnswer of(int status, Map<String, String> headers, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + "; allowed are 200 to 599");
        }
        if ((status == 204 || status == 304) && !body.isEmpty()) {
            throw new IllegalArgumentException("An answer with the status " + status + " has no body");
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("The header " + name + " cannot be sent");
            }
            if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("The header " + name + " is set by the server");
            }
            if (all.put(name, value) != null) {
                throw new IllegalArgumentException("The header " + name + " is given twice");
            }
        });
        String given = all.remove(TYPE);
        String type = given == null && !body.isEmpty() ? "application/json" : given;
        return new OrderedAnswer(status, new LinkedHashMap<>(all), type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers by name, but for the type of the body. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The type of the body; null for none. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** The bytes of the body, which are not to be changed. */
    public byte[] body() {
        return body;
    }
}
