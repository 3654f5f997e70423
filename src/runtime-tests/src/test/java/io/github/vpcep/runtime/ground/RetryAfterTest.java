package io.github.vpcep.runtime.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server asks for by {@code Retry-After}. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "' 7 ',PT7S",
        "1234567890,PT342935H31M30S",
        "12345678901,PT2777777H46M39S",
        "99999999999999999999,PT2777777H46M39S",
        "'Wed, 04 Mar 2026 05:06:12 GMT',PT5S",
        "'Wednesday, 04-Mar-26 05:06:12 GMT',PT5S",
        "'Wed Mar  4 05:06:12 2026',PT5S",
        "'Wed, 04 Mar 2026 05:06:01 GMT',PT0S"
    })
    void of_secondsOrADate_isHowLongToWait(String value, Duration asked) {
        assertThat(RetryAfter.of(value, null, NOW)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", "/", "-1", "1.5", "soon", "Wed, 99 Mar 2026 05:06:01 GMT"})
    @NullSource
    void of_anythingElse_isNothing(@Nullable String value) {
        assertThat(RetryAfter.of(value, null, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"' Tue, 03 Mar 2026 05:06:00 GMT ',PT10S", "nonsense,PT0S"})
    void of_aDate_countsFromTheServersClockIfItTellsIt(String date, Duration asked) {
        assertThat(RetryAfter.of("Tue, 03 Mar 2026 05:06:10 GMT", date, NOW)).isEqualTo(asked);
    }
}
