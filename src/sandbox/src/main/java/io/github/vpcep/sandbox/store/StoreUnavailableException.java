package io.github.vpcep.sandbox.store;

/**
 * The store does not answer for now. It comes back by itself, so the request may be sent again; whether a write took
 * effect is known only if it failed before its end.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** It does not answer. */
    public StoreUnavailableException(String message) {
        super(message);
    }

    /** It does not answer, because of that. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
