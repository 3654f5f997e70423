// Generated from spec/schemas/ErrorCode.yaml; edit that file, not this one.
package io.github.vpcep.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The error codes of the garage. */
public enum ErrorCode {
    /** No more cars fit in. */
    NO_ROOM("Garage.0001", 400, "The garage is full.", Kind.QUOTA_EXCEEDED, Retry.NEVER),

    /** There is no such car. */
    NO_SUCH_CAR("garage.0002", 404, "Car not found.", Kind.NOT_FOUND, Retry.NEVER);

    private static final Map<String, ErrorCode> BY_CODE = byCode();

    private final String code;
    private final int status;
    private final String message;
    private final Kind kind;
    private final Retry retry;

    ErrorCode(String code, int status, String message, Kind kind, Retry retry) {
        this.code = code;
        this.status = status;
        this.message = message;
        this.kind = kind;
        this.retry = retry;
    }

    private static Map<String, ErrorCode> byCode() {
        // The same code is spelt in more than one letter case.
        Map<String, ErrorCode> byCode = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ErrorCode each : values()) {
            byCode.put(each.code, each);
        }
        return Collections.unmodifiableMap(byCode);
    }

    /**
     * The entry of the catalogue for a code, whatever its letter case.
     *
     * @param code a code as a server sends it
     * @return the entry, or null when the catalogue has none
     */
    public static @Nullable ErrorCode find(@Nullable String code) {
        return code == null ? null : BY_CODE.get(code);
    }

    /** The code as it is documented. */
    public String code() {
        return code;
    }

    /** The HTTP status that it is documented with. */
    public int status() {
        return status;
    }

    /** The documented text. */
    public String message() {
        return message;
    }

    /** What it means to a caller. */
    public Kind kind() {
        return kind;
    }

    /** Whether the same request may be sent again. */
    public Retry retry() {
        return retry;
    }

    /** What an error means to a caller. */
    public enum Kind {
        /** A resource that the request names does not exist. */
        NOT_FOUND,
        /** The caller is known and may not do this. */
        PERMISSION_DENIED,
        /** The server does not know who calls. */
        AUTHENTICATION_FAILED,
        /** The request has to be changed before it can succeed. */
        INVALID_REQUEST,
        /** A limit on how many there may be is reached. */
        QUOTA_EXCEEDED,
        /** The resource is in a state, or in a use, that does not allow it. */
        CONFLICT,
        /** Too many requests at a time. */
        THROTTLED,
        /** The server, or one behind it, failed. */
        SERVER_FAILURE
    }

    /** Whether a request may be sent again after an error. */
    public enum Retry {
        /** Any request: the server has said that it did nothing. */
        ALWAYS,
        /** A request that does no harm when done twice: the server may have acted. */
        IDEMPOTENT,
        /** None: the answer will be the same. */
        NEVER
    }
}
