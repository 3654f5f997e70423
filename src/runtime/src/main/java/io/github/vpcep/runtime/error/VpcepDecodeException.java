package io.github.vpcep.runtime.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server said yes, but its answer could not be understood: not JSON, cut off, empty, or without a field that it
 * must have, or that field of the wrong type. An optional field of the wrong type fails nothing. The server has most
 * likely acted on the request. The whole body is kept in {@link #rawBody()}.
 */
public final class VpcepDecodeException extends VpcepException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RawAnswer answer;
    private final String field;

    /**
     * Creates the exception.
     *
     * @param answer what came back
     * @param field the path of the field, as {@link #field()} tells it
     * @param reason what was wrong, in words
     * @param cause what the JSON reader threw, null when it was not asked
     */
    public VpcepDecodeException(RawAnswer answer, String field, String reason, @Nullable Throwable cause) {
        super(answer.operation(), answer.requestId(), message(answer, field, reason), cause);
        this.answer = answer;
        this.field = field;
    }

    private static String message(RawAnswer answer, String field, String reason) {
        String start = answer.operation() + " was answered with HTTP " + answer.status()
                + ", but the body cannot be read at " + Text.excerpt(field) + ": " + Text.excerpt(reason)
                + Text.inBrackets(answer.requestId());
        return answer.body().isBlank() ? start : start + "; the body starts with: " + Text.excerpt(answer.body());
    }

    /**
     * Returns the path of the field in the body, such as {@code endpoints[0].marker_id}; {@code $} is the whole body.
     */
    public String field() {
        return field;
    }

    /** Returns the HTTP status, 200 to 299. */
    public int status() {
        return answer.status();
    }

    /** Returns the headers of the answer, as {@link VpcepServiceException#headers()} does. */
    public Map<String, List<String>> headers() {
        return answer.headers();
    }

    /**
     * Returns the whole body as text, empty when there was none; without secrets, as in {@link VpcepServiceException}.
     */
    public String rawBody() {
        return answer.body();
    }
}
