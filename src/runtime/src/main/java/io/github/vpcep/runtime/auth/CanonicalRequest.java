package io.github.vpcep.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
     * @param headers the signed headers
     * @param names the names of these headers as the signature lists them
     */
    static String of(OutgoingRequest request, SignedHeaders headers, String names, String bodyHash) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        path(text, request.path());
        text.append('\n');
        query(text, request.query());
        text.append('\n');
        headers.writeTo(text);
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
            int stop = slash < 0 ? end : slash;
            encode(out, path, i, stop, false);
            out.append('/');
            i = stop + 1;
        }
        if (end == 0) {
            out.append('/');
        }
    }

    /** Sorted by encoded name; the values of one name stay in their order. */
    private static void query(StringBuilder out, @Nullable String query) {
        if (query == null) {
            return;
        }
        List<String> parameters = new ArrayList<>();
        StringBuilder parameter = new StringBuilder();
        for (int i = 0; i < query.length(); ) {
            int next = query.indexOf('&', i);
            int stop = next < 0 ? query.length() : next;
            if (stop > i) {
                int equals = query.indexOf('=', i);
                int name = equals < 0 || equals > stop ? stop : equals;
                parameter.setLength(0);
                encode(parameter, query, i, name, true);
                parameter.append('=');
                encode(parameter, query, Math.min(name + 1, stop), stop, true);
                parameters.add(parameter.toString());
            }
            i = stop + 1;
        }
        parameters.sort(CanonicalRequest::byName);
        for (int i = 0; i < parameters.size(); i++) {
            out.append(i == 0 ? "" : "&").append(parameters.get(i));
        }
    }

    /** Compares what stands before the first equals sign: a name has none of its own, for it is encoded. */
    private static int byName(String one, String other) {
        int end = one.indexOf('=');
        int otherEnd = other.indexOf('=');
        for (int i = 0; i < Math.min(end, otherEnd); i++) {
            int difference = one.charAt(i) - other.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return end - otherEnd;
    }

    /** Writes text that is percent-encoded somehow, with all but the unreserved characters of RFC 3986 encoded. */
    private static void encode(StringBuilder out, String text, int start, int end, boolean plusIsSpace) {
        if (isPlain(text, start, end)) {
            out.append(text, start, end);
            return;
        }
        byte[] bytes = text.substring(start, end).getBytes(StandardCharsets.UTF_8);
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
    }

    /** Returns whether encoding would change nothing, as with most of what is sent. */
    private static boolean isPlain(String text, int start, int end) {
        for (int i = start; i < end; i++) {
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
