package io.github.vpcep.runtime.engine.call;

import io.github.vpcep.runtime.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Keeps the last answer of the calls that are made through one engine. Calls may run on any thread. */
public final class Recorder {
    private final @Nullable Recorder outer;
    private volatile @Nullable Answer last;

    /** Creates a recorder; what it records, the outer one records as well. */
    public Recorder(@Nullable Recorder outer) {
        this.outer = outer;
    }

    public void record(Response response, @Nullable String requestId) throws IOException {
        record(new Answer(
                response.code(),
                response.headers().toMultimap(),
                requestId,
                response.peekBody(Long.MAX_VALUE).string()));
    }

    private void record(Answer answer) {
        last = answer;
        if (outer != null) {
            outer.record(answer);
        }
    }

    public <T extends @Nullable Object> ApiResponse<T> with(T value) {
        Answer answer = last;
        if (answer == null) {
            throw new IllegalStateException("No call was answered inside withResponse(…): make one there,"
                    + " with the client that it gives, and wait for a future there");
        }
        return ApiResponse.of(value, answer.status(), answer.headers(), answer.requestId(), answer.body());
    }

    private record Answer(
            int status,
            Map<String, List<String>> headers,
            @Nullable String requestId,
            String body) {}
}
