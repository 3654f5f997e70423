// Generated from spec/paths, operations tagged Evens: ListEvens; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link Evens}: each prepares the same call, then waits for it or not. */
final class EvensImpl implements Evens {
    private static final Operation LIST_EVENS =
            Operation.of("ListEvens", "GET", "/evens").anonymous();

    private final Engine engine;
    private final EvensApi api;

    EvensImpl(Engine engine) {
        this.engine = engine;
        this.api = engine.api(EvensApi.class);
    }

    EvensAsync async() {
        return new Async();
    }

    @Override
    public List<Thing> listEvens() {
        return prepareListEvens().execute();
    }

    private ApiCall<List<Thing>> prepareListEvens() {
        return engine.prepare(LIST_EVENS, api.listEvens());
    }

    private final class Async implements EvensAsync {
        @Override
        public CompletableFuture<List<Thing>> listEvens() {
            return prepareListEvens().executeAsync();
        }
    }
}
