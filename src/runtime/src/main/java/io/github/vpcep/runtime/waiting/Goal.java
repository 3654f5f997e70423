package io.github.vpcep.runtime.waiting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is waited for. Made by generated code. Immutable. */
public final class Goal<T> {
    private final String operation;
    private final String resource;
    private final Reading<T> state;
    private final @Nullable Object target;
    private final List<?> failed;
    private final Reading<T> errors;

    private Goal(
            String operation,
            String resource,
            Reading<T> state,
            @Nullable Object target,
            List<?> failed,
            Reading<T> errors) {
        this.operation = operation;
        this.resource = resource;
        this.state = state;
        this.target = target;
        this.failed = failed;
        this.errors = errors;
    }

    /** What is read in an answer. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Returns what the answer says, null when it says nothing. */
        @Nullable
        Object of(T answer);
    }

    /**
     * Returns the goal that a resource is gone.
     *
     * @param operation the id of the operation that is called until the goal is reached
     * @param resource what messages call the resource: its id
     * @param state the state that an answer tells, compared by equals
     */
    public static <T> Goal<T> gone(String operation, String resource, Reading<T> state) {
        return new Goal<>(operation, resource, state, null, List.of(), answer -> null);
    }

    /**
     * Returns the goal that a resource is in a state.
     *
     * @param operation the id of the operation that is called until the goal is reached
     * @param resource what messages call the resource: its id
     * @param state the state that an answer tells, compared by equals
     * @param target the state that is waited for
     */
    public static <T> Goal<T> of(String operation, String resource, Reading<T> state, Object target) {
        return new Goal<>(operation, resource, state, target, List.of(), answer -> null);
    }

    /**
     * Returns this goal with the states from which it is not reached by itself; if the target is one, it counts first.
     */
    public Goal<T> failed(Object... states) {
        return new Goal<>(operation, resource, state, target, List.of(states), errors);
    }

    /** Returns this goal with the reasons for a failure that an answer tells, one or a collection of them. */
    public Goal<T> errors(Reading<T> told) {
        return new Goal<>(operation, resource, state, target, failed, told);
    }

    String operation() {
        return operation;
    }

    String resource() {
        return resource;
    }

    Reading<T> state() {
        return state;
    }

    /** Returns the state that is waited for, null to wait until the resource is gone. */
    @Nullable
    Object target() {
        return target;
    }

    List<?> failed() {
        return failed;
    }

    Reading<T> errors() {
        return errors;
    }

    /** Returns the goal in words, as the end of a message. */
    String words() {
        return target == null ? "gone" : "in the state " + target;
    }

    @Override
    public String toString() {
        return "Goal[" + resource + " " + words() + ", by " + operation + "]";
    }
}
