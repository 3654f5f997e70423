package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.read.Outcome;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One call, ready to be sent once. Both faces throw the same: a {@link io.github.vpcep.runtime.error.VpcepException},
 * or what the credentials threw.
 *
 * @param <T> the type of the answer
 */
public final class ApiCall<T> {
    private final Transport transport;
    private final Call<T> call;
    private final CallContext context;
    private final Outcome outcome;
    private long begin;

    ApiCall(Transport transport, Call<T> call, CallContext context, Outcome outcome) {
        this.transport = transport;
        this.call = call;
        this.context = context;
        this.outcome = outcome;
    }

    /**
     * Shortens what the call may take, if it is longer than this.
     *
     * @return this call
     */
    public ApiCall<T> within(Duration most) {
        long nanos = call.timeout().timeoutNanos();
        if (nanos == 0 || nanos > most.toNanos()) {
            // OkHttp counts in milliseconds, and zero is for ever.
            call.timeout().timeout(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /**
     * Sends the call and waits for its answer.
     *
     * @return the answer, never null unless the operation
     *     {@linkplain io.github.vpcep.runtime.contract.Operation#withoutAnswer has none}
     * @throws io.github.vpcep.runtime.error.VpcepServiceException if the server refused
     * @throws io.github.vpcep.runtime.error.VpcepTransportException if nothing usable came back; if the thread was
     *     interrupted, it still is
     * @throws io.github.vpcep.runtime.error.VpcepDecodeException if the answer was not understood
     * @throws IllegalStateException if the client is closed, or the call has been sent before
     */
    public T execute() {
        return send(outcome::result);
    }

    /**
     * As {@link #execute()}, for a call that removes something: that there is no such thing, by a code that the
     * contract knows, or that it is being removed already, is no error.
     *
     * @return whether this call removed it
     */
    public boolean executeIfExists() {
        return send(this::existed);
    }

    private boolean existed(Response<T> response) {
        try {
            outcome.result(response);
            return true;
        } catch (VpcepServiceException e) {
            if (outcome.isDone(e)) {
                return false;
            }
            throw e;
        }
    }

    private <R> R send(Function<Response<T>, R> result) {
        begin();
        R answer;
        try {
            answer = result.apply(response());
        } catch (RuntimeException | Error e) {
            end(e);
            throw e;
        }
        end(null);
        return answer;
    }

    private Response<T> response() {
        try {
            return call.execute();
        } catch (Exception e) {
            // Not IOException alone: OkHttp is Kotlin and may throw InterruptedException undeclared.
            throw outcome.failure(e);
        }
    }

    private void begin() {
        transport.requireOpen();
        if (call.isExecuted()) {
            throw new IllegalStateException("The call has been sent before");
        }
        begin = transport.timing().nanoTime().getAsLong();
    }

    private void end(@Nullable Throwable failure) {
        if (!transport.listeners().isEmpty()) {
            Duration duration = Duration.ofNanos(transport.timing().nanoTime().getAsLong() - begin);
            transport
                    .listeners()
                    .onCall(CallListener.CallEvent.of(outcome.operation().id(), context.tries(), duration)
                            .withStatus(context.head().status())
                            .withFailure(failure));
        }
    }

    /**
     * Sends the call and returns at once. Cancelling the future, or completing it with an exception such as a
     * timeout's, cancels the HTTP call. Stages that run in the completing thread run on one of the client's threads,
     * and may wait for other calls.
     *
     * @return the answer to come; fails with what {@link #execute()} throws
     * @throws IllegalStateException if the client is closed, or the call has been sent before
     */
    public CompletableFuture<T> executeAsync() {
        return executeAsync(answer -> answer);
    }

    /**
     * As {@link #executeAsync()}, for what a function makes of the answer: a stage of {@code thenApply} would not pass
     * on its cancellation.
     */
    public <R> CompletableFuture<R> executeAsync(Function<? super T, ? extends R> then) {
        return enqueue(response -> then.apply(outcome.result(response)));
    }

    /** As {@link #executeIfExists()}, to come. */
    public CompletableFuture<Boolean> executeIfExistsAsync() {
        return enqueue(this::existed);
    }

    private <R> CompletableFuture<R> enqueue(Function<Response<T>, R> result) {
        begin();
        CompletableFuture<R> future = new CompletableFuture<>();
        var unused = future.whenComplete((answer, error) -> {
            if (error != null) {
                call.cancel();
            }
        });
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> sent, Response<T> response) {
                complete(() -> result.apply(response));
            }

            @Override
            public void onFailure(Call<T> sent, Throwable error) {
                complete(() -> {
                    throw outcome.failure(error);
                });
            }

            /** Completes the future with what comes out, whatever that is: nobody else would. */
            private void complete(Supplier<R> outcome) {
                R answer;
                try {
                    answer = outcome.get();
                } catch (Throwable e) {
                    end(e, () -> future.completeExceptionally(e));
                    return;
                }
                end(null, () -> future.complete(answer));
            }

            private void end(@Nullable Throwable failure, Runnable completion) {
                try {
                    ApiCall.this.end(failure);
                } finally {
                    completion.run();
                }
            }
        });
        return future;
    }
}
