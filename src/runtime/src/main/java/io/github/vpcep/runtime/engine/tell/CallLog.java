package io.github.vpcep.runtime.engine.tell;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.AnswerHead;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.NotSent;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import io.github.vpcep.runtime.ground.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: a line per try at debug, headers and bodies at trace, all of it through the call's {@link Redactor}. It
 * stands above the credentials, so it never sees the headers that they set.
 */
public final class CallLog {
    /** The name of the logger. */
    static final String NAME = "io.github.vpcep.runtime";

    /** Enough to see what a body is about; a page of a thousand resources would fill the log. */
    private static final int BODY_LIMIT = 16_384;

    private final Logger log = LoggerFactory.getLogger(NAME);

    public boolean isDebug() {
        return log.isDebugEnabled();
    }

    public boolean isTrace() {
        return log.isTraceEnabled();
    }

    public void tried(
            Operation operation,
            Request request,
            CallContext context,
            int of,
            Duration duration,
            @Nullable Exception failure,
            @Nullable Duration pause) {
        AnswerHead head = context.head();
        Redactor redactor = context.redactor();
        log.debug(
                "{} {} {}, try {} of {}: {} in {} ms{}{}",
                operation.id(),
                request.method(),
                redactor.text(request.url().encodedPath()),
                context.tries(),
                of,
                result(head, failure, redactor),
                duration.toMillis(),
                head.requestId() == null ? "" : ", request id " + Redactor.oneLine(redactor.text(head.requestId())),
                pause == null ? "" : ", next try in " + pause.toMillis() + " ms");
    }

    /** Says why a call succeeds although its last try was refused. */
    public void doneBefore(Operation operation) {
        log.debug("{} has been done by a try before, whose answer was lost", operation.id());
    }

    /** Says why a call is not sent again that might be. */
    public void spent(Operation operation) {
        log.debug(
                "{} is not sent again: the client's calls have failed so often that its retryBudget(…) is spent",
                operation.id());
    }

    private static String result(AnswerHead head, @Nullable Exception failure, Redactor redactor) {
        String status = head.status() == 0 ? "" : "HTTP " + head.status();
        if (failure == null) {
            return status;
        }
        // Not what the credentials threw: its words are not ours to vouch for.
        String what = failure instanceof NotSent
                ? "not sent, the credentials failed"
                : Redactor.oneLine(redactor.text(failure.toString()));
        return status.isEmpty() ? what : status + ", then " + what;
    }

    public void sends(Operation operation, Request request, Redactor redactor) {
        String body = request.body() instanceof OneShotBody known
                ? excerpt(new String(known.bytes(), StandardCharsets.UTF_8), redactor)
                : request.body() == null
                        ? "no body"
                        : "a body of " + request.body().contentType();
        log.trace("{} sends {} {}", operation.id(), redactor.headers(map(request.headers())), body);
    }

    public void received(Operation operation, Response response, boolean isBuffered, Redactor redactor)
            throws IOException {
        String body = isBuffered
                ? excerpt(response.peekBody(BODY_LIMIT + 1).string(), redactor)
                : "a body that is not logged";
        log.trace("{} received {} {}", operation.id(), redactor.headers(map(response.headers())), body);
    }

    private static Map<String, List<String>> map(Headers headers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        headers.names().forEach(name -> map.put(name, headers.values(name)));
        return map;
    }

    private static String excerpt(String body, Redactor redactor) {
        boolean isWhole = body.length() <= BODY_LIMIT;
        return Redactor.oneLine(redactor.text(isWhole ? body : body.substring(0, BODY_LIMIT))) + (isWhole ? "" : "…");
    }

    public void listenerFailed(CallListener listener, Throwable failure) {
        log.warn(
                "The listener {} threw; what it throws from now on is not logged",
                listener.getClass().getName(),
                failure);
    }
}
