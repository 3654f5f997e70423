// Generated from the tags of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.engine.Engine;
import java.util.function.Consumer;

/**
 * The calls of {@link VpcepClient} as futures; it shares that client's connections and options and is closed with it.
 */
public final class VpcepAsyncClient {
    private final Engine engine;
    private final EvensAsync evens;
    private final OddsAsync odds;

    VpcepAsyncClient(Engine engine, EvensAsync evens, OddsAsync odds) {
        this.engine = engine;
        this.evens = evens;
        this.odds = odds;
    }

    /** The calls of {@link Evens} as futures. */
    public EvensAsync evens() {
        return evens;
    }

    /** The calls of {@link Odds} as futures. */
    public OddsAsync odds() {
        return odds;
    }

    /** The same calls with other options, as those of {@link VpcepClient#with(CallOptions)}. */
    public VpcepAsyncClient with(CallOptions options) {
        return new VpcepClient(engine.with(options)).async();
    }

    /** As {@link #with(CallOptions)}, with the options set in place. */
    public VpcepAsyncClient with(Consumer<CallOptions.Builder> options) {
        CallOptions.Builder builder = CallOptions.builder();
        options.accept(builder);
        return with(builder.build());
    }

    /** Says where the calls go and what their options are, without a secret. */
    @Override
    public String toString() {
        return "VpcepAsyncClient[" + engine.about() + "]";
    }
}
