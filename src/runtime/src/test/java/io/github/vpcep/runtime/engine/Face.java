package io.github.vpcep.runtime.engine;

import java.util.concurrent.CompletionException;

/** The two ways to send a call. What holds for one is tested on both. */
public enum Face {
    SYNC {
        @Override
        public <T> T send(ApiCall<T> call) {
            return call.execute();
        }
    },
    ASYNC {
        @Override
        public <T> T send(ApiCall<T> call) {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }
    };

    public abstract <T> T send(ApiCall<T> call);
}
