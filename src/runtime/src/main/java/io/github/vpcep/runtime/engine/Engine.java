package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.ApiResponse;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.connect.Server;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.call.CallContext;
import io.github.vpcep.runtime.engine.call.CallSettings;
import io.github.vpcep.runtime.engine.call.Recorder;
import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.engine.prepare.JsonWriting;
import io.github.vpcep.runtime.engine.prepare.Requests;
import io.github.vpcep.runtime.engine.read.JsonReading;
import io.github.vpcep.runtime.engine.read.Outcome;
import io.github.vpcep.runtime.engine.read.ServiceErrors;
import io.github.vpcep.runtime.engine.retry.RetryRule;
import io.github.vpcep.runtime.engine.send.Sender;
import io.github.vpcep.runtime.engine.tell.KeptValues;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.waiting.Pauses;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * Sends the calls of one client and reads their answers. Immutable, thread-safe, to be shared; {@link #close()} frees
 * its connections and threads. Threads are daemons: an engine that is not closed does not keep the JVM alive.
 *
 * <p>Each try is logged at debug, headers and bodies at trace, to the SLF4J logger {@code io.github.vpcep.runtime};
 * secrets are left out.
 */
public final class Engine implements AutoCloseable {
    private final Contract contract;
    private final Settings settings;
    private final Transport transport;
    private final Retrofit retrofit;
    private final KeptValues kept;
    private final boolean derived;
    private final CallOptions options;
    private final CallSettings callSettings;
    private final @Nullable Recorder recorder;

    /** Creates an engine. Nothing is sent and no thread is started before the first call. */
    public Engine(Contract contract, Settings settings) {
        this(contract, settings, Timing.system());
    }

    private Engine(Contract contract, Settings settings, Timing timing) {
        this.contract = contract;
        this.settings = settings;
        this.transport = new Transport(contract, settings, timing);
        this.derived = false;
        this.options = settings.options();
        this.callSettings = CallSettings.of(options);
        this.recorder = null;
        this.kept = new KeptValues();
        this.retrofit = new Retrofit.Builder()
                .baseUrl(Server.at(settings.endpoint()).baseUrl())
                .callFactory(this::newCall)
                .addCallAdapterFactory(AskedCall.adapters(transport))
                .addConverterFactory(new JsonWriting(contract.json()))
                .addConverterFactory(new JsonReading(contract.json(), kept::tell))
                .build();
    }

    /** Returns an engine of its own with the same settings, for which time passes as a test wants it. */
    Engine timed(Timing timing) {
        return new Engine(contract, settings, timing);
    }

    private Engine(Engine base, CallOptions options, @Nullable Recorder recorder) {
        this.contract = base.contract;
        this.settings = base.settings;
        this.transport = base.transport;
        this.retrofit = base.retrofit;
        this.kept = base.kept;
        this.derived = true;
        this.options = options;
        this.callSettings = CallSettings.of(options);
        this.recorder = recorder;
    }

    /**
     * Returns an engine whose calls have other options. It shares everything else with this one, and closing it does
     * nothing: the first engine closes all.
     *
     * @param options go before this engine's own
     */
    public Engine with(CallOptions options) {
        Arguments.requireNonNull(options, "options");
        return new Engine(this, options.over(this.options), recorder);
    }

    /**
     * Returns what a function returns, together with the last answer that came to a call inside it.
     *
     * @param call makes one or more calls with the engine that it gets, on any thread, and waits for them
     * @throws IllegalStateException if no call inside was answered
     */
    public <T extends @Nullable Object> ApiResponse<T> withResponse(Function<Engine, T> call) {
        Recorder inner = new Recorder(recorder);
        T value = call.apply(new Engine(this, options, inner));
        return inner.with(value);
    }

    /** Every call of the client comes through here, whether made by the facade or by {@link #retrofit()}. */
    private okhttp3.Call newCall(Request request) {
        okhttp3.Call call =
                transport.newCall(request, new CallContext(transport, callSettings, recorder, transport.timing()));
        setDeadline(call.timeout());
        return call;
    }

    private void setDeadline(okio.Timeout timeout) {
        timeout.timeout(callSettings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Returns an implementation of a Retrofit interface, whose calls are for {@link #prepare}. Its paths must not start
     * with a slash: one that does replaces the endpoint's base path.
     */
    public <A> A api(Class<A> retrofitInterface) {
        return retrofit.create(retrofitInterface);
    }

    /**
     * Returns the id of the project whose resources the calls work on; of a client that was told none, what holds its
     * place in a path until the call is sent.
     */
    public String projectId() {
        String known = callSettings.projectId();
        return known == null ? Sender.PROJECT_OF_REGION : known;
    }

    /**
     * Returns Retrofit with the engine's transport, credentials and JSON: the way down for those who want it.
     * Credentials are sent to the engine's own server only.
     */
    public Retrofit retrofit() {
        // Retrofit reads each interface once per instance, so derived engines share one until somebody asks.
        return derived ? retrofit.newBuilder().callFactory(this::newCall).build() : retrofit;
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
        transport.requireOpen();
        Request request;
        try {
            request = Requests.of(operation, call);
        } catch (IllegalArgumentException e) {
            transport.requireOpen();
            throw e;
        }
        CallContext context = CallContext.of(request);
        if (context == null || context.owner() != transport) {
            throw new IllegalArgumentException("The call for " + operation.id() + " was not made by this engine");
        }
        context.prepare(operation, callSettings, recorder);
        kept.know(operation);
        if (derived) {
            setDeadline(call.timeout());
        }
        return new ApiCall<>(transport, call, context, new Outcome(operation, contract, request, context));
    }

    /** Returns the pauses between the calls of those who wait for something; they end when the client is closed. */
    public Pauses pauses() {
        return transport.rests();
    }

    /** Whether a failed call tells, by a code that the contract knows, that what the request names does not exist. */
    public boolean isAbsence(Throwable failure) {
        return ServiceErrors.isAbsence(contract, failure);
    }

    /** Whether asking again later may cure what a call threw. */
    public boolean isPassing(Throwable failure) {
        return !transport.isClosed() && RetryRule.isPassing(failure);
    }

    /** Returns how many of the client's threads are at work, for a test to count. */
    int threadsAtWork() {
        return transport.threads().getActiveCount();
    }

    /** Returns the connections, for a test to count. */
    okhttp3.ConnectionPool connections() {
        return transport.connections();
    }

    /**
     * Ends the calls under way with a transport exception, closes the connections and ends the threads. Later calls
     * throw {@link IllegalStateException}. Closing again does nothing, nor does closing an engine that was derived by
     * {@link #with}. What belongs to an HTTP client of the caller's own stays open.
     */
    @Override
    public void close() {
        if (!derived) {
            transport.close();
        }
    }

    /** Returns where the calls go and what their options are; no secret is in it. */
    public String about() {
        return "endpoint=" + settings.endpoint() + ", options=" + options;
    }

    @Override
    public String toString() {
        return "Engine[" + about() + "]";
    }
}
