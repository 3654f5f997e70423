// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The calls of {@link Odds} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface OddsAsync {
    /**
     * Lists names.
     *
     * <p>Documented as {@code ListNames}.
     *
     * @param params the optional parameters
     * @return The names.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<List<String>> listNames(Odds.ListNamesParams params);

    /**
     * Lists names.
     *
     * <p>As {@link #listNames(Odds.ListNamesParams)}, with no parameter set.
     *
     * @return The names.
     */
    default CompletableFuture<List<String>> listNames() {
        return listNames(Odds.ListNamesParams.builder().build());
    }

    /**
     * Lists names.
     *
     * <p>As {@link #listNames(Odds.ListNamesParams)}, with the parameters set in place.
     *
     * @param params sets the optional parameters
     * @return The names.
     */
    default CompletableFuture<List<String>> listNames(Consumer<Odds.ListNamesParams.Builder> params) {
        Arguments.requireNonNull(params, "ListNames: params");
        Odds.ListNamesParams.Builder builder = Odds.ListNamesParams.builder();
        params.accept(builder);
        return listNames(builder.build());
    }

    /**
     * Sets a name.
     *
     * <p>Documented as {@code SetName}.
     *
     * @param number Its number.
     * @param body the body of the request
     * @return The thing of that name.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Thing> setName(Long number, String body);

    /**
     * Sets names.
     *
     * <p>Documented as {@code SetNames}.
     *
     * @param body the body of the request
     * @return How many by initial.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Map<String, Integer>> setNames(List<String> body);
}
