package io.github.vpcep.sandbox.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.control.model.ControlError;
import io.github.vpcep.control.model.ControlErrorCode;
import io.github.vpcep.control.model.ControlErrorResponse;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.RefusedException;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into an error answer of the control API. */
final class ControlErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ControlErrors.class);
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private ControlErrors() {}

    static HttpAnswer of(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof Refused refused) {
            return of(refused.code(), message);
        }
        if (thrown instanceof RefusedException refused) {
            return of(refused.refusal());
        }
        if (thrown instanceof IllegalArgumentException) {
            return of(ControlErrorCode.BAD_REQUEST, message);
        }
        if (thrown instanceof NoSuchElementException) {
            return of(ControlErrorCode.NOT_FOUND, message);
        }
        if (thrown instanceof StoreUnavailableException) {
            return of(ControlErrorCode.STATE_AWAY, ControlErrorCode.STATE_AWAY.message())
                    .with("Retry-After", "1");
        }
        LOG.error("A call of the control API failed", thrown);
        return of(ControlErrorCode.FAILED, ControlErrorCode.FAILED.message());
    }

    private static HttpAnswer of(Refusal refusal) {
        return switch (refusal.kind()) {
            case PATH_UNKNOWN -> of(ControlErrorCode.NOT_FOUND, "There is no such path; /_sandbox/docs shows all.");
            case METHOD_NOT_ALLOWED -> notAllowed(refusal.allowed());
            case NOT_ACCEPTABLE -> of(ControlErrorCode.NOT_ACCEPTABLE, "The answer is " + refusal.allowed() + ".");
            case MEDIA_TYPE_UNSUPPORTED, ENCODING_UNSUPPORTED -> of(ControlErrorCode.JSON_ONLY, sentence(refusal));
            case NOT_IMPLEMENTED -> of(ControlErrorCode.FAILED, sentence(refusal));
            default -> of(ControlErrorCode.BAD_REQUEST, sentence(refusal));
        };
    }

    static HttpAnswer notAllowed(String allowed) {
        return of(ControlErrorCode.METHOD_NOT_ALLOWED, "The path has the methods " + allowed + ".")
                .with("Allow", allowed);
    }

    private static String sentence(Refusal refusal) {
        String text = refusal.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    static HttpAnswer of(ControlErrorCode code, String message) {
        return of(code.status(), code, message);
    }

    static HttpAnswer of(int status, ControlErrorCode code, String message) {
        ControlError error =
                ControlError.builder().code(code.code()).message(message).build();
        try {
            return HttpAnswer.of(
                    status,
                    HttpAnswer.JSON,
                    JSON.writeValueAsBytes(
                            ControlErrorResponse.builder().error(error).build()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error cannot be written", e);
        }
    }
}
