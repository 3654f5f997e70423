package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.Fault;
import io.github.vpcep.sandbox.Faults;
import io.github.vpcep.sandbox.Journal;
import io.github.vpcep.sandbox.RecordedRequest;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request from the wire and puts its answer there; notes both down. */
final class Gateway extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final Pattern HOST =
            Pattern.compile("[0-9A-Za-z._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    private final Domain domain;
    private final Faults faults;
    private final Authentication authentication;
    private final Iam iam;
    private final Pages pages;
    private final Journal journal;
    private final Duration patience;

    /** A body may take that long to come. */
    Gateway(
            Domain domain,
            Faults faults,
            Authentication authentication,
            Iam iam,
            Pages pages,
            Journal journal,
            Duration patience) {
        super("vpcep");
        this.domain = domain;
        this.faults = faults;
        this.authentication = authentication;
        this.iam = iam;
        this.pages = pages;
        this.journal = journal;
        this.patience = patience;
        setAllowEncodedSlash(true);
        setDecodeUrl(false);
    }

    @Override
    public void service(Request wire, Response answerWire) throws IOException {
        long start = System.nanoTime();
        Map<String, List<String>> headers = headers(wire);
        Problem broken = Framing.problem(headers);
        if (broken == null) {
            BodyReader.read(
                    wire,
                    answerWire,
                    patience,
                    (body, problem) -> answer(request(wire, headers, body), problem, wire, answerWire, start));
        } else {
            wire.getRequest().getProcessingState().setKeepAlive(false);
            answer(request(wire, headers, null), broken, wire, answerWire, start);
        }
    }

    private void answer(HttpRequest request, @Nullable Problem broken, Request wire, Response answerWire, long start) {
        Exchange exchange = new Exchange(UUID.randomUUID().toString().replace("-", ""), base(request), domain, faults);
        HttpAnswer answer = broken == null ? answerOnThisThread(request, exchange) : Errors.of(broken);
        note(request, exchange, answer, System.nanoTime() - start);
        try {
            send(answer, exchange, wire, answerWire);
        } catch (IOException e) {
            LOG.debug("request={} The client is gone", exchange.requestId(), e);
        } finally {
            if (answerWire.isSuspended()) {
                answerWire.resume();
            }
        }
    }

    private HttpAnswer answerOnThisThread(HttpRequest request, Exchange exchange) {
        exchange.enter();
        try {
            return answer(request, exchange);
        } finally {
            Exchange.leave();
        }
    }

    private static void send(HttpAnswer answer, Exchange exchange, Request wire, Response answerWire)
            throws IOException {
        if (exchange.suffers(Fault.Kind.DROPPED_CONNECTION)) {
            drop(wire);
            return;
        }
        write(answer, exchange, answerWire);
        if (exchange.suffers(Fault.Kind.TRUNCATED_BODY)) {
            drop(wire);
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
            authenticate(request, exchange);
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
        if (Authentication.isOpen(request.path())) {
            return;
        }
        try {
            authentication.authenticate(request, exchange);
        } catch (Problem problem) {
            exchange.refuse(problem);
        }
    }

    private static Map<String, List<String>> headers(Request wire) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : wire.getHeaderNames()) {
            List<String> values = headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1));
            if (values.isEmpty()) {
                wire.getHeaders(name).forEach(values::add);
            }
        }
        return headers;
    }

    private static HttpRequest request(Request wire, Map<String, List<String>> headers, byte @Nullable [] body) {
        return new HttpRequest(
                wire.getMethod().getMethodString(), wire.getRequestURI(), wire.getQueryString(), headers, body);
    }

    private static URI base(HttpRequest request) {
        String host = request.header("host");
        try {
            return new URI("http://" + (host != null && HOST.matcher(host).matches() ? host : "localhost"));
        } catch (URISyntaxException e) {
            // Between brackets may stand what is no address.
            return URI.create("http://localhost");
        }
    }

    private static void write(HttpAnswer answer, Exchange exchange, Response wire) throws IOException {
        wire.setStatus(answer.status());
        wire.setHeader("X-Request-Id", exchange.requestId());
        answer.headers().forEach(wire::setHeader);
        byte[] body = answer.body();
        if (answer.contentType() != null) {
            wire.setContentType(answer.contentType());
            wire.setContentLength(body.length);
        }
        boolean truncated = exchange.suffers(Fault.Kind.TRUNCATED_BODY);
        wire.getOutputStream().write(body, 0, truncated ? body.length / 2 : body.length);
        if (truncated) {
            wire.flush();
        }
    }

    private static void drop(Request wire) {
        wire.getContext().getConnection().closeSilently();
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
                new String(body, 0, Math.min(body.length, Journal.BODY_LENGTH), StandardCharsets.UTF_8),
                answer.status());
    }
}
