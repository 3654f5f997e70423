package io.github.vpcep.runtime.engine.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which one client dates its requests, whoever signs them and whomever they go to: this machine's, until a
 * refusal shows that the servers have another.
 */
final class SigningClock {
    /** Gateways take a quarter of an hour; what is below this is no reason to refuse a request. */
    private static final Duration TOLERABLE = Duration.ofMinutes(5);

    private final Logger log = LoggerFactory.getLogger("io.github.vpcep.runtime");
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    SigningClock(Clock clock) {
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant().plus(ahead);
    }

    /**
     * Goes by the clock of a server that refused a request, and returns whether that request would now be dated
     * otherwise.
     *
     * @param dated the time that the request was dated by, null if this clock was not asked
     */
    boolean isCorrectedBy(Response refusal, @Nullable Instant dated) {
        Instant served = refusal.headers().getInstant("Date");
        if (dated == null
                || served == null
                || Duration.between(dated, served).abs().compareTo(TOLERABLE) < 0) {
            return false;
        }
        ahead = Duration.between(clock.instant(), served);
        log.warn(
                "The clock of this machine is {} s {} that of {}: requests are dated by that from now on",
                ahead.abs().toSeconds(),
                ahead.isNegative() ? "ahead of" : "behind",
                refusal.request().url().host());
        return true;
    }
}
