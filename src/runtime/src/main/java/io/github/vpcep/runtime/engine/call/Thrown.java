package io.github.vpcep.runtime.engine.call;

import java.io.IOException;

/**
 * Carries what is no I/O error through OkHttp and Retrofit. On a thread of their own they would tell the caller of
 * something else, and of some errors nothing at all, so that a future would never be completed.
 */
public class Thrown extends IOException {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;

    /** Creates the carrier of a reason. */
    public Thrown(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns what was thrown. */
    public Throwable reason() {
        return reason;
    }
}
