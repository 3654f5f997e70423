package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.Fault;
import io.github.vpcep.sandbox.Faults;
import io.github.vpcep.sandbox.Journal;
import io.github.vpcep.sandbox.RecordedRequest;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpHandler;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Takes every request, has it answered on a thread that may do so, and notes both down. */
final class Gateway implements HttpHandler {
    private static final Executor HERE = Runnable::run;

    private final String scheme;
    private final Domain domain;
    private final Faults faults;
    private final Authentication authentication;
    private final Iam iam;
    private final Pages pages;
    private final Journal journal;
    private final Executor operations;

    /**
     * Takes requests.
     *
     * @param scheme http or https, by which the server is reached
     * @param operations runs what needs the state, which may have to be waited for
     */
    Gateway(
            String scheme,
            Domain domain,
            Faults faults,
            Authentication authentication,
            Iam iam,
            Pages pages,
            Journal journal,
            Executor operations) {
        this.scheme = scheme;
        this.domain = domain;
        this.faults = faults;
        this.authentication = authentication;
        this.iam = iam;
        this.pages = pages;
        this.journal = journal;
        this.operations = operations;
    }

    @Override
    public void handle(HttpRequest request, Reply reply) {
        long start = System.nanoTime();
        Exchange exchange = new Exchange(UUID.randomUUID().toString().replace("-", ""), base(request), domain, faults);
        if (request.refusal() != null) {
            send(Errors.of(request.refusal()), request, exchange, reply, start);
            return;
        }
        authenticate(request, exchange);
        answer(request, exchange, reply, start);
    }

    /** Answers it, or has that done when the delay that is ordered for it is over. */
    private void answer(HttpRequest request, Exchange exchange, Reply reply, long start) {
        threadFor(request, exchange).execute(() -> {
            HttpAnswer answer = answerOnThisThread(request, exchange);
            Duration delay = exchange.takeDelay();
            if (delay == null) {
                send(answer, request, exchange, reply, start);
            } else {
                reply.after(delay, () -> answer(request, exchange, reply, start));
            }
        });
    }

    private Executor threadFor(HttpRequest request, Exchange exchange) {
        boolean needsState = isOpen(request.path()) ? Pages.needsState(request.path()) : exchange.refusal() == null;
        return needsState ? operations : HERE;
    }

    /** Whether anybody may ask for it. */
    private static boolean isOpen(String path) {
        return Pages.has(path) || path.equals(Iam.PATH) || Authentication.isOpen(path);
    }

    private HttpAnswer answerOnThisThread(HttpRequest request, Exchange exchange) {
        exchange.enter();
        try {
            return answer(request, exchange);
        } finally {
            Exchange.leave();
        }
    }

    private HttpAnswer answer(HttpRequest request, Exchange exchange) {
        try {
            if (Pages.has(request.path())) {
                return pages.answer(request);
            }
            if (request.path().equals(Iam.PATH)) {
                return iam.answer(request);
            }
            HttpAnswer answer = Operations.answer(request, exchange);
            // Routing went on only to learn which operation was meant.
            Problem refusal = exchange.refusal();
            return refusal == null ? answer : Errors.of(refusal);
        } catch (RuntimeException | Error e) {
            // On some threads nobody else would answer.
            Problem refusal = exchange.refusal();
            return refusal == null ? Errors.of(e, exchange.requestId()) : Errors.of(refusal);
        }
    }

    private void authenticate(HttpRequest request, Exchange exchange) {
        if (isOpen(request.path())) {
            return;
        }
        try {
            authentication.authenticate(request, exchange);
        } catch (Problem problem) {
            exchange.refuse(problem);
        }
    }

    private void send(HttpAnswer answer, HttpRequest request, Exchange exchange, Reply reply, long start) {
        note(request, exchange, answer, System.nanoTime() - start);
        if (exchange.suffers(Fault.Kind.DROPPED_CONNECTION)) {
            reply.drop();
            return;
        }
        HttpAnswer named = answer.with("X-Request-Id", exchange.requestId());
        if (exchange.suffers(Fault.Kind.TRUNCATED_BODY)) {
            reply.sendHalf(named);
        } else {
            reply.send(named);
        }
    }

    private URI base(HttpRequest request) {
        String host = request.header("host");
        return URI.create(
                scheme + "://" + (host == null || host.isEmpty() || request.refusal() != null ? "localhost" : host));
    }

    private void note(HttpRequest request, Exchange exchange, HttpAnswer answer, long nanos) {
        String operation = exchange.operationId();
        RequestLog.note(request, exchange, answer, nanos);
        if (operation != null) {
            journal.add(recorded(operation, request, exchange, answer));
        }
    }

    private static RecordedRequest recorded(
            String operation, HttpRequest request, Exchange exchange, HttpAnswer answer) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(
                        (name, values) -> headers.put(name, Secrets.isSecret(name) ? "***" : String.join(",", values)));
        byte[] body = request.body() == null ? new byte[0] : request.body();
        return new RecordedRequest(
                operation,
                exchange.requestId(),
                request.method(),
                request.path(),
                request.query(),
                headers,
                new String(body, 0, Math.min(body.length, Journal.TEXT_LENGTH), StandardCharsets.UTF_8),
                answer.status());
    }
}
