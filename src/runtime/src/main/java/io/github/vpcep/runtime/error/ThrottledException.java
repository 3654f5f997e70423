package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Too many requests: the server did not act, and the same request may be sent again later. */
public final class ThrottledException extends VpcepServiceException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public ThrottledException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer, code, serverMessage);
    }
}
