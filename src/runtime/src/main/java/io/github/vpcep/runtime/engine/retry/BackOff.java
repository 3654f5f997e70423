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
     * Returns the pause, or null when the server asks for a longer one than the policy allows: it is not asked earlier.
     *
     * @param policy sets its bounds
     * @param failed the number of the try that failed, from 1
     * @param response the answer to that try, null when there was none
     */
    @Nullable
    Duration after(RetryPolicy policy, int failed, @Nullable Response response) {
        long most = policy.maxDelay().toNanos();
        // In floating point, because doubling overflows a long long before the hundredth try.
        double upTo = Math.min((double) most, policy.baseDelay().toNanos() * Math.pow(2, failed - 1));
        long jitter = (long) (upTo * timing.random().getAsDouble());
        Duration asked = response == null ? null : asked(response);
        if (asked == null) {
            return Duration.ofNanos(jitter);
        }
        // On top: all who were told the same would else come back at once.
        return asked.compareTo(policy.maxDelay()) > 0
                ? null
                : Duration.ofNanos(Math.min(asked.toNanos() + jitter, most));
    }

    private @Nullable Duration asked(Response response) {
        return RetryAfter.of(
                response.header(RETRY_AFTER),
                response.header("Date"),
                timing.clock().instant());
    }
}
