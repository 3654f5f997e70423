package io.github.vpcep.runtime.error;

import java.io.Serial;
import java.util.List;

/** The resource that was waited for is in a state from which it does not get to the wanted one by itself. */
public final class WaitFailedException extends VpcepException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String resource;
    private final String state;

    @SuppressWarnings("serial") // What List.copyOf makes is serializable.
    private final List<String> errors;

    /**
     * Creates the exception.
     *
     * @param operation the id of the operation that told the state
     * @param resource the id of the resource
     * @param state the state that it is in
     * @param goal what was waited for, in words, such as "in the state accepted"
     * @param errors the reasons that the resource tells, empty when it tells none
     */
    public WaitFailedException(String operation, String resource, String state, String goal, List<String> errors) {
        super(operation, null, message(operation, resource, state, goal, errors), null);
        this.resource = resource;
        this.state = state;
        this.errors = List.copyOf(errors);
    }

    private static String message(String operation, String resource, String state, String goal, List<String> errors) {
        return Text.excerpt(resource) + " is in the state " + Text.excerpt(state) + " and will not be " + goal
                + " by itself" + (errors.isEmpty() ? "" : ": " + Text.excerpt(String.join(", ", errors), 500)) + " (by "
                + operation + ")";
    }

    /** Returns the id of the resource. */
    public String resource() {
        return resource;
    }

    /** Returns the state that the resource is in, as it is written on the wire. */
    public String state() {
        return state;
    }

    /** Returns the reasons that the resource tells, as text; unmodifiable, empty when it tells none. */
    public List<String> errors() {
        return errors;
    }
}
