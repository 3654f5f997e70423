package io.github.vpcep.router;

import java.io.IOException;
import java.util.List;

/**
 * An operation and all that it takes, read and checked; not yet run.
 *
 * @param <A> what gives the implementations
 */
public final class Call<A> {
    private final Operation<A> operation;
    private final Operation.Invocation<A> invocation;
    private final List<String> unknown;
    private final Bodies bodies;

    Call(Operation<A> operation, Operation.Invocation<A> invocation, List<String> unknown, Bodies bodies) {
        this.operation = operation;
        this.invocation = invocation;
        this.unknown = unknown;
        this.bodies = bodies;
    }

    /** The operation. */
    public Operation<A> operation() {
        return operation;
    }

    /**
     * What the request has and the contract has not, and what was therefore passed over: parameters of the query, as
     * {@code ?colour}, and properties of the body, as {@code ports[0].colour}. The first 32, of each name the first 64
     * characters.
     */
    public List<String> unknown() {
        return unknown;
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
