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

    /** The meaning of one code. Immutable. */
    final class Entry {
        private final ErrorKind kind;
        private final RetryAdvice retry;

        private Entry(ErrorKind kind, RetryAdvice retry) {
            this.kind = kind;
            this.retry = retry;
        }

        /**
         * Returns an entry.
         *
         * @param kind which exception the code becomes
         * @param retry whether the request may be sent again
         */
        public static Entry of(ErrorKind kind, RetryAdvice retry) {
            return new Entry(kind, retry);
        }

        /** Returns which exception the code becomes. */
        public ErrorKind kind() {
            return kind;
        }

        /** Returns whether the request may be sent again. */
        public RetryAdvice retry() {
            return retry;
        }
    }
}
