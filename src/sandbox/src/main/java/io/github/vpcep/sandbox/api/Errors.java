package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.ErrorResponse;
import io.github.vpcep.router.RefusedException;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.Refusal;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a documented error answer. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private Errors() {}

    static HttpAnswer of(Problem problem) {
        return answer(problem.code().status(), problem.code(), problem.getMessage());
    }

    static HttpAnswer of(ErrorCode code) {
        return answer(code.status(), code, code.message());
    }

    /** The answer to anything; what is unexpected is logged and not shown. */
    static HttpAnswer of(Throwable thrown, String requestId) {
        if (thrown instanceof Problem problem) {
            return of(problem);
        }
        if (thrown instanceof RefusedException refused) {
            return Refusals.answer(refused.refusal());
        }
        if (thrown instanceof StoreUnavailableException) {
            // One line each: the store tells its log once what is wrong.
            LOG.warn("request {}: the state cannot be reached: {}", requestId, thrown.getMessage());
            return unavailable();
        }
        LOG.error("request {} failed", requestId, thrown);
        return of(ErrorCode.SYSTEM_ERROR);
    }

    /** No code is documented for 503, so it is the general one of the server's own failures. */
    static HttpAnswer unavailable() {
        return answer(503, ErrorCode.SYSTEM_ERROR, "The service is unavailable for the moment. Please retry.")
                .with("Retry-After", "1");
    }

    /** What HTTP has a status for, and the catalogue no code. */
    static HttpAnswer of(Refusal refusal) {
        return refusal == Refusal.LATE
                ? of(ErrorCode.REQUEST_TIMED_OUT)
                : answer(
                        refusal.status(),
                        ErrorCode.INVALID_PARAMETER,
                        ErrorCode.INVALID_PARAMETER.message() + " " + refusal.reason());
    }

    static HttpAnswer notAllowed(String allowed) {
        return answer(
                        405,
                        ErrorCode.INVALID_PARAMETER,
                        "The path does not support this method. It supports: " + allowed)
                .with("Allow", allowed);
    }

    static HttpAnswer answer(int status, ErrorCode code, String message) {
        ErrorDetail detail =
                ErrorDetail.builder().code(code.code()).message(message).build();
        try {
            byte[] body =
                    JSON.writeValueAsBytes(ErrorResponse.builder().error(detail).build());
            return HttpAnswer.error(status, code, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error cannot be written", e);
        }
    }
}
