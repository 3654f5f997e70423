package io.github.vpcep.runtime.waiting;

import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges the answers to one wait, on either face: whether the goal is reached, and if not, how long to pause. */
final class Watch<T> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** What a call may take however little time is left: less is too little to get an answer. */
    private static final Duration LEAST = Duration.ofSeconds(2);
    /** So that many who wait for the same thing do not all ask at once. */
    private static final double JITTER = 0.2;

    private final Goal<T> goal;
    private final Predicate<Throwable> absence;
    private final Predicate<Throwable> passing;
    private final Pauses pauses;
    private final Duration timeout;
    private final long begin;
    private int asked;
    private @Nullable String last;

    Watch(Goal<T> goal, Predicate<Throwable> absence, Predicate<Throwable> passing, Pauses pauses, Duration timeout) {
        this.goal = goal;
        this.absence = absence;
        this.passing = passing;
        this.pauses = pauses;
        this.timeout = timeout;
        this.begin = pauses.nanoTime();
    }

    /** Returns how long the next call may take. */
    Duration patience() {
        return Duration.ofNanos(Math.max(left(), LEAST.toNanos()));
    }

    /**
     * Takes an answer.
     *
     * @return how long to pause before the next call, null when the goal is reached
     * @throws WaitFailedException if the goal is not reached from here by itself
     * @throws WaitTimeoutException if the time is up
     */
    @Nullable
    Duration answered(T answer) {
        Object state = goal.state().of(answer);
        if (state != null && state.equals(goal.target())) {
            return null;
        }
        last = Objects.toString(state, null);
        if (state != null && goal.failed().contains(state)) {
            throw new WaitFailedException(
                    goal.operation(), goal.resource(), state.toString(), goal.words(), errors(answer));
        }
        return pause(Duration.ZERO, null);
    }

    /**
     * Takes a failure that the goal is not reached by.
     *
     * @return how long to pause before the next call
     * @throws RuntimeException the failure, if asking again would not cure it
     * @throws WaitTimeoutException if the time is up
     */
    Duration failed(RuntimeException failure) {
        if (!passing.test(failure)) {
            throw failure;
        }
        Duration asked = failure instanceof VpcepServiceException refusal ? refusal.retryAfter() : null;
        return pause(asked == null ? Duration.ZERO : asked, failure);
    }

    private List<String> errors(T answer) {
        Object errors = goal.errors().of(answer);
        if (errors == null) {
            return List.of();
        }
        return errors instanceof Collection<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of(errors.toString());
    }

    /** Whether a failed call is what was waited for. */
    boolean isReachedBy(Throwable failure) {
        return goal.target() == null && absence.test(failure);
    }

    private long left() {
        return timeout.toNanos() - (pauses.nanoTime() - begin);
    }

    private Duration pause(Duration atLeast, @Nullable RuntimeException failure) {
        long left = left();
        if (left <= 0) {
            throw new WaitTimeoutException(goal.operation(), goal.resource(), last, goal.words(), timeout, failure);
        }
        // Five doublings are more than the longest pause.
        long upTo = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(asked++, 5));
        long own = (long) (upTo * (1 - JITTER * (1 - pauses.random())));
        return Duration.ofNanos(Math.min(left, Math.max(own, atLeast.toNanos())));
    }
}
