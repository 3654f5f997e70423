package io.github.vpcep.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told how calls went, for metrics. With Micrometer:
 *
 * <pre>{@code
 * .listener(call -> Timer.builder("vpcep.calls")
 *         .tag("operation", call.operation())
 *         .tag("outcome", call.outcome())
 *         .register(registry)
 *         .record(call.duration()))
 * }</pre>
 *
 * <p>Called on the thread that makes the call, before the caller gets the result: it should be quick. What it throws
 * never reaches the caller; the first exception of each listener is logged as a warning. Shared by all threads of a
 * client. Calls made through {@code retrofit()} are told try by try only.
 */
@FunctionalInterface
public interface CallListener {
    /** Called once when a call has ended, whatever its outcome. Not called when nothing was begun: bad arguments. */
    void onCall(CallEvent call);

    /** Called when a try has ended; a call has one or more. */
    default void onTry(TryEvent attempt) {}

    /**
     * How a call ended.
     *
     * @param operation the operation's id in the API's documents, such as {@code ListEndpoints}
     * @param tries how often it was sent, or was to be sent: 0 when the call was given up before it began
     * @param duration the time from the call's begin to its end, pauses included
     * @param status the HTTP status of the last try, 0 when it got no answer; that of an error on success too, if the
     *     call was carried out by a try before, whose answer was lost (see {@link RetryPolicy})
     * @param failure what the caller gets thrown, null on success
     */
    record CallEvent(
            String operation,
            int tries,
            Duration duration,
            int status,
            @Nullable Throwable failure) {
        /** Returns {@code success} or the simple class name of the failure: one of a few values, fit for a tag. */
        public String outcome() {
            return failure == null ? "success" : failure.getClass().getSimpleName();
        }
    }

    /**
     * How a try ended.
     *
     * @param operation the operation's id in the API's documents
     * @param number the number of the try, from 1
     * @param duration the time from the try's begin to the end of its answer
     * @param status the HTTP status, 0 when no answer came
     * @param failure the I/O error, null when an answer came whole, be it an error's
     * @param pause the pause before the next try, null when this was the last
     */
    record TryEvent(
            String operation,
            int number,
            Duration duration,
            int status,
            @Nullable Throwable failure,
            @Nullable Duration pause) {}
}
