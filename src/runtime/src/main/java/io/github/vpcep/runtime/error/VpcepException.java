package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Anything that can go wrong with a call once it has been sent: the server refused it ({@link VpcepServiceException}),
 * nothing usable came back ({@link VpcepTransportException}), or the answer was not understood
 * ({@link VpcepDecodeException}); and what can go wrong with waiting for something ({@link WaitFailedException},
 * {@link WaitTimeoutException}). Bad arguments are not among them: those are {@link IllegalArgumentException}, and
 * nothing is sent; {@link IllegalStateException} is for a client that is closed or not set up.
 *
 * <p>No message, cause or property of one shows a secret: what was sent to prove who asks is hidden wherever the answer
 * or the failure repeats it.
 */
public abstract class VpcepException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final @Nullable String requestId;

    VpcepException(String operation, @Nullable String requestId, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.requestId = requestId;
    }

    /** Returns the operation's id in the API's documents, such as {@code ListEndpoints}. */
    public final String operation() {
        return operation;
    }

    /** Returns the id that the server gave the request (to quote to its support), or null when none arrived. */
    public final @Nullable String requestId() {
        return requestId;
    }
}
