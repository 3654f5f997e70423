// Generated from the tags of spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.runtime.engine.Engine;

/**
 * The calls of {@link VpcepClient} as futures; it shares that client's connections and options and is closed with it.
 */
public final class VpcepAsyncClient {
    private final Engine engine;
    private final RecordSetsAsync recordSets;

    VpcepAsyncClient(Engine engine, RecordSetsAsync recordSets) {
        this.engine = engine;
        this.recordSets = recordSets;
    }

    /** The calls of {@link RecordSets} as futures. */
    public RecordSetsAsync recordSets() {
        return recordSets;
    }

    /** Says where the calls go and what their options are, without a secret. */
    @Override
    public String toString() {
        return "VpcepAsyncClient[" + engine.about() + "]";
    }
}
