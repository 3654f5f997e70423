package io.github.vpcep.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.sandbox.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
    private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

    private final StandingClock real = new StandingClock(START);
    private final SandboxClock clock = new SandboxClock(real);

    @Test
    void realClockThatIsCorrectedALittle_makesItStand() {
        real.move(Duration.ofMillis(-10));
        assertThat(clock.instant()).isEqualTo(START);

        real.move(Duration.ofMillis(11));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void realClockThatIsSetAnew_isFollowed() {
        real.move(Duration.ofHours(-1));

        assertThat(clock.instant()).isEqualTo(START.minus(Duration.ofHours(1)));
    }

    @Test
    void advance_isAddedToTheRealTime_untilItFollowsTheRealTimeAgain() {
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));

        clock.followRealTime();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void realClockThatIsSetBackByASecond_isFollowed_andByLessItIsNot() {
        real.move(Duration.ofMillis(-999));
        assertThat(clock.realInstant()).isEqualTo(START);

        real.move(Duration.ofMillis(-1));
        assertThat(clock.realInstant()).isEqualTo(START.minusSeconds(1));
    }

    @Test
    void time_goesForwardOnly() {
        clock.advance(Duration.ZERO);
        clock.set(START);
        assertThat(clock.ahead()).isZero();
        clock.advance(Duration.ofSeconds(2));
        clock.set(START.plusSeconds(5));
        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(5));

        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.set(START.plusSeconds(5).minusNanos(1)));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void time_isACenturyAhead_andNoMore() {
        clock.advance(Duration.ofDays(36_524));
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(36_525)));

        for (Duration more : List.of(Duration.ofNanos(1), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clock.advance(more))
                    .withMessageContaining("36525 days");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.set(clock.instant().plusNanos(1)));
    }

    @Test
    void signaturesOfTheRealTime_areTakenWhenAllowed_untilTheyAreNot() {
        clock.advance(Duration.ofHours(1));
        Instant ahead = START.plus(Duration.ofHours(1));
        assertThat(clock.signatureTimes()).containsExactly(ahead);
        assertThat(clock.takesSignaturesOfRealTime()).isFalse();

        clock.takeSignaturesOfRealTime();
        assertThat(clock.signatureTimes()).containsExactly(ahead, START);
        assertThat(clock.takesSignaturesOfRealTime()).isTrue();
        clock.refuseSignaturesOfRealTime();
        assertThat(clock.signatureTimes()).containsExactly(ahead);

        clock.takeSignaturesOfRealTime();
        clock.followRealTime();
        assertThat(clock.signatureTimes()).containsExactly(START);
    }

    @Test
    void zone_isUtc_whateverIsAskedFor() {
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai"))).isSameAs(clock);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
