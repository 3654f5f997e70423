package io.github.vpcep.sandbox.control;

import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call.
 *
 * @param kind in which way
 * @param error the error that is answered, of a fault of that kind only
 * @param delay the time that passes before the call is carried out
 */
public record Fault(Kind kind, @Nullable ErrorCode error, Duration delay) {
    /** In which way a call goes wrong. */
    public enum Kind {
        /** It is not carried out; an error is the answer. */
        ERROR,
        /** It is carried out late. */
        DELAY,
        /** It is carried out; the connection ends before the answer. */
        DROPPED_CONNECTION,
        /** It is carried out; the connection ends in the middle of the answer. */
        TRUNCATED_BODY
    }
}
