package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.Fault;
import io.github.vpcep.sandbox.Faults;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known about the request that this thread answers. */
final class Exchange {
    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final String requestId;
    private final URI base;
    private final Domain domain;
    private final Faults faults;
    private @Nullable String operationId;
    private @Nullable Caller caller;
    private @Nullable Problem refusal;
    private @Nullable Fault fault;
    private @Nullable HttpAnswer failure;
    private @Nullable Duration delay;

    Exchange(String requestId, URI base, Domain domain, Faults faults) {
        this.requestId = requestId;
        this.base = base;
        this.domain = domain;
        this.faults = faults;
    }

    /** Begins to answer it on this thread. */
    void enter() {
        CURRENT.set(this);
    }

    /** The thread is free for the next. */
    static void leave() {
        CURRENT.remove();
    }

    static Exchange current() {
        Exchange current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("No request on this thread");
        }
        return current;
    }

    /** Who calls the operation that runs on this thread. */
    static Caller caller() {
        Caller caller = current().caller;
        if (caller == null) {
            throw new IllegalStateException("The operation was reached without authentication");
        }
        return caller;
    }

    String requestId() {
        return requestId;
    }

    /** The address under which the caller reached the server, without a path. */
    URI base() {
        return base;
    }

    /** The rules of the server that was asked. */
    Domain domain() {
        return domain;
    }

    /** What is to go wrong there. */
    Faults faults() {
        return faults;
    }

    void admit(Caller admitted) {
        caller = admitted;
    }

    /** Authentication failed, which goes before whatever else is wrong. */
    void refuse(Problem problem) {
        refusal = problem;
    }

    @Nullable
    Problem refusal() {
        return refusal;
    }

    /** The operation did not come to its answer. */
    void fail(HttpAnswer error) {
        failure = error;
    }

    /** What is answered instead of what the operation would. */
    @Nullable
    HttpAnswer failure() {
        return failure;
    }

    void matched(String id) {
        operationId = id;
    }

    @Nullable
    String operationId() {
        return operationId;
    }

    void suffer(Fault planned) {
        fault = planned;
    }

    /** Whether the call is to go wrong in this way. */
    boolean suffers(Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }

    /** What goes wrong on purpose. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** It is to be carried out anew after this time. */
    void delay(Duration time) {
        delay = time;
    }

    /** How long it is put off, once; null for not at all. */
    @Nullable
    Duration takeDelay() {
        Duration taken = delay;
        delay = null;
        if (taken != null) {
            failure = null;
        }
        return taken;
    }

    /** Who was admitted. */
    @Nullable
    Caller admitted() {
        return caller;
    }
}
