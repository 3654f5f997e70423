package io.github.vpcep.runtime.engine.read;

import java.io.InputStream;
import okio.Buffer;

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
        return hasMore() && segment.data != null ? segment.data[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        if (!hasMore() || segment.data == null) {
            return -1;
        }
        int read = Math.min(count, end - at);
        System.arraycopy(segment.data, at, into, offset, read);
        at += read;
        return read;
    }

    /** Goes to the next segment if this one is read. */
    private boolean hasMore() {
        while (at == end && !atEnd) {
            atEnd = segment.next() < 0;
            at = segment.start;
            end = segment.end;
        }
        return !atEnd;
    }
}
