package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.ControlErrorCode;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.server.ControlRouter;
import io.github.vpcep.control.server.OperationId;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Call;
import io.github.vpcep.router.Route;
import io.github.vpcep.router.Router;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpHandler;
import io.github.vpcep.sandbox.http.HttpRequest;
import io.github.vpcep.sandbox.http.Refusal;
import io.github.vpcep.sandbox.http.Reply;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers the requests below {@value #ROOT}. Its threads are daemons, and there are none before a call waits. */
public final class ControlServer implements HttpHandler, AutoCloseable {
    /** What all paths of the control API begin with. */
    static final String ROOT = "/_sandbox";

    private static final int MOST_WAITS = 64;

    /** What a browser is told of every answer: it is to keep none, guess nothing, and show none inside other pages. */
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final Steered steered;
    private final @Nullable String key;
    private @Nullable Parts parts;

    /**
     * Steers a sandbox.
     *
     * @param steered what there is to steer
     * @param key who may call, null where being on this machine is enough
     */
    public ControlServer(Steered steered, @Nullable String key) {
        this.steered = steered;
        this.key = key;
    }

    /** What answers, made for the first request: most sandboxes are never asked, and are to start soon. */
    private record Parts(
            Guard guard,
            Router<ControlRouter.Apis> router,
            ControlResources resources,
            EventStreams streams,
            ThreadPoolExecutor waits) {}

    private synchronized Parts parts() {
        if (parts == null) {
            parts = new Parts(
                    new Guard(key),
                    ControlRouter.create(),
                    new ControlResources(steered),
                    new EventStreams(steered.journal()),
                    waits());
        }
        return parts;
    }

    private static ThreadPoolExecutor waits() {
        return new ThreadPoolExecutor(0, MOST_WAITS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "vpcep-sandbox-wait");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void handle(HttpRequest request, Reply reply) {
        answer(reply, () -> {
            Refusal refusal = request.refusal();
            if (refusal != null) {
                return ControlErrors.of(refusal.status(), ControlErrorCode.BAD_REQUEST, refusal.reason());
            }
            return ControlPages.has(request.path()) ? page(parts(), request) : operate(parts(), request, reply);
        });
    }

    private static HttpAnswer page(Parts parts, HttpRequest request) {
        parts.guard().checkPage(request);
        return ControlPages.answer(request);
    }

    /** Null when the answer comes later. */
    private static @Nullable HttpAnswer operate(Parts parts, HttpRequest request, Reply reply) {
        parts.guard().check(request);
        if (request.body() == null) {
            throw new Refused(ControlErrorCode.TOO_LARGE, ControlErrorCode.TOO_LARGE.message());
        }
        if (EventStreams.has(request.path())) {
            return parts.streams().open(request, reply, HEADERS);
        }
        Route<ControlRouter.Apis> route = parts.router().find(request.method(), request.path());
        Call<ControlRouter.Apis> call = route.read(request);
        if (!call.unknown().isEmpty()) {
            throw new IllegalArgumentException("There is nothing of the name " + String.join(", ", call.unknown()));
        }
        if (!route.operation().id().equals(OperationId.AWAIT_REQUEST)) {
            return run(call, parts.resources());
        }
        try {
            parts.waits().execute(() -> answer(reply, () -> run(call, parts.resources())));
        } catch (RejectedExecutionException e) {
            throw new Refused(
                    ControlErrorCode.TOO_MANY_WAITS, "No more than " + MOST_WAITS + " calls wait at the same time.");
        }
        return null;
    }

    private static HttpAnswer run(Call<ControlRouter.Apis> call, ControlResources resources) {
        Answer answer = call.run(resources);
        return HttpAnswer.of(answer.status(), answer.body().length == 0 ? null : HttpAnswer.JSON, answer.body());
    }

    private static void answer(Reply reply, Supplier<@Nullable HttpAnswer> work) {
        HttpAnswer answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error e) {
            answer = ControlErrors.of(e);
        }
        if (answer != null) {
            reply.send(answer.with(HEADERS));
        }
    }

    /** How a sandbox is. */
    public static Health health(Steered steered) {
        return new SandboxResource(steered).health();
    }

    @Override
    public synchronized void close() {
        if (parts != null) {
            parts.waits().shutdownNow();
        }
    }
}
