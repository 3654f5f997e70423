package io.github.vpcep.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.StandingClock;
import java.time.Duration;
import java.time.Instant;
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
}
