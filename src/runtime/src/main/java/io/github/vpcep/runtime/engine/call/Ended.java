package io.github.vpcep.runtime.engine.call;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * What a call fails with when it is ended on this side. Worded as OkHttp and Okio word it when they end it, because
 * only the message tells these failures from others of their class.
 */
public final class Ended {
    private static final String CANCELLED = "Canceled";
    private static final String INTERRUPTED = "interrupted";

    private Ended() {}

    /** Returns the failure of a call that was cancelled. */
    public static IOException cancelled() {
        return new IOException(CANCELLED);
    }

    /** Returns the failure of a call whose time is up. */
    public static InterruptedIOException late() {
        return new InterruptedIOException("timeout");
    }

    /** Returns the failure of a call whose thread was interrupted. */
    public static InterruptedIOException interrupted(Exception cause) {
        InterruptedIOException interruption = new InterruptedIOException(INTERRUPTED);
        interruption.initCause(cause);
        return interruption;
    }

    /** Returns whether a failure is that of a call that was cancelled. */
    public static boolean isCancellation(Throwable failure) {
        return CANCELLED.equals(failure.getMessage());
    }

    /** Returns whether a failure is that of a call whose thread was interrupted; a timeout is of the same class. */
    public static boolean isInterruption(Throwable failure) {
        return failure instanceof InterruptedException
                || (failure instanceof InterruptedIOException && INTERRUPTED.equals(failure.getMessage()));
    }
}
