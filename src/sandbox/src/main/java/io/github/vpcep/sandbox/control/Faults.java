package io.github.vpcep.sandbox.control;

import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a test has ordered, by operation and in that order. Calls that are refused before they reach the
 * operation, such as those without authentication, use none up. Thread-safe.
 */
public final class Faults {
    private final Set<String> operationIds;
    private final Map<String, Queue<Fault>> planned = new HashMap<>();

    /**
     * No faults yet.
     *
     * @param operationIds the operations that there are
     */
    public Faults(Set<String> operationIds) {
        this.operationIds = Set.copyOf(operationIds);
    }

    /**
     * Orders a fault, after those that are ordered already.
     *
     * @param operationId the operation as documented, for example {@code ListEndpoints}
     * @param calls how many calls of it
     * @throws IllegalArgumentException if there is no such operation, or fewer calls than one
     */
    public Next next(String operationId, int calls) {
        if (!operationIds.contains(operationId)) {
            throw new IllegalArgumentException("There is no operation " + operationId);
        }
        if (calls < 1) {
            throw new IllegalArgumentException("At least one call, not " + calls);
        }
        return new Next(operationId, calls);
    }

    /** Takes back what is ordered. */
    public synchronized void clear() {
        planned.clear();
    }

    /** Removes and answers the fault for a call that is about to be carried out; null for none. */
    public synchronized @Nullable Fault take(String operationId) {
        Queue<Fault> queue = planned.get(operationId);
        return queue == null ? null : queue.poll();
    }

    private synchronized Faults add(String operationId, int calls, Fault fault) {
        Queue<Fault> queue = planned.computeIfAbsent(operationId, id -> new ArrayDeque<>());
        for (int i = 0; i < calls; i++) {
            queue.add(fault);
        }
        return this;
    }

    /** The next calls of an operation. */
    public final class Next {
        private final String operationId;
        private final int calls;

        private Next(String operationId, int calls) {
            this.operationId = operationId;
            this.calls = calls;
        }

        /** Are not carried out and answer this error. */
        public Faults withError(ErrorCode code) {
            return add(operationId, calls, Fault.error(code));
        }

        /** Are carried out after this time. */
        public Faults withDelay(Duration delay) {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("A delay is not negative");
            }
            return add(operationId, calls, Fault.delay(delay));
        }

        /** Are carried out, and then the connection ends without an answer. */
        public Faults withDroppedConnection() {
            return add(operationId, calls, Fault.of(Fault.Kind.DROPPED_CONNECTION));
        }

        /** Are carried out, and then the connection ends in the middle of the answer. */
        public Faults withTruncatedBody() {
            return add(operationId, calls, Fault.of(Fault.Kind.TRUNCATED_BODY));
        }
    }
}
