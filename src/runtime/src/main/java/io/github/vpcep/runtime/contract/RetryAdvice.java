package io.github.vpcep.runtime.contract;

/** Whether a request that was answered with an error code may be sent again. */
public enum RetryAdvice {
    /** Yes: the server has said that it did not act. */
    ALWAYS,
    /** Only if doing it twice is the same as doing it once. */
    IDEMPOTENT,
    /** No: the answer would be the same. */
    NEVER
}
