package io.github.vpcep.sandbox.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.StandingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of a token has one that only it refuses, and a neighbour that is taken. */
class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final Account ALICE = Known.account("d1", "p1", "AK1", "SK1", "token-1");
    private static final Account OF_ALICE_TOO = Known.account("d1", "p2", "AK1", "SK1", "token-2");
    private static final Account BOB = Known.account("d2", "p3", "AK2", "SK2", "token-3");

    private final Tokens tokens = of(ALICE, OF_ALICE_TOO, BOB);

    private static Tokens of(Account... accounts) {
        return new Tokens(Accounts.of(accounts), new StandingClock(NOW));
    }

    private static String issued(Account account, Duration life) {
        return Tokens.text(of(account).begin(account, false, "password", "", NOW.plus(life)));
    }

    /** The content of one token with the signature of another. */
    private static String spliced(String content, String signature) {
        return content.substring(0, content.indexOf('.')) + signature.substring(signature.indexOf('.'));
    }

    private static String unsigned(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("the fixed one", "token-1", "p1"),
                Arguments.of("the fixed one of the other project", "token-2", "p2"),
                Arguments.of("issued", issued(ALICE, Duration.ofHours(24)), "p1"),
                Arguments.of("issued for the other project", issued(OF_ALICE_TOO, Duration.ofHours(24)), "p2"),
                Arguments.of("with a second left", issued(ALICE, Duration.ofSeconds(1)), "p1"));
    }

    static Stream<Arguments> refused() {
        String good = issued(ALICE, Duration.ofHours(24));
        return Stream.of(
                Arguments.of("ended now", issued(ALICE, Duration.ZERO)),
                Arguments.of("ended before", issued(ALICE, Duration.ofDays(-1))),
                Arguments.of(
                        "signed with another secret",
                        issued(Known.account("d1", "p1", "AK1", "SK2", "t"), Duration.ofHours(1))),
                Arguments.of(
                        "of a project that nobody has",
                        issued(Known.account("d1", "p9", "AK1", "SK1", "t"), Duration.ofHours(1))),
                Arguments.of("another end than was signed", spliced(issued(ALICE, Duration.ofHours(48)), good)),
                Arguments.of(
                        "another project of the account than was signed",
                        spliced(issued(OF_ALICE_TOO, Duration.ofHours(24)), good)),
                Arguments.of(
                        "another account's project than was signed", spliced(issued(BOB, Duration.ofHours(24)), good)),
                Arguments.of("no signature", good.substring(0, good.indexOf('.') + 1)),
                Arguments.of("no signature and no dot", good.substring(0, good.indexOf('.'))),
                Arguments.of("something behind", good + "x"),
                Arguments.of("not the alphabet of the content", "?" + good),
                Arguments.of("content without an end", unsigned("p1") + ".x"),
                Arguments.of("content that is empty", "." + good.substring(good.indexOf('.') + 1)),
                Arguments.of("a secret key", "SK1"),
                Arguments.of("a project", "p1"),
                Arguments.of("the fixed one in other letters", "TOKEN-1"),
                Arguments.of("the beginning of the fixed one", "token-"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void token_thatIsRight_standsForItsProject(String name, String token, String project) {
        assertThat(tokens.find(token)).map(each -> each.account().projectId()).contains(project);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void token_withOneFault_standsForNobody(String name, String token) {
        assertThat(tokens.find(token)).isEmpty();
    }
}
