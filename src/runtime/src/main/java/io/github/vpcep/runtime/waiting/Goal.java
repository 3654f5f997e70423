package io.github.vpcep.runtime.waiting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is waited for. Made by generated code.
 *
 * @param operation the id of the operation that is called until the goal is reached
 * @param resource what messages call the resource: its id
 * @param state the state that an answer tells, compared by equals
 * @param target the state that is waited for, null to wait until the resource is gone
 * @param failed the states from which the goal is not reached by itself
 * @param errors the reasons for a failure that an answer tells, one or a collection of them
 */
public record Goal<T>(
        String operation,
        String resource,
        Reading<T> state,
        @Nullable Object target,
        List<?> failed,
        Reading<T> errors) {
    /** What is read in an answer. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Returns what the answer says, null when it says nothing. */
        @Nullable
        Object of(T answer);
    }

    /** Returns the goal that a resource is gone. */
    public static <T> Goal<T> gone(String operation, String resource, Reading<T> state) {
        return new Goal<>(operation, resource, state, null, List.of(), answer -> null);
    }

    /** Returns the goal that a resource is in a state. */
    public static <T> Goal<T> of(String operation, String resource, Reading<T> state, Object target) {
        return new Goal<>(operation, resource, state, target, List.of(), answer -> null);
    }

    /**
     * Returns this goal with the states from which it is not reached by itself; if the target is one, it counts first.
     */
    public Goal<T> failed(Object... states) {
        return new Goal<>(operation, resource, state, target, List.of(states), errors);
    }

    /** Returns this goal with the reasons for a failure that an answer tells. */
    public Goal<T> errors(Reading<T> told) {
        return new Goal<>(operation, resource, state, target, failed, told);
    }

    /** Returns the goal in words, as the end of a message. */
    String words() {
        return target == null ? "gone" : "in the state " + target;
    }
}
