package io.github.vpcep.router;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered by an operation: what the application turns into its own error answer. */
public final class Refusal {
    /** What is wrong. */
    public enum Kind {
        /** The path or the query is not percent-encoded UTF-8. */
        TARGET_MALFORMED(400),
        /** No operation has the path. */
        PATH_UNKNOWN(404),
        /** Operations have the path, none of them with the method; the methods that there are: {@link #allowed}. */
        METHOD_NOT_ALLOWED(405),
        /** A server has no implementation of the operation. */
        NOT_IMPLEMENTED(501),
        /** A header, named by {@link #place}, cannot be read. */
        HEADER_MALFORMED(400),
        /** The header Accept excludes the type of the answer, which is {@link #allowed}. */
        NOT_ACCEPTABLE(406),
        /** The header Content-Type is not the type of the body, which is {@link #allowed}. */
        MEDIA_TYPE_UNSUPPORTED(415),
        /** The header Content-Encoding says that the body is encoded. */
        ENCODING_UNSUPPORTED(415),
        /** A required parameter, named by {@link #place}, was not sent. */
        PARAMETER_MISSING(400),
        /** A parameter, named by {@link #place}, is not what is {@link #allowed}. */
        PARAMETER_INVALID(400),
        /** The operation takes a body, and there is none. */
        BODY_MISSING(400),
        /** The body is no JSON; {@link #allowed} says what it has to be. */
        BODY_MALFORMED(400),
        /** A required property of the body, at {@link #place}, is absent. */
        PROPERTY_MISSING(400),
        /** A value in the body, at {@link #place}, is of another kind than the contract states. */
        PROPERTY_INVALID(400);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that this has where the contract says nothing else. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final @Nullable String operation;
    private final String place;
    private final String allowed;
    private final @Nullable Exception cause;

    private Refusal(Kind kind, @Nullable String operation, String place, String allowed, @Nullable Exception cause) {
        this.kind = kind;
        this.operation = operation;
        this.place = place;
        this.allowed = allowed;
        this.cause = cause;
    }

    static RefusedException of(Kind kind, String place, String allowed) {
        return of(kind, place, allowed, null);
    }

    static RefusedException of(Kind kind, String place, String allowed, @Nullable Exception cause) {
        return new RefusedException(new Refusal(kind, null, place, allowed, cause));
    }

    /**
     * Says that a server has no implementation of a group of operations.
     *
     * @param group the name of the group
     * @return what to throw
     */
    public static RefusedException notImplemented(String group) {
        return of(Kind.NOT_IMPLEMENTED, group, "");
    }

    Refusal with(String operationId) {
        return new Refusal(kind, operationId, place, allowed, cause);
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** The id of the operation that was meant; null when none was found. */
    public @Nullable String operation() {
        return operation;
    }

    /**
     * Where it is wrong: the name of a parameter or of a header as on the wire, a place in the body such as
     * {@code ports[0].client_port}; empty when that says nothing more.
     */
    public String place() {
        return place;
    }

    /** What would have been right, in words; empty when that says nothing more. */
    public String allowed() {
        return allowed;
    }

    /** What was thrown where the body was read; null for all else. */
    public @Nullable Exception cause() {
        return cause;
    }

    /** The whole in a sentence, without any value that was sent. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (place.isEmpty() ? "" : " at " + place)
                + (allowed.isEmpty() ? "" : ": allowed is " + allowed)
                + (operation == null ? "" : " (" + operation + ")");
    }
}
