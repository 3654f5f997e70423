// Generated from spec/paths, operations tagged Cars: DescribeGarage, FindCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DescriptionRequest;
import io.github.vpcep.model.GarageDescription;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The calls of {@link Cars} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface CarsAsync {
    /**
     * Describes a garage.
     *
     * <p>Documented as {@code DescribeGarage}.
     *
     * @param garageId The id of the garage.
     * @param body the body of the request
     * @return done when the service has answered
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> describe(String garageId, DescriptionRequest body);

    /**
     * Describes a garage.
     *
     * <p>As {@link #describe(String, DescriptionRequest)}, with the body built in place.
     *
     * @param garageId The id of the garage.
     * @param body sets what the body holds
     * @return done when the service has answered
     */
    default CompletableFuture<Void> describe(String garageId, Consumer<DescriptionRequest.Builder> body) {
        Arguments.requireNonNull(body, "DescribeGarage: body");
        DescriptionRequest.Builder builder = DescriptionRequest.builder();
        body.accept(builder);
        return describe(garageId, builder.build());
    }

    /**
     * Describes a garage.
     *
     * <p>As {@link #describe(String, DescriptionRequest)}, with the one thing that the body holds.
     *
     * @param garageId The id of the garage.
     * @param text What is said of it. Maximum length 64.
     * @return done when the service has answered
     */
    default CompletableFuture<Void> describe(String garageId, String text) {
        Arguments.requireNonNull(text, "DescribeGarage: text (in \"description\")");
        return describe(
                garageId,
                DescriptionRequest.builder()
                        .garageDescription(
                                GarageDescription.builder().text(text).build())
                        .build());
    }

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param ownerName The name of the owner. Maximum length 64.
     * @return The car.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    CompletableFuture<Car> findByOwner(String garageId, String ownerName);

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param id The id of the car.
     * @return The car.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    CompletableFuture<Car> find(String garageId, String id);

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param colour The colour of the car.
     * @return The car.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    CompletableFuture<Car> findByColour(String garageId, Colour colour);
}
