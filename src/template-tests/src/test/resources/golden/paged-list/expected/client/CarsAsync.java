// Generated from spec/paths, operations tagged Cars: ListCars, ListKeys; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Key;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The calls of {@link Cars} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface CarsAsync {
    /**
     * Lists the cars.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param garageId The id of the garage.
     * @param params the optional parameters
     * @return The page of cars.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<AsyncPage<Car>> list(String garageId, Cars.ListParams params);

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(String, Cars.ListParams)}, with no parameter set.
     *
     * @param garageId The id of the garage.
     * @return The page of cars.
     */
    default CompletableFuture<AsyncPage<Car>> list(String garageId) {
        return list(garageId, Cars.ListParams.builder().build());
    }

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(String, Cars.ListParams)}, with the parameters set in place.
     *
     * @param garageId The id of the garage.
     * @param params sets the optional parameters
     * @return The page of cars.
     */
    default CompletableFuture<AsyncPage<Car>> list(String garageId, Consumer<Cars.ListParams.Builder> params) {
        Arguments.requireNonNull(params, "ListCars: params");
        Cars.ListParams.Builder builder = Cars.ListParams.builder();
        params.accept(builder);
        return list(garageId, builder.build());
    }

    /**
     * Lists the keys.
     *
     * <p>Documented as {@code ListKeys}.
     *
     * @param params the optional parameters
     * @return The page of keys.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<AsyncPage<Key>> listKeys(Cars.ListKeysParams params);

    /**
     * Lists the keys.
     *
     * <p>As {@link #listKeys(Cars.ListKeysParams)}, with no parameter set.
     *
     * @return The page of keys.
     */
    default CompletableFuture<AsyncPage<Key>> listKeys() {
        return listKeys(Cars.ListKeysParams.builder().build());
    }

    /**
     * Lists the keys.
     *
     * <p>As {@link #listKeys(Cars.ListKeysParams)}, with the parameters set in place.
     *
     * @param params sets the optional parameters
     * @return The page of keys.
     */
    default CompletableFuture<AsyncPage<Key>> listKeys(Consumer<Cars.ListKeysParams.Builder> params) {
        Arguments.requireNonNull(params, "ListKeys: params");
        Cars.ListKeysParams.Builder builder = Cars.ListKeysParams.builder();
        params.accept(builder);
        return listKeys(builder.build());
    }
}
