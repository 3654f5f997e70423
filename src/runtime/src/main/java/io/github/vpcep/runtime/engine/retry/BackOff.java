package io.github.vpcep.runtime.engine.retry;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.ground.RetryAfter;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try. */
record BackOff(Timing timing) {
    private static final String RETRY_AFTER = "Retry-After";

    /**
     * Returns the pause.
     *
     * @param policy sets its bounds
     * @param failed the number of the try that failed, from 1
     * @param response the answer to that try, null when there was none
     */
    Duration after(RetryPolicy policy, int failed, @Nullable Response response) {
        long most = policy.maxDelay().toNanos();
        // In floating point, because doubling overflows a long long before the hundredth try.
        double upTo = Math.min((double) most, policy.baseDelay().toNanos() * Math.pow(2, failed - 1));
        long jitter = (long) (upTo * timing.random().getAsDouble());
        long asked = response == null ? 0 : asked(response, policy.maxDelay()).toNanos();
        return Duration.ofNanos(Math.max(jitter, asked));
    }

    private Duration asked(Response response, Duration most) {
        Duration asked = RetryAfter.of(
                response.header(RETRY_AFTER),
                response.header("Date"),
                timing.clock().instant());
        return asked == null ? Duration.ZERO : shorter(asked, most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
