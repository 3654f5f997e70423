package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server failed. Whether it acted on the request is not known. */
public final class ServerFailureException extends VpcepServiceException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public ServerFailureException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer, code, serverMessage);
    }
}
