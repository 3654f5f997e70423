package io.github.vpcep.router;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serial;

/** A body whose bytes are no text that could be written again. */
final class BadTextException extends JsonProcessingException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what the body has to be. */
    BadTextException(String allowed) {
        super(allowed);
    }
}
