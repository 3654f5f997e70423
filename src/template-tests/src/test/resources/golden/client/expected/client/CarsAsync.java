// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, ListCars, SearchCars, ShowCar, ShowGarage,
// TurnWheel; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.json.Lists;
import io.github.vpcep.model.AddCarsRequest;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Turn;
import io.github.vpcep.runtime.ground.Arguments;
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
     * Adds cars.
     *
     * <p>Documented as {@code AddCars}.
     *
     * @param body The cars to add.
     * @return The cars that were added.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<CarList> add(AddCarsRequest body);

    /**
     * Adds cars.
     *
     * <p>As {@link #add(AddCarsRequest)}, with the body built in place.
     *
     * @param body sets what the body holds
     * @return The cars that were added.
     */
    default CompletableFuture<CarList> add(Consumer<AddCarsRequest.Builder> body) {
        Arguments.requireNonNull(body, "AddCars: body");
        AddCarsRequest.Builder builder = AddCarsRequest.builder();
        body.accept(builder);
        return add(builder.build());
    }

    /**
     * Adds cars.
     *
     * <p>As {@link #add(AddCarsRequest)}, with the one thing that the body holds.
     *
     * @param cars The cars to add. Minimum number of items: 1. Maximum number of items: 50.
     * @return The cars that were added.
     */
    default CompletableFuture<CarList> add(List<Car> cars) {
        Arguments.requireNonNull(cars, "AddCars: cars (\"cars\")");
        return add(AddCarsRequest.builder().cars(cars).build());
    }

    /**
     * Adds cars.
     *
     * <p>As {@link #add(AddCarsRequest)}, with the items one by one.
     *
     * @param first the first item
     * @param more the others
     * @return The cars that were added.
     */
    default CompletableFuture<CarList> add(Car first, Car... more) {
        return add(Lists.of(first, more));
    }

    /**
     * Removes a car.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param carId The id of the car.
     * @return done when the service has answered
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> delete(String carId);

    /**
     * Removes a car.
     *
     * <p>As {@link #delete(String)}, but it is no error if there is no such thing, or it is being removed already.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param carId The id of the car.
     * @return true, or false if there was nothing to remove
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Boolean> deleteIfExists(String carId);

    /**
     * Lists the cars.
     *
     * <p>Answers one page of them.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param params the optional parameters
     * @return The page of cars.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/ListCars">Querying Cars</a>
     */
    CompletableFuture<CarList> list(Cars.ListParams params);

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(Cars.ListParams)}, with no parameter set.
     *
     * @return The page of cars.
     */
    default CompletableFuture<CarList> list() {
        return list(Cars.ListParams.builder().build());
    }

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(Cars.ListParams)}, with the parameters set in place.
     *
     * @param params sets the optional parameters
     * @return The page of cars.
     */
    default CompletableFuture<CarList> list(Consumer<Cars.ListParams.Builder> params) {
        Arguments.requireNonNull(params, "ListCars: params");
        Cars.ListParams.Builder builder = Cars.ListParams.builder();
        params.accept(builder);
        return list(builder.build());
    }

    /**
     * Searches cars of one colour.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param version The version of the API.
     * @param colour The colour of the cars.
     * @param body the body of the request
     * @param params the optional parameters
     * @return The page of cars.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<CarList> search(String version, Colour colour, Turn body, Cars.SearchParams params);

    /**
     * Searches cars of one colour.
     *
     * <p>As {@link #search(String, Colour, Turn, Cars.SearchParams)}, with the body built in place.
     *
     * @param version The version of the API.
     * @param colour The colour of the cars.
     * @param body sets what the body holds
     * @param params the optional parameters
     * @return The page of cars.
     */
    default CompletableFuture<CarList> search(
            String version, Colour colour, Consumer<Turn.Builder> body, Cars.SearchParams params) {
        Arguments.requireNonNull(body, "SearchCars: body");
        Turn.Builder builder = Turn.builder();
        body.accept(builder);
        return search(version, colour, builder.build(), params);
    }

    /**
     * Shows a car.
     *
     * <p>Documented as {@code ShowCar}.
     *
     * @param carId The id of the car.
     * @return The car.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Car> show(String carId);

    /**
     * Shows all that there is.
     *
     * <p>Documented as {@code ShowGarage}.
     *
     * @return All cars.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<CarList> show();

    /**
     * Turns a wheel.
     *
     * <p>Documented as {@code TurnWheel}.
     *
     * @param carId The id of the car.
     * @param wheelId The id of the wheel.
     * @param body the body of the request
     * @return done when the service has answered
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> turnWheel(String carId, String wheelId, Turn body);

    /**
     * Turns a wheel.
     *
     * <p>As {@link #turnWheel(String, String, Turn)}, with the body built in place.
     *
     * @param carId The id of the car.
     * @param wheelId The id of the wheel.
     * @param body sets what the body holds
     * @return done when the service has answered
     */
    default CompletableFuture<Void> turnWheel(String carId, String wheelId, Consumer<Turn.Builder> body) {
        Arguments.requireNonNull(body, "TurnWheel: body");
        Turn.Builder builder = Turn.builder();
        body.accept(builder);
        return turnWheel(carId, wheelId, builder.build());
    }
}
