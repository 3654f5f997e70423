package io.github.vpcep.runtime.engine.retry;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.connect.Server;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.RetryAdvice;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.Ended;
import io.github.vpcep.runtime.engine.call.OneShotBody;
import io.github.vpcep.runtime.engine.call.Thrown;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.engine.call.TooLong;
import io.github.vpcep.runtime.engine.send.Sender;
import io.github.vpcep.runtime.engine.tell.CallLog;
import io.github.vpcep.runtime.engine.tell.Listeners;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Sends a call until it is answered for good. Leaves each try to the {@link Sender}, so that each try is authenticated
 * anew, and reads answers to their end, so that one which breaks off counts as failed while it can still be sent again.
 */
public final class Tries implements Interceptor {
    private final Server server;
    private final RetryRule rule;
    private final BackOff backOff;
    private final RetryBudget budget;
    private final Timing timing;
    private final CallLog log;
    private final Listeners listeners;
    private final Sender sender;

    public Tries(Contract contract, Settings settings, Timing timing, CallLog log, Listeners listeners, Sender sender) {
        this.server = Server.at(settings.endpoint());
        this.rule = new RetryRule(contract);
        this.backOff = new BackOff(timing);
        this.budget = new RetryBudget(settings.retryBudget());
        this.timing = timing;
        this.log = log;
        this.listeners = listeners;
        this.sender = sender;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallContext context = CallContext.of(chain.request());
        if (context == null) {
            throw new IllegalStateException("An interceptor has dropped the tags of the request");
        }
        Request request = withHeaders(chain.request(), context.settings().headers());
        Operation operation = context.operation(request);
        Chain patient = withReadTimeout(chain, context.settings().readTimeout());
        context.run();
        throwIfCancelled(context, chain.call());
        while (true) {
            context.startTry();
            long tryBegin = timing.nanoTime().getAsLong();
            if (log.isTrace() && !context.isSilent()) {
                log.sends(operation, request, context.redactor());
            }
            Response response = null;
            IOException failure = null;
            try {
                request = sender.inProject(request, operation, context);
                response = send(patient, request, context, operation);
            } catch (IOException e) {
                failure = e;
            } catch (Exception e) {
                // OkHttp is Kotlin and may throw this undeclared.
                if (!((Throwable) e instanceof InterruptedException)) {
                    throw e;
                }
                failure = Ended.interrupted(e);
            }
            long now = timing.nanoTime().getAsLong();
            RetryAdvice advice = advice(chain.call(), context, operation, request, response, failure);
            Duration pause = advice == RetryAdvice.NEVER
                    ? null
                    : backOff.after(context.settings().retry(), context.tries(), response);
            Duration left = context.left();
            if (pause != null && left != null && pause.compareTo(left) >= 0) {
                pause = null;
            }
            if (pause != null && !context.isSilent() && !budget.take()) {
                log.spent(operation);
                pause = null;
            }
            if (response != null && response.isSuccessful() && !context.isSilent()) {
                budget.earn();
            }
            if (pause != null && advice == RetryAdvice.IDEMPOTENT) {
                context.loseAnswer();
            }
            boolean isDone = pause == null && isDoneBefore(context, operation, response);
            if (isDone) {
                context.doneBefore();
                pause = operation.answeredAbove() > 0 ? Duration.ZERO : null;
            }
            report(operation, request, context, Duration.ofNanos(now - tryBegin), failure, pause);
            if (isDone) {
                log.doneBefore(operation);
                request = whereItIsAnswered(operation, request);
            }
            if (pause == null) {
                if (response == null) {
                    throw failure == null ? new IOException("no answer") : failure;
                }
                if (context.recorder() != null) {
                    context.recorder().record(response, context.head().requestId());
                }
                return response;
            }
            if (response != null) {
                response.close();
            }
            sleep(pause, context, chain.call());
        }
    }

    private Response send(Chain chain, Request request, CallContext context, Operation operation) throws IOException {
        Response response = sender.send(chain, request, operation, context);
        boolean isRead =
                context.recorder() != null || !response.isSuccessful() || isWholeWanted(context, operation, request);
        try {
            if (isRead) {
                // Into the body's own buffer: it can be read as if nothing had happened, and is not copied.
                int limit = context.settings().answerLimit();
                if (response.body().source().request(limit + 1L)) {
                    throw new TooLong(limit);
                }
            }
            if (log.isTrace() && !context.isSilent()) {
                log.received(operation, response, isRead, context.redactor());
            }
        } catch (IOException | RuntimeException | Error e) {
            response.close();
            throw e;
        }
        return response;
    }

    /** A success is read here unless nobody wants its body, or the caller of Retrofit wants to read it as it comes. */
    private static boolean isWholeWanted(CallContext context, Operation operation, Request request) {
        if (context.isPrepared()) {
            return operation.isAnswered();
        }
        Invocation invocation = request.tag(Invocation.class);
        return invocation != null && !invocation.method().isAnnotationPresent(Streaming.class);
    }

    /** Returns whether this try may be followed by another, and if so, whether it may have been carried out. */
    private RetryAdvice advice(
            Call call,
            CallContext context,
            Operation operation,
            Request request,
            @Nullable Response response,
            @Nullable IOException failure)
            throws IOException {
        int most = context.settings().retry().maxAttempts();
        if (context.tries() >= most || call.isCanceled() || !isRepeatable(request.body())) {
            return RetryAdvice.NEVER;
        }
        RetryAdvice advice = RetryAdvice.NEVER;
        if (failure != null) {
            advice = rule.advice(context, failure);
        } else if (response != null) {
            advice = rule.advice(response);
        }
        return advice == RetryAdvice.IDEMPOTENT && !operation.isIdempotent() ? RetryAdvice.NEVER : advice;
    }

    private boolean isDoneBefore(CallContext context, Operation operation, @Nullable Response response)
            throws IOException {
        return response != null
                && context.isAnswerLost()
                && !context.isDoneBefore()
                && rule.isDoneBefore(operation, response);
    }

    /** Returns the request for what an operation would have answered, which another call has to ask for. */
    private static Request whereItIsAnswered(Operation operation, Request request) {
        HttpUrl.Builder url = request.url().newBuilder();
        for (int i = 1; i <= operation.answeredAbove(); i++) {
            url.removePathSegment(request.url().pathSize() - i);
        }
        return request.newBuilder().get().url(url.build()).build();
    }

    private static boolean isRepeatable(@Nullable RequestBody body) {
        // Our own bodies are one-shot for OkHttp only.
        return body == null || body instanceof OneShotBody || !body.isOneShot();
    }

    private void report(
            Operation operation,
            Request request,
            CallContext context,
            Duration duration,
            @Nullable IOException failure,
            @Nullable Duration pause) {
        if (context.isSilent()) {
            return;
        }
        if (log.isDebug()) {
            int of = context.settings().retry().maxAttempts();
            log.tried(operation, request, context, of, duration, failure, pause);
        }
        if (!listeners.isEmpty()) {
            int status = context.head().status();
            listeners.onTry(CallListener.TryEvent.of(operation.id(), context.tries(), duration)
                    .withStatus(status)
                    .withFailure(shown(context, failure))
                    .withPause(pause));
        }
    }

    /** What credentials threw is theirs; all else is shown without secrets. */
    private static @Nullable Throwable shown(CallContext context, @Nullable IOException failure) {
        return failure == null
                ? null
                : failure instanceof Thrown thrown
                        ? thrown.reason()
                        : context.redactor().thrown(failure);
    }

    private void sleep(Duration pause, CallContext context, Call call) throws IOException {
        try {
            timing.sleeper().sleep(pause, context.cancelled());
        } catch (InterruptedException e) {
            throw Ended.interrupted(e);
        }
        throwIfCancelled(context, call);
    }

    private static void throwIfCancelled(CallContext context, Call call) throws IOException {
        if (call.isCanceled() || context.owner().isClosed()) {
            throw Ended.cancelled();
        }
    }

    /** A header that the request has already is more special than one for all requests. */
    private Request withHeaders(Request request, Map<String, String> headers) {
        if (headers.isEmpty() || !server.owns(request.url())) {
            return request;
        }
        Request.Builder builder = request.newBuilder();
        headers.forEach((name, value) -> {
            if (request.header(name) == null) {
                builder.header(name, value);
            }
        });
        return builder.build();
    }

    private static Chain withReadTimeout(Chain chain, Duration timeout) {
        int millis = (int) timeout.toMillis();
        return chain.readTimeoutMillis() == millis
                ? chain
                : chain.withReadTimeout(millis, TimeUnit.MILLISECONDS).withWriteTimeout(millis, TimeUnit.MILLISECONDS);
    }
}
