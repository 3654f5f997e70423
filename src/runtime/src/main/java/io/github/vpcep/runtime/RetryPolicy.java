package io.github.vpcep.runtime;

import io.github.vpcep.runtime.ground.Arguments;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a failed call is sent again, and after what pause. Immutable.
 *
 * <p>What may be sent again is not a matter of this policy but of the API: the error code decides where the contract
 * knows it; else 429 is retried, and so are 502, 503, 504 and I/O errors if the operation is idempotent. A request that
 * is not, such as one that creates, is sent again only when the server cannot have acted on it: no connection was made,
 * or the server said that there were too many requests.
 *
 * <p>Not a try, and no matter of this policy either, is what provably no server has acted on: a request for which a
 * connection was kept from an earlier call, and that connection had ended before the request was written to it, or the
 * server says by HTTP/2 that it has not processed the request. It is sent again at once, also when it creates.
 *
 * <p>What a try has done before, whose answer was lost, is done: when a call that deletes is sent again after the
 * server may have acted, and is then refused by an error code that says that there is no such thing, or that it is
 * being deleted, it succeeds. If it has an answer, that is asked for by one more request. The log and
 * {@link CallListener} tell it. Other calls that may be sent again after a lost answer either read, or set what they
 * set to the same once more, so that their last answer holds. After a refusal that says that nothing was done, a
 * deletion of what does not exist fails as ever.
 *
 * <p>The pause before the n-th retry is a random part (full jitter) of {@code baseDelay · 2^(n-1)}, at most
 * {@code maxDelay}. A {@code Retry-After} header, in seconds or as a date, is waited for in full, with that random part
 * on top as far as {@code maxDelay} allows: all who were told the same would else come back at once. A pause that the
 * server wants longer than {@code maxDelay}, or that would not end before the call's deadline, is not begun: the last
 * failure is thrown. So it is while the client's calls have used up their retries, see
 * {@link ClientBuilder#retryBudget(int)}. A pause ends at once when the call is cancelled, its thread is interrupted or
 * the client is closed. It holds the thread that sends, so the pauses of asynchronous calls count among those that a
 * client runs at a time.
 */
public final class RetryPolicy {
    private static final int MOST_ATTEMPTS = 100;
    private static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(20));
    private static final RetryPolicy NONE = STANDARD.withMaxAttempts(1);

    private final int maxAttempts;
    private final Duration baseDelay;
    private final Duration maxDelay;

    private RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay) {
        this.maxAttempts = maxAttempts;
        this.baseDelay = baseDelay;
        this.maxDelay = maxDelay;
    }

    /** Returns what holds unless another is set: 3 tries in all, base delay 500 ms, longest delay 20 s. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** Returns the policy to send once. */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Returns this policy with another number of tries.
     *
     * @param maxAttempts all tries of a call, the first included
     * @throws IllegalArgumentException unless it is 1 to 100
     */
    public RetryPolicy withMaxAttempts(int maxAttempts) {
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "maxAttempts is \"" + maxAttempts + "\", but must be from 1 to " + MOST_ATTEMPTS);
        }
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay);
    }

    /**
     * Returns this policy with another base delay: the longest pause before the first retry; it doubles with each.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public RetryPolicy withBaseDelay(Duration baseDelay) {
        return new RetryPolicy(maxAttempts, Arguments.requireTimeout(baseDelay, "baseDelay"), maxDelay);
    }

    /**
     * Returns this policy with another limit for every pause; for a server that asks for a longer one, it is not sent
     * again.
     *
     * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
     */
    public RetryPolicy withMaxDelay(Duration maxDelay) {
        return new RetryPolicy(maxAttempts, baseDelay, Arguments.requireTimeout(maxDelay, "maxDelay"));
    }

    /** Returns the number of tries of a call, the first included. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Returns the longest pause before the first retry. */
    public Duration baseDelay() {
        return baseDelay;
    }

    /** Returns the longest pause of all. */
    public Duration maxDelay() {
        return maxDelay;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryPolicy that
                && maxAttempts == that.maxAttempts
                && baseDelay.equals(that.baseDelay)
                && maxDelay.equals(that.maxDelay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxAttempts, baseDelay, maxDelay);
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxAttempts=" + maxAttempts + ", baseDelay=" + baseDelay + ", maxDelay=" + maxDelay + "]";
    }
}
