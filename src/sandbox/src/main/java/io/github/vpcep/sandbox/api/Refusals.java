package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.sandbox.http.HttpAnswer;
import java.util.Map;

/** What the router found wrong with a request, as the catalogue says it. */
final class Refusals {
    /** The codes of query parameters that hold something else than their type. */
    private static final Map<String, ErrorCode> BY_PARAMETER = Map.of(
            "limit", ErrorCode.INVALID_LIMIT,
            "offset", ErrorCode.INVALID_OFFSET,
            "sort_key", ErrorCode.INVALID_SORT_KEY,
            "sort_dir", ErrorCode.INVALID_SORT_DIRECTION,
            "status", ErrorCode.INVALID_STATUS,
            "marker_id", ErrorCode.INVALID_MARKER_ID);

    private Refusals() {}

    static HttpAnswer answer(Refusal refusal) {
        return switch (refusal.kind()) {
            case TARGET_MALFORMED -> invalid("The path or the query is not percent-encoded UTF-8.");
            case PATH_UNKNOWN -> Errors.of(ErrorCode.RESOURCE_NOT_FOUND);
            case METHOD_NOT_ALLOWED -> Errors.notAllowed(refusal.allowed());
            case HEADER_MALFORMED -> invalid("The header " + refusal.place() + " is not " + refusal.allowed() + ".");
            case NOT_ACCEPTABLE ->
                Errors.answer(
                        406,
                        ErrorCode.INVALID_PARAMETER,
                        "The answer would be " + refusal.allowed() + ", which Accept excludes.");
            case MEDIA_TYPE_UNSUPPORTED -> invalid("The body has to be JSON.");
            case ENCODING_UNSUPPORTED -> Errors.of(BodyProblems.encoded());
            case PARAMETER_MISSING, PARAMETER_INVALID -> parameter(refusal);
            case BODY_MISSING -> Errors.of(ErrorCode.BODY_IS_NULL);
            case BODY_MALFORMED, PROPERTY_MISSING, PROPERTY_INVALID -> Errors.of(BodyProblems.of(refusal));
            case NOT_IMPLEMENTED -> Errors.of(ErrorCode.SYSTEM_ERROR);
        };
    }

    private static HttpAnswer parameter(Refusal refusal) {
        ErrorCode code = BY_PARAMETER.getOrDefault(refusal.place(), ErrorCode.INVALID_PARAMETER);
        return Errors.answer(
                code.status(),
                code,
                code.message() + " The parameter " + refusal.place() + " has to be " + refusal.allowed() + ".");
    }

    private static HttpAnswer invalid(String reason) {
        return Errors.of(BodyProblems.invalid(reason));
    }
}
