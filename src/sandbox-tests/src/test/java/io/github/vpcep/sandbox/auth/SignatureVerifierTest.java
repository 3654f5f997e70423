package io.github.vpcep.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that are signed, and the sentence that each usual mistake in them gets. */
class SignatureVerifierTest {
    private static final String DATE = "20260131T080000Z";
    private static final Account ALICE = Known.account("d1", "p1", "AK1", "SK1", "token-1");
    private static final String NO_BODY = SignedText.sha256(new byte[0]);
    private static final String BODY_HASH = SignedText.sha256("{}".getBytes(StandardCharsets.UTF_8));
    private static final String HEAD =
            "host:h.example:8080\nx-auth-token:secret\nx-other:1:80\nx-sdk-date:" + DATE + "\n";
    private static final String NAMES = "host;x-auth-token;x-other;x-sdk-date";
    private static final String PATH = "/v1/p1/a%3Ab/";
    private static final String QUERY = "endpoint=x&id=a%3Ab&limit=5";

    private final Accounts accounts = Accounts.of(ALICE);
    private final SandboxClock clock = new SandboxClock(new StandingClock(Instant.parse("2026-01-31T08:00:00Z")));
    private final SignatureVerifier verifier = new SignatureVerifier(accounts, clock);
    private final TemporaryKeys keys = new TemporaryKeys(accounts, clock);

    private static String signature(String lines) {
        String hash = SignedText.sha256(lines.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Secrets.hmac("SK1", "SDK-HMAC-SHA256\n" + DATE + "\n" + hash));
    }

    private Account verify(String lines) {
        String authorization = "SDK-HMAC-SHA256 Access=AK1, SignedHeaders=" + NAMES + ", Signature=" + signature(lines);
        HttpRequest request = new HttpRequest(
                "POST",
                "/v1/p1/a:b",
                "limit=5&id=a:b&endpoint=x",
                Map.of(
                        "host", List.of("h.example:8080"),
                        "x-auth-token", List.of(" secret "),
                        "x-other", List.of("1:80"),
                        "x-sdk-date", List.of(" " + DATE + " ")),
                "{}".getBytes(StandardCharsets.UTF_8));
        return verifier.verify(request, " " + authorization + " ");
    }

    private static String lines(String path, String query, String head, String bodyHash) {
        return String.join("\n", "POST", path, query, head, NAMES, bodyHash);
    }

    @Test
    void linesAsTheyAreDescribed_areTheSignersAccount() {
        assertThat(verify(lines(PATH, QUERY, HEAD, BODY_HASH))).isEqualTo(ALICE);
    }

    private void assertSaid(String lines, String said) {
        assertThatThrownBy(() -> verify(lines))
                .hasMessageEndingWith("The signature was made over another request" + said);
    }

    @Test
    void usualMistake_isNamed() {
        assertSaid(lines("/v1/p1/a%3Ab", QUERY, HEAD, BODY_HASH), ": the line of the path lacks the slash at its end.");
        assertSaid(lines("/v1/p1/a:b/", QUERY, HEAD, BODY_HASH), ": the line of the path is not encoded anew.");
        assertSaid(
                lines(PATH, "limit=5&id=a%3Ab&endpoint=x", HEAD, BODY_HASH), ": the line of the query is not sorted.");
        assertSaid(
                lines(PATH, "limit=5&id=a:b&endpoint=x", HEAD, BODY_HASH),
                ": the line of the query is not encoded anew.");
        assertSaid(lines(PATH, "", HEAD, BODY_HASH), ": the line of the query is empty.");
        assertSaid(lines(PATH, QUERY, HEAD, NO_BODY), ": the hash of the body is that of no body.");
        assertSaid(
                lines(PATH, QUERY, HEAD.replace(":8080", ""), BODY_HASH),
                ": the line of the header host lacks the port.");
    }

    @Test
    void anyOtherMistake_isToldByTheWholeRequest_withoutSecrets() {
        assertSaid(
                lines(PATH, "", HEAD, NO_BODY),
                " or with another secret key. The request that arrived: POST | " + PATH + " | " + QUERY
                        + " | host:h.example:8080 | x-auth-token:*** | x-other:1:80 | x-sdk-date:" + DATE + " |  | "
                        + NAMES + " | "
                        + BODY_HASH);
    }

    /** One whose signature is right for these headers and that secret. */
    private Account verify(String key, String secret, String names, Map<String, String> headers) {
        Map<String, List<String>> sent = new HashMap<>();
        headers.forEach((name, value) -> sent.put(name, List.of(value)));
        sent.put("x-sdk-date", List.of(DATE));
        HttpRequest unsigned = new HttpRequest("GET", "/v1/p1/a", null, sent, new byte[0]);
        String lines = SignedText.of(unsigned, new byte[0], List.of(names.split(";", -1)))
                .text();
        String hash = SignedText.sha256(lines.getBytes(StandardCharsets.UTF_8));
        String signature = HexFormat.of().formatHex(Secrets.hmac(secret, "SDK-HMAC-SHA256\n" + DATE + "\n" + hash));
        return verifier.verify(
                unsigned, "SDK-HMAC-SHA256 Access=" + key + ", SignedHeaders=" + names + ", Signature=" + signature);
    }

    @Test
    void securityToken_isOfTheKeyThatSigns() {
        TemporaryKeys.Key first = keys.issue(ALICE, Duration.ofHours(1));
        TemporaryKeys.Key second = keys.issue(ALICE, Duration.ofHours(1));
        String name = "x-security-token";
        Map<String, String> ofFirst = Map.of(name, " " + first.securityToken() + " ");

        assertThat(verify(first.id(), first.secret(), "x-sdk-date", ofFirst)).isEqualTo(ALICE);
        assertThat(verify("AK1", "SK1", "x-sdk-date", Map.of(name, " "))).isEqualTo(ALICE);
        assertThatThrownBy(() -> verify(second.id(), first.secret(), "x-sdk-date", ofFirst))
                .hasMessageEndingWith("is that of another access key.");
        assertThatThrownBy(() -> verify("AK1", "SK1", "x-sdk-date", Map.of(name, "none")))
                .hasMessageEndingWith("is unknown or has expired.");
    }

    @Test
    void headers_areThoseThatAreNamed() {
        assertThat(verify("AK1", "SK1", "x-sdk-date", Map.of("x-sdk-content-sha256", " " + NO_BODY + " ")))
                .isEqualTo(ALICE);
        assertThatThrownBy(() -> verify("AK1", "SK1", "x-sdk-date;", Map.of()))
                .hasMessageEndingWith("The signed header  did not arrive.");
    }

    @Test
    void headerOfAnotherForm_isShownWithoutItsBlanks() {
        HttpRequest request = new HttpRequest("GET", "/", null, Map.of(), new byte[0]);

        assertThatThrownBy(() -> verifier.verify(request, "  SDK-HMAC-SHA256 Credential=a/sdk_request  "))
                .hasMessageContaining("says SDK-HMAC-SHA256 with Credential=…/sdk_request; taken is");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a/",
        "/a/, /a/",
        "/a//, /a/",
        "/a//b, /a//b/",
        "/a%20b/%C3%BC, /a%20b/%C3%BC/",
        "/%7e%7E~._-, /~~~._-/",
        "/%41%5a%5B%60%7a%7b, /AZ%5B%60z%7B/",
        "/%2F%30%39%3a, /%2F09%3A/",
        "/a+b, /a%2Bb/",
        "/%, /%25/",
        "/%4, /%254/",
        "/%4g, /%254g/",
        "/%g4, /%25g4/",
        "/%41, /A/"
    })
    void path_isEncodedAnew_andEndsWithASlash(String path, String line) {
        assertThat(text(path, null).path()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "&&, ''",
        "a, a=",
        "a=, a=",
        "=a, =a",
        "b=2&a=1, a=1&b=2",
        "a=2&a=1, a=2&a=1",
        "a=b=c, a=b%3Dc",
        "a+b=c+d, a%20b=c%20d",
        "b%3D=1&b=%2B, b=%2B&b%3D=1"
    })
    void query_isEncodedAnew_andSortedByName(String query, String line) {
        assertThat(text("/", query).query()).isEqualTo(line);
    }

    private static SignedText text(String path, @Nullable String query) {
        return SignedText.of(new HttpRequest("GET", path, query, Map.of(), new byte[0]), new byte[0], List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "X-Auth-Token",
                "x-security-token",
                "X-SUBJECT-TOKEN",
                "Cookie",
                "proxy-authorization",
                "X-Sandbox-Key"
            })
    void headerWithASecret_isKnown(String name) {
        assertThat(Secrets.isSecret(name)).isTrue();
        assertThat(Secrets.isSecret(name + "x")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SDK-HMAC-SHA256, true",
        "' SDK-HMAC-SHA256 ', true",
        "SDK-HMAC-SHA256 Access=a, true",
        "SDK-HMAC-SHA256X, false",
        "SDK-HMAC-SHA25, false",
        ", false"
    })
    void signatureOfTheKindThatIsTaken_isToldByItsFirstWord(@Nullable String authorization, boolean meant) {
        assertThat(SignatureVerifier.isMeant(authorization)).isEqualTo(meant);
    }
}
