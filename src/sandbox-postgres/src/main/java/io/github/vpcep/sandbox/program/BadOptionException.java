package io.github.vpcep.sandbox.program;

/** An option that is unknown, or whose value is not allowed; the message says what is. */
final class BadOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadOptionException(String message) {
        super(message);
    }

    BadOptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
