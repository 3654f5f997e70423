// Generated from spec/paths, operations tagged Cars: AddOrRemoveLabels, LetOrBanDriver, SearchCars; edit those files,
// not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Drivers;
import io.github.vpcep.model.Label;
import io.github.vpcep.model.SearchRequest;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The calls of {@link Cars} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface CarsAsync {
    /**
     * Adds labels.
     *
     * <p>Documented as {@code AddOrRemoveLabels}.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param labels The labels. Minimum number of items: 1.
     * @return done when the service has answered
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> label(Colour colour, String carId, List<Label> labels);

    /**
     * Removes labels.
     *
     * <p>Those that are not there {@code count as removed}.
     *
     * <p>Documented as {@code AddOrRemoveLabels}.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param labels The labels. Minimum number of items: 1.
     * @return done when the service has answered
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> unlabel(Colour colour, String carId, List<Label> labels);

    /**
     * Lets somebody drive.
     *
     * <p>Answers all drivers.
     *
     * <p>Documented as {@code LetOrBanDriver}.
     *
     * @param carId The id of the car.
     * @param driverId The id of the driver. Maximum length 64.
     * @return The drivers.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    CompletableFuture<Drivers> let(String carId, String driverId);

    /**
     * Bans somebody from driving.
     *
     * <p>Takes effect at the next stop.
     *
     * <p>Documented as {@code LetOrBanDriver}.
     *
     * @param carId The id of the car.
     * @param driverId The id of the driver. Maximum length 64.
     * @return The drivers who are left.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    CompletableFuture<Drivers> ban(String carId, String driverId);

    /**
     * Finds cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body sets what the request holds besides what this call stands for
     * @return The first page. Its stream fetches the pages that follow.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<AsyncPage<Car>> search(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #search(Colour, Consumer)}, with nothing set. */
    default CompletableFuture<AsyncPage<Car>> search(Colour colour) {
        return search(colour, body -> {});
    }

    /**
     * Counts cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body sets what the request holds besides what this call stands for
     * @return How many there are.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Integer> count(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #count(Colour, Consumer)}, with nothing set. */
    default CompletableFuture<Integer> count(Colour colour) {
        return count(colour, body -> {});
    }

    /**
     * Checks a search.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body sets what the request holds besides what this call stands for
     * @return The cars.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<CarList> dryRun(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #dryRun(Colour, Consumer)}, with nothing set. */
    default CompletableFuture<CarList> dryRun(Colour colour) {
        return dryRun(colour, body -> {});
    }
}
