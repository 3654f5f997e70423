package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.Fault;
import io.github.vpcep.sandbox.Journal;
import io.github.vpcep.sandbox.RecordedRequest;
import io.github.vpcep.sandbox.domain.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
    /** The most bytes of a body. */
    static final int BODY_LIMIT = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger("io.github.vpcep.sandbox.requests");
    /** Of a body over the limit this much is read and dropped, so that the caller gets to read the answer. */
    private static final long DRAIN_LIMIT = 64L * 1024 * 1024;

    private static final Pattern HOST =
            Pattern.compile("[0-9A-Za-z._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    private final Operations operations;
    private final Authentication authentication;
    private final Iam iam;
    private final Pages pages;
    private final Journal journal;

    Gateway(Operations operations, Authentication authentication, Iam iam, Pages pages, Journal journal) {
        super("vpcep");
        this.operations = operations;
        this.authentication = authentication;
        this.iam = iam;
        this.pages = pages;
        this.journal = journal;
        setAllowEncodedSlash(true);
        setDecodeUrl(false);
    }

    @Override
    public void service(Request wire, Response answerWire) throws IOException {
        long start = System.nanoTime();
        HttpRequest request = read(wire);
        Exchange exchange = new Exchange(UUID.randomUUID().toString().replace("-", ""), base(request));
        HttpAnswer answer;
        exchange.enter();
        try {
            answer = answer(request, exchange);
        } finally {
            Exchange.leave();
        }
        note(request, exchange, answer, System.nanoTime() - start);
        if (exchange.suffers(Fault.Kind.DROPPED_CONNECTION)) {
            drop(wire);
        } else {
            write(answer, exchange, answerWire);
            if (exchange.suffers(Fault.Kind.TRUNCATED_BODY)) {
                drop(wire);
            }
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
            HttpAnswer answer = operations.answer(request, exchange);
            // Routing went on only to learn which operation was meant.
            Problem refusal = exchange.refusal();
            return refusal == null ? answer : Errors.of(refusal);
        } catch (RuntimeException e) {
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

    private static HttpRequest read(Request wire) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : wire.getHeaderNames()) {
            List<String> values = headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1));
            if (values.isEmpty()) {
                wire.getHeaders(name).forEach(values::add);
            }
        }
        byte[] body = body(wire);
        return new HttpRequest(
                wire.getMethod().getMethodString(), wire.getRequestURI(), wire.getQueryString(), headers, body);
    }

    /** The body, or null when it is over the limit. */
    private static byte @Nullable [] body(Request wire) throws IOException {
        InputStream in = wire.getInputStream();
        byte[] body = in.readNBytes(BODY_LIMIT + 1);
        if (body.length <= BODY_LIMIT) {
            return body;
        }
        byte[] rest = new byte[8192];
        long drained = body.length;
        int count = 0;
        while (count >= 0 && drained < DRAIN_LIMIT) {
            count = in.read(rest);
            drained += count;
        }
        return null;
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
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "request={} operation={} status={} ms={} project={}",
                    exchange.requestId(),
                    operation == null ? "-" : operation,
                    answer.status(),
                    nanos / 1_000_000,
                    exchange.projectId());
        }
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
