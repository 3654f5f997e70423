package io.github.vpcep.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.control.model.FaultAnswer;
import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.FaultTrickle;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
public abstract class Faults {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private final Set<String> operationIds;

    /**
     * Of a sandbox here or elsewhere.
     *
     * @param operationIds the operations that there are
     */
    protected Faults(Set<String> operationIds) {
        this.operationIds = Set.copyOf(operationIds);
    }

    /**
     * Orders a fault, after those that are ordered already.
     *
     * @param operationId the operation as documented, for example {@code ListEndpoints}
     * @param calls how many calls of it
     * @throws IllegalArgumentException if there is no such operation, or fewer calls than one
     */
    public final Next next(String operationId, int calls) {
        return new Next(known(operationId), 0, atLeastOne(calls));
    }

    /**
     * Orders a fault for one call that is yet to come. Those before it are counted whether other faults meet them or
     * not.
     *
     * @param operationId the operation as documented
     * @param call which of its calls from now on, the next one being the first
     * @throws IllegalArgumentException if there is no such operation, or the number is below one
     */
    public final Next nth(String operationId, int call) {
        return new Next(known(operationId), atLeastOne(call) - 1, 1);
    }

    /**
     * Orders a fault for every call, until it is taken back or the sandbox begins anew.
     *
     * @param operationId the operation as documented
     * @throws IllegalArgumentException if there is no such operation
     */
    public final Next always(String operationId) {
        return new Next(known(operationId), 0, null);
    }

    /**
     * As {@link #next}, for calls of whatever operation.
     *
     * @param calls how many calls
     * @throws IllegalArgumentException if fewer than one
     */
    public final Next nextOfAny(int calls) {
        return new Next(null, 0, atLeastOne(calls));
    }

    /** As {@link #always}, for calls of whatever operation. */
    public final Next alwaysOfAny() {
        return new Next(null, 0, null);
    }

    /**
     * Orders a fault, after those that are ordered already.
     *
     * @return the fault, with the id by which it is taken back
     * @throws IllegalArgumentException if something in it is not allowed
     */
    public abstract OrderedFault order(FaultOrder order);

    /** What is ordered and not used up, in the order in which calls meet it. */
    public abstract List<OrderedFault> list();

    /**
     * Takes back a fault.
     *
     * @param id as {@link #order} and {@link #list} tell it
     * @return false if there is none, or no more
     */
    public abstract boolean remove(String id);

    /** Takes back what is ordered. */
    public abstract void clear();

    /**
     * An operation that there is.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public final String known(String operationId) {
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

    private static Duration notNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative");
        }
        return time;
    }

    /** The calls that a fault is for. Immutable; the methods that begin with {@code with} order it. */
    public final class Next {
        private final FaultOrder order;

        private Next(@Nullable String operationId, int skip, @Nullable Integer calls) {
            this(FaultOrder.builder()
                    .kind(FaultKind.NONE)
                    .operationId(operationId)
                    .skip(skip == 0 ? null : skip)
                    .calls(calls)
                    .build());
        }

        private Next(FaultOrder order) {
            this.order = order;
        }

        private Next with(UnaryOperator<FaultOrder.Builder> change) {
            return new Next(change.apply(order.toBuilder()).build());
        }

        private Faults ordered(FaultKind kind, UnaryOperator<FaultOrder.Builder> details) {
            order(details.apply(order.toBuilder().kind(kind)).build());
            return Faults.this;
        }

        private Faults ordered(FaultKind kind) {
            return ordered(kind, none -> none);
        }

        /**
         * Only those in whose path, as it was sent and without the query, this is found. Others are not counted.
         *
         * @param regex a regular expression
         * @throws PatternSyntaxException if it is none
         */
        public Next whenPath(String regex) {
            return with(changed -> changed.path(Pattern.compile(regex).pattern()));
        }

        /**
         * Only those in whose body, as it was sent, this is found. Others are not counted.
         *
         * @param regex a regular expression
         * @throws PatternSyntaxException if it is none
         */
        public Next whenBody(String regex) {
            return with(changed -> changed.body(Pattern.compile(regex).pattern()));
        }

        /**
         * The same, but this time passes first.
         *
         * @param time a day at most, when it is ordered
         * @throws IllegalArgumentException if it is negative
         */
        public Next after(Duration time) {
            return with(changed -> changed.delay(notNegative(time).toString()));
        }

        /** Are carried out and answered as ever: a place in a sequence. */
        public Faults withoutFault() {
            return ordered(FaultKind.NONE);
        }

        /** Are not carried out and answer this error. */
        public Faults withError(ErrorCode code) {
            return ordered(FaultKind.ERROR, changed -> changed.error(code.code()));
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
            FaultAnswer answer = FaultAnswer.builder()
                    .status(status)
                    .headers(headers)
                    .body(body)
                    .build();
            return ordered(FaultKind.ANSWER, changed -> changed.answer(answer));
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
         * @param time a day at most
         * @throws IllegalArgumentException if it is negative or longer
         */
        public Faults withDelay(Duration time) {
            return after(time).withoutFault();
        }

        /** Are carried out, and then the connection ends without an answer. */
        public Faults withDroppedConnection() {
            return ordered(FaultKind.DROPPED_CONNECTION);
        }

        /** Are carried out, and then the connection is reset in the middle of the answer's headers. */
        public Faults withBrokenHeaders() {
            return ordered(FaultKind.BROKEN_HEADERS);
        }

        /** Are carried out, and then the connection ends in the middle of the answer's body. */
        public Faults withTruncatedBody() {
            return ordered(FaultKind.TRUNCATED_BODY);
        }

        /**
         * Are carried out, and the answer, headers and body, comes in small pieces. The connection ends after it.
         *
         * @param bytes how many at a time
         * @param pause what passes between two pieces, a day at most
         * @throws IllegalArgumentException if there are fewer bytes than one, or the pause is negative or longer
         */
        public Faults withTrickle(int bytes, Duration pause) {
            FaultTrickle trickle =
                    FaultTrickle.builder().bytes(bytes).pause(pause.toString()).build();
            return ordered(FaultKind.TRICKLE, changed -> changed.trickle(trickle));
        }
    }
}
