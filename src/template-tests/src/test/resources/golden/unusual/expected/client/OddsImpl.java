// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link Odds}: each prepares the same call, then waits for it or not. */
final class OddsImpl implements Odds {
    private static final Operation LIST_NAMES =
            Operation.of("ListNames", "GET", "/names").anonymous();
    private static final Operation SET_NAME =
            Operation.of("SetName", "PATCH", "/names/{number}").anonymous();
    private static final Operation SET_NAMES =
            Operation.of("SetNames", "PUT", "/names").anonymous();

    private final Engine engine;
    private final OddsApi api;

    OddsImpl(Engine engine) {
        this.engine = engine;
        this.api = engine.api(OddsApi.class);
    }

    OddsAsync async() {
        return new Async();
    }

    @Override
    public List<String> listNames(Odds.ListNamesParams params) {
        return prepareListNames(params).execute();
    }

    @Override
    public Thing setName(Long number, String body) {
        return prepareSetName(number, body).execute();
    }

    @Override
    public Map<String, Integer> setNames(List<String> body) {
        return prepareSetNames(body).execute();
    }

    private ApiCall<List<String>> prepareListNames(Odds.ListNamesParams params) {
        Arguments.requireNonNull(params, "ListNames: params");
        return engine.prepare(LIST_NAMES, api.listNames(params._builder(), params._hashCode(), params.since()));
    }

    private ApiCall<Thing> prepareSetName(Long number, String body) {
        Arguments.requireNonNull(number, "SetName: number (\"number\")");
        Arguments.requireNonNull(body, "SetName: body");
        return engine.prepare(SET_NAME, api.setName(number, body));
    }

    private ApiCall<Map<String, Integer>> prepareSetNames(List<String> body) {
        Arguments.requireNonNull(body, "SetNames: body");
        return engine.prepare(SET_NAMES, api.setNames(body));
    }

    private final class Async implements OddsAsync {
        @Override
        public CompletableFuture<List<String>> listNames(Odds.ListNamesParams params) {
            return prepareListNames(params).executeAsync();
        }

        @Override
        public CompletableFuture<Thing> setName(Long number, String body) {
            return prepareSetName(number, body).executeAsync();
        }

        @Override
        public CompletableFuture<Map<String, Integer>> setNames(List<String> body) {
            return prepareSetNames(body).executeAsync();
        }
    }
}
