package io.github.vpcep.sandbox.auth;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Limits;
import java.util.Objects;

/** Bodies over the limit are not kept, so that neither their hash nor anything in them is known. */
public final class BodyLimit {
    private BodyLimit() {}

    /**
     * The body of a request.
     *
     * @throws Problem if it was over the limit
     */
    public static byte[] body(HttpRequest request) {
        check(request);
        return Objects.requireNonNull(request.body());
    }

    /**
     * Refuses a request whose body was over the limit.
     *
     * @throws Problem if it was
     */
    public static void check(HttpRequest request) {
        if (request.body() == null) {
            ErrorCode code = ErrorCode.INVALID_PARAMETER;
            throw new Problem(code, code.message() + " The body has more than " + Limits.BODY + " bytes.");
        }
    }
}
