// Generated from spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.ErrorCatalogue;
import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.contract.RetryAdvice;
import org.jspecify.annotations.Nullable;

/** What the contract tells the engine. */
final class VpcepContract {
    static final Contract CONTRACT = Contract.of("vpcep-java/1", VpcepJson.mapper(), VpcepContract::find)
            .withoutProject()
            .withoutCredentials();

    private VpcepContract() {}

    private static ErrorCatalogue.@Nullable Entry find(String code) {
        ErrorCode known = ErrorCode.find(code);
        return known == null ? null : ErrorCatalogue.Entry.of(kind(known.kind()), retry(known.retry()));
    }

    // Exhaustive, so that neither side can have one that the other does not know: that would not compile.
    private static ErrorKind kind(ErrorCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> ErrorKind.NOT_FOUND;
            case PERMISSION_DENIED -> ErrorKind.PERMISSION_DENIED;
            case AUTHENTICATION_FAILED -> ErrorKind.AUTHENTICATION_FAILED;
            case INVALID_REQUEST -> ErrorKind.INVALID_REQUEST;
            case QUOTA_EXCEEDED -> ErrorKind.QUOTA_EXCEEDED;
            case CONFLICT -> ErrorKind.CONFLICT;
            case THROTTLED -> ErrorKind.THROTTLED;
            case SERVER_FAILURE -> ErrorKind.SERVER_FAILURE;
        };
    }

    private static RetryAdvice retry(ErrorCode.Retry retry) {
        return switch (retry) {
            case ALWAYS -> RetryAdvice.ALWAYS;
            case IDEMPOTENT -> RetryAdvice.IDEMPOTENT;
            case NEVER -> RetryAdvice.NEVER;
        };
    }
}
