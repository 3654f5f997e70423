package io.github.vpcep.sandbox.auth;

import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a signature is made over, as this side writes them from the request that arrived. Written from the
 * description of the algorithm and apart from the client's signer: a mistake that both shared would not show.
 *
 * @param method the HTTP method
 * @param path every segment encoded anew and ended by a slash
 * @param query sorted by encoded name
 * @param headers a line for each signed header
 * @param names as the signature lists them
 * @param bodyHash of the bytes that arrived
 */
record SignedText(String method, String path, String query, List<String> headers, String names, String bodyHash) {
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase();

    static SignedText of(HttpRequest request, byte[] body, List<String> names) {
        List<String> headers = new ArrayList<>();
        for (String name : names) {
            headers.add(name + ":" + String.valueOf(request.header(name)).strip());
        }
        return new SignedText(
                request.method(),
                path(request.path()),
                query(request.query(), true),
                headers,
                String.join(";", names),
                sha256(body));
    }

    /** All lines in their order. */
    String text() {
        return String.join("\n", method, path, query, String.join("\n", headers), "", names, bodyHash);
    }

    SignedText withPath(String other) {
        return new SignedText(method, other, query, headers, names, bodyHash);
    }

    SignedText withQuery(String other) {
        return new SignedText(method, path, other, headers, names, bodyHash);
    }

    SignedText withHeaders(List<String> others) {
        return new SignedText(method, path, query, others, names, bodyHash);
    }

    SignedText withBodyHash(String other) {
        return new SignedText(method, path, query, headers, names, other);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String path(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        StringBuilder text = new StringBuilder();
        for (String segment : path.substring(0, end).split("/", -1)) {
            text.append(encode(decode(segment, false))).append('/');
        }
        return text.toString();
    }

    /** The query line; in the order of the request when not sorted. */
    static String query(@Nullable String query, boolean sorted) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        List<String[]> parameters = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                String[] sides = part.split("=", 2);
                String value = sides.length == 1 ? "" : encode(decode(sides[1], true));
                parameters.add(new String[] {encode(decode(sides[0], true)), value});
            }
        }
        if (sorted) {
            parameters.sort(Comparator.comparing(parameter -> parameter[0]));
        }
        return String.join(
                "&",
                parameters.stream()
                        .map(parameter -> parameter[0] + "=" + parameter[1])
                        .toList());
    }

    private static byte[] decode(String text, boolean plusIsBlank) {
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(from.length);
        int at = 0;
        while (at < from.length) {
            boolean escape = from[at] == '%'
                    && at + 2 < from.length
                    && HexFormat.isHexDigit(from[at + 1])
                    && HexFormat.isHexDigit(from[at + 2]);
            if (escape) {
                out.write(HexFormat.fromHexDigit(from[at + 1]) * 16 + HexFormat.fromHexDigit(from[at + 2]));
                at += 3;
            } else {
                out.write(plusIsBlank && from[at] == '+' ? ' ' : from[at]);
                at++;
            }
        }
        return out.toByteArray();
    }

    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            char c = (char) (each & 0xff);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~');
            if (kept) {
                text.append(c);
            } else {
                text.append('%').append(PERCENT.toHexDigits(each));
            }
        }
        return text.toString();
    }

    /** The lines in one, without the values of headers that hold secrets. */
    String shown() {
        List<String> lines = new ArrayList<>(List.of(method, path, query));
        headers.forEach(line -> {
            String name = line.substring(0, line.indexOf(':'));
            lines.add(Secrets.isSecret(name) ? name + ":***" : line);
        });
        lines.addAll(Arrays.asList("", names, bodyHash));
        return String.join(" | ", lines);
    }
}
