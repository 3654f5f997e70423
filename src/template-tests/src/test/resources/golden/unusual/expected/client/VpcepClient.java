// Generated from the tags of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.runtime.ApiResponse;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.contract.RuntimeVersion;
import io.github.vpcep.runtime.engine.Engine;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * A client of the Odds and ends API. Immutable and safe to share between threads; make one and keep it.
 *
 * <p>{@link #close()} frees its connections and threads at once; they are daemons, so a program also ends without it.
 */
public final class VpcepClient implements AutoCloseable {
    private final Engine engine;
    private final EvensImpl evens;
    private final OddsImpl odds;
    private final VpcepAsyncClient async;

    VpcepClient(Engine engine) {
        this.engine = engine;
        this.evens = new EvensImpl(engine);
        this.odds = new OddsImpl(engine);
        this.async = new VpcepAsyncClient(engine, evens.async(), odds.async());
    }

    /**
     * A builder; it needs an endpoint.
     *
     * @throws IllegalStateException if this class and the runtime on the class path are of versions that do not go
     *     together
     */
    public static ClientBuilder<VpcepClient> builder() {
        // The compiler has put the version here that the runtime had then.
        RuntimeVersion.require(RuntimeVersion.VERSION);
        return new ClientBuilder<>(
                VpcepContract.CONTRACT, settings -> new VpcepClient(new Engine(VpcepContract.CONTRACT, settings)));
    }

    /** The calls of {@link Evens}. */
    public Evens evens() {
        return evens;
    }

    /** The calls of {@link Odds}. */
    public Odds odds() {
        return odds;
    }

    /** The same calls as futures. */
    public VpcepAsyncClient async() {
        return async;
    }

    /**
     * A client whose calls have other options: project, retries, deadline, read timeout, extra headers. It shares
     * everything else with this one, connections included, and costs next to nothing to make. Closing it does nothing:
     * closing this one closes both.
     *
     * @param options what is not set in them stays as it is in this client
     */
    public VpcepClient with(CallOptions options) {
        return new VpcepClient(engine.with(options));
    }

    /** As {@link #with(CallOptions)}, with the options set in place. */
    public VpcepClient with(Consumer<CallOptions.Builder> options) {
        CallOptions.Builder builder = CallOptions.builder();
        options.accept(builder);
        return with(builder.build());
    }

    /**
     * What a call returns, with status, headers, request id and raw body of the answer behind it:
     * {@code client.withResponse(c -> c.…().list())}. What the call throws is thrown on.
     *
     * @param call makes one or more calls with the client that it gets, on either face, and waits for their answers;
     *     the last answer that came is kept
     * @throws IllegalStateException if no call was answered inside
     */
    public <T extends @Nullable Object> ApiResponse<T> withResponse(Function<VpcepClient, T> call) {
        return engine.withResponse(inner -> call.apply(new VpcepClient(inner)));
    }

    /**
     * The way down: Retrofit as this client uses it, with its credentials, for the {@code …Api} interfaces of this
     * package.
     */
    public Retrofit retrofit() {
        return engine.retrofit();
    }

    /**
     * Ends the calls under way, frees connections and threads; calls made later fail with IllegalStateException. Does
     * nothing on a client that {@link #with(CallOptions)} gave.
     */
    @Override
    public void close() {
        engine.close();
    }

    /** Says where the calls go and what their options are, without a secret. */
    @Override
    public String toString() {
        return "VpcepClient[" + engine.about() + "]";
    }
}
