package io.github.vpcep.runtime.engine.call;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body in memory that OkHttp never sends again by itself, as it else does after a 503 with {@code Retry-After: 0}.
 */
public final class OneShotBody extends RequestBody {
    private final byte[] bytes;
    private final @Nullable MediaType type;

    public OneShotBody(byte[] bytes, @Nullable MediaType type) {
        this.bytes = bytes;
        this.type = type;
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
