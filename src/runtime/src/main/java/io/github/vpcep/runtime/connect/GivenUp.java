package io.github.vpcep.runtime.connect;

import java.io.IOException;

/** Tells the engine through the credentials that its call ended while they waited. */
public final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;
    private final boolean late;

    /**
     * Creates the exception.
     *
     * @param reason what the call ends with
     * @param late whether the call's deadline has passed; else it was cancelled or its thread interrupted
     */
    public GivenUp(IOException reason, boolean late) {
        super(reason.getMessage(), reason);
        this.reason = reason;
        this.late = late;
    }

    /** Returns what the call ends with. */
    public IOException reason() {
        return reason;
    }

    /** Returns whether the call's deadline has passed. */
    public boolean isLate() {
        return late;
    }
}
