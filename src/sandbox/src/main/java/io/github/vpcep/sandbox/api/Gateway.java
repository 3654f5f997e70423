package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.router.Route;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.auth.Iam;
import io.github.vpcep.sandbox.auth.Secrets;
import io.github.vpcep.sandbox.control.Fault;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.OrderedAnswer;
import io.github.vpcep.sandbox.control.RecordedRequest;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpHandler;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Reply;
import io.github.vpcep.server.VpcepRouter.Apis;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes every request, has it answered on a thread that may do so, and notes both down. */
final class Gateway implements HttpHandler {
    private static final Executor HERE = Runnable::run;

    private final String scheme;
    private final Operations operations;
    private final Faults faults;
    private final Iam iam;
    private final Pages pages;
    private final Journal journal;
    private final Executor workers;

    /**
     * Takes requests.
     *
     * @param scheme http or https, by which the server is reached
     * @param workers run what needs the state, which may have to be waited for
     */
    Gateway(
            String scheme,
            Operations operations,
            Faults faults,
            Iam iam,
            Pages pages,
            Journal journal,
            Executor workers) {
        this.scheme = scheme;
        this.operations = operations;
        this.faults = faults;
        this.iam = iam;
        this.pages = pages;
        this.journal = journal;
        this.workers = workers;
    }

    @Override
    public void handle(HttpRequest request, Reply reply) {
        Exchange exchange = new Exchange(request, reply, requestId(), scheme);
        if (request.refusal() != null) {
            send(Errors.of(request.refusal()), exchange);
        } else if (Pages.has(request.path())) {
            threadFor(Pages.needsState(request.path())).execute(() -> answer(exchange, () -> pages.answer(request)));
        } else if (request.path().equals(Iam.PATH)) {
            answer(exchange, () -> request.method().equals("POST") ? iam.answer(request) : Errors.notAllowed("POST"));
        } else {
            operate(exchange);
        }
    }

    /** Has an operation carried out, after the delay that is ordered for it. */
    private void operate(Exchange exchange) {
        Route<Apis> route;
        try {
            route = operations.admit(exchange);
            exchange.suffer(
                    faults.take(route.operation().id(), exchange.request().path(), exchange::body));
        } catch (RuntimeException | Error e) {
            send(Errors.of(e, exchange.requestId()), exchange);
            return;
        }
        Fault fault = exchange.fault();
        Supplier<HttpAnswer> ordered = ordered(fault);
        Executor thread = threadFor(
                ordered == null && !Authentication.isOpen(exchange.request().path()));
        Supplier<HttpAnswer> work = ordered == null ? () -> operations.run(route, exchange) : ordered;
        Runnable run = () -> thread.execute(() -> answer(exchange, work));
        if (fault == null || fault.delay().isZero()) {
            run.run();
        } else {
            exchange.reply().after(fault.delay(), run);
        }
    }

    /** The answer to a call that is not to be carried out; null for all others. */
    private static @Nullable Supplier<HttpAnswer> ordered(@Nullable Fault fault) {
        ErrorCode error = fault == null ? null : fault.error();
        OrderedAnswer answer = fault == null ? null : fault.answer();
        if (error != null) {
            return () -> Errors.of(error);
        }
        return answer == null
                ? null
                : () -> HttpAnswer.of(answer.status(), answer.contentType(), answer.body())
                        .with(answer.headers());
    }

    private Executor threadFor(boolean needsState) {
        return needsState ? workers : HERE;
    }

    /** Sends what is answered, or what went wrong: nobody else would answer on a worker's thread. */
    private void answer(Exchange exchange, Supplier<HttpAnswer> work) {
        HttpAnswer answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error e) {
            answer = Errors.of(e, exchange.requestId());
        }
        send(answer, exchange);
    }

    private void send(HttpAnswer answer, Exchange exchange) {
        note(exchange, answer);
        Reply reply = exchange.reply();
        Fault fault = exchange.fault();
        HttpAnswer named = answer.with("X-Request-Id", exchange.requestId());
        if (fault == null) {
            reply.send(named);
            return;
        }
        switch (fault.kind()) {
            // From something in front of the service, which does not count its requests.
            case ANSWER -> reply.send(answer);
            case DROPPED_CONNECTION -> reply.drop();
            case BROKEN_HEADERS -> reply.breakHeaders(named);
            case TRUNCATED_BODY -> reply.sendHalf(named);
            case TRICKLE -> reply.sendSlowly(named, fault.bytes(), fault.pause());
            case NONE, DELAY, ERROR -> reply.send(named);
        }
    }

    /** Tells requests apart, and guards nothing: the costly source of random numbers would be wasted on it. */
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private void note(Exchange exchange, HttpAnswer answer) {
        RequestLog.note(exchange, answer);
        String operation = exchange.operationId();
        if (operation != null) {
            journal.add(recorded(operation, exchange, answer));
        }
    }

    private static RecordedRequest recorded(String operation, Exchange exchange, HttpAnswer answer) {
        HttpRequest request = exchange.request();
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        (name, values) -> headers.put(name, Secrets.isSecret(name) ? "***" : String.join(",", values)));
        return RecordedRequest.builder()
                .operation(operation, exchange.requestId())
                .target(request.method(), request.path(), request.query())
                .headers(headers)
                .body(exchange.body(Journal.TEXT_LENGTH))
                .status(answer.status())
                .unknown(exchange.unknown())
                .build();
    }
}
