package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.Running.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of who calls has one request that only it refuses, and a neighbour that passes. */
class RefusedCallersTest {
    private static final Account OTHER_PROJECT = ALICE.toBuilder()
            .projectId("a0000000000000000000000000000003")
            .token("token-alice-3")
            .build();

    @SuppressWarnings("NullAway.Init")
    private static Running server;

    @BeforeAll
    static void start() {
        server = new Running(Limits.standard(), Settings.standard(), Accounts.of(ALICE, OTHER_PROJECT, BOB));
        // To a whole second, as dates are.
        Instant now = server.clock.instant();
        server.clock.move(
                Duration.between(now, now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A request of Alice, signed as the algorithm is described; what a test changes in {@link #sent} is not signed. */
    private static final class Signed {
        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
        private static final String CONTENT = "x-sdk-content-sha256";

        private final Sent sent = new Sent();
        private final Map<String, String> headers = new TreeMap<>();
        private final Set<String> names = new TreeSet<>(Set.of("host", "x-sdk-date"));
        private String method = "GET";
        private String path = ENDPOINTS;
        private String query = "limit=5&offset=1";
        private String body = "";
        private String key = ALICE.accessKey();
        private String secret = ALICE.secretKey();
        private String date = "";

        /** What arrives otherwise than it was signed. */
        private static final class Sent {
            private final Map<String, @Nullable String> headers = new TreeMap<>();
            private @Nullable String method;
            private @Nullable String path;
            private @Nullable String query;
            private @Nullable String body;
            private UnaryOperator<String> authorization = UnaryOperator.identity();
        }

        void datedAfter(Duration difference) {
            date = DATE.format(server.clock.instant().plus(difference).atOffset(ZoneOffset.UTC));
        }

        void states(String text) {
            headers.put(CONTENT, sha256(text));
        }

        private static String sha256(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private String signature() {
            try {
                String sorted = Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
                String lines = names.stream()
                        .map(name -> name + ":" + headers.getOrDefault(name, "") + "\n")
                        .collect(Collectors.joining());
                String request = method + "\n" + path + "/\n" + sorted + "\n" + lines + "\n" + String.join(";", names)
                        + "\n" + sha256(body);
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of()
                        .formatHex(mac.doFinal(("SDK-HMAC-SHA256\n" + date + "\n" + sha256(request))
                                .getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> send() {
            headers.put("host", server.uri().getAuthority());
            headers.put("x-sdk-date", date);
            headers.put(
                    "authorization",
                    sent.authorization.apply("SDK-HMAC-SHA256 Access=" + key + ", SignedHeaders="
                            + String.join(";", names) + ", Signature=" + signature()));
            sent.headers.forEach((name, value) -> {
                if (value == null) {
                    headers.remove(name);
                } else {
                    headers.put(name, value);
                }
            });
            headers.remove("host");
            String arriving = sent.body == null ? body : sent.body;
            HttpRequest.Builder request = server.open(
                            (sent.path == null ? path : sent.path) + "?" + (sent.query == null ? query : sent.query))
                    .method(sent.method == null ? method : sent.method, BodyPublishers.ofString(arriving));
            headers.forEach(request::setHeader);
            return server.send(request);
        }
    }

    private static Arguments row(String name, @Nullable String refusal, Consumer<Signed> change) {
        return Arguments.of(name, refusal, change);
    }

    static Stream<Arguments> signatures() {
        Duration most = Duration.ofMinutes(15);
        String other = "was made over another request";
        return Stream.of(
                row("as it should be", null, s -> {}),
                row("as old as may be", null, s -> s.datedAfter(most.negated())),
                row(
                        "a second older",
                        "15 minutes",
                        s -> s.datedAfter(most.plusSeconds(1).negated())),
                row("as far ahead as may be", null, s -> s.datedAfter(most)),
                row("a second farther ahead", "15 minutes", s -> s.datedAfter(most.plusSeconds(1))),
                row("a day of the future", "15 minutes", s -> s.datedAfter(Duration.ofDays(1))),
                row("a date of another form", "is not a time such as", s -> s.date = s.date.replace("Z", "+0000")),
                row("a day that is none", "is not a time such as", s -> s.date = "20260231T080000Z"),
                row("no date", "did not arrive", s -> s.sent.headers.put("x-sdk-date", null)),
                row("a date that is not signed", "not among the signed headers", s -> s.names.remove("x-sdk-date")),
                row("a header that need not be signed", null, s -> s.headers.put("x-other", "a")),
                row("a header that is signed", null, s -> {
                    s.headers.put("x-other", "a");
                    s.names.add("x-other");
                }),
                row("a signed header that is changed", other, s -> {
                    s.headers.put("x-other", "a");
                    s.names.add("x-other");
                    s.sent.headers.put("x-other", "b");
                }),
                row("a signed header that is lost", "signed header x-lost did not arrive", s -> s.names.add("x-lost")),
                row("the hash of the body, stated", null, s -> s.states("")),
                row("the hash of another body, stated", "hash of the body differs", s -> s.states("a")),
                row("the hash of another body, stated and signed", "hash of the body differs", s -> {
                    s.states("a");
                    s.names.add(Signed.CONTENT);
                }),
                row("a body", null, s -> {
                    s.method = "POST";
                    s.body = "{\"a\":1}";
                }),
                row("a body that is changed", other, s -> {
                    s.method = "POST";
                    s.body = "{\"a\":1}";
                    s.sent.body = "{\"a\":2}";
                }),
                row("a method that is changed", other, s -> s.sent.method = "DELETE"),
                row("a path that is changed", other, s -> s.sent.path = SERVICES),
                row("a project that is changed", other, s -> s.sent.path = s.path.replace("0001", "0003")),
                row("a query in another order", null, s -> s.sent.query = "offset=1&limit=5"),
                row("a query that is changed", other, s -> s.sent.query = "limit=6&offset=1"),
                row("a query that is added to", other, s -> s.sent.query = "limit=5&offset=1&id=a"),
                row("a query that is cut", other, s -> s.sent.query = "limit=5"),
                row(
                        "another date than the signed one",
                        other,
                        s -> s.sent.headers.put(
                                "x-sdk-date",
                                Signed.DATE.format(
                                        server.clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC)))),
                row("a key that nobody has", "No account has this access key", s -> s.key = "AK-NOBODY"),
                row("a key in other letters", "No account has this access key", s -> s.key = "ak-alice"),
                row("the secret of another account", "another secret key", s -> s.secret = BOB.secretKey()),
                row("the secret in other letters", "another secret key", s -> s.secret = "sk-alice"),
                row(
                        "a signature in capitals",
                        null,
                        s -> s.sent.authorization = a -> a.substring(0, a.length() - 64)
                                + a.substring(a.length() - 64).toUpperCase(Locale.ROOT)),
                row(
                        "a signature that is too short",
                        "is not of the form",
                        s -> s.sent.authorization = a -> a.substring(0, a.length() - 1)),
                row(
                        "no signature",
                        "is not of the form",
                        s -> s.sent.authorization = a -> a.replaceFirst(", Signature=.*", "")),
                row(
                        "no names of headers",
                        "is not of the form",
                        s -> s.sent.authorization = a -> a.replaceFirst(" SignedHeaders=[^,]*,", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void signature_withOneFault_isRefusedForIt(String name, @Nullable String refusal, Consumer<Signed> change) {
        Signed request = new Signed();
        request.datedAfter(Duration.ZERO);
        change.accept(request);
        HttpResponse<String> answer = request.send();

        if (refusal == null) {
            assertThat(answer.statusCode()).as(answer.body()).isNotIn(401, 403, 500);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.body()).contains("EndPoint.0003", refusal).doesNotContain(ALICE.secretKey());
        }
    }

    /** What was signed is shown, so that a client finds its mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"x-auth-token", "x-subject-token", "cookie"})
    void secretThatIsSigned_isNotRepeatedInTheRefusal(String name) {
        Signed request = new Signed();
        request.datedAfter(Duration.ZERO);
        request.headers.put(name, "top-secret");
        request.headers.put("x-other", "shown");
        request.names.addAll(Set.of(name, "x-other"));
        request.secret = "wrong";

        assertThat(request.send().body())
                .contains("x-other:shown", name + ":***")
                .doesNotContain("top-secret", ALICE.secretKey());
    }

    @ParameterizedTest
    @CsvSource({"'', w", "' ', w", "u, ''", "u, ' '"})
    void userWithoutANameOrPassword_isNoAccount(String user, String password) {
        Account.Builder account = ALICE.toBuilder().user(user, password);
        assertThatIllegalArgumentException().isThrownBy(account::build).withMessageEndingWith(" is blank");
    }

    @ParameterizedTest(name = "{0} of {1} at the project of {2}")
    @CsvSource({
        "token, alice, alice, 200",
        "token, alice, other, 403",
        "token, alice, bob, 403",
        "token, alice, nobody, 403",
        "token, other, other, 200",
        "token, other, alice, 403",
        "token, bob, bob, 200",
        "token, bob, alice, 403",
        "key, alice, alice, 200",
        "key, alice, other, 200",
        "key, alice, bob, 403",
        "key, alice, nobody, 403",
        "key, bob, bob, 200",
        "key, bob, other, 403",
        "iam, alice, alice, 200",
        "iam, alice, other, 403",
        "iam, other, other, 200",
        "iam, other, alice, 403",
        "iam, alice, bob, 403"
    })
    void credential_reachesItsOwnProjects_andNoOther(String kind, String who, String where, int status) {
        String path = ENDPOINTS.replace(
                ALICE.projectId(),
                where.equals("nobody")
                        ? "a0000000000000000000000000000009"
                        : named(where).projectId());
        HttpResponse<String> answer;
        if (kind.equals("key")) {
            Signed request = new Signed();
            request.datedAfter(Duration.ZERO);
            request.key = named(who).accessKey();
            request.secret = named(who).secretKey();
            request.path = path;
            answer = request.send();
        } else {
            String token = kind.equals("token") ? named(who).token() : issued(named(who));
            answer = server.send(server.open(path).header("X-Auth-Token", token));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static Account named(String name) {
        return switch (name) {
            case "alice" -> ALICE;
            case "other" -> OTHER_PROJECT;
            case "bob" -> BOB;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String issued(Account account) {
        return iam(byPassword(
                        account.domainId(),
                        "\"alice\"",
                        "\"secret of alice\"",
                        "\"id\":\"" + account.projectId() + "\""))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    private static HttpResponse<String> iam(String body) {
        return server.send(server.open("/v3/auth/tokens").POST(BodyPublishers.ofString(body)));
    }

    /** A request for a token; names and secrets as JSON, without them when empty. */
    private static String byPassword(String domain, String user, String password, String project) {
        return body(
                "password",
                "\"user\":{\"domain\":{\"name\":\"" + domain + "\"}" + field("name", user) + field("password", password)
                        + "}",
                project);
    }

    private static String byKey(String key, String secret, String project) {
        return body(
                "hw_ak_sk",
                "\"access\":{\"key\":" + key + "},\"secret\":{"
                        + field("key", secret).replaceFirst(",", "") + "}",
                project);
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : ",\"" + name + "\":" + value;
    }

    private static String body(String method, String identity, String project) {
        return "{\"auth\":{\"identity\":{\"methods\":[\"" + method + "\"],\"" + method + "\":{" + identity
                + "}},\"scope\":{\"project\":{" + project + "}}}}";
    }

    static Stream<Arguments> askedForTokens() {
        String mine = ALICE.domainId();
        String alice = "\"alice\"";
        String right = "\"secret of alice\"";
        String region = "\"name\":\"cn-north-4\"";
        return Stream.of(
                Arguments.of("a password", byPassword(mine, alice, right, region), ALICE, 201),
                Arguments.of("another password", byPassword(mine, alice, "\"secret of bob\"", region), null, 401),
                Arguments.of(
                        "a password in other letters",
                        byPassword(mine, alice, "\"Secret of alice\"", region),
                        null,
                        401),
                Arguments.of("an empty password", byPassword(mine, alice, "\"\"", region), null, 401),
                Arguments.of("a password of null", byPassword(mine, alice, "null", region), null, 400),
                Arguments.of("no password", byPassword(mine, alice, "", region), null, 400),
                Arguments.of("another user", byPassword(mine, "\"bob\"", right, region), null, 401),
                Arguments.of("no user", byPassword(mine, "", right, region), null, 400),
                Arguments.of(
                        "the user in another account", byPassword(BOB.domainId(), alice, right, region), null, 401),
                Arguments.of("an account without users", byPassword(BOB.domainId(), "\"\"", "\"\"", region), null, 401),
                Arguments.of(
                        "an account without users, null",
                        byPassword(BOB.domainId(), "null", "null", region),
                        null,
                        400),
                Arguments.of(
                        "an account without users, nothing", byPassword(BOB.domainId(), "", "", region), null, 400),
                Arguments.of("a key", byKey("\"AK-ALICE\"", "\"SK-ALICE\"", region), ALICE, 201),
                Arguments.of("another's secret key", byKey("\"AK-ALICE\"", "\"SK-BOB\"", region), null, 401),
                Arguments.of("an empty secret key", byKey("\"AK-ALICE\"", "\"\"", region), null, 401),
                Arguments.of("no secret key", byKey("\"AK-ALICE\"", "", region), null, 400),
                Arguments.of("a key that nobody has", byKey("\"AK-CAROL\"", "\"SK-ALICE\"", region), null, 401),
                Arguments.of(
                        "the other project by its id",
                        byPassword(mine, alice, right, "\"id\":\"" + OTHER_PROJECT.projectId() + "\""),
                        OTHER_PROJECT,
                        201),
                Arguments.of(
                        "the other project by its name",
                        byKey("\"AK-ALICE\"", "\"SK-ALICE\"", "\"name\":\"" + OTHER_PROJECT.projectId() + "\""),
                        OTHER_PROJECT,
                        201),
                Arguments.of(
                        "another account's project",
                        byPassword(mine, alice, right, "\"id\":\"" + BOB.projectId() + "\""),
                        null,
                        401),
                Arguments.of("another region", byPassword(mine, alice, right, "\"name\":\"cn-north-1\""), null, 401),
                Arguments.of("no project", byPassword(mine, alice, right, ""), null, 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("askedForTokens")
    void token_isIssuedToWhomItIsDue_andToNobodyElse(String name, String body, @Nullable Account owner, int status) {
        HttpResponse<String> answer = iam(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (owner == null) {
            assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
        } else {
            assertThat(answer.body()).contains(owner.projectId());
        }
    }
}
