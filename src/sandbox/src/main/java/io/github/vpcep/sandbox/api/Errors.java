package io.github.vpcep.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.ErrorResponse;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.Refusal;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a documented error answer. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final ObjectMapper JSON = VpcepJson.mapper();

    /** The codes of query parameters that hold something else than their type. */
    private static final Map<String, ErrorCode> BY_PARAMETER = Map.of(
            "limit", ErrorCode.INVALID_LIMIT,
            "offset", ErrorCode.INVALID_OFFSET,
            "sort_key", ErrorCode.INVALID_SORT_KEY,
            "sort_dir", ErrorCode.INVALID_SORT_DIRECTION,
            "status", ErrorCode.INVALID_STATUS,
            "marker_id", ErrorCode.INVALID_MARKER_ID);

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
        if (thrown instanceof ParamException invalid) {
            return invalidParameter(invalid);
        }
        if (thrown instanceof WebApplicationException refused) {
            return notRouted(refused);
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
                .with(HttpHeaders.RETRY_AFTER, "1");
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
                .with(HttpHeaders.ALLOW, allowed);
    }

    private static HttpAnswer invalidParameter(ParamException invalid) {
        if (invalid instanceof ParamException.QueryParamException) {
            String name = invalid.getParameterName();
            ErrorCode code = BY_PARAMETER.getOrDefault(name.toLowerCase(Locale.ROOT), ErrorCode.INVALID_PARAMETER);
            return answer(code.status(), code, code.message() + " The query parameter " + name + " cannot be read.");
        }
        return of(ErrorCode.RESOURCE_NOT_FOUND);
    }

    private static HttpAnswer notRouted(WebApplicationException refused) {
        if (refused instanceof NotFoundException) {
            return of(ErrorCode.RESOURCE_NOT_FOUND);
        }
        if (refused instanceof NotAllowedException) {
            return notAllowed(Methods.documented(refused.getResponse().getAllowedMethods()));
        }
        if (refused instanceof NotAcceptableException) {
            return answer(
                    406, ErrorCode.INVALID_PARAMETER, "The answer would be application/json, which Accept excludes.");
        }
        return answer(
                400, ErrorCode.INVALID_PARAMETER, ErrorCode.INVALID_PARAMETER.message() + " The body has to be JSON.");
    }

    private static HttpAnswer answer(int status, ErrorCode code, String message) {
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
