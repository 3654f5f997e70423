package io.github.vpcep.runtime.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What the request names does not exist, or not for this project. */
public final class NotFoundException extends VpcepServiceException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public NotFoundException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer, code, serverMessage);
    }
}
