package io.github.vpcep.runtime.engine.call;

/** Carries what credentials threw: the request was not sent. */
public final class NotSent extends Thrown {
    private static final long serialVersionUID = 1L;

    /** Creates the carrier of a reason. */
    public NotSent(Throwable reason) {
        super(reason);
    }
}
