package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.waiting.Waiter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two ways to send a call. What holds for one is tested on both. */
public enum Face {
    SYNC {
        @Override
        public <T> T send(ApiCall<T> call) {
            return call.execute();
        }

        @Override
        public <T> T await(Waiter<T> waiter) {
            return waiter.await();
        }
    },
    ASYNC {
        @Override
        public <T> T send(ApiCall<T> call) {
            return joined(call.executeAsync());
        }

        @Override
        public <T> T await(Waiter<T> waiter) {
            return joined(waiter.awaitAsync());
        }
    };

    public abstract <T> T send(ApiCall<T> call);

    public abstract <T> T await(Waiter<T> waiter);

    static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
