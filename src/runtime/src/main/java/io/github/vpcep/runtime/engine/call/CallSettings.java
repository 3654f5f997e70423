package io.github.vpcep.runtime.engine.call;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.ground.Arguments;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What holds for a call: options with nothing left open; the project's id is empty where the contract has none. */
public record CallSettings(
        String projectId,
        RetryPolicy retry,
        Duration callTimeout,
        Duration readTimeout,
        int answerLimit,
        Map<String, String> headers) {
    public static CallSettings of(CallOptions options) {
        return new CallSettings(
                Objects.requireNonNullElse(options.projectId(), ""),
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
