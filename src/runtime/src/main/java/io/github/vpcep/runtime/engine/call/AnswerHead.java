package io.github.vpcep.runtime.engine.call;

import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call's answer before its body is read. It travels with the {@link CallContext}, because Retrofit's
 * converters see the body only. Written by the one thread that runs the call.
 */
public final class AnswerHead {
    private volatile int status;
    private volatile @Nullable String requestId;
    private volatile Headers headers = Headers.of();

    /** Forgets the answer of the try before. */
    public void reset() {
        status = 0;
        requestId = null;
        headers = Headers.of();
    }

    public void arrived(Response response) {
        status = response.code();
        requestId = response.header("X-Request-Id");
        headers = response.headers();
    }

    public int status() {
        return status;
    }

    @Nullable
    public String requestId() {
        return requestId;
    }

    public Headers headers() {
        return headers;
    }
}
