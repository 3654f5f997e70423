package io.github.vpcep.runtime.error;

import io.github.vpcep.runtime.ground.RetryAfter;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server refused the request. The subclass tells the meaning: by the API's own error code where that is known, by
 * the HTTP status otherwise. An answer that fits none of them, such as a redirect, is this class itself.
 */
public class VpcepServiceException extends VpcepException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RawAnswer answer;
    private final @Nullable Duration retryAfter;
    private final @Nullable String code;
    private final @Nullable String serverMessage;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param code the error code in the body, null when it had none
     * @param serverMessage the message in the body, null when it had none
     */
    public VpcepServiceException(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        super(answer.operation(), answer.requestId(), message(answer, code, serverMessage), null);
        this.answer = answer;
        this.retryAfter = RetryAfter.of(first(answer, "Retry-After"), first(answer, "Date"), Instant.now());
        this.code = code;
        this.serverMessage = serverMessage;
    }

    private static String message(RawAnswer answer, @Nullable String code, @Nullable String serverMessage) {
        String detail = serverMessage == null ? Text.excerpt(answer.body()) : Text.excerpt(serverMessage, Text.WORDS);
        return answer.operation() + " failed with HTTP " + answer.status()
                + (code == null ? "" : " " + Text.excerpt(code))
                + (detail.isEmpty() ? "" : ": " + detail)
                + Text.inBrackets(answer.requestId());
    }

    /** Returns the HTTP status. Most errors of this API are 400, whatever they mean: prefer the class or the code. */
    public final int status() {
        return answer.status();
    }

    /** Returns the error code as the server wrote it, or null when the body had none. Compare it ignoring case. */
    public final @Nullable String code() {
        return code;
    }

    /** Returns the server's own words, whole but for secrets, or null when the body had none. */
    public final @Nullable String serverMessage() {
        return serverMessage;
    }

    private static @Nullable String first(RawAnswer answer, String header) {
        List<String> values = answer.headers().getOrDefault(header, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns how long the server asked to wait, counted from its answer, or null when it did not (header
     * {@code Retry-After}). The client's own tries have waited for that long already, or, if its policy or the deadline
     * allowed less, were not sent.
     */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Returns the headers of the answer; unmodifiable, names are found without regard to letter case. Secrets are
     * hidden as in {@link #rawBody()}.
     */
    public final Map<String, List<String>> headers() {
        return answer.headers();
    }

    /**
     * Returns the whole body as text, empty when there was none. What credentials sent and the body repeats, and the
     * values of fields that are named like secrets, read {@code ***}: exceptions are logged.
     */
    public final String rawBody() {
        return answer.body();
    }
}
