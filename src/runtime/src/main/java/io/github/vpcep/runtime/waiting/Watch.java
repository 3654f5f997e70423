package io.github.vpcep.runtime.waiting;

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
    /** So that many who wait for the same thing do not all ask at once. */
    private static final double JITTER = 0.2;

    private final Goal<T> goal;
    private final Predicate<Throwable> absence;
    private final Pauses pauses;
    private final Duration timeout;
    private final long begin;
    private int asked;
    private @Nullable String last;

    Watch(Goal<T> goal, Predicate<Throwable> absence, Pauses pauses, Duration timeout) {
        this.goal = goal;
        this.absence = absence;
        this.pauses = pauses;
        this.timeout = timeout;
        this.begin = pauses.nanoTime();
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
        return pause();
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

    private Duration pause() {
        long left = timeout.toNanos() - (pauses.nanoTime() - begin);
        if (left <= 0) {
            throw new WaitTimeoutException(goal.operation(), goal.resource(), last, goal.words(), timeout);
        }
        // Five doublings are more than the longest pause.
        long upTo = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(asked++, 5));
        return Duration.ofNanos(Math.min(left, (long) (upTo * (1 - JITTER * (1 - pauses.random())))));
    }
}
