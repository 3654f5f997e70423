package io.github.vpcep.sandbox.store;

/** The state cannot be reached for the moment; the request may be sent again. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
