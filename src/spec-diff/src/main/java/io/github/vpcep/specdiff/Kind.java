package io.github.vpcep.specdiff;

import static io.github.vpcep.specdiff.Effect.BREAKS;
import static io.github.vpcep.specdiff.Effect.COMPATIBLE;

/**
 * The judgement: what each kind of change does to callers, whose requests must still be accepted, whose answers must
 * still be read and whose calls of the facade must still compile, and to implementers, who must still accept what is
 * asked and answer what is promised, and whose classes must still compile.
 *
 * <p>What is removed breaks both, because its Java is gone as well.
 */
enum Kind {
    // What it is, what it does to callers, and what to implementers.
    OPERATION_ADDED(COMPATIBLE, BREAKS),
    OPERATION_REMOVED(BREAKS, BREAKS),
    PATH_CHANGED(BREAKS, BREAKS),
    DEPRECATED(COMPATIBLE, COMPATIBLE),
    SERVER_CHANGED(BREAKS, COMPATIBLE),
    REGION_ADDED(COMPATIBLE, COMPATIBLE),
    REGION_REMOVED(BREAKS, COMPATIBLE),
    SECURITY_ADDED(COMPATIBLE, BREAKS),
    SECURITY_REMOVED(BREAKS, COMPATIBLE),
    SECURITY_CHANGED(BREAKS, BREAKS),

    PARAMETER_ADDED(COMPATIBLE, BREAKS),
    PARAMETER_ADDED_REQUIRED(BREAKS, BREAKS),
    PARAMETER_REMOVED(BREAKS, BREAKS),
    PARAMETER_FORM_CHANGED(BREAKS, BREAKS),
    REQUEST_BODY_ADDED(COMPATIBLE, BREAKS),
    REQUEST_BODY_ADDED_REQUIRED(BREAKS, BREAKS),
    REQUEST_BODY_REMOVED(BREAKS, BREAKS),
    REQUEST_MEDIA_TYPE_ADDED(COMPATIBLE, BREAKS),
    REQUEST_MEDIA_TYPE_REMOVED(BREAKS, COMPATIBLE),
    REQUEST_PROPERTY_ADDED(COMPATIBLE, BREAKS),
    REQUEST_PROPERTY_ADDED_REQUIRED(BREAKS, BREAKS),
    REQUEST_PROPERTY_REMOVED(BREAKS, BREAKS),
    REQUEST_NOW_REQUIRED(BREAKS, COMPATIBLE),
    REQUEST_NOW_OPTIONAL(COMPATIBLE, BREAKS),
    REQUEST_VALUE_ADDED(COMPATIBLE, BREAKS),
    REQUEST_VALUE_REMOVED(BREAKS, BREAKS),
    REQUEST_WIDENED(COMPATIBLE, BREAKS),
    REQUEST_NARROWED(BREAKS, COMPATIBLE),
    /** Of two patterns nobody can tell which admits more. */
    REQUEST_PATTERN_CHANGED(BREAKS, BREAKS),

    /** Callers take every status of success for the documented result. */
    SUCCESS_STATUS_ADDED(BREAKS, COMPATIBLE),
    SUCCESS_STATUS_REMOVED(COMPATIBLE, BREAKS),
    /** Errors are told apart by their code, not by the status. */
    ERROR_STATUS_ADDED(COMPATIBLE, COMPATIBLE),
    ERROR_STATUS_REMOVED(COMPATIBLE, BREAKS),
    ANSWER_MEDIA_TYPE_ADDED(BREAKS, COMPATIBLE),
    ANSWER_MEDIA_TYPE_REMOVED(BREAKS, BREAKS),
    ANSWER_PROPERTY_ADDED(COMPATIBLE, COMPATIBLE),
    ANSWER_PROPERTY_ADDED_REQUIRED(COMPATIBLE, BREAKS),
    ANSWER_PROPERTY_REMOVED(BREAKS, BREAKS),
    ANSWER_NOW_REQUIRED(COMPATIBLE, BREAKS),
    ANSWER_NOW_OPTIONAL(BREAKS, COMPATIBLE),
    /** Every enumeration is open on reading. */
    ANSWER_VALUE_ADDED(COMPATIBLE, COMPATIBLE),
    ANSWER_VALUE_REMOVED(BREAKS, BREAKS),
    /** The client checks no bounds of what it reads. */
    ANSWER_WIDENED(COMPATIBLE, COMPATIBLE),
    ANSWER_NARROWED(COMPATIBLE, BREAKS),
    ANSWER_PATTERN_CHANGED(COMPATIBLE, BREAKS),
    /** Unlike a longer text, a null where none was is nothing that a caller has to expect. */
    ANSWER_NOW_NULLABLE(BREAKS, COMPATIBLE),

    TYPE_CHANGED(BREAKS, BREAKS),
    DEFAULT_CHANGED(BREAKS, BREAKS),
    SCHEMA_ADDED(COMPATIBLE, COMPATIBLE),
    SCHEMA_REMOVED(BREAKS, BREAKS),

    /** The wire is as it was, but the Java that was written against the old name no longer compiles. */
    JAVA_NAME_CHANGED(BREAKS, BREAKS),
    CLIENT_CALL_ADDED(COMPATIBLE, COMPATIBLE),
    CLIENT_CALL_CHANGED(BREAKS, COMPATIBLE),
    CLIENT_RETRY_CHANGED(COMPATIBLE, COMPATIBLE),
    /** Another kind of error is another exception. */
    ERROR_KIND_CHANGED(BREAKS, COMPATIBLE),
    /** Callers go by the code. */
    ERROR_CODE_STATUS_CHANGED(COMPATIBLE, BREAKS),
    TOLERANCE_ADDED(COMPATIBLE, COMPATIBLE),
    TOLERANCE_REMOVED(BREAKS, COMPATIBLE),

    /** A difference that no other row speaks of: rather a false alarm than a silent break. */
    UNEXAMINED(BREAKS, BREAKS);

    private final Effect forCallers;
    private final Effect forImplementers;

    Kind(Effect forCallers, Effect forImplementers) {
        this.forCallers = forCallers;
        this.forImplementers = forImplementers;
    }

    Effect forCallers() {
        return forCallers;
    }

    Effect forImplementers() {
        return forImplementers;
    }

    boolean breaks() {
        return forCallers == BREAKS || forImplementers == BREAKS;
    }

    /** Whom it breaks, in words. */
    String broken() {
        String callers = forCallers == BREAKS ? "callers" : "";
        String implementers = forImplementers == BREAKS ? "implementers" : "";
        return callers + (callers.isEmpty() || implementers.isEmpty() ? "" : " and ") + implementers;
    }
}
