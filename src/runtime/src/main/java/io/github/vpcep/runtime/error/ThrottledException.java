package io.github.vpcep.runtime.error;

import io.github.vpcep.runtime.ground.RetryAfter;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Too many requests: the server did not act, and the same request may be sent again later. */
public final class ThrottledException extends VpcepServiceException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public ThrottledException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer, code, serverMessage);
        this.retryAfter = RetryAfter.of(first(answer, "Retry-After"), first(answer, "Date"), Instant.now());
    }

    private static @Nullable String first(RawAnswer answer, String header) {
        List<String> values = answer.headers().getOrDefault(header, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns how long the server asked to wait, counted from its answer, or null when it did not (header
     * {@code Retry-After}). The client's own tries have waited for that long already, unless its policy or the deadline
     * allowed less.
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
