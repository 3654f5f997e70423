package io.github.vpcep.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a test has ordered, in that order: each call suffers the first that is meant for it, so that several
 * for one operation are a sequence. Calls that are refused before they reach the operation, such as those without
 * authentication, use none up. Thread-safe.
 *
 * <pre>{@code
 * faults.next("ListEndpoints", 1).withError(ErrorCode.TOO_MANY_REQUESTS)
 *         .next("ListEndpoints", 1).withAnswer(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>");
 * faults.nth("CreateEndpoint", 3).whenBody("\"vpc_id\":\"v-1\"").withDroppedConnection();
 * faults.always("ListQuotaDetails").withAnswer(429, Map.of("Retry-After", "1"), "");
 * faults.nextOfAny(2).whenPath("/tags").withBrokenHeaders();
 * }</pre>
 */
public final class Faults {
    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final int FOR_EVER = -1;

    private final Set<String> operationIds;
    private final List<Plan> plans = new ArrayList<>();

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
        return new Next(known(operationId), 0, atLeastOne(calls), null, null, Duration.ZERO);
    }

    /**
     * Orders a fault for one call that is yet to come. Those before it are counted whether other faults meet them or
     * not.
     *
     * @param operationId the operation as documented
     * @param call which of its calls from now on, the next one being the first
     * @throws IllegalArgumentException if there is no such operation, or the number is below one
     */
    public Next nth(String operationId, int call) {
        return new Next(known(operationId), atLeastOne(call) - 1, 1, null, null, Duration.ZERO);
    }

    /**
     * Orders a fault for every call, until it is taken back or the sandbox begins anew.
     *
     * @param operationId the operation as documented
     * @throws IllegalArgumentException if there is no such operation
     */
    public Next always(String operationId) {
        return new Next(known(operationId), 0, FOR_EVER, null, null, Duration.ZERO);
    }

    /**
     * As {@link #next}, for calls of whatever operation.
     *
     * @param calls how many calls
     * @throws IllegalArgumentException if fewer than one
     */
    public Next nextOfAny(int calls) {
        return new Next(null, 0, atLeastOne(calls), null, null, Duration.ZERO);
    }

    /** As {@link #always}, for calls of whatever operation. */
    public Next alwaysOfAny() {
        return new Next(null, 0, FOR_EVER, null, null, Duration.ZERO);
    }

    private String known(String operationId) {
        if (!operationIds.contains(operationId)) {
            throw new IllegalArgumentException("There is no operation " + operationId);
        }
        return operationId;
    }

    private static int atLeastOne(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("At least one call, not " + calls);
        }
        return calls;
    }

    /** Takes back what is ordered. */
    public synchronized void clear() {
        plans.clear();
    }

    /**
     * Uses up and answers the fault for a call that is about to be carried out; null for none.
     *
     * @param path of the request, as it was sent
     * @param body gives the body as text
     */
    public synchronized @Nullable Fault take(String operationId, String path, Supplier<String> body) {
        Fault taken = null;
        for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
            Plan plan = each.next();
            if (!plan.next.isMeant(operationId, path, body)) {
                continue;
            }
            if (plan.before > 0) {
                plan.before--;
            } else if (taken == null) {
                taken = plan.fault;
                if (plan.left != FOR_EVER && --plan.left == 0) {
                    each.remove();
                }
            }
        }
        return taken;
    }

    private synchronized Faults add(Next next, Fault fault) {
        plans.add(new Plan(next, fault));
        return this;
    }

    /** What is ordered, and how much of it is left. */
    private static final class Plan {
        final Next next;
        final Fault fault;
        int before;
        int left;

        Plan(Next next, Fault fault) {
            this.next = next;
            this.fault = fault;
            this.before = next.before;
            this.left = next.calls;
        }
    }

    /** The calls that a fault is for. Immutable; the methods that begin with {@code with} order it. */
    public final class Next {
        private final @Nullable String operationId;
        private final int before;
        private final int calls;
        private final @Nullable Pattern path;
        private final @Nullable Pattern body;
        private final Duration delay;

        private Next(
                @Nullable String operationId,
                int before,
                int calls,
                @Nullable Pattern path,
                @Nullable Pattern body,
                Duration delay) {
            this.operationId = operationId;
            this.before = before;
            this.calls = calls;
            this.path = path;
            this.body = body;
            this.delay = delay;
        }

        private boolean isMeant(String id, String sentPath, Supplier<String> sentBody) {
            return (operationId == null || operationId.equals(id))
                    && (path == null || path.matcher(sentPath).find())
                    && (body == null || body.matcher(sentBody.get()).find());
        }

        /**
         * Only those in whose path, as it was sent and without the query, this is found. Others are not counted.
         *
         * @param regex a regular expression
         * @throws PatternSyntaxException if it is none
         */
        public Next whenPath(String regex) {
            return new Next(operationId, before, calls, Pattern.compile(regex), body, delay);
        }

        /**
         * Only those in whose body, as it was sent, this is found. Others are not counted.
         *
         * @param regex a regular expression
         * @throws PatternSyntaxException if it is none
         */
        public Next whenBody(String regex) {
            return new Next(operationId, before, calls, path, Pattern.compile(regex), delay);
        }

        /**
         * The same, but this time passes first.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Next after(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("A delay is not negative");
            }
            return new Next(operationId, before, calls, path, body, time);
        }

        /** Are carried out and answered as ever: a place in a sequence. */
        public Faults withoutFault() {
            return add(this, Fault.of(Fault.Kind.NONE, delay));
        }

        /** Are not carried out and answer this error. */
        public Faults withError(ErrorCode code) {
            return add(this, Fault.error(code, delay));
        }

        /**
         * Are not carried out and get this answer, as from a proxy or a gateway in front of the service. It has these
         * headers and none of the service's own, beside {@code Date}, {@code Content-Length} and, at the end of one,
         * {@code Connection}; the {@code Content-Type} of a body is that of JSON unless it is given.
         *
         * @param status the HTTP status, 200 to 599
         * @param headers by name
         * @param body the text of the body, empty for none
         * @throws IllegalArgumentException if the status is another one, or has no body and is given one, or a header
         *     cannot be sent
         */
        public Faults withAnswer(int status, Map<String, String> headers, String body) {
            return add(this, Fault.answer(OrderedAnswer.of(status, headers, body), delay));
        }

        /**
         * Are not carried out and get the error of the gateway in front of the service, which has a form of its own.
         *
         * @param status the HTTP status, 200 to 599
         * @param code such as {@code APIGW.0308}
         * @param message what the gateway says
         * @throws IllegalArgumentException if the status is another one
         */
        public Faults withGatewayError(int status, String code, String message) {
            try {
                String body = JSON.writeValueAsString(
                        JSON.createObjectNode().put("error_code", code).put("error_msg", message));
                return withAnswer(status, Map.of(), body);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("Code and message cannot be written", e);
            }
        }

        /**
         * Are carried out after this time.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Faults withDelay(Duration time) {
            return add(after(time), Fault.of(Fault.Kind.DELAY, time));
        }

        /** Are carried out, and then the connection ends without an answer. */
        public Faults withDroppedConnection() {
            return add(this, Fault.of(Fault.Kind.DROPPED_CONNECTION, delay));
        }

        /** Are carried out, and then the connection is reset in the middle of the answer's headers. */
        public Faults withBrokenHeaders() {
            return add(this, Fault.of(Fault.Kind.BROKEN_HEADERS, delay));
        }

        /** Are carried out, and then the connection ends in the middle of the answer's body. */
        public Faults withTruncatedBody() {
            return add(this, Fault.of(Fault.Kind.TRUNCATED_BODY, delay));
        }

        /**
         * Are carried out, and the answer, headers and body, comes in small pieces. The connection ends after it.
         *
         * @param bytes how many at a time
         * @param pause what passes between two pieces
         * @throws IllegalArgumentException if there are fewer bytes than one, or the pause is negative
         */
        public Faults withTrickle(int bytes, Duration pause) {
            if (bytes < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("At least one byte at a time, and no negative pause");
            }
            return add(this, Fault.trickle(bytes, pause, delay));
        }
    }
}
