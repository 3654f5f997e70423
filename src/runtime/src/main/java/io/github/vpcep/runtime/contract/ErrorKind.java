package io.github.vpcep.runtime.contract;

/** What an error code means; each kind is one subclass of the service exception. */
public enum ErrorKind {
    /** What the request names does not exist. */
    NOT_FOUND,
    /** The sender may not do this. */
    PERMISSION_DENIED,
    /** The server does not know who sends. */
    AUTHENTICATION_FAILED,
    /** The request is wrong as it is. */
    INVALID_REQUEST,
    /** A quota is used up. */
    QUOTA_EXCEEDED,
    /** The request contradicts the present state. */
    CONFLICT,
    /** Too many requests. */
    THROTTLED,
    /** The server failed. */
    SERVER_FAILURE
}
