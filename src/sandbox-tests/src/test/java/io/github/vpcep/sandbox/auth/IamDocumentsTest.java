package io.github.vpcep.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.control.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What IAM tells, to the letter. */
class IamDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final Account ALICE = Known.account("d1", "p1", "AK1", "SK1", "t1").toBuilder()
            .user("alice", "w")
            .build();
    private static final Account SECOND =
            ALICE.toBuilder().projectId("p2").token("t2").build();
    private static final Account NAMELESS = Known.account("d2", "p3", "AK2", "SK2", "t3");
    private static final String IAM = """
            {"id": "iam", "name": "iam", "type": "identity",
             "endpoints": [{"id": "iam-public", "interface": "public", "region": "*", "region_id": "*",
                            "url": "http://h:1/v3"}]}""";
    private static final String VPCEP = """
            {"id": "vpcep", "name": "vpcep", "type": "vpcep",
             "endpoints": [{"id": "vpcep-public", "interface": "public", "region": "r1", "region_id": "r1",
                            "url": "http://h:1/v1/p1"}]}""";

    private final Accounts accounts = Accounts.of(ALICE, SECOND, NAMELESS);
    private final IamDocuments documents = new IamDocuments(accounts, "r1");

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Tokens.Bearer bearer(Account account, boolean ofDomain, String agency) {
        return new Tokens.Bearer(account, ofDomain, "password", agency, NOW, NOW.plus(Duration.ofHours(24)), "id");
    }

    private JsonNode token(Account account, boolean ofDomain, String agency, @Nullable URI base) {
        return documents.token(bearer(account, ofDomain, agency), base);
    }

    @Test
    void tokenOfAProject_isToldWithItsServices() throws IOException {
        assertThat(token(ALICE, false, "", URI.create("http://h:1")))
                .isEqualTo(json("""
                {"token": {"methods": ["password"], "issued_at": "2026-01-31T08:00:00.000000Z",
                           "expires_at": "2026-02-01T08:00:00.000000Z",
                           "user": {"id": "%s", "name": "alice", "domain": {"id": "d1", "name": "d1"}},
                           "project": {"id": "p1", "name": "r1", "domain": {"id": "d1", "name": "d1"}},
                           "roles": [{"id": "0", "name": "te_admin"}],
                           "catalog": [%s, %s]}}""".formatted(Identities.userId(ALICE), IAM, VPCEP)));
    }

    @Test
    void tokenOfAnAccount_isToldWithoutServices_whenTheyAreNotAskedFor() throws IOException {
        assertThat(token(NAMELESS, true, "", null)).isEqualTo(json("""
                {"token": {"methods": ["password"], "issued_at": "2026-01-31T08:00:00.000000Z",
                           "expires_at": "2026-02-01T08:00:00.000000Z",
                           "user": {"id": "%s", "name": "d2", "domain": {"id": "d2", "name": "d2"}},
                           "domain": {"id": "d2", "name": "d2"},
                           "roles": [{"id": "0", "name": "te_admin"}]}}""".formatted(Identities.userId(NAMELESS))));
        assertThat(documents.catalog(bearer(ALICE, true, ""), URI.create("http://h:1")))
                .isEqualTo(json("[" + IAM + "]"));
    }

    @Test
    void userOfAnAgency_isNamedByTheAccountThatTrusts() {
        assertThat(token(NAMELESS, false, "ops", null).at("/token/user/name").asText())
                .isEqualTo("d2/ops");
    }

    @Test
    void userId_isThatOfAccountAndUser() {
        assertThat(Identities.userId(ALICE)).matches("[0-9a-f]{32}").isEqualTo(Identities.userId(SECOND));
        assertThat(Identities.userId(ALICE))
                .isNotEqualTo(Identities.userId(ALICE.toBuilder().domainId("d9").build()))
                .isNotEqualTo(
                        Identities.userId(ALICE.toBuilder().user("bob", "w").build()));
    }

    @Test
    void accountAndProjects_areToldAsListsHaveThem() throws IOException {
        assertThat(IamDocuments.domain(ALICE))
                .isEqualTo(json("{'id':'d1','name':'d1','description':'','enabled':true}".replace('\'', '"')));
        assertThat(documents.project(ALICE)).isEqualTo(json("""
                {"id": "p1", "name": "r1", "domain_id": "d1", "parent_id": "d1", "description": "",
                 "is_domain": false, "enabled": true}"""));
        assertThat(documents.projectName(SECOND)).isEqualTo("p2");
    }

    @Test
    void key_isToldWithItsToken() throws IOException {
        TemporaryKeys.Key key =
                new TemporaryKeys(accounts, new StandingClock(NOW)).issue(ALICE, Duration.ofMinutes(15));

        assertThat(IamDocuments.key(key)).isEqualTo(json("""
                {"credential": {"access": "%s", "secret": "%s", "securitytoken": "%s",
                                "expires_at": "2026-01-31T08:15:00.000000Z"}}""".formatted(key.id(), key.secret(), key.securityToken())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'methods':['a']} | a",
                "{'methods':[]} |",
                "{'methods':['a','b']} |",
                "{'methods':{'a':'a'}} |",
                "{'methods':'a'} |",
                "{} |"
            })
    void identity_hasOneMethod(String identity, @Nullable String method) throws IOException {
        JsonNode read = json(identity.replace('\'', '"'));

        if (method == null) {
            assertThatThrownBy(() -> Identities.method(read, "a, b"))
                    .hasMessage("auth.identity.methods has to be a list of one of a, b.");
        } else {
            assertThat(Identities.method(read, "a, b")).isEqualTo(method);
        }
    }

    /** Of two projects of an account, one has the agency. */
    @Test
    void tokenByAnAgency_reachesTheProjectsThatHaveIt() throws IOException {
        Account trusting = SECOND.toBuilder().agency("ops", "d2").build();
        Accounts all = Accounts.of(ALICE, trusting, NAMELESS);
        SandboxClock clock = new SandboxClock(new StandingClock(NOW));
        Identities identities = new Identities(all, new Authentication(all, clock));

        assertThat(identities.projects(bearer(ALICE, false, ""))).containsExactly(ALICE, trusting);
        assertThat(identities.projects(bearer(trusting, false, "ops"))).containsExactly(trusting);
        JsonNode role = json("{\"domain_name\": \"d1\", \"agency_name\": \"ops\"}");
        assertThat(identities.assumed(NAMELESS, role, "assume_role").projects()).containsExactly(trusting);
        assertThat(identities.assumed(NAMELESS, role, "assume_role").end()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThatThrownBy(() -> identities.assumed(ALICE, role, "assume_role"))
                .hasMessageEndingWith("for another account than the caller's.");
    }
}
