package io.github.vpcep.runtime;

import io.github.vpcep.runtime.ground.Arguments;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What some calls want differently from the rest of their client. What is not set stays as it is. Immutable. */
public final class CallOptions {
    private final @Nullable String projectId;
    private final @Nullable RetryPolicy retry;
    private final @Nullable Duration callTimeout;
    private final @Nullable Duration readTimeout;
    private final @Nullable Integer answerLimit;
    private final Map<String, String> headers;

    private CallOptions(Builder builder) {
        this.projectId = builder.projectId;
        this.retry = builder.retry;
        this.callTimeout = builder.callTimeout;
        this.readTimeout = builder.readTimeout;
        this.answerLimit = builder.answerLimit;
        this.headers = Collections.unmodifiableMap(copy(builder.headers));
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with everything of these options set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.projectId = projectId;
        builder.retry = retry;
        builder.callTimeout = callTimeout;
        builder.readTimeout = readTimeout;
        builder.answerLimit = answerLimit;
        builder.headers.putAll(headers);
        return builder;
    }

    /** Returns these options, with those of the other where these have none; headers of both are sent. */
    public CallOptions over(CallOptions other) {
        Builder builder = other.toBuilder();
        builder.projectId = projectId == null ? other.projectId : projectId;
        builder.retry = retry == null ? other.retry : retry;
        builder.callTimeout = callTimeout == null ? other.callTimeout : callTimeout;
        builder.readTimeout = readTimeout == null ? other.readTimeout : readTimeout;
        builder.answerLimit = answerLimit == null ? other.answerLimit : answerLimit;
        builder.headers.putAll(headers);
        return builder.build();
    }

    /** Returns the id of the project whose resources the call works on, null when not set. */
    public @Nullable String projectId() {
        return projectId;
    }

    /** Returns how often a call is sent again, null when not set. */
    public @Nullable RetryPolicy retry() {
        return retry;
    }

    /** Returns how long a whole call may take, null when not set. */
    public @Nullable Duration callTimeout() {
        return callTimeout;
    }

    /** Returns how long the server may be silent, null when not set. */
    public @Nullable Duration readTimeout() {
        return readTimeout;
    }

    /** Returns how many bytes of an answer are read at most, null when not set. */
    public @Nullable Integer answerLimit() {
        return answerLimit;
    }

    /** Returns the headers that are sent besides the usual, by name without regard to letter case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Shows the names of the headers, not their values. */
    @Override
    public String toString() {
        return "CallOptions[projectId=" + projectId + ", retry=" + retry + ", callTimeout=" + callTimeout
                + ", readTimeout=" + readTimeout
                + ", answerLimit=" + answerLimit
                + ", headers=" + headers.keySet() + "]";
    }

    private static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final int LEAST_LIMIT = 1 << 10;
        private static final int MOST_LIMIT = 1 << 30;

        private @Nullable String projectId;
        private @Nullable RetryPolicy retry;
        private @Nullable Duration callTimeout;
        private @Nullable Duration readTimeout;
        private @Nullable Integer answerLimit;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        private Builder() {}

        /**
         * Sets the id of the project whose resources the call works on, one of the same region. An access key signs for
         * any project that its user may use; a token is for one, and the service refuses it for another.
         *
         * @throws IllegalArgumentException if the id is blank or contains white space
         */
        public Builder projectId(String projectId) {
            this.projectId = Arguments.requireId(projectId, "projectId");
            return this;
        }

        /** Sets how often a failed call is sent again. */
        public Builder retry(RetryPolicy retry) {
            this.retry = Arguments.requireNonNull(retry, "retry");
            return this;
        }

        /**
         * Sets the deadline of a call: how long it may take in all, every try and the pauses between them included.
         * Each page of a list is a call.
         *
         * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
         */
        public Builder callTimeout(Duration callTimeout) {
            this.callTimeout = Arguments.requireTimeout(callTimeout, "callTimeout");
            return this;
        }

        /**
         * Sets how long the server may be silent while it is to answer, and the connection while it is to take the
         * request; it holds for each try.
         *
         * @throws IllegalArgumentException if the duration is below a millisecond or above 24 days
         */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = Arguments.requireTimeout(readTimeout, "readTimeout");
            return this;
        }

        /**
         * Sets how many bytes of an answer are read at most, counted as they are after decompression. A longer answer,
         * success or error, is not read further and is a {@link io.github.vpcep.runtime.error.VpcepTransportException}.
         * What is read as a stream, by a Retrofit interface of one's own, has no limit.
         *
         * @throws IllegalArgumentException unless it is 1024 to 1073741824 (1 KiB to 1 GiB)
         */
        public Builder answerLimit(int bytes) {
            if (bytes < LEAST_LIMIT || bytes > MOST_LIMIT) {
                throw new IllegalArgumentException("answerLimit is \"" + bytes + "\", but must be from " + LEAST_LIMIT
                        + " to " + MOST_LIMIT + " bytes");
            }
            this.answerLimit = bytes;
            return this;
        }

        /**
         * Adds a header that is sent with every request to the API's own server; it is covered by a signature. What the
         * credentials set goes before it.
         *
         * @param name the name, one value per name
         * @param value the value; logs never show it, nor do messages, unless an answer repeats one of less than 8
         *     characters
         * @throws IllegalArgumentException if the name or value cannot be sent, or the name is one that the client must
         *     set itself: User-Agent, Host, Connection, Content-Length, Transfer-Encoding
         */
        public Builder header(String name, String value) {
            headers.put(
                    Arguments.requireHeaderName(name),
                    Arguments.requireHeaderValue(Arguments.requireNonNull(value, "header " + name), "header " + name));
            return this;
        }

        /** Returns what was set. */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}
