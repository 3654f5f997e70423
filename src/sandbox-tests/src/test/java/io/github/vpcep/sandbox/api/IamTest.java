package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.ServerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IAM as OpenStack-style clients and the provider of Terraform sign in with it. */
class IamTest {
    private static final String TOKENS = "/v3/auth/tokens";
    private static final String PROJECT = "\"project\":{\"name\":\"cn-north-4\"}";
    private static final String KEY =
            "{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":{\"key\":\"AK-ALICE\"},\"secret\":{\"key\":\"SK-ALICE\"}}}";
    private static final String AGENCY =
            "{\"methods\":[\"hw_assume_role\"],\"hw_assume_role\":{\"domain_name\":\"D2\",\"xrole_name\":\"for-alice\"}}";
    private static final Account SECOND_PROJECT = ALICE.toBuilder()
            .projectId("a0000000000000000000000000000003")
            .token("token-alice-3")
            .build();

    /** Follows from the names of account and user, so that it is the same in each run. */
    private static final String ALICES_ID = "6076850bdbe13abd8ea4e9b13dac9e36";

    private static final Map<String, String> STANDING_FOR = Map.of(
            "D1", ALICE.domainId(),
            "D2", BOB.domainId(),
            "P1", ALICE.projectId(),
            "P2", BOB.projectId(),
            "P3", SECOND_PROJECT.projectId(),
            "T1", ALICE.token(),
            "U1", ALICES_ID);

    @SuppressWarnings("NullAway.Init")
    private static Running server;

    @BeforeAll
    static void start() {
        server = new Running(Limits.standard(), Settings.standard(), Accounts.of(ALICE, SECOND_PROJECT, BOB));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A request with the ids of accounts and projects in place of what stands for them. */
    private static HttpResponse<String> signIn(String identity, String scope) {
        String scoped = scope.isEmpty() ? "" : ",\"scope\":{" + scope + "}";
        String body = "{\"auth\":{\"identity\":" + identity + scoped + "}}";
        return server.send(server.request(TOKENS).POST(BodyPublishers.ofString(filled(body))));
    }

    /** Whole values only: a token may have such letters anywhere. */
    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : STANDING_FOR.entrySet()) {
            filled = filled.replace("\"" + each.getKey() + "\"", "\"" + each.getValue() + "\"");
        }
        return filled;
    }

    private static String password(String user, String password) {
        return "{\"methods\":[\"password\"],\"password\":{\"user\":{" + user + ",\"password\":\"" + password + "\"}}}";
    }

    private static String byToken(String token) {
        return "{\"methods\":[\"token\"],\"token\":{\"id\":\"" + token + "\"}}";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("X-Subject-Token").orElseThrow();
    }

    private static int list(String token, Account where) {
        return get("/v1/" + where.projectId() + "/vpc-endpoints", token).statusCode();
    }

    private static HttpResponse<String> get(String path, String token) {
        return server.send(server.open(path).header("X-Auth-Token", token));
    }

    private static HttpResponse<String> ofToken(String method, String subject) {
        return server.send(
                server.request(TOKENS).header("X-Subject-Token", subject).method(method, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":\"alice\",\"domain\":{\"name\":\"D1\"}",
                "\"name\":\"alice\",\"domain\":{\"id\":\"D1\"}",
                "\"id\":\"U1\""
            })
    void user_isKnownByNameAndById(String user) {
        assertThat(list(token(signIn(password(user, "secret of alice"), PROJECT)), ALICE))
                .isEqualTo(200);
        assertError(signIn(password(user, "secret of bob"), PROJECT), 401, "EndPoint.0003");
        assertError(
                signIn(password(user.replaceAll("alice|U1|D1", "mallory"), "secret of alice"), PROJECT),
                401,
                "EndPoint.0003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"project\":{\"name\":\"cn-north-4\"} | first",
                "\"project\":{\"name\":\"cn-north-4\",\"domain\":{\"name\":\"D1\"}} | first",
                "\"project\":{\"id\":\"P1\",\"domain\":{\"id\":\"D1\"}} | first",
                "\"project\":{\"id\":\"P1\",\"name\":\"cn-north-4\"} | first",
                "\"project\":{\"id\":null,\"name\":\"cn-north-4\"} | first",
                "\"project\":{\"id\":\"P3\"} | second",
                "\"project\":{\"name\":\"P3\"} | second",
                "\"domain\":{\"name\":\"D1\"} | none",
                "\"domain\":{\"id\":\"D1\"} | none",
                "| none"
            })
    void token_isOfItsScope_andOfNothingElse(String scope, String project) {
        String token = token(signIn(KEY, scope == null ? "" : scope));
        assertThat(list(token, ALICE)).isEqualTo(project.equals("first") ? 200 : 403);
        assertThat(list(token, SECOND_PROJECT)).isEqualTo(project.equals("second") ? 200 : 403);
        assertThat(get("/v3/projects", token).body())
                .as("a token of any scope may ask for the projects")
                .contains(ALICE.projectId(), SECOND_PROJECT.projectId())
                .doesNotContain(BOB.projectId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"project\":{\"id\":\"P2\"} | 401 | EndPoint.0003",
                "\"project\":{\"name\":\"cn-north-9\"} | 401 | EndPoint.0003",
                "\"project\":{\"id\":\"P3\",\"name\":\"cn-north-4\"} | 401 | EndPoint.0003",
                "\"project\":{\"id\":\"P1\",\"domain\":{\"id\":\"D2\"}} | 401 | EndPoint.0003",
                "\"domain\":{\"id\":\"D2\"} | 401 | EndPoint.0003",
                "\"domain\":{} | 400 | EndPoint.0002",
                "\"project\":{\"id\":7} | 400 | EndPoint.0002",
                "\"project\":{\"id\":\"P1\",\"domain\":{}} | 400 | EndPoint.0002",
                "\"project\":\"cn-north-4\" | 400 | EndPoint.0002",
                "\"domain\":{\"id\":\"D1\"},\"project\":{\"id\":\"P1\"} | 400 | EndPoint.0002",
                "\"system\":{\"all\":true} | 400 | EndPoint.0002"
            })
    void scope_thatIsNotTheUsersOrNone_isRefused(String scope, int status, String code) {
        assertError(signIn(KEY, scope), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 | EndPoint.0002",
                "7 | 400 | EndPoint.0002",
                "{\"methods\":[]} | 400 | EndPoint.0002",
                "{\"methods\":\"password\"} | 400 | EndPoint.0002",
                "{\"methods\":[\"password\",\"totp\"]} | 400 | EndPoint.0002",
                "{\"methods\":[\"mapped\"]} | 400 | EndPoint.0002",
                "{\"methods\":[\"password\"]} | 400 | EndPoint.0002",
                "{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"alice\",\"password\":\"x\"}}} | 400 | EndPoint.0002",
                "{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":7,\"password\":\"x\"}}} | 400 | EndPoint.0002",
                "{\"methods\":[\"token\"]} | 400 | EndPoint.0002",
                "{\"methods\":[\"token\"],\"token\":{\"id\":\"none\"}} | 401 | EndPoint.0003",
                "{\"methods\":[\"hw_assume_role\"]} | 400 | EndPoint.0002",
                "{\"methods\":[\"hw_assume_role\"],\"hw_assume_role\":{\"domain_name\":\"D2\",\"xrole_name\":\"none\"}} | 404 | EndPoint.0005",
                "{\"methods\":[\"hw_assume_role\"],\"hw_assume_role\":{\"domain_id\":\"D2\",\"xrole_name\":\"for-others\"}} | 403 | EndPoint.0004"
            })
    void identity_thatIsNoneOrNotKnown_isRefused(String identity, int status, String code) {
        HttpResponse<String> answer = signIn(identity, PROJECT);
        assertError(answer, status, code);
        assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
    }

    @Test
    void refusal_repeatsNoSecret() {
        assertThat(signIn(password("\"name\":\"mallory\",\"domain\":{\"name\":\"D1\"}", "guess-1"), PROJECT)
                        .body())
                .doesNotContain("guess-1");
        assertThat(signIn(password("\"name\":\"alice\"", "guess-2"), PROJECT).body())
                .doesNotContain("guess-2");
        assertThat(signIn(byToken("guess-3"), PROJECT).body()).doesNotContain("guess-3");
        assertThat(signIn(byToken("T1"), "\"project\":\"guess-4\"").body()).doesNotContain("guess-4");
        assertThat(ofToken("GET", "guess-5").body()).doesNotContain("guess-5");
    }

    @Test
    void agency_givesATokenOfTheOtherAccount() {
        HttpResponse<String> answer = signIn(AGENCY, PROJECT);
        String token = token(answer);

        assertThat(list(token, BOB)).isEqualTo(200);
        assertThat(list(token, ALICE)).isEqualTo(403);
        JsonNode told = json(answer).path("token");
        assertThat(told.path("methods").path(0).asText()).isEqualTo("hw_assume_role");
        assertThat(told.path("project").path("id").asText()).isEqualTo(BOB.projectId());
        assertThat(told.path("user").path("name").asText()).isEqualTo(BOB.domainId() + "/for-alice");
    }

    @Test
    void agency_isForCallersWithAToken() {
        String body = "{\"auth\":{\"identity\":" + filled(AGENCY) + "}}";
        assertError(server.send(server.open(TOKENS).POST(BodyPublishers.ofString(body))), 401, "EndPoint.0003");
        assertError(
                server.send(server.open(TOKENS).header("X-Auth-Token", "none").POST(BodyPublishers.ofString(body))),
                401,
                "EndPoint.0003");
    }

    @Test
    void token_tellsWhoseItIs_andWhereTheServicesAre() {
        JsonNode token = json(signIn(KEY, PROJECT)).path("token");

        assertThat(token.path("methods").path(0).asText()).isEqualTo("hw_ak_sk");
        assertThat(token.path("user").path("name").asText()).isEqualTo("alice");
        assertThat(token.path("user").path("id").asText()).isEqualTo(ALICES_ID);
        assertThat(token.path("user").path("domain").path("id").asText()).isEqualTo(ALICE.domainId());
        assertThat(token.path("project").path("id").asText()).isEqualTo(ALICE.projectId());
        assertThat(token.path("project").path("name").asText()).isEqualTo("cn-north-4");
        assertThat(token.path("project").path("domain").path("name").asText()).isEqualTo(ALICE.domainId());
        assertThat(token.path("roles").findValuesAsText("name")).containsExactly("te_admin");
        assertThat(token.path("catalog").findValuesAsText("url"))
                .containsExactly(server.uri() + "/v3", server.uri() + "/v1/" + ALICE.projectId());
        assertThat(token.path("expires_at").asText()).endsWith(".000000Z");
    }

    @Test
    void tokenOfAnAccount_tellsTheAccount_andNoProject() {
        JsonNode token = json(signIn(KEY, "\"domain\":{\"id\":\"D1\"}")).path("token");

        assertThat(token.path("domain").path("id").asText()).isEqualTo(ALICE.domainId());
        assertThat(token.has("project")).isFalse();
        assertThat(token.path("catalog").findValuesAsText("type")).containsExactly("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?nocatalog=true", "?nocatalog", "?nocatalog="})
    void catalog_isLeftOutOnDemand(String query) {
        String body = "{\"auth\":{\"identity\":" + KEY + ",\"scope\":{" + PROJECT + "}}}";
        assertThat(json(server.send(server.open(TOKENS + query).POST(BodyPublishers.ofString(body))))
                        .path("token")
                        .has("catalog"))
                .isFalse();
    }

    @Test
    void catalog_isToldToWhoeverMayCall() {
        assertThat(json(server.get("/v3/auth/catalog")).path("catalog").findValuesAsText("type"))
                .containsExactly("identity", "vpcep");
        assertError(server.send(server.open("/v3/auth/catalog")), 401, "EndPoint.0003");
    }

    @Test
    void token_isShown_asItWasGivenOut() {
        HttpResponse<String> given = signIn(AGENCY, PROJECT);
        String bobs = token(given);

        HttpResponse<String> shown = server.send(
                server.open(TOKENS).header("X-Auth-Token", BOB.token()).header("X-Subject-Token", bobs));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("X-Subject-Token")).hasValue(bobs);
        assertThat(json(shown)).isEqualTo(json(given));
        assertThat(ofToken("HEAD", ALICE.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void token_whichIsRevoked_isRefusedEverywhere() {
        String token = token(signIn(KEY, PROJECT));
        String other = token(signIn(KEY, PROJECT));
        assertThat(list(token, ALICE)).isEqualTo(200);

        assertThat(ofToken("DELETE", token).statusCode()).isEqualTo(204);

        assertError(get(ENDPOINTS, token), 401, "EndPoint.0003");
        assertError(get("/v3/projects", token), 401, "EndPoint.0003");
        assertError(signIn(byToken(token), PROJECT), 401, "EndPoint.0003");
        assertError(ofToken("GET", token), 404, "EndPoint.0005");
        assertThat(ofToken("HEAD", token).statusCode()).isEqualTo(404);
        assertError(ofToken("DELETE", token), 404, "EndPoint.0005");
        assertThat(list(other, ALICE)).isEqualTo(200);
    }

    @Test
    void token_whichIsRevoked_isRefusedInOtherLettersAsWell() {
        String token = token(signIn(KEY, PROJECT));
        ofToken("DELETE", token);

        int dot = token.indexOf('.');
        assertError(get(ENDPOINTS, token.substring(0, dot) + "=" + token.substring(dot)), 401, "EndPoint.0003");
        assertError(get(ENDPOINTS, token.substring(0, dot) + "==" + token.substring(dot)), 401, "EndPoint.0003");
    }

    @Test
    void tokenForAToken_endsWithTheFirst() {
        String first = token(signIn(KEY, PROJECT));
        server.clock.move(Duration.ofHours(20));
        HttpResponse<String> answer = signIn(byToken(first), "\"project\":{\"id\":\"P3\"}");
        String second = token(answer);
        assertThat(list(second, SECOND_PROJECT)).isEqualTo(200);
        JsonNode told = json(answer).path("token");
        assertThat(Duration.between(
                        Instant.parse(told.path("issued_at").asText()),
                        Instant.parse(told.path("expires_at").asText())))
                .isEqualTo(Duration.ofHours(4));

        server.clock.move(Duration.ofHours(4));

        assertError(get(ENDPOINTS, first), 401, "EndPoint.0003");
        assertThat(list(second, SECOND_PROJECT)).isEqualTo(401);
        assertError(signIn(byToken(second), PROJECT), 401, "EndPoint.0003");
        assertError(ofToken("GET", second), 404, "EndPoint.0005");
    }

    @Test
    void tokenForATokenByAnAgency_leadsNowhereElse() {
        String bobs = token(signIn(AGENCY, PROJECT));

        assertThat(list(token(signIn(byToken(bobs), PROJECT)), BOB)).isEqualTo(200);
        assertError(signIn(byToken(bobs), "\"project\":{\"id\":\"P1\"}"), 401, "EndPoint.0003");
    }

    @Test
    void tokenOfTheSetUp_isNotRevoked() {
        assertError(ofToken("DELETE", ALICE.token()), 403, "EndPoint.0004");
        assertThat(list(ALICE.token(), ALICE)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void token_isShownAndRevokedByItsAccountOnly(String method) {
        assertError(ofToken(method, BOB.token()), 403, "EndPoint.0004");
        assertError(ofToken(method, "none"), 404, "EndPoint.0005");
        assertError(ofToken(method, " "), 400, "EndPoint.0002");
        assertError(server.send(server.request(TOKENS).method(method, BodyPublishers.noBody())), 400, "EndPoint.0002");
        assertError(
                server.send(server.open(TOKENS)
                        .header("X-Subject-Token", ALICE.token())
                        .method(method, BodyPublishers.noBody())),
                401,
                "EndPoint.0003");
    }

    @Test
    void methods_thatAreNotSupported_areToldWithThoseThatAre() {
        HttpResponse<String> answer = server.send(server.request(TOKENS).PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, GET, HEAD, DELETE");
        assertThat(server.send(server.request("/v3/auth/domains").DELETE()).statusCode())
                .isEqualTo(405);
    }

    /** What a parser says of it may repeat the password. */
    @Test
    void bodyThatIsNoJson_isRefusedWithoutRepeatingIt() {
        HttpResponse<String> answer = server.send(
                server.request(TOKENS).POST(BodyPublishers.ofString("{\"auth\":{\"password\":s3cretWord}}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The body is not JSON.").doesNotContain("s3cretWord");
    }

    @Test
    void temporaryKey_isGivenForATokenInTheBody_asTheVendorsSdkSendsIt() {
        String token = token(signIn(KEY, PROJECT));
        assertThat(temporaryKey(token).statusCode()).isEqualTo(201);
        assertError(temporaryKey("none"), 401, "EndPoint.0003");

        ofToken("DELETE", token);

        assertError(temporaryKey(token), 401, "EndPoint.0003");
    }

    private static HttpResponse<String> temporaryKey(String token) {
        return server.send(server.open("/v3.0/OS-CREDENTIAL/securitytokens")
                .POST(BodyPublishers.ofString("{\"auth\":{\"identity\":" + byToken(token) + "}}")));
    }

    @Test
    void accountAndProjects_areToldToWhoeverMayCall() {
        assertThat(json(server.get("/v3/auth/domains")).path("domains").findValuesAsText("id"))
                .containsExactly(ALICE.domainId());
        assertThat(json(server.get("/v3/auth/domains?name=" + ALICE.domainId()))
                        .path("domains")
                        .findValuesAsText("name"))
                .containsExactly(ALICE.domainId());
        assertThat(json(server.get("/v3/auth/domains?name=other")).path("domains"))
                .isEmpty();
        assertThat(json(server.get("/v3/auth/projects")).path("projects").findValuesAsText("id"))
                .containsExactly(ALICE.projectId(), SECOND_PROJECT.projectId());
        assertThat(json(server.get("/v3/projects?name=cn-north-4")).path("links"))
                .hasToString("{\"self\":\"" + server.uri() + "/v3/projects\",\"previous\":null,\"next\":null}");
        assertError(server.send(server.open("/v3/auth/domains")), 401, "EndPoint.0003");
        assertError(server.send(server.open("/v3/auth/projects")), 401, "EndPoint.0003");
    }
}
