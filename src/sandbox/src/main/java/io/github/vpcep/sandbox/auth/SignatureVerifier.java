package io.github.vpcep.sandbox.auth;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recomputes the signature of a request and, when it is another, says where the two sides differ. */
final class SignatureVerifier {
    static final String ALGORITHM = "SDK-HMAC-SHA256";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            ALGORITHM + "\\s+Access=([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-fA-F]{64})");
    private static final String TAKEN =
            ALGORITHM + " Access=…, SignedHeaders=…, Signature=… with 64 hexadecimal digits";

    /** A name such as SDK-HMAC-SM3, with parameters after it. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,39})\\s.*", Pattern.DOTALL);

    private static final Pattern CREDENTIAL = Pattern.compile("\\bCredential=\\S*/sdk_request\\b");
    /** Strict: the 31st of February is no other day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final TemporaryKeys temporary;
    private final SandboxClock clock;

    SignatureVerifier(Accounts accounts, SandboxClock clock) {
        this.accounts = accounts;
        this.temporary = new TemporaryKeys(accounts, clock);
        this.clock = clock;
    }

    /** Whether a header claims to be a signature of the kind that is taken. */
    static boolean isMeant(@Nullable String authorization) {
        if (authorization == null || !authorization.strip().startsWith(ALGORITHM)) {
            return false;
        }
        String rest = authorization.strip().substring(ALGORITHM.length());
        return rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
    }

    /** What is wrong with a header of another kind, or of another form. */
    static Problem notTaken(String authorization) {
        Matcher scheme = SCHEME.matcher(authorization);
        // What has no scheme may be a secret that somebody put there as it is.
        String came = scheme.matches() ? scheme.group(1) : "something without the name of an algorithm";
        return refusal("The header Authorization says " + came + formOf(authorization) + "; taken is " + TAKEN
                + ", or a token in X-Auth-Token.");
    }

    private static String formOf(String authorization) {
        return CREDENTIAL.matcher(authorization).find() ? " with Credential=…/sdk_request" : "";
    }

    /** The account whose key signed the request, or throws what is wrong with the signature. */
    Account verify(HttpRequest request, String authorization) {
        Matcher parts = AUTHORIZATION.matcher(authorization.strip());
        if (!parts.matches()) {
            throw CREDENTIAL.matcher(authorization).find()
                    ? notTaken(authorization.strip())
                    : refusal("The header Authorization is not of the form " + TAKEN + ".");
        }
        Signer signer = signer(parts.group(1), request.header("x-security-token"));
        byte[] body = BodyLimit.body(request);
        List<String> names = List.of(parts.group(2).split(";", -1));
        checkHeaders(request, names);
        String date = String.valueOf(request.header("x-sdk-date"));
        checkDate(date);
        SignedText text = SignedText.of(request, body, names);
        checkStatedHash(request, text);
        String given = parts.group(3).toLowerCase(Locale.ROOT);
        if (!isMadeOver(text, given, date, signer.secretKey())) {
            throw refusal(difference(request, text, given, date, signer.secretKey()));
        }
        return signer.account();
    }

    private record Signer(Account account, String secretKey) {}

    private Signer signer(String accessKey, @Nullable String securityToken) {
        if (securityToken == null || securityToken.isBlank()) {
            Account account = accounts.byAccessKey(accessKey)
                    .orElseThrow(() -> refusal("No account has this access key. A temporary one comes with its security"
                            + " token, in X-Security-Token."));
            return new Signer(account, account.secretKey());
        }
        TemporaryKeys.Key key = temporary
                .find(securityToken.strip())
                .orElseThrow(() -> refusal("The security token in X-Security-Token is unknown or has expired."));
        if (!key.id().equals(accessKey)) {
            throw refusal("The security token in X-Security-Token is that of another access key.");
        }
        return new Signer(key.account(), key.secret());
    }

    private static void checkHeaders(HttpRequest request, List<String> names) {
        if (!names.contains("x-sdk-date")) {
            throw refusal("The header X-Sdk-Date is not among the signed headers.");
        }
        for (String name : names) {
            if (request.header(name) == null) {
                throw refusal("The signed header " + name + " did not arrive.");
            }
        }
    }

    private void checkDate(String text) {
        Instant date;
        try {
            date = LocalDateTime.parse(text.strip(), DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw refusal("The header X-Sdk-Date is not a time such as 20260131T080000Z.");
        }
        List<Instant> times = clock.signatureTimes();
        if (times.stream().noneMatch(time -> Duration.between(date, time).abs().compareTo(TOLERANCE) <= 0)) {
            throw refusal("The header X-Sdk-Date says " + text + ", more than 15 minutes away from "
                    + DATE.format(times.get(0).atOffset(ZoneOffset.UTC)) + ", the time of the server.");
        }
    }

    private static void checkStatedHash(HttpRequest request, SignedText text) {
        String stated = request.header("x-sdk-content-sha256");
        if (stated != null && !stated.strip().equalsIgnoreCase(text.bodyHash())) {
            throw refusal("The hash of the body differs: X-Sdk-Content-Sha256 is not that of the bytes that arrived, "
                    + text.bodyHash() + ".");
        }
    }

    private static boolean isMadeOver(SignedText text, String given, String date, String secretKey) {
        String hash = SignedText.sha256(text.text().getBytes(StandardCharsets.UTF_8));
        byte[] expected = Secrets.hmac(secretKey, ALGORITHM + "\n" + date.strip() + "\n" + hash);
        return Secrets.same(HexFormat.of().formatHex(expected), given);
    }

    /** Tries what usual mistakes make of a line: the one that gives the signature is the one that was made. */
    private static String difference(
            HttpRequest request, SignedText text, String given, String date, String secretKey) {
        for (Map.Entry<String, SignedText> mistake : mistakes(request, text).entrySet()) {
            if (isMadeOver(mistake.getValue(), given, date, secretKey)) {
                return "The signature was made over another request: " + mistake.getKey();
            }
        }
        return "The signature was made over another request or with another secret key. The request that arrived: "
                + text.shown();
    }

    private static Map<String, SignedText> mistakes(HttpRequest request, SignedText text) {
        Map<String, SignedText> mistakes = new LinkedHashMap<>();
        String path = text.path();
        mistakes.put(
                "the line of the path lacks the slash at its end.",
                text.withPath(path.substring(0, path.length() - 1)));
        mistakes.put("the line of the path is not encoded anew.", text.withPath(request.path() + "/"));
        mistakes.put("the line of the query is not sorted.", text.withQuery(SignedText.query(request.query(), false)));
        mistakes.put("the line of the query is not encoded anew.", text.withQuery(String.valueOf(request.query())));
        mistakes.put("the line of the query is empty.", text.withQuery(""));
        mistakes.put("the hash of the body is that of no body.", text.withBodyHash(SignedText.sha256(new byte[0])));
        mistakes.put("the line of the header host lacks the port.", text.withHeaders(withoutPort(text.headers())));
        return mistakes;
    }

    private static List<String> withoutPort(List<String> headers) {
        return headers.stream()
                .map(line -> line.startsWith("host:") ? line.replaceFirst(":[0-9]+$", "") : line)
                .toList();
    }

    private static Problem refusal(String reason) {
        return new Problem(ErrorCode.AUTHENTICATION_FAILED, ErrorCode.AUTHENTICATION_FAILED.message() + " " + reason);
    }
}
