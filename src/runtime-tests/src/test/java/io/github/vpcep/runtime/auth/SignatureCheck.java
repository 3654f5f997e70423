package io.github.vpcep.runtime.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of the signature: recomputes it from the request as it arrived, by decoding each part of the
 * request line and encoding it again. Shares no code with the client.
 */
final class SignatureCheck {
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) ([^ ?]*)(?:\\?([^ ]*))? HTTP/1.1");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("SDK-HMAC-SHA256 Access=(.+), SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private SignatureCheck() {}

    /** Returns null if the signature is right, else what it should have been made from. */
    static @Nullable String fault(RecordedRequest request, String sk) throws GeneralSecurityException {
        String given = request.getHeaders().get("Authorization");
        Matcher authorization = AUTHORIZATION.matcher(given == null ? "" : given);
        Matcher line = REQUEST_LINE.matcher(request.getRequestLine());
        if (!authorization.matches() || !line.matches()) {
            return "not signed: " + given;
        }
        List<String> parts = new ArrayList<>();
        parts.add(line.group(1));
        parts.add(Stream.of(line.group(2).replaceFirst("/+$", "").split("/", -1))
                .map(segment -> recoded(segment.replace("+", "%2B")) + "/")
                .collect(Collectors.joining()));
        parts.add(line.group(3) == null ? "" : query(line.group(3)));
        String names = authorization.group(2);
        for (String name : names.split(";", -1)) {
            parts.add(name + ":" + request.getHeaders().get(name));
        }
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        parts.addAll(List.of("", names, sha256(body)));
        String canonical = String.join("\n", parts);
        String toSign =
                "SDK-HMAC-SHA256\n" + request.getHeaders().get("X-Sdk-Date") + "\n" + sha256(canonical.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(sk.getBytes(UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(UTF_8)));
        return expected.equals(authorization.group(3)) ? null : canonical;
    }

    private static String query(String query) {
        List<String[]> parameters = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            String[] nameAndValue = part.split("=", 2);
            parameters.add(
                    new String[] {recoded(nameAndValue[0]), nameAndValue.length == 1 ? "" : recoded(nameAndValue[1])});
        }
        return parameters.stream()
                .sorted((a, b) -> a[0].compareTo(b[0]))
                .map(parameter -> parameter[0] + "=" + parameter[1])
                .collect(Collectors.joining("&"));
    }

    private static String recoded(String encoded) {
        return URLEncoder.encode(URLDecoder.decode(encoded, UTF_8), UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
