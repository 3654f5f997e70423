package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request as it comes. No thread waits for it, so bodies that never come keep no other from theirs.
 */
final class BodyReader implements ReadHandler {
    /** The most bytes of a body. */
    static final int LIMIT = 1024 * 1024;

    /** Of a body over the limit this much is read and dropped, so that the caller gets to read the answer. */
    private static final long DRAIN_LIMIT = 64L * 1024 * 1024;

    private final Request wire;
    private final NIOInputStream in;
    private final Next next;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final byte[] part = new byte[8192];
    private final AtomicBoolean ended = new AtomicBoolean();
    private long count;

    private BodyReader(Request wire, Next next) {
        this.wire = wire;
        this.in = wire.getNIOInputStream();
        this.next = next;
    }

    /** Goes on with a request, once and on any thread. */
    interface Next {
        /**
         * Answers it.
         *
         * @param body null when it is over the limit or could not be read
         * @param problem why it could not be read
         */
        void answer(byte @Nullable [] body, @Nullable Problem problem);
    }

    /** Reads the body, for that time at most, and then goes on. */
    static void read(Request wire, Response answer, Duration patience, Next next) throws IOException {
        if (wire.getContentLengthLong() <= 0 && !wire.getRequest().isChunked()) {
            // Or the end of a CONNECT would be waited for.
            wire.getRequest().setExpectContent(false);
            next.answer(new byte[0], null);
            return;
        }
        BodyReader reader = new BodyReader(wire, next);
        if (reader.in.isFinished()) {
            reader.onAllDataRead();
            return;
        }
        answer.suspend(patience.toMillis(), TimeUnit.MILLISECONDS, null, late -> {
            reader.fail(new Problem(ErrorCode.REQUEST_TIMED_OUT));
            return false;
        });
        reader.await();
    }

    /**
     * Is told of the end, or of a body over the limit. Told of a part, it would have to ask for the next, and Grizzly
     * would read on from a connection whose next request another thread already reads.
     */
    private void await() {
        in.notifyAvailable(this, LIMIT + 1);
    }

    @Override
    public void onDataAvailable() throws IOException {
        // For the reason given above nothing comes after this body.
        wire.getRequest().getProcessingState().setKeepAlive(false);
        take();
        if (count > DRAIN_LIMIT) {
            end();
        } else {
            await();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        take();
        end();
    }

    @Override
    public void onError(Throwable broken) {
        fail(BodyProblems.unreadable());
    }

    /** Takes what has come. */
    private void take() throws IOException {
        while (in.readyData() > 0) {
            int length = in.read(part, 0, Math.min(part.length, in.readyData()));
            count += length;
            if (count <= LIMIT) {
                body.write(part, 0, length);
            }
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            next.answer(count > LIMIT ? null : body.toByteArray(), null);
        }
    }

    private void fail(Problem problem) {
        if (ended.compareAndSet(false, true)) {
            // What may still come of the body is no next request.
            wire.getRequest().getProcessingState().setKeepAlive(false);
            wire.getRequest().setExpectContent(false);
            next.answer(null, problem);
        }
    }
}
