package io.github.vpcep.sandbox.control;

import io.github.vpcep.control.model.FaultAnswer;
import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.FaultTrickle;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.model.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The faults that a sandbox of this JVM has calls suffer. Thread-safe. */
public final class FaultPlans extends Faults {
    private static final int FOR_EVER = -1;

    /** Beyond these many a test has forgotten to take them back. */
    private static final int MOST = 10_000;

    /** A call that is held up for longer has been forgotten. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final List<Plan> plans = new ArrayList<>();
    private final Map<Object, Runnable> held = new ConcurrentHashMap<>();
    private int ordered;

    /**
     * No faults yet.
     *
     * @param operationIds the operations that there are
     */
    public FaultPlans(Set<String> operationIds) {
        super(operationIds);
    }

    @Override
    public OrderedFault order(FaultOrder order) {
        String operationId = order.operationId() == null ? null : known(order.operationId());
        Pattern path = pattern(order.path(), "path");
        Pattern body = pattern(order.body(), "body");
        int before = atLeast(0, order.skip(), 0, "skip");
        int left = atLeast(1, order.calls(), FOR_EVER, "calls");
        Fault fault = fault(order);
        synchronized (this) {
            if (plans.size() == MOST) {
                throw new IllegalArgumentException("There are " + MOST + " faults already; take some back");
            }
            ordered++;
            Plan plan = new Plan("f-" + ordered, order, operationId, path, body, fault, before, left);
            plans.add(plan);
            return plan.shown();
        }
    }

    private static Fault fault(FaultOrder order) {
        Duration delay = order.delay() == null ? Duration.ZERO : pause(order.delay(), "delay");
        return switch (order.kind().known()) {
            case NONE -> Fault.of(delay.isZero() ? Fault.Kind.NONE : Fault.Kind.DELAY, delay);
            case ERROR -> Fault.error(error(order.error()), delay);
            case ANSWER -> Fault.answer(answer(needed(order.answer(), "answer")), delay);
            case DROPPED_CONNECTION -> Fault.of(Fault.Kind.DROPPED_CONNECTION, delay);
            case BROKEN_HEADERS -> Fault.of(Fault.Kind.BROKEN_HEADERS, delay);
            case TRUNCATED_BODY -> Fault.of(Fault.Kind.TRUNCATED_BODY, delay);
            case TRICKLE -> trickle(needed(order.trickle(), "trickle"), delay);
            case UNKNOWN ->
                throw new IllegalArgumentException("kind is " + order.kind() + "; allowed are " + FaultKind.values());
        };
    }

    private static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing, which a fault of this kind needs");
        }
        return value;
    }

    private static ErrorCode error(@Nullable String code) {
        ErrorCode known = ErrorCode.find(needed(code, "error"));
        if (known == null) {
            throw new IllegalArgumentException(
                    "error is " + code + "; allowed is a code of the vendor's catalogue, such as EndPoint.0022");
        }
        return known;
    }

    private static OrderedAnswer answer(FaultAnswer answer) {
        return OrderedAnswer.of(
                answer.status(),
                Objects.requireNonNullElse(answer.headers(), Map.of()),
                Objects.requireNonNullElse(answer.body(), ""));
    }

    private static Fault trickle(FaultTrickle trickle, Duration delay) {
        return Fault.trickle(
                atLeast(1, trickle.bytes(), 1, "trickle.bytes"), pause(trickle.pause(), "trickle.pause"), delay);
    }

    private static Duration pause(String text, String place) {
        Duration pause = Durations.read(text, place);
        if (pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(place + " is " + pause + "; allowed is " + LONGEST + " at most");
        }
        return pause;
    }

    private static @Nullable Pattern pattern(@Nullable String regex, String name) {
        try {
            return regex == null ? null : Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(name + " is no regular expression: " + e.getMessage(), e);
        }
    }

    private static int atLeast(int least, @Nullable Integer value, int otherwise, String name) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed is " + least + " and more");
        }
        return value == null ? otherwise : value;
    }

    @Override
    public synchronized List<OrderedFault> list() {
        return plans.stream().map(Plan::shown).toList();
    }

    @Override
    public synchronized boolean remove(String id) {
        return plans.removeIf(each -> each.id.equals(id));
    }

    @Override
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
            if (!plan.isMeant(operationId, path, body)) {
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

    /**
     * Holds a call up until it is told to go on, or all those that are held up are dropped.
     *
     * @param next carries the call out
     * @param drop ends it without an answer
     * @return tells it to go on
     */
    public Runnable hold(Runnable next, Runnable drop) {
        Object call = new Object();
        held.put(call, drop);
        return () -> {
            if (held.remove(call) != null) {
                next.run();
            }
        };
    }

    /** Drops the calls that are held up: what a test has given up on must not happen in the next one. */
    public void dropHeld() {
        held.keySet().forEach(call -> {
            Runnable drop = held.remove(call);
            if (drop != null) {
                drop.run();
            }
        });
    }

    /** What is ordered, and how much of it is left. */
    private static final class Plan {
        final String id;
        final FaultOrder order;
        final @Nullable String operationId;
        final @Nullable Pattern path;
        final @Nullable Pattern body;
        final Fault fault;
        int before;
        int left;

        Plan(
                String id,
                FaultOrder order,
                @Nullable String operationId,
                @Nullable Pattern path,
                @Nullable Pattern body,
                Fault fault,
                int before,
                int left) {
            this.id = id;
            this.order = order;
            this.operationId = operationId;
            this.path = path;
            this.body = body;
            this.fault = fault;
            this.before = before;
            this.left = left;
        }

        boolean isMeant(String called, String sentPath, Supplier<String> sentBody) {
            return (operationId == null || operationId.equals(called))
                    && (path == null || path.matcher(sentPath).find())
                    && (body == null || body.matcher(sentBody.get()).find());
        }

        OrderedFault shown() {
            return OrderedFault.builder()
                    .id(id)
                    .order(order)
                    .callsBefore(before)
                    .callsLeft(left == FOR_EVER ? null : left)
                    .build();
        }
    }
}
