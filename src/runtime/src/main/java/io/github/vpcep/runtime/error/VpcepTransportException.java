package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Nothing usable came back: no connection, a timeout, a connection that broke, an answer that ended early. Whether the
 * server acted on the request is not known, unless no connection was made at all. The cause is the I/O error.
 */
public final class VpcepTransportException extends VpcepException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param reason what happened, in words
     * @param requestId the request's id if the head of an answer had arrived, else null
     * @param cause the I/O error
     */
    public VpcepTransportException(String operation, String reason, @Nullable String requestId, Throwable cause) {
        super(
                operation,
                requestId,
                operation + " got no usable answer: " + Text.excerpt(reason, 500) + Text.inBrackets(requestId),
                cause);
    }
}
