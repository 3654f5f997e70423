package io.github.vpcep.sandbox.control;

import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one call; {@link Faults} makes them. Immutable. */
public final class Fault {
    private final Kind kind;
    private final Duration delay;
    private final @Nullable ErrorCode error;
    private final @Nullable OrderedAnswer answer;
    private final int bytes;
    private final Duration pause;

    private Fault(
            Kind kind,
            Duration delay,
            @Nullable ErrorCode error,
            @Nullable OrderedAnswer answer,
            int bytes,
            Duration pause) {
        this.kind = kind;
        this.delay = delay;
        this.error = error;
        this.answer = answer;
        this.bytes = bytes;
        this.pause = pause;
    }

    /** In which way a call goes wrong. */
    public enum Kind {
        /** In none: it is carried out and answered as ever. */
        NONE,
        /** It is carried out late. */
        DELAY,
        /** It is not carried out; an error of the catalogue is the answer. */
        ERROR,
        /** It is not carried out; the answer is any that was ordered. */
        ANSWER,
        /** It is carried out; the connection ends before the answer. */
        DROPPED_CONNECTION,
        /** It is carried out; the connection is reset in the middle of the answer's headers. */
        BROKEN_HEADERS,
        /** It is carried out; the connection ends in the middle of the answer's body. */
        TRUNCATED_BODY,
        /** It is carried out; the answer comes in small pieces with pauses in between. */
        TRICKLE
    }

    static Fault of(Kind kind, Duration delay) {
        return new Fault(kind, delay, null, null, 0, Duration.ZERO);
    }

    static Fault error(ErrorCode error, Duration delay) {
        return new Fault(Kind.ERROR, delay, error, null, 0, Duration.ZERO);
    }

    static Fault answer(OrderedAnswer answer, Duration delay) {
        return new Fault(Kind.ANSWER, delay, null, answer, 0, Duration.ZERO);
    }

    static Fault trickle(int bytes, Duration pause, Duration delay) {
        return new Fault(Kind.TRICKLE, delay, null, null, bytes, pause);
    }

    /** In which way. */
    public Kind kind() {
        return kind;
    }

    /** The time that passes before the call is carried out, or answered if it is not. */
    public Duration delay() {
        return delay;
    }

    /** The error that is answered; null unless it is of that kind. */
    public @Nullable ErrorCode error() {
        return error;
    }

    /** What is answered; null unless it is of that kind. */
    public @Nullable OrderedAnswer answer() {
        return answer;
    }

    /** The bytes of each piece of a trickle. */
    public int bytes() {
        return bytes;
    }

    /** The pause after each piece of a trickle. */
    public Duration pause() {
        return pause;
    }
}
