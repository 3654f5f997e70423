package io.github.vpcep.runtime.engine.call;

import java.io.IOException;

/** Carries what credentials threw through OkHttp, which lets only I/O errors pass from a thread of its own. */
public final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    /** Creates the carrier of a reason. */
    public NotSent(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns what the credentials threw. */
    public RuntimeException reason() {
        return reason;
    }
}
