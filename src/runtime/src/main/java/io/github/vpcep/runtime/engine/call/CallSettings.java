package io.github.vpcep.runtime.engine.call;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.ground.Arguments;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a call: options with nothing left open but the project, which IAM is asked for where the contract has
 * one.
 */
public record CallSettings(
        @Nullable String projectId,
        RetryPolicy retry,
        Duration callTimeout,
        Duration readTimeout,
        int answerLimit,
        Map<String, String> headers) {
    public static CallSettings of(CallOptions options) {
        return new CallSettings(
                options.projectId(),
                Arguments.requireNonNull(options.retry(), "retry"),
                Arguments.requireNonNull(options.callTimeout(), "callTimeout"),
                Arguments.requireNonNull(options.readTimeout(), "readTimeout"),
                Arguments.requireNonNull(options.answerLimit(), "answerLimit"),
                options.headers());
    }

    /** Returns these settings for a server that is not the API's. */
    public CallSettings withoutHeaders() {
        return new CallSettings(projectId, retry, callTimeout, readTimeout, answerLimit, Map.of());
    }
}
