package io.github.vpcep.runtime.engine;

import java.util.concurrent.CompletableFuture;
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
    private final Engine engine;
    private final Call<T> call;
    private final Outcome outcome;

    ApiCall(Engine engine, Call<T> call, Outcome outcome) {
        this.engine = engine;
        this.call = call;
        this.outcome = outcome;
    }

    /**
     * Sends the call and waits for its answer.
     *
     * @return the answer, never null unless the operation {@linkplain Operation#withoutAnswer has none}
     * @throws io.github.vpcep.runtime.error.VpcepServiceException if the server refused
     * @throws io.github.vpcep.runtime.error.VpcepTransportException if nothing usable came back; if the thread was
     *     interrupted, it still is
     * @throws io.github.vpcep.runtime.error.VpcepDecodeException if the answer was not understood
     * @throws IllegalStateException if the client is closed, or the call has been sent before
     */
    public T execute() {
        engine.requireOpen();
        Response<T> response;
        try {
            response = call.execute();
        } catch (Exception e) {
            // Not IOException alone: OkHttp is Kotlin and may throw InterruptedException undeclared.
            throw outcome.failure(e);
        }
        return outcome.result(response);
    }

    /**
     * Sends the call and returns at once. Cancelling the future, or completing it with an exception such as a
     * timeout's, cancels the HTTP call. Stages that run in the completing thread run on one of the client's threads.
     *
     * @return the answer to come; fails with what {@link #execute()} throws
     * @throws IllegalStateException if the client is closed
     */
    public CompletableFuture<T> executeAsync() {
        engine.requireOpen();
        CompletableFuture<T> future = new CompletableFuture<>();
        var unused = future.whenComplete((answer, error) -> {
            if (error != null) {
                call.cancel();
            }
        });
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> sent, Response<T> response) {
                T answer;
                try {
                    answer = outcome.result(response);
                } catch (RuntimeException e) {
                    future.completeExceptionally(e);
                    return;
                }
                future.complete(answer);
            }

            @Override
            public void onFailure(Call<T> sent, Throwable error) {
                future.completeExceptionally(outcome.failure(error));
            }
        });
        return future;
    }
}
