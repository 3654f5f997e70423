package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.SuiteLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

/** Which refusals correct the clock, on both sides of the five minutes. */
class SigningClockTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final SigningClock clock = new SigningClock(Clock.fixed(NOW, ZoneOffset.UTC));

    private static Response refusal(@Nullable String date) {
        Response.Builder refusal = new Response.Builder()
                .request(new Request.Builder().url("http://localhost").build())
                .protocol(Protocol.HTTP_1_1)
                .code(401)
                .message("");
        return (date == null ? refusal : refusal.header("Date", date)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 04 Mar 2026 05:06:07 GMT',PT0S",
        "'Wed, 04 Mar 2026 05:11:06 GMT',PT0S",
        "'Wed, 04 Mar 2026 05:11:07 GMT',PT5M",
        "'Wed, 04 Mar 2026 05:01:08 GMT',PT0S",
        "'Wed, 04 Mar 2026 05:01:07 GMT',-PT5M",
        "'Thu, 05 Mar 2026 05:06:07 GMT',PT24H",
        "'yesterday',PT0S",
        ",PT0S"
    })
    void clock_goesByAServersThatIsFiveMinutesFromIt(@Nullable String date, Duration ahead) {
        assertThat(clock.isCorrectedBy(refusal(date), NOW)).isEqualTo(!ahead.isZero());
        assertThat(clock.instant()).isEqualTo(NOW.plus(ahead));
    }

    @Test
    void clock_thatWasNotAsked_stays() {
        assertThat(clock.isCorrectedBy(refusal("Thu, 05 Mar 2026 05:06:07 GMT"), null))
                .isFalse();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    /** What counts is what the refused request was dated by; how far the clock is off is seen from this machine's. */
    @Test
    void clock_thatWasCorrected_isCorrectedAgain() {
        assertThat(clock.isCorrectedBy(refusal("Thu, 05 Mar 2026 05:06:07 GMT"), NOW))
                .isTrue();
        Instant dated = clock.instant();
        assertThat(clock.isCorrectedBy(refusal("Thu, 05 Mar 2026 05:06:08 GMT"), dated))
                .isFalse();
        assertThat(clock.isCorrectedBy(refusal("Wed, 04 Mar 2026 05:06:07 GMT"), dated))
                .isTrue();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 04 Mar 2026 06:06:07 GMT',3600 s behind that of localhost",
        "'Wed, 04 Mar 2026 04:06:07 GMT',3600 s ahead of that of localhost"
    })
    void correction_isLogged(String date, String words) {
        int before = SuiteLog.lines().size();
        clock.isCorrectedBy(refusal(date), NOW);
        assertThat(SuiteLog.since(before, Level.WARN))
                .containsExactly("The clock of this machine is " + words + ": requests are dated by that from now on");
    }
}
