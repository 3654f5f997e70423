package io.github.vpcep.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request the one way in which both sides hash it. Made from the path and query as they are sent: whatever was
 * percent-encoded there in another style, or needlessly, is written here in the one style, and never twice.
 */
final class CanonicalRequest {
    private static final String HEX = "0123456789ABCDEF";

    private CanonicalRequest() {}

    /**
     * Returns the text to hash.
     *
     * @param headers the signed headers by lower-case name
     * @param names the names of these headers as the signature lists them
     */
    static String of(OutgoingRequest request, SortedMap<String, String> headers, String names, String bodyHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        path(text, request.path());
        text.append('\n');
        query(text, request.query());
        text.append('\n');
        headers.forEach(
                (name, value) -> text.append(name).append(':').append(value).append('\n'));
        return text.append('\n').append(names).append('\n').append(bodyHash).toString();
    }

    /** A slash ends every segment; empty segments at the end are left out. */
    private static void path(StringBuilder out, String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        for (int i = 0; i < end; ) {
            int slash = path.indexOf('/', i);
            int stop = slash < 0 || slash > end ? end : slash;
            out.append(encoded(path.substring(i, stop), false)).append('/');
            i = stop + 1;
        }
        if (end == 0) {
            out.append('/');
        }
    }

    /** Sorted by encoded name; the values of one name stay in their order. */
    private static void query(StringBuilder out, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i <= query.length(); ) {
            int next = query.indexOf('&', i);
            int stop = next < 0 ? query.length() : next;
            if (stop > i) {
                parameters.add(Parameter.of(query.substring(i, stop)));
            }
            i = stop + 1;
        }
        parameters.sort(Comparator.comparing(Parameter::name));
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            out.append(i == 0 ? "" : "&").append(parameter.name()).append('=').append(parameter.value());
        }
    }

    private record Parameter(String name, String value) {
        static Parameter of(String part) {
            int equals = part.indexOf('=');
            return equals < 0
                    ? new Parameter(encoded(part, true), "")
                    : new Parameter(
                            encoded(part.substring(0, equals), true), encoded(part.substring(equals + 1), true));
        }
    }

    /** Returns text that is percent-encoded somehow, with all but the unreserved characters of RFC 3986 encoded. */
    private static String encoded(String text, boolean plusIsSpace) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i];
            if (b == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) >= 0 && digit(bytes[i + 2]) >= 0) {
                b = digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]);
                i += 2;
            } else if (b == '+' && plusIsSpace) {
                b = ' ';
            }
            if (isUnreserved(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.toString();
    }

    /** Returns whether encoding would change nothing, as with most of what is sent. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~".indexOf(b) >= 0;
    }

    private static int digit(byte b) {
        return Character.digit((char) b, 16);
    }
}
