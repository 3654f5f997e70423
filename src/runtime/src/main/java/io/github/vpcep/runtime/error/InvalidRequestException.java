package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server does not accept the request as it is. Sending it again will not help. */
public final class InvalidRequestException extends VpcepServiceException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public InvalidRequestException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer, code, serverMessage);
    }
}
