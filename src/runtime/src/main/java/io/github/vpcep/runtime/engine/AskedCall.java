package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.Ended;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * A call as it is asked for, whether by the facade or through Retrofit alone. Its time runs from then on, also while it
 * waits until others of those that run at a time have ended; cancelling it wakes whoever waits inside it; and what
 * follows it never holds its slot, so it may wait for other calls.
 */
final class AskedCall<T> implements Call<T> {
    private final Call<T> call;
    private final Transport transport;
    private volatile @Nullable Ending ending;

    private AskedCall(Call<T> call, Transport transport) {
        this.call = call;
        this.transport = transport;
    }

    /** Makes every call of a Retrofit interface one of these. */
    static CallAdapter.Factory adapters(Transport transport) {
        return new CallAdapter.Factory() {
            @Override
            public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
                return getRawType(returnType) == Call.class && returnType instanceof ParameterizedType type
                        ? new Adapter(getParameterUpperBound(0, type), transport)
                        : null;
            }
        };
    }

    private record Adapter(Type responseType, Transport transport) implements CallAdapter<Object, Call<Object>> {
        @Override
        public Call<Object> adapt(Call<Object> call) {
            return new AskedCall<>(call, transport);
        }
    }

    @Override
    public Response<T> execute() throws IOException {
        begin();
        return call.execute();
    }

    @Override
    public void enqueue(Callback<T> callback) {
        CallContext context = begin();
        Ending end = new Ending(callback);
        ending = end;
        call.enqueue(end);
        Duration left = context == null ? null : context.left();
        if (left != null) {
            end.by(transport.timing().deadlines().after(left));
        }
    }

    /** Returns what belongs to the call, null when its request cannot be made, which whoever sends it is told. */
    private @Nullable CallContext begin() {
        CallContext context = context();
        if (context != null) {
            context.begin(Duration.ofNanos(call.timeout().timeoutNanos()));
        }
        return context;
    }

    private @Nullable CallContext context() {
        try {
            return CallContext.of(call.request());
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    @Override
    public void cancel() {
        call.cancel();
        Ending end = ending;
        CallContext context = context();
        if (context != null) {
            context.cancel();
            if (end != null && !context.isRunning()) {
                // It may be long until its turn comes.
                transport.threads().run(() -> end.fail(Ended.cancelled()));
            }
        }
    }

    @Override
    public boolean isExecuted() {
        return call.isExecuted();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    @Override
    public Request request() {
        return call.request();
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Call<T> clone() {
        return new AskedCall<>(call.clone(), transport);
    }

    /** The one end of a call: its answer, its failure, or that its time is up. */
    private final class Ending implements Callback<T> {
        private final Callback<T> callback;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile @Nullable CompletableFuture<Void> deadline;

        Ending(Callback<T> callback) {
            this.callback = callback;
        }

        void by(CompletableFuture<Void> alarm) {
            deadline = alarm;
            var unused = alarm.thenRunAsync(
                    () -> {
                        if (fail(Ended.late())) {
                            cancel();
                        }
                    },
                    transport.threads()::run);
            if (ended.get()) {
                alarm.cancel(false);
            }
        }

        @Override
        public void onResponse(Call<T> sent, Response<T> response) {
            if (end()) {
                transport.threads().runAfterCall(() -> callback.onResponse(AskedCall.this, response));
            } else if (response.body() instanceof ResponseBody unread) {
                unread.close();
            }
        }

        @Override
        public void onFailure(Call<T> sent, Throwable failure) {
            if (end()) {
                transport.threads().runAfterCall(() -> callback.onFailure(AskedCall.this, failure));
            }
        }

        boolean fail(IOException failure) {
            boolean isFirst = end();
            if (isFirst) {
                callback.onFailure(AskedCall.this, failure);
            }
            return isFirst;
        }

        private boolean end() {
            boolean isFirst = ended.compareAndSet(false, true);
            CompletableFuture<Void> alarm = deadline;
            if (alarm != null) {
                alarm.cancel(false);
            }
            return isFirst;
        }
    }
}
