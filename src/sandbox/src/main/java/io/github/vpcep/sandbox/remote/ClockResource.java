package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.ClockAdvance;
import io.github.vpcep.control.model.ClockSetting;
import io.github.vpcep.control.model.ClockTime;
import io.github.vpcep.control.model.SignatureSetting;
import io.github.vpcep.control.server.ClockApi;
import io.github.vpcep.sandbox.control.Durations;
import io.github.vpcep.sandbox.control.SandboxClock;
import java.time.Duration;
import java.time.Instant;

/** The clock. */
final class ClockResource implements ClockApi {
    private final SandboxClock clock;

    ClockResource(SandboxClock clock) {
        this.clock = clock;
    }

    /** What a clock shows; one moment, so that the three of it agree. */
    static ClockTime shown(SandboxClock clock) {
        Instant real = clock.realInstant();
        Duration ahead = clock.ahead();
        return ClockTime.builder()
                .now(real.plus(ahead))
                .realTime(real)
                .ahead(ahead.toString())
                .realSignatures(clock.takesSignaturesOfRealTime())
                .build();
    }

    @Override
    public ClockTime show() {
        return shown(clock);
    }

    @Override
    public ClockTime advance(ClockAdvance body) {
        clock.advance(Durations.read(body.by(), "by"));
        return shown(clock);
    }

    @Override
    public ClockTime set(ClockSetting body) {
        clock.set(body.now());
        return shown(clock);
    }

    @Override
    public ClockTime followRealTime() {
        clock.followRealTime();
        return shown(clock);
    }

    @Override
    public ClockTime takeSignatures(SignatureSetting body) {
        if (body.realTime()) {
            clock.takeSignaturesOfRealTime();
        } else {
            clock.refuseSignaturesOfRealTime();
        }
        return shown(clock);
    }
}
