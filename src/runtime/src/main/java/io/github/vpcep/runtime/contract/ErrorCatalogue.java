package io.github.vpcep.runtime.contract;

import org.jspecify.annotations.Nullable;

/** The error codes that the contract knows. Implemented by generated code. */
@FunctionalInterface
public interface ErrorCatalogue {
    /**
     * Returns what a code means, or null when it is unknown.
     *
     * @param code the code as the server wrote it; servers vary its letter case, so look it up ignoring case
     */
    @Nullable
    Entry find(String code);

    /**
     * The meaning of one code.
     *
     * @param kind which exception it becomes
     * @param retry whether the request may be sent again
     */
    record Entry(ErrorKind kind, RetryAdvice retry) {}
}
