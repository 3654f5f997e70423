// Generated from spec/paths, operations tagged Cars: DescribeGarage, FindCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DescriptionRequest;
import io.github.vpcep.model.GarageDescription;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.function.Consumer;

/**
 * The cars in the garage.
 *
 * <p>Every call waits for its answer; {@link CarsAsync} has the same calls as futures.
 */
public interface Cars {
    /**
     * Describes a garage.
     *
     * <p>Documented as {@code DescribeGarage}.
     *
     * @param garageId The id of the garage.
     * @param body the body of the request
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void describe(String garageId, DescriptionRequest body);

    /**
     * Describes a garage.
     *
     * <p>As {@link #describe(String, DescriptionRequest)}, with the body built in place.
     *
     * @param garageId The id of the garage.
     * @param body sets what the body holds
     */
    default void describe(String garageId, Consumer<DescriptionRequest.Builder> body) {
        Arguments.requireNonNull(body, "DescribeGarage: body");
        DescriptionRequest.Builder builder = DescriptionRequest.builder();
        body.accept(builder);
        describe(garageId, builder.build());
    }

    /**
     * Describes a garage.
     *
     * <p>As {@link #describe(String, DescriptionRequest)}, with the one thing that the body holds.
     *
     * @param garageId The id of the garage.
     * @param text What is said of it. Maximum length 64.
     */
    default void describe(String garageId, String text) {
        Arguments.requireNonNull(text, "DescribeGarage: text (in \"description\")");
        describe(
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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    Car findByOwner(String garageId, String ownerName);

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param id The id of the car.
     * @return The car.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    Car find(String garageId, String id);

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param colour The colour of the car.
     * @return The car.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    Car findByColour(String garageId, Colour colour);
}
