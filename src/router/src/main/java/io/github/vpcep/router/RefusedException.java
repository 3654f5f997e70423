package io.github.vpcep.router;

import java.io.Serial;

/** Carries a {@link Refusal} out of where a request is read. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        // An answer, not a fault of the program: nobody looks for the place.
        super(refusal.toString(), refusal.cause(), false, false);
        this.refusal = refusal;
    }

    /** What is wrong with the request. */
    public Refusal refusal() {
        return refusal;
    }
}
