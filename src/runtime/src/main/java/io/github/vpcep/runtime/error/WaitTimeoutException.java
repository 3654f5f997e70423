package io.github.vpcep.runtime.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The resource did not get to the wanted state in the time that was given. It may still get there. */
public final class WaitTimeoutException extends VpcepException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String resource;
    private final @Nullable String lastState;
    private final Duration timeout;

    /**
     * Creates the exception.
     *
     * @param operation the id of the operation that told the states
     * @param resource the id of the resource
     * @param lastState the state that was seen last, null when the answer had none
     * @param goal what was waited for, in words, such as "in the state accepted"
     * @param timeout how long was waited
     */
    public WaitTimeoutException(
            String operation, String resource, @Nullable String lastState, String goal, Duration timeout) {
        super(operation, null, message(operation, resource, lastState, goal, timeout), null);
        this.resource = resource;
        this.lastState = lastState;
        this.timeout = timeout;
    }

    private static String message(
            String operation, String resource, @Nullable String lastState, String goal, Duration timeout) {
        return Text.excerpt(resource) + " was not " + goal + " after " + timeout + ", but "
                + (lastState == null ? "there, in no state that was told" : "in the state " + Text.excerpt(lastState))
                + " (by " + operation + ")";
    }

    /** Returns the id of the resource. */
    public String resource() {
        return resource;
    }

    /** Returns the state that was seen last, as it is written on the wire, or null when the answer had none. */
    public @Nullable String lastState() {
        return lastState;
    }

    /** Returns how long was waited. */
    public Duration timeout() {
        return timeout;
    }
}
