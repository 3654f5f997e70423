package io.github.vpcep.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vpcep.sandbox.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is known, by what; and the keys and tokens that follow from it. */
class AccountsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00.5Z");
    private static final Account ALICE = account("d1", "p1", "AK1", "SK1", "t1");
    private static final Account OF_ALICE_TOO = account("d1", "p2", "AK1", "SK1", "t2");

    private final StandingClock clock = new StandingClock(NOW);
    private final Accounts accounts = Accounts.of(ALICE, OF_ALICE_TOO);
    private final TemporaryKeys keys = new TemporaryKeys(accounts, clock);
    private final Tokens tokens = new Tokens(accounts, clock);

    private static Account account(String domain, String project, String key, String secret, String token) {
        return Known.account(domain, project, key, secret, token).toBuilder()
                .user("u", "w")
                .agency("a", "d9")
                .build();
    }

    static Stream<UnaryOperator<Account.Builder>> changes() {
        return Stream.of(
                b -> b.domainId("x"),
                b -> b.projectId("x"),
                b -> b.accessKey("x", "SK1"),
                b -> b.accessKey("AK1", "x"),
                b -> b.token("x"),
                b -> b.user("x", "w"),
                b -> b.user("u", "x"),
                b -> b.agency("b", "d9"),
                b -> b.agency("a", "d8"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void account_differsByEachOfItsValues(UnaryOperator<Account.Builder> change) {
        Account other = change.apply(ALICE.toBuilder()).build();

        assertThat(other).isNotEqualTo(ALICE);
        assertThat(ALICE.toBuilder().build()).isEqualTo(ALICE).hasSameHashCodeAs(ALICE);
        assertThat(ALICE).isNotEqualTo(null).hasToString("Account[domainId=d1, projectId=p1]");
        assertThat(ALICE.hashCode()).isNotEqualTo(OF_ALICE_TOO.hashCode());
        assertThat(ALICE.agencies()).isEqualTo(Map.of("a", "d9")).isUnmodifiable();
    }

    static Stream<UnaryOperator<Account.Builder>> blanks() {
        return Stream.of(
                b -> b.domainId(" "),
                b -> b.projectId(""),
                b -> b.accessKey("", "SK1"),
                b -> b.accessKey("AK1", " "),
                b -> b.token(""));
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void accountWithABlankValue_cannotBe(UnaryOperator<Account.Builder> change) {
        Account.Builder blank = change.apply(ALICE.toBuilder());

        assertThatIllegalArgumentException().isThrownBy(blank::build).withMessageEndingWith(" is blank");
    }

    @Test
    void accountWithoutAValue_cannotBe() {
        assertThatNullPointerException()
                .isThrownBy(() -> Account.builder().build())
                .withMessage("domainId");
    }

    @Test
    void accounts_areFoundByWhatIsTheirs() {
        assertThat(accounts.all()).containsExactly(ALICE, OF_ALICE_TOO);
        assertThat(accounts.byToken("t2")).contains(OF_ALICE_TOO);
        assertThat(accounts.byToken("t")).isEmpty();
        assertThat(accounts.byProject("p2")).contains(OF_ALICE_TOO);
        assertThat(accounts.byProject("p")).isEmpty();
        assertThat(accounts.byAccessKey("AK1")).contains(ALICE);
        assertThat(accounts.byAccessKey("SK1")).isEmpty();
        assertThat(accounts.ofAccessKey("AK1")).containsExactly(ALICE, OF_ALICE_TOO);
        assertThat(accounts.ofAccessKey("AK")).isEmpty();
        assertThat(accounts.ofUser("d1", "u")).containsExactly(ALICE, OF_ALICE_TOO);
        assertThat(accounts.ofUser("d2", "u")).isEmpty();
        assertThat(accounts.ofUser("d1", "v")).isEmpty();
    }

    static Stream<Account> clashes() {
        return Stream.of(
                account("d1", "p3", "AK1", "SK1", "t1"),
                account("d1", "p1", "AK1", "SK1", "t3"),
                account("d2", "p3", "AK1", "SK1", "t3"),
                account("d1", "p3", "AK1", "SK2", "t3"));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void accountsThatCannotBeToldApart_areRefused(Account other) {
        assertThatIllegalArgumentException().isThrownBy(() -> Accounts.of(ALICE, other));
    }

    @Test
    void temporaryKey_isFoundByItsToken_untilItEnds() {
        TemporaryKeys.Key key = keys.issue(ALICE, Duration.ofMinutes(15));

        assertThat(key.id()).matches("HST[0-9A-F]{17}");
        assertThat(key.secret()).matches("[0-9a-f]{64}");
        assertThat(key.expiry()).isEqualTo("2026-01-31T08:15:00Z");
        assertThat(key).hasToString("Key[" + ALICE + ", " + key.id() + "]");
        assertThat(keys.issue(ALICE, Duration.ofMinutes(15)).id()).isNotEqualTo(key.id());
        assertThat(keys.find(key.securityToken())).contains(key);
        clock.move(Duration.between(NOW, key.expiry()).minusNanos(1));
        assertThat(keys.find(key.securityToken())).contains(key);
        clock.move(Duration.ofNanos(1));
        assertThat(keys.find(key.securityToken())).isEmpty();
    }

    @Test
    void token_tellsAllThatItWasIssuedFor() {
        for (boolean ofDomain : new boolean[] {true, false}) {
            Tokens.Bearer bearer = tokens.begin(
                    OF_ALICE_TOO,
                    ofDomain,
                    "assume_role",
                    "a b\nü",
                    tokens.now().plusSeconds(60));

            assertThat(tokens.find(Tokens.text(bearer))).contains(bearer);
            assertThat(bearer.issued()).isEqualTo("2026-01-31T08:00:00Z");
            assertThat(bearer.ofDomain()).isEqualTo(ofDomain);
            assertThat(bearer.isOfSetUp()).isFalse();
        }
    }

    @Test
    void tokenOfTheSetUp_isAsOneThatIsIssuedNow() {
        assertThat(tokens.find("t2")).hasValueSatisfying(each -> {
            assertThat(each.account()).isEqualTo(OF_ALICE_TOO);
            assertThat(each.ofDomain()).isFalse();
            assertThat(each.method()).isEqualTo("token");
            assertThat(each.agency()).isEmpty();
            assertThat(each.isOfSetUp()).isTrue();
            assertThat(each.issued()).isEqualTo("2026-01-31T08:00:00Z");
            assertThat(each.expiry()).isEqualTo("2026-02-01T08:00:00Z");
        });
    }

    @Test
    void tokenThatIsRevoked_isUnknown_untilTheReset_orTenThousandOthersAre() {
        Tokens.Bearer first =
                tokens.begin(ALICE, false, "password", "", tokens.now().plusSeconds(60));
        Tokens.Bearer other =
                tokens.begin(ALICE, false, "password", "", tokens.now().plusSeconds(60));
        tokens.revoke(first);
        assertThat(tokens.find(Tokens.text(first))).isEmpty();
        assertThat(tokens.find(Tokens.text(other))).contains(other);
        tokens.reset();
        assertThat(tokens.find(Tokens.text(first))).contains(first);

        tokens.revoke(first);
        for (int i = 1; i < 10_000; i++) {
            tokens.revoke(new Tokens.Bearer(ALICE, false, "", "", NOW, NOW, "id" + i));
        }
        assertThat(tokens.find(Tokens.text(first))).isEmpty();
        tokens.revoke(other);
        assertThat(tokens.find(Tokens.text(first))).contains(first);
        assertThat(tokens.find(Tokens.text(other))).isEmpty();
    }

    @Test
    void whatIsSealed_isOfItsKind() {
        String sealed = Sealed.seal("a", ALICE, "1", "2");

        assertThat(Sealed.open("a", sealed, accounts)).hasValueSatisfying(each -> {
            assertThat(each.account()).isEqualTo(ALICE);
            assertThat(each.parts()).containsExactly("1", "2");
        });
        assertThat(Sealed.open("b", sealed, accounts)).isEmpty();
        assertThat(Sealed.open("a", "." + sealed, accounts)).isEmpty();
    }
}
