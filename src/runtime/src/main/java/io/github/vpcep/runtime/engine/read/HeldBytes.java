package io.github.vpcep.runtime.engine.read;

import java.io.InputStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body that is in memory, read where they lie. A page of a thousand resources is not copied for it, and
 * is still there when it was not understood.
 */
final class HeldBytes extends InputStream {
    private final Buffer.UnsafeCursor segment;
    private int at;
    private int end;
    private boolean atEnd;

    HeldBytes(Buffer buffer) {
        this.segment = buffer.readUnsafe(new Buffer.UnsafeCursor());
    }

    @Override
    public int read() {
        byte[] bytes = unread();
        return bytes == null ? -1 : bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        byte[] bytes = unread();
        if (bytes == null) {
            return -1;
        }
        int read = Math.min(count, end - at);
        System.arraycopy(bytes, at, into, offset, read);
        at += read;
        return read;
    }

    /** Returns what the next byte is in, having gone to the next segment if this one is read; null at the end. */
    private byte @Nullable [] unread() {
        while (at == end && !atEnd) {
            atEnd = segment.next() < 0;
            at = segment.start;
            end = segment.end;
        }
        return segment.data;
    }
}
