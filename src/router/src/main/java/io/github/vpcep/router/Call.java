package io.github.vpcep.router;

import java.io.IOException;

/**
 * An operation and all that it takes, read and checked; not yet run.
 *
 * @param <A> what gives the implementations
 */
public final class Call<A> {
    private final Operation<A> operation;
    private final Operation.Invocation<A> invocation;
    private final Bodies bodies;

    Call(Operation<A> operation, Operation.Invocation<A> invocation, Bodies bodies) {
        this.operation = operation;
        this.invocation = invocation;
        this.bodies = bodies;
    }

    /** The operation. */
    public Operation<A> operation() {
        return operation;
    }

    /**
     * Runs the operation, once or more often, and writes what it answers. What the implementation throws is thrown.
     *
     * @param apis gives the implementation
     * @throws RefusedException if there is none
     * @throws IllegalStateException if what it answers cannot be written
     */
    public Answer run(A apis) {
        Object answer;
        try {
            answer = invocation.on(apis);
        } catch (RefusedException e) {
            throw new RefusedException(e.refusal().with(operation.id()));
        }
        return answer == null ? Answer.of(operation.status()) : Answer.of(operation.status(), written(answer));
    }

    private byte[] written(Object answer) {
        try {
            return bodies.write(answer);
        } catch (IOException e) {
            throw new IllegalStateException("What " + operation.id() + " answered cannot be written", e);
        }
    }
}
