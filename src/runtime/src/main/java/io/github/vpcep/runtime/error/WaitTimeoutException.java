package io.github.vpcep.runtime.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The resource did not get to the wanted state in the time that was given. It may still get there. The cause is what
 * the last call threw, null when it was answered.
 */
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
     * @param lastState the state that was seen last, null when none was
     * @param goal what was waited for, in words, such as "in the state accepted"
     * @param timeout how long was waited
     * @param cause what the last call threw, null when it was answered
     */
    public WaitTimeoutException(
            String operation,
            String resource,
            @Nullable String lastState,
            String goal,
            Duration timeout,
            @Nullable Throwable cause) {
        super(operation, null, message(operation, resource, lastState, goal, timeout, cause), cause);
        this.resource = resource;
        this.lastState = lastState;
        this.timeout = timeout;
    }

    private static String message(
            String operation,
            String resource,
            @Nullable String lastState,
            String goal,
            Duration timeout,
            @Nullable Throwable cause) {
        String seen = "there, in no state that was told";
        if (lastState != null) {
            seen = "in the state " + Text.excerpt(lastState);
        } else if (cause != null) {
            seen = "in no state that was seen";
        }
        String last =
                cause == null ? "" : "; the last call failed: " + Text.excerpt(String.valueOf(cause.getMessage()), 500);
        return Text.excerpt(resource) + " was not " + goal + " after " + timeout + ", but " + seen + " (by " + operation
                + ")" + last;
    }

    /** Returns the id of the resource. */
    public String resource() {
        return resource;
    }

    /** Returns the state that was seen last, as it is written on the wire, or null when none was. */
    public @Nullable String lastState() {
        return lastState;
    }

    /** Returns how long was waited. */
    public Duration timeout() {
        return timeout;
    }
}
