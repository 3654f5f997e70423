package io.github.vpcep.runtime.engine;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * Sends the calls of one client and reads their answers. Immutable, thread-safe, to be shared; {@link #close()} frees
 * its connections and threads. Threads are daemons: an engine that is not closed does not keep the JVM alive.
 */
public final class Engine implements AutoCloseable {
    /** A client speaks to one host, so OkHttp's 5 calls per host would be all that it does at a time. */
    private static final int CALLS_AT_A_TIME = 64;

    private final Contract contract;
    private final Settings settings;
    private final OkHttpClient http;
    private final Retrofit retrofit;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Creates an engine. Nothing is sent and no thread is started before the first call. */
    public Engine(Contract contract, Settings settings) {
        this.contract = contract;
        this.settings = settings;
        this.http = http(contract, settings);
        this.retrofit = new Retrofit.Builder()
                .baseUrl(settings.baseUrl())
                .callFactory(this::newCall)
                .addConverterFactory(new JsonConverters(contract.json()))
                .build();
    }

    private static OkHttpClient http(Contract contract, Settings settings) {
        Dispatcher dispatcher = new Dispatcher(daemons());
        dispatcher.setMaxRequests(CALLS_AT_A_TIME);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_A_TIME);
        OkHttpClient plain = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                // As many idle connections as calls, so that a burst does not end with closing most of them.
                .connectionPool(new ConnectionPool(CALLS_AT_A_TIME, 5, TimeUnit.MINUTES))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                // A redirect would carry the credentials to wherever the answer points.
                .followRedirects(false)
                .followSslRedirects(false)
                // A connection may break after the server has acted: what is sent again is not for OkHttp to decide.
                .retryOnConnectionFailure(false)
                .build();
        return plain.newBuilder()
                .addInterceptor(new Sender(contract.userAgent(), settings, plain))
                .build();
    }

    private static ThreadPoolExecutor daemons() {
        AtomicInteger count = new AtomicInteger();
        Duration idle = Duration.ofSeconds(60);
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, idle.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "vpcep-call-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Every call of the client comes through here, whether made by the facade or by {@link #retrofit()}. */
    private okhttp3.Call newCall(Request request) {
        requireOpen();
        return http.newCall(
                request.newBuilder().tag(AnswerHead.class, new AnswerHead()).build());
    }

    /**
     * Returns an implementation of a Retrofit interface. Its paths must not start with a slash: one that does replaces
     * the endpoint's base path.
     */
    public <A> A api(Class<A> retrofitInterface) {
        return retrofit.create(retrofitInterface);
    }

    /** Returns the id of the project whose resources the client works on. */
    public String projectId() {
        return settings.projectId();
    }

    /**
     * Returns Retrofit with the engine's transport, credentials and JSON: the way down for those who want it.
     * Credentials are sent to the engine's own server only.
     */
    public Retrofit retrofit() {
        return retrofit;
    }

    /**
     * Makes a call ready to be sent.
     *
     * @param operation what messages call it
     * @param call a call made by an interface of {@link #api}
     * @throws IllegalArgumentException if an argument cannot be written; nothing is sent
     * @throws IllegalStateException if the engine is closed
     */
    public <T> ApiCall<T> prepare(Operation operation, Call<T> call) {
        requireOpen();
        Request request;
        try {
            request = call.request();
        } catch (RuntimeException e) {
            requireOpen();
            throw new IllegalArgumentException(operation.id() + " was not sent: " + JsonTrouble.inRequest(e), e);
        }
        AnswerHead head = request.tag(AnswerHead.class);
        if (head == null) {
            throw new IllegalArgumentException("The call for " + operation.id() + " was not made by this engine");
        }
        return new ApiCall<>(this, call, new Outcome(operation, contract, request, head, closed::get));
    }

    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The client is closed");
        }
    }

    /**
     * Ends the calls under way with a transport exception, closes the connections and ends the threads. Later calls
     * throw {@link IllegalStateException}. Closing again does nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
