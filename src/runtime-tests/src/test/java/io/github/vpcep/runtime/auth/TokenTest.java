package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.runtime.error.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a token is used, to the nanosecond. */
class TokenTest {
    /** {@link System#nanoTime} may begin anywhere, and pass the greatest number. */
    private static final long FETCHED_AT = Long.MAX_VALUE - 1;

    private static void assertEnds(Token token, Duration due, Duration end) {
        assertThat(token.isDue(FETCHED_AT + due.toNanos() - 1)).isFalse();
        assertThat(token.isDue(FETCHED_AT + due.toNanos())).isTrue();
        assertThat(token.isValid(FETCHED_AT + end.toNanos() - 1)).isTrue();
        assertThat(token.isValid(FETCHED_AT + end.toNanos())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H,PT23H55M,PT24H",
        "PT51M,PT46M,PT51M",
        "PT50M,PT45M,PT50M",
        "PT40M,PT36M,PT40M",
        "PT4M,PT3M36S,PT4M",
        "P365D,PT8759H55M,P365D",
        "P366D,PT8759H55M,P365D",
        "PT9999999999S,PT8759H55M,P365D"
    })
    void token_isRenewedFiveMinutesBeforeItsEnd_orInTheLastTenthOfAShortLife(
            Duration life, Duration due, Duration end) {
        assertEnds(Token.inHeader("t", FETCHED_AT, life), due, end);
    }

    @Test
    void token_isYoung_andKnownByItsText() {
        Token token = Token.inHeader("t", FETCHED_AT, Duration.ofDays(1));
        Duration age = Duration.ofSeconds(30);
        assertThat(token.isYoungerThan(age, FETCHED_AT + age.toNanos() - 1)).isTrue();
        assertThat(token.isYoungerThan(age, FETCHED_AT + age.toNanos())).isFalse();
        assertThat(token.is("t")).isTrue();
        assertThat(token.is("T")).isFalse();
    }

    /** One that has ended by this machine's clock is used all the same: the server's word counts. */
    @ParameterizedTest
    @CsvSource({"-PT1H,PT30S", "PT29S,PT30S", "PT30S,PT30S", "PT31S,PT31S", "PT1H,PT1H"})
    void temporaryKey_isUsedForHalfAMinuteAtLeast(Duration left, Duration life) {
        Instant now = Instant.parse("2026-03-04T05:06:07Z");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("credential")
                .put("access", "ak")
                .put("secret", "sk")
                .put("securitytoken", "st")
                .put("expires_at", now.plus(left).toString());
        Token key = TemporaryKey.read(body, RawAnswer.of("A", 200, ""), now, FETCHED_AT);
        Duration margin =
                life.dividedBy(10).compareTo(Duration.ofMinutes(5)) < 0 ? life.dividedBy(10) : Duration.ofMinutes(5);
        assertEnds(key, life.minus(margin), life);
        assertThat(key.is("st")).isTrue();
    }
}
