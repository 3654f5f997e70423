package io.github.vpcep.runtime.engine.retry;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.call.Timing;
import java.time.Duration;
import java.time.Instant;
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
        String value = response.header(RETRY_AFTER);
        if (value == null) {
            return Duration.ZERO;
        }
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Ten digits are three centuries: more need not be counted.
            return text.length() > 10 ? most : shorter(Duration.ofSeconds(Long.parseLong(text)), most);
        }
        Instant date = response.headers().getInstant(RETRY_AFTER);
        if (date == null) {
            return Duration.ZERO;
        }
        // By the server's own clock where it tells it: ours may be wrong.
        Instant told = response.headers().getInstant("Date");
        Duration asked = Duration.between(told == null ? timing.clock().instant() : told, date);
        return asked.isNegative() ? Duration.ZERO : shorter(asked, most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
