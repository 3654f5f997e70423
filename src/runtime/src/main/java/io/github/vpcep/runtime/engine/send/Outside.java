package io.github.vpcep.runtime.engine.send;

import io.github.vpcep.runtime.connect.GivenUp;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.Ended;
import io.github.vpcep.runtime.engine.call.Thrown;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The way of one client's credentials to servers other than the API's.
 *
 * @param threads run what is sent
 * @param contexts make what belongs to a call of which nobody is told
 * @param http makes the calls
 */
public record Outside(Executor threads, Supplier<CallContext> contexts, BiFunction<Request, CallContext, Call> http) {
    <T> CompletableFuture<T> send(Operation operation, Request request, Duration limit, HttpAccess.Reading<T> reading) {
        CallContext context = contexts.get();
        context.prepareSilent(operation);
        Call call = http.apply(request, context);
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        context.begin(limit);
        CompletableFuture<T> future = new CompletableFuture<>();
        var unused = future.whenComplete((result, failure) -> {
            if (future.isCancelled()) {
                call.cancel();
                context.cancel();
            }
        });
        threads.execute(() -> {
            try (Response response = call.execute()) {
                future.complete(reading.of(response));
            } catch (Throwable e) {
                Throwable reason = e instanceof Thrown thrown ? thrown.reason() : e;
                if (reason instanceof IOException && call.isCanceled()) {
                    // As by the end of the client: the server has not failed.
                    future.cancel(true);
                } else {
                    future.completeExceptionally(reason);
                }
            }
        });
        return future;
    }

    /** Waits as long as the call of that context may. */
    static <T> T await(CallContext context, CompletableFuture<T> future, String what) {
        context.waitFor(what);
        CompletableFuture<Void> cancelled = context.cancelled();
        try {
            Duration left = context.left();
            CompletableFuture<Object> first = CompletableFuture.anyOf(future, cancelled);
            if (left == null) {
                var unused = first.get();
            } else {
                var unused = first.get(left.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            throw new GivenUp(Ended.late(), true);
        } catch (InterruptedException e) {
            throw new GivenUp(Ended.interrupted(e), false);
        } catch (ExecutionException e) {
            // The future says it as well.
        }
        if (cancelled.isDone() || future.isCancelled()) {
            throw new GivenUp(Ended.cancelled(), false);
        }
        context.waitFor(null);
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
