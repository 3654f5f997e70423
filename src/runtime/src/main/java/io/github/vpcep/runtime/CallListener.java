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
 * <p>Called on the thread that makes the call, before the caller gets the result: it should be quick. {@link #onCall}
 * may wait for other calls; {@link #onTry} is called while its own call is one of those that run at a time, so it must
 * not wait for asynchronous ones. What a listener throws never reaches the caller; the first exception of each listener
 * is logged as a warning. Shared by all threads of a client. Calls made through {@code retrofit()} are told try by try
 * only.
 */
@FunctionalInterface
public interface CallListener {
    /** Called once when a call has ended, whatever its outcome. Not called when nothing was begun: bad arguments. */
    void onCall(CallEvent call);

    /** Called when a try has ended; a call has one or more. */
    default void onTry(TryEvent attempt) {}

    /** How a call ended. Immutable; what later versions tell besides is added to it. */
    final class CallEvent {
        private final String operation;
        private final int tries;
        private final Duration duration;
        private final int status;
        private final @Nullable Throwable failure;

        private CallEvent(String operation, int tries, Duration duration, int status, @Nullable Throwable failure) {
            this.operation = operation;
            this.tries = tries;
            this.duration = duration;
            this.status = status;
            this.failure = failure;
        }

        /**
         * Returns an event of a call that got no answer and did not fail, which the methods {@code with…} make more of.
         * Public so that tests can build the events that their listeners are to meet.
         */
        public static CallEvent of(String operation, int tries, Duration duration) {
            return new CallEvent(operation, tries, duration, 0, null);
        }

        /** Returns this event with an HTTP status, 0 for no answer. */
        public CallEvent withStatus(int status) {
            return new CallEvent(operation, tries, duration, status, failure);
        }

        /** Returns this event with what the caller gets thrown, null for success. */
        public CallEvent withFailure(@Nullable Throwable failure) {
            return new CallEvent(operation, tries, duration, status, failure);
        }

        /** Returns the operation's id in the API's documents, such as {@code ListEndpoints}. */
        public String operation() {
            return operation;
        }

        /** Returns how often it was sent, or was to be sent: 0 when the call was given up before it began. */
        public int tries() {
            return tries;
        }

        /** Returns the time from the call's begin to its end, pauses included. */
        public Duration duration() {
            return duration;
        }

        /**
         * Returns the HTTP status of the last try, 0 when it got no answer; that of an error on success too, if the
         * call was carried out by a try before, whose answer was lost (see {@link RetryPolicy}).
         */
        public int status() {
            return status;
        }

        /** Returns what the caller gets thrown, null on success. */
        public @Nullable Throwable failure() {
            return failure;
        }

        /** Returns {@code success} or the simple class name of the failure: one of a few values, fit for a tag. */
        public String outcome() {
            return failure == null ? "success" : failure.getClass().getSimpleName();
        }

        @Override
        public String toString() {
            return "CallEvent[operation=" + operation + ", tries=" + tries + ", duration=" + duration + ", status="
                    + status + ", failure=" + failure + "]";
        }
    }

    /** How a try ended. Immutable; what later versions tell besides is added to it. */
    final class TryEvent {
        private final String operation;
        private final int number;
        private final Duration duration;
        private final int status;
        private final @Nullable Throwable failure;
        private final @Nullable Duration pause;

        private TryEvent(
                String operation,
                int number,
                Duration duration,
                int status,
                @Nullable Throwable failure,
                @Nullable Duration pause) {
            this.operation = operation;
            this.number = number;
            this.duration = duration;
            this.status = status;
            this.failure = failure;
            this.pause = pause;
        }

        /**
         * Returns an event of a last try that got no answer and did not fail, which the methods {@code with…} make more
         * of. Public so that tests can build the events that their listeners are to meet.
         */
        public static TryEvent of(String operation, int number, Duration duration) {
            return new TryEvent(operation, number, duration, 0, null, null);
        }

        /** Returns this event with an HTTP status, 0 for no answer. */
        public TryEvent withStatus(int status) {
            return new TryEvent(operation, number, duration, status, failure, pause);
        }

        /** Returns this event with the I/O error, null for none. */
        public TryEvent withFailure(@Nullable Throwable failure) {
            return new TryEvent(operation, number, duration, status, failure, pause);
        }

        /** Returns this event with the pause before the next try, null for no next try. */
        public TryEvent withPause(@Nullable Duration pause) {
            return new TryEvent(operation, number, duration, status, failure, pause);
        }

        /** Returns the operation's id in the API's documents. */
        public String operation() {
            return operation;
        }

        /** Returns the number of the try, from 1. */
        public int number() {
            return number;
        }

        /** Returns the time from the try's begin to the end of its answer. */
        public Duration duration() {
            return duration;
        }

        /** Returns the HTTP status, 0 when no answer came. */
        public int status() {
            return status;
        }

        /** Returns the I/O error, null when an answer came whole, be it an error's. */
        public @Nullable Throwable failure() {
            return failure;
        }

        /** Returns the pause before the next try, null when this was the last. */
        public @Nullable Duration pause() {
            return pause;
        }

        @Override
        public String toString() {
            return "TryEvent[operation=" + operation + ", number=" + number + ", duration=" + duration + ", status="
                    + status + ", failure=" + failure + ", pause=" + pause + "]";
        }
    }
}
