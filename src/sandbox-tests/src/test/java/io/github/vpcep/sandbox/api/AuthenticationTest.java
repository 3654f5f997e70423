package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;
import static io.github.vpcep.sandbox.api.Running.BOB;
import static io.github.vpcep.sandbox.api.Running.ENDPOINTS;
import static io.github.vpcep.sandbox.api.ServerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.runtime.auth.AccessKeyCredentials;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, and signatures that the project's own client makes. */
class AuthenticationTest {
    private final Running server = new Running();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesStrangers() {
        assertError(server.send(server.open(ENDPOINTS)), 401, "EndPoint.0003");
        assertError(server.send(server.open(ENDPOINTS).header("X-Auth-Token", "wrong")), 401, "EndPoint.0003");
        assertError(server.send(server.open(ENDPOINTS).header("X-Auth-Token", "YWFh.YWFh")), 401, "EndPoint.0003");
        assertError(server.send(server.open("/nowhere/at/all")), 401, "EndPoint.0003");
        assertError(server.send(server.open(ENDPOINTS).header("X-Auth-Token", BOB.token())), 403, "EndPoint.0004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=5&endpoint_service_name=a%20b%2Bc", "endpoint_service_name=x~*'&limit=1&id=b"})
    void takesTheClientsSignature(String query) {
        HttpResponse<String> answer = server.send(signed("GET", query, "", ALICE.secretKey()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertError(server.send(signed("POST", query, "{\"a\":\"ü\"}", ALICE.secretKey())), 400, "EndPoint.2029");
    }

    @Test
    void refusesAnotherSecretAndDoesNotTellTheRightOne() {
        HttpResponse<String> answer = server.send(signed("GET", "limit=5", "", "wrong"));
        assertError(answer, 401, "EndPoint.0003");
        assertThat(answer.body()).contains("another secret key", "limit=5").doesNotContain(ALICE.secretKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SDK-HMAC-SM3 Access=AK, SignedHeaders=host, Signature=00|SDK-HMAC-SM3;",
                "SDK-ECDSA-P256-SHA256 Access=AK, SignedHeaders=host, Signature=00|SDK-ECDSA-P256-SHA256;",
                "SDK-SM2-SM3 Access=AK, SignedHeaders=host, Signature=00|SDK-SM2-SM3;",
                "V11-HMAC-SHA256 Credential=AK/20260131/cn-north-4/vpcep/sdk_request, SignedHeaders=host, Signature=00"
                        + "|V11-HMAC-SHA256 with Credential=…/sdk_request;",
                "SDK-HMAC-SHA256 Credential=AK/20260131/cn-north-4/vpcep/sdk_request, SignedHeaders=host, Signature=00"
                        + "|SDK-HMAC-SHA256 with Credential=…/sdk_request;",
                "SDK-HMAC-SHA256X Access=AK, SignedHeaders=host, Signature=00|SDK-HMAC-SHA256X;",
                "Bearer secret-1|Bearer;",
                "secret-1|something without the name of an algorithm;"
            })
    void tellsWhichAlgorithmCame_andWhichIsTaken(String authorization, String said) {
        HttpResponse<String> answer = server.send(server.open(ENDPOINTS).header("Authorization", authorization));

        assertError(answer, 401, "EndPoint.0003");
        assertThat(answer.body())
                .contains(
                        "The header Authorization says " + said + " taken is SDK-HMAC-SHA256 Access=…,",
                        "a token in X-Auth-Token")
                .doesNotContain("secret-1");
    }

    @Test
    void tokenBesideASignatureThatIsNotTaken_isTaken() {
        assertThat(server.send(server.request(ENDPOINTS).header("Authorization", "SDK-HMAC-SM3 Access=AK"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A long one, to its last line: what a client has to compare with what it signed. */
    @Test
    void tellsTheWholeRequestThatArrived() {
        String query = "id=" + "x".repeat(3000) + "&limit=5";
        HttpRequest request = signed("GET", query, "", "wrong").build();
        String names = request.headers()
                .firstValue("Authorization")
                .orElseThrow()
                .replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
        String noBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        HttpResponse<String> answer = server.send(signed("GET", query, "", "wrong"));

        assertThat(answer.body())
                .contains("The request that arrived: GET | " + ENDPOINTS + "/ | " + query + " | ")
                .contains(" |  | " + names + " | " + noBody);
    }

    @Test
    void clientShowsTheWholeRequestThatArrived() {
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(server.uri())
                .projectId(ALICE.projectId())
                .credentials(Credentials.accessKey(ALICE.accessKey(), "wrong"))
                .build()) {
            assertThatThrownBy(() -> client.endpoints().list(query -> query.id("x".repeat(64))))
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }
    }

    @Test
    void tellsThatTheDateIsOff() {
        HttpRequest.Builder request = signed("GET", "", "", ALICE.secretKey());
        server.clock.move(Duration.ofMinutes(14));
        assertThat(server.send(request).statusCode()).isEqualTo(200);
        server.clock.move(Duration.ofMinutes(2));
        HttpResponse<String> answer = server.send(request);
        assertError(answer, 401, "EndPoint.0003");
        assertThat(answer.body()).contains("X-Sdk-Date", "15 minutes");
    }

    @Test
    void tellsWhichLineDiffers() {
        HttpRequest.Builder other = signed("POST", "", "", ALICE.secretKey());
        HttpResponse<String> body = server.send(other.POST(BodyPublishers.ofString("{}")));
        assertError(body, 401, "EndPoint.0003");
        assertThat(body.body()).contains("the hash of the body is that of no body");
        HttpRequest signed = signed("GET", "", "", ALICE.secretKey()).build();
        String authorization = signed.headers().firstValue("Authorization").orElseThrow();
        HttpResponse<String> missing = server.send(server.open(ENDPOINTS)
                .header("Authorization", authorization.replace("SignedHeaders=", "SignedHeaders=x-lost;"))
                .header("X-Sdk-Date", signed.headers().firstValue("X-Sdk-Date").orElseThrow()));
        assertError(missing, 401, "EndPoint.0003");
        assertThat(missing.body()).contains("x-lost");
        HttpResponse<String> form = server.send(
                server.open(ENDPOINTS).header("Authorization", "SDK-HMAC-SHA256 Access=AK-ALICE, Signature=00"));
        assertError(form, 401, "EndPoint.0003");
    }

    @Test
    void givesTokensThatEndAfterADay() {
        String body = """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"alice",
                "password":"secret of alice","domain":{"name":"%s"}}}},"scope":{"project":{"name":"cn-north-4"}}}}""".formatted(ALICE.domainId());
        HttpResponse<String> answer = server.send(server.open("/v3/auth/tokens").POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        assertThat(server.send(server.open(ENDPOINTS).header("X-Auth-Token", token))
                        .statusCode())
                .isEqualTo(200);
        assertError(server.send(server.open(ENDPOINTS).header("X-Auth-Token", token + "x")), 401, "EndPoint.0003");
        server.clock.move(Duration.ofHours(24));
        assertError(server.send(server.open(ENDPOINTS).header("X-Auth-Token", token)), 401, "EndPoint.0003");
        HttpResponse<String> wrong = server.send(
                server.open("/v3/auth/tokens").POST(BodyPublishers.ofString(body.replace("secret of alice", "guess"))));
        assertError(wrong, 401, "EndPoint.0003");
        assertThat(wrong.body()).doesNotContain("guess");
        assertError(
                server.send(server.open("/v3/auth/tokens").POST(BodyPublishers.ofString("{"))), 400, "EndPoint.0002");
    }

    @Test
    void servesTheClientWithEveryKindOfCredentials() {
        List<Credentials> all = List.of(
                Credentials.token(ALICE.token()),
                Credentials.accessKey(ALICE.accessKey(), ALICE.secretKey()),
                Credentials.password("alice", "secret of alice", ALICE.domainId(), "cn-north-4")
                        .iamEndpoint(server.uri()),
                Credentials.accessKeyToken(ALICE.accessKey(), ALICE.secretKey(), "cn-north-4")
                        .iamEndpoint(server.uri()));
        for (Credentials each : all) {
            try (VpcepClient client = VpcepClient.builder()
                    .endpoint(server.uri())
                    .projectId(ALICE.projectId())
                    .credentials(each)
                    .build()) {
                assertThat(client.endpoints().list(query -> query.limit(5)).totalCount())
                        .isZero();
            }
        }
    }

    @Test
    void servesTheClientThatIsToldNoProject() {
        List<Credentials> all = List.of(
                Credentials.token(ALICE.token()),
                Credentials.accessKey(ALICE.accessKey(), ALICE.secretKey()),
                Credentials.password("alice", "secret of alice", ALICE.domainId(), "cn-north-4"));
        for (Credentials each : all) {
            try (VpcepClient client = VpcepClient.builder()
                    .region("cn-north-4")
                    .endpoint(server.uri())
                    .iamEndpoint(server.uri())
                    .credentials(each)
                    .build()) {
                assertThat(client.endpoints().list(query -> query.limit(5)).totalCount())
                        .isZero();
            }
        }
        assertThat(server.journal.requests("ListEndpoints"))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.path()).isEqualTo(ENDPOINTS));
    }

    @Test
    void tellsTheCallersProjects() throws IOException {
        HttpResponse<String> answer = server.get("/v3/projects?name=cn-north-4");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"id\":\"" + ALICE.projectId() + "\"", "\"name\":\"cn-north-4\"")
                .doesNotContain(BOB.projectId());
        assertThat(server.get("/v3/projects").body()).contains(ALICE.projectId());
        assertThat(server.get("/v3/projects?name=cn-north-9").body()).contains("\"projects\":[]");
        assertError(server.send(server.open("/v3/projects")), 401, "EndPoint.0003");
        assertThat(server.raw(
                        "GET /v3/projects?name=%zz HTTP/1.1",
                        "Host: localhost", "X-Auth-Token: " + ALICE.token(), "Connection: close"))
                .startsWith("HTTP/1.1 400 ")
                .contains("not percent-encoded");
        assertThat(server.send(server.request("/v3/projects").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void servesTheClientThatActsForAnotherAccount() {
        Credentials source = Credentials.accessKey(ALICE.accessKey(), ALICE.secretKey());
        try (VpcepClient client = VpcepClient.builder()
                .region("cn-north-4")
                .endpoint(server.uri())
                .iamEndpoint(server.uri())
                .credentials(Credentials.agency(source, BOB.domainId(), "for-alice"))
                .build()) {
            assertThat(client.endpoints().list(query -> query.limit(5)).totalCount())
                    .isZero();
            server.clock.move(Duration.ofMinutes(61));
            assertThat(client.endpoints().list(query -> query.limit(5)).totalCount())
                    .as("the key has ended, and is replaced")
                    .isZero();
        }
        assertThat(server.journal.requests("ListEndpoints"))
                .extracting(RecordedRequest::path)
                .containsOnly("/v1/" + BOB.projectId() + "/vpc-endpoints");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"assume_role\"] | \"domain_name\":\"D2\",\"agency_name\":\"for-alice\" | 201 |",
                "[\"hw_assume_role\"] | \"domain_id\":\"D2\",\"xrole_name\":\"for-alice\" | 201 |",
                "[\"token\"] | \"duration_seconds\":86400 | 201 |",
                "[\"token\"] | \"duration_seconds\":900 | 201 |",
                "[\"assume_role\"] | \"domain_name\":\"D2\",\"agency_name\":\"none\" | 404 | EndPoint.0005",
                "[\"assume_role\"] | \"domain_name\":\"none\",\"agency_name\":\"for-alice\" | 404 | EndPoint.0005",
                "[\"assume_role\"] | \"domain_name\":\"D2\",\"agency_name\":\"for-others\" | 403 | EndPoint.0004",
                "[\"assume_role\"] | \"agency_name\":\"for-alice\" | 400 | EndPoint.0002",
                "[\"assume_role\"] | \"domain_name\":\"D2\",\"agency_name\":7 | 400 | EndPoint.0002",
                "[\"token\"] | \"duration_seconds\":899 | 400 | EndPoint.0002",
                "[\"token\"] | \"duration_seconds\":86401 | 400 | EndPoint.0002",
                "[\"token\"] | \"duration_seconds\":\"900\" | 400 | EndPoint.0002",
                "[\"password\"] | | 400 | EndPoint.0002"
            })
    void givesTemporaryKeys_toWhoMayHaveThem(String methods, String wish, int status, String code) {
        String method = methods.replaceAll("\\W", "");
        String body = "{\"auth\":{\"identity\":{\"methods\":%s,\"%s\":{%s}}}}"
                .formatted(methods, method, wish == null ? "" : wish.replace("D2", BOB.domainId()));
        HttpResponse<String> answer = server.post("/v3.0/OS-CREDENTIAL/securitytokens", body);
        if (status == 201) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"access\":\"HST", "\"secret\":", "\"securitytoken\":", ".000000Z\"");
        } else {
            assertError(answer, status, code);
        }
    }

    @Test
    void refusesATemporaryKey_withoutItsToken_andWithAnothers() {
        String first = temporaryKey();
        String second = temporaryKey();
        assertThat(status(first, first)).isEqualTo(200);
        assertThat(status(first, second)).isEqualTo(401);
        assertThat(status(first, "")).isEqualTo(401);
        assertThat(status(first, "YWFh.YWFh")).isEqualTo(401);
        server.clock.move(Duration.ofMinutes(14));
        assertThat(status(first, first)).isEqualTo(200);
        server.clock.move(Duration.ofMinutes(1));
        assertThat(status(first, first)).isEqualTo(401);
    }

    /** The answer of IAM, which has all of the key. */
    private String temporaryKey() {
        return server.post(
                        "/v3.0/OS-CREDENTIAL/securitytokens",
                        "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{}}}}")
                .body();
    }

    /** What a call is answered that is signed by one key and carries the token of another. */
    private int status(String key, String other) {
        AccessKeyCredentials credentials = other.isEmpty()
                ? AccessKeyCredentials.of(field(key, "access"), field(key, "secret"))
                : AccessKeyCredentials.of(field(key, "access"), field(key, "secret"), field(other, "securitytoken"));
        return server.send(signed("GET", "", "", credentials.clock(server.clock)))
                .statusCode();
    }

    private static String field(String answer, String name) {
        return answer.contains("{") ? answer.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1") : answer;
    }

    private HttpRequest.Builder signed(String method, String query, String body, String secretKey) {
        return signed(method, query, body, Credentials.accessKey(ALICE.accessKey(), secretKey));
    }

    private HttpRequest.Builder signed(String method, String query, String body, Credentials credentials) {
        String target = ENDPOINTS + (query.isEmpty() ? "" : "?" + query);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        OutgoingRequest outgoing =
                new Outgoing(method, URI.create(server.uri() + target), Map.of("Accept", "application/json"), body);
        Map<String, String> headers = credentials.headers(outgoing);
        HttpRequest.Builder request = server.open(target).method(method, BodyPublishers.ofByteArray(bytes));
        outgoing.headers().forEach(request::setHeader);
        headers.forEach(request::setHeader);
        return request;
    }

    /** A request of Alice as the client's credentials see it. */
    private record Outgoing(String method, URI uri, Map<String, String> headers, String text)
            implements OutgoingRequest {
        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String host() {
            return uri.getAuthority();
        }

        @Override
        public String path() {
            return uri.getRawPath();
        }

        @Override
        public @Nullable String query() {
            return uri.getRawQuery();
        }

        @Override
        public String projectId() {
            return ALICE.projectId();
        }
    }
}
