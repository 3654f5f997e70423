package io.github.vpcep.sandbox.control;

import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one call. Immutable. */
public final class Fault {
    private final Kind kind;
    private final @Nullable ErrorCode error;
    private final Duration delay;

    private Fault(Kind kind, @Nullable ErrorCode error, Duration delay) {
        this.kind = kind;
        this.error = error;
        this.delay = delay;
    }

    static Fault of(Kind kind) {
        return new Fault(kind, null, Duration.ZERO);
    }

    static Fault error(ErrorCode code) {
        return new Fault(Kind.ERROR, code, Duration.ZERO);
    }

    static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, null, delay);
    }

    /** In which way it goes wrong. */
    public Kind kind() {
        return kind;
    }

    /** The error that is answered, of a fault of that kind only. */
    public @Nullable ErrorCode error() {
        return error;
    }

    /** The time that passes before the call is carried out. */
    public Duration delay() {
        return delay;
    }

    /** In which way a call goes wrong. */
    public enum Kind {
        /** It is not carried out; an error is the answer. */
        ERROR,
        /** It is carried out late. */
        DELAY,
        /** It is carried out; the connection ends before the answer. */
        DROPPED_CONNECTION,
        /** It is carried out; the connection ends in the middle of the answer. */
        TRUNCATED_BODY
    }
}
