package io.github.vpcep.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in where, and what a machine is told of itself. */
class CallersTest {
    private static final Account FIRST = Known.account("d1", "p1", "AK1", "SK1", "t1");
    private static final Account SECOND = Known.account("d2", "p2", "AK2", "SK2", "t2");

    private final StandingClock real = new StandingClock(Instant.parse("2026-01-31T08:00:00Z"));
    private final SandboxClock clock = new SandboxClock(real);
    private final Authentication authentication = new Authentication(Accounts.of(FIRST, SECOND), clock);
    private final Metadata metadata = new Metadata(authentication, clock, "r1");

    private static HttpRequest request(String method, String path, @Nullable String... headers) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                sent.put(headers[i], List.of(headers[i + 1]));
            }
        }
        return new HttpRequest(method, path, null, sent, new byte[0]);
    }

    private Caller caller(String path, @Nullable String token) {
        return authentication.authenticate(request("GET", path, "x-auth-token", token));
    }

    @ParameterizedTest
    @CsvSource({"/, true", "/v1, true", "/v1/, false", "/v1/p1, false", "//, false", "'', true"})
    void versions_areForEverybody(String path, boolean open) {
        assertThat(Authentication.isOpen(path)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"/v1/p1/a, t1", "/v2/p1/a/b/c, ' t1 '", "/v1/p1, t1"})
    void token_isLetIntoItsProject(String path, String token) {
        assertThat(caller(path, token)).isEqualTo(new Caller("d1", "p1"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/p1/a, t1, EndPoint.0005",
        "/x/v1/p1/a, t1, EndPoint.0005",
        "/v1/p%201/a, t1, EndPoint.0014",
        "/v1//a, t1, EndPoint.0014",
        "/v1/p2/a, t1, EndPoint.0004",
        "/v1/p1/a, none, EndPoint.0003",
        "/v1/p1/a, ' ', EndPoint.0003",
        "/v1/p1/a, , EndPoint.0003"
    })
    void anybodyElse_isNot(String path, @Nullable String token, String code) {
        assertThatThrownBy(() -> caller(path, token))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.find(code)));
    }

    @ParameterizedTest
    @CsvSource({
        ", has neither a token in X-Auth-Token nor a signature in Authorization.",
        "' ', has neither a token in X-Auth-Token nor a signature in Authorization.",
        "' Bearer x ', The header Authorization says Bearer;"
    })
    void callerWithoutAToken_isToldWhatIsMissing(@Nullable String authorization, String said) {
        for (String token : new @Nullable String[] {null, " "}) {
            HttpRequest request = request("GET", "/v1/p1/a", "x-auth-token", token, "authorization", authorization);
            assertThatThrownBy(() -> authentication.authenticate(request)).hasMessageContaining(said);
        }
    }

    @Test
    void reset_forgetsWhatWasRevoked() {
        Tokens tokens = authentication.tokens();
        Tokens.Bearer bearer =
                tokens.begin(FIRST, false, "password", "", tokens.now().plusSeconds(60));
        tokens.revoke(bearer);
        assertThat(tokens.find(Tokens.text(bearer))).isEmpty();

        authentication.reset();

        assertThat(tokens.find(Tokens.text(bearer))).contains(bearer);
    }

    @Test
    void bodyOverTheLimit_isRefused() {
        HttpRequest over = new HttpRequest("POST", "/", null, Map.of(), null);
        HttpRequest within = new HttpRequest("POST", "/", null, Map.of(), new byte[] {1, 2});

        assertThat(BodyLimit.body(within)).containsExactly(1, 2);
        BodyLimit.check(within);
        assertThatThrownBy(() -> BodyLimit.check(over))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1048576 bytes");
        assertThatThrownBy(() -> BodyLimit.body(over)).isInstanceOf(Problem.class);
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void machine_isTheFirstAccounts_andTellsSo() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(text(metadata.answer(request("GET", "/openstack/latest/meta_data.json")))))
                .isEqualTo(new ObjectMapper()
                        .readTree("""
                        {"uuid": "%s", "name": "sandbox", "hostname": "sandbox", "project_id": "p1", "region_id": "r1",
                         "availability_zone": "r1a"}""".formatted(UUID.nameUUIDFromBytes("p1".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void tokenOfTheMachine_isReadWithoutItsBlanks_untilItEnds() {
        String life = "x-metadata-token-ttl-seconds";
        String path = "/openstack/latest/securitykey";
        String token = text(metadata.answer(request("PUT", "/meta-data/latest/api/token", life, " 60 ")));
        HttpRequest key = request("GET", path, "x-metadata-token", " " + token + " ");

        assertThat(metadata.answer(key).status()).isEqualTo(200);
        real.move(Duration.ofSeconds(59));
        assertThat(metadata.answer(key).status()).isEqualTo(200);
        real.move(Duration.ofSeconds(1));
        assertThat(metadata.answer(key).status()).isEqualTo(401);
    }
}
