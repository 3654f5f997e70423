package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.StandingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateLineTest {
    @Test
    void line_changesWithTheSecond_andNotBefore() {
        StandingClock clock = new StandingClock(Instant.parse("2026-02-01T08:09:59Z"));
        DateLine line = new DateLine(clock);
        String first = line.now();
        assertThat(first).isEqualTo("Sun, 01 Feb 2026 08:09:59 GMT");

        clock.move(Duration.ofMillis(999));
        assertThat(line.now()).isSameAs(first);

        clock.move(Duration.ofMillis(1));
        assertThat(line.now()).isEqualTo("Sun, 01 Feb 2026 08:10:00 GMT");
    }
}
