package io.github.vpcep.runtime.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.ErrorCatalogue;
import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.QuotaExceededException;
import io.github.vpcep.runtime.error.RawAnswer;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the exception for an answer that is no success. */
public final class ServiceErrors {
    private ServiceErrors() {}

    public static VpcepServiceException from(Contract contract, RawAnswer answer) {
        JsonNode body = parse(contract.json(), answer.body());
        // The service writes {"error":{"code","message"}}, the gateway before it {"error_code","error_msg"}.
        String code = code(body);
        String message = first(body.path("error").path("message"), body.path("error_msg"));
        if (answer.requestId() == null && body.path("request_id").isTextual()) {
            // The gateway writes the id into the body as well.
            return from(contract, answer.withRequestId(body.path("request_id").asText()));
        }
        ErrorCatalogue.Entry known = code == null ? null : contract.errors().find(code);
        ErrorKind kind = known == null ? byStatus(answer.status()) : known.kind();
        return kind == null ? new VpcepServiceException(answer, code, message) : create(kind, answer, code, message);
    }

    /** Whether a code of the catalogue says that there is no such thing: a 404 alone may come from a wrong base URL. */
    public static boolean isAbsence(Contract contract, Throwable failure) {
        return failure instanceof NotFoundException refused && isAbsence(contract, refused.code());
    }

    private static boolean isAbsence(Contract contract, @Nullable String code) {
        ErrorCatalogue.Entry known = code == null ? null : contract.errors().find(code);
        return known != null && known.kind() == ErrorKind.NOT_FOUND;
    }

    /** Whether a code says that nothing is left to do: what was to be removed is not there, or it is done already. */
    public static boolean isDone(Contract contract, Operation operation, @Nullable String code) {
        return code != null && (operation.isDoneWhen(code) || (operation.isRemoval() && isAbsence(contract, code)));
    }

    /** Returns the error code in a body, null when it has none. */
    public static @Nullable String code(ObjectMapper json, String body) {
        return code(parse(json, body));
    }

    private static @Nullable String code(JsonNode body) {
        return first(body.path("error").path("code"), body.path("error_code"));
    }

    private static JsonNode parse(ObjectMapper json, String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            // Not JSON, as from a proxy: the status alone decides, and the exception keeps the body.
            return json.missingNode();
        }
    }

    private static @Nullable String first(JsonNode preferred, JsonNode other) {
        JsonNode found = preferred.isValueNode() ? preferred : other;
        return !found.isNull() && !found.asText().isBlank() ? found.asText() : null;
    }

    private static @Nullable ErrorKind byStatus(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION_FAILED;
            case 403 -> ErrorKind.PERMISSION_DENIED;
            case 404 -> ErrorKind.NOT_FOUND;
            case 409 -> ErrorKind.CONFLICT;
            case 429 -> ErrorKind.THROTTLED;
            default -> status >= 500 ? ErrorKind.SERVER_FAILURE : status >= 400 ? ErrorKind.INVALID_REQUEST : null;
        };
    }

    private static VpcepServiceException create(
            ErrorKind kind, RawAnswer answer, @Nullable String code, @Nullable String message) {
        return switch (kind) {
            case NOT_FOUND -> new NotFoundException(answer, code, message);
            case PERMISSION_DENIED -> new PermissionDeniedException(answer, code, message);
            case AUTHENTICATION_FAILED -> new AuthenticationFailedException(answer, code, message);
            case INVALID_REQUEST -> new InvalidRequestException(answer, code, message);
            case QUOTA_EXCEEDED -> new QuotaExceededException(answer, code, message);
            case CONFLICT -> new ConflictException(answer, code, message);
            case THROTTLED -> new ThrottledException(answer, code, message);
            case SERVER_FAILURE -> new ServerFailureException(answer, code, message);
        };
    }
}
