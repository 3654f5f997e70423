package io.github.vpcep.sandbox.api;

import io.github.vpcep.control.model.FaultKind;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.router.Route;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.auth.Iam;
import io.github.vpcep.sandbox.auth.Secrets;
import io.github.vpcep.sandbox.control.Fault;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.OrderedAnswer;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpHandler;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Reply;
import io.github.vpcep.server.VpcepRouter.Apis;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes every request, has it answered on a thread that may do so, and notes both down. */
final class Gateway implements HttpHandler {
    private static final Executor HERE = Runnable::run;

    /** Before all else, whatever the vendor's paths may come to match. */
    private static final String CONTROL = "/_sandbox";

    private static final String CONSOLE = "/_sandbox/console";

    private final String scheme;
    private final Operations operations;
    private final FaultPlans faults;
    private final Iam iam;
    private final Pages pages;
    private final Journal journal;
    private final Clock clock;
    private final @Nullable HttpHandler control;
    private final Executor workers;

    /**
     * Takes requests.
     *
     * @param scheme http or https, by which the server is reached
     * @param clock the time by which requests are noted down
     * @param control answers what is below {@value #CONTROL}; null when nothing is there
     * @param workers run what needs the state, which may have to be waited for
     */
    Gateway(
            String scheme,
            Operations operations,
            FaultPlans faults,
            Iam iam,
            Pages pages,
            Journal journal,
            Clock clock,
            @Nullable HttpHandler control,
            Executor workers) {
        this.scheme = scheme;
        this.operations = operations;
        this.faults = faults;
        this.iam = iam;
        this.pages = pages;
        this.journal = journal;
        this.clock = clock;
        this.control = control;
        this.workers = workers;
    }

    @Override
    public void handle(HttpRequest request, Reply reply) {
        if (control != null && isControl(request.path())) {
            // Whatever it does to the state, and not noted down: it is no operation of the service.
            threadFor(true).execute(() -> control.handle(request, reply));
            return;
        }
        Exchange exchange = new Exchange(request, reply, requestId(), scheme);
        if (request.refusal() != null) {
            send(Errors.of(request.refusal()), exchange);
        } else if (control != null && isBrowser(request)) {
            answer(
                    exchange,
                    () -> HttpAnswer.of(303, null, new byte[0])
                            .with(Map.of("Location", CONSOLE, "Vary", "Accept", "Cache-Control", "no-store")));
        } else if (Pages.has(request.path())) {
            threadFor(Pages.needsState(request.path())).execute(() -> answer(exchange, () -> pages.answer(request)));
        } else if (Iam.has(request.path())) {
            List<String> methods = Iam.methods(request.path());
            answer(
                    exchange,
                    () -> methods.contains(request.method())
                            ? iam.answer(request, exchange.base())
                            : Errors.notAllowed(String.join(", ", methods)));
        } else {
            operate(exchange);
        }
    }

    /**
     * Whether somebody looks at the address itself. Browsers alone name XHTML; HttpURLConnection names HTML as well.
     */
    private static boolean isBrowser(HttpRequest request) {
        String accept = request.header("accept");
        return request.path().equals("/")
                && request.method().equals("GET")
                && accept != null
                && accept.contains("application/xhtml+xml")
                && !accept.contains("application/json");
    }

    private static boolean isControl(String path) {
        return path.startsWith(CONTROL) && (path.length() == CONTROL.length() || path.charAt(CONTROL.length()) == '/');
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
            Runnable goOn = faults.hold(run, exchange.reply()::drop);
            exchange.reply().after(fault.delay(), goOn);
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

    private RecordedRequest.Builder recorded(String operation, Exchange exchange, HttpAnswer answer) {
        HttpRequest request = exchange.request();
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        (name, values) -> headers.put(name, Secrets.isSecret(name) ? "***" : String.join(",", values)));
        ErrorCode code = answer.code();
        Caller caller = exchange.admitted();
        Fault fault = exchange.fault();
        return RecordedRequest.builder()
                .operationId(operation)
                .requestId(exchange.requestId())
                .answeredAt(clock.instant())
                .projectId(caller == null ? null : caller.projectId())
                .domainId(caller == null ? null : caller.domainId())
                .method(request.method())
                .path(request.path())
                .query(request.query())
                .headers(headers)
                .body(exchange.body(Journal.TEXT_LENGTH))
                .unknown(exchange.unknown())
                .status(answer.status())
                .code(code == null ? null : code.code())
                .answer(text(answer.body()))
                .fault(fault == null ? null : kind(fault));
    }

    private static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, Journal.TEXT_LENGTH), StandardCharsets.UTF_8);
    }

    private static FaultKind kind(Fault fault) {
        return switch (fault.kind()) {
            case NONE, DELAY -> FaultKind.NONE;
            case ERROR -> FaultKind.ERROR;
            case ANSWER -> FaultKind.ANSWER;
            case DROPPED_CONNECTION -> FaultKind.DROPPED_CONNECTION;
            case BROKEN_HEADERS -> FaultKind.BROKEN_HEADERS;
            case TRUNCATED_BODY -> FaultKind.TRUNCATED_BODY;
            case TRICKLE -> FaultKind.TRICKLE;
        };
    }
}
