// Generated from spec/paths, operations tagged Cars: ShowCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The calls of {@link Cars} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface CarsAsync {
    /**
     * Shows a car.
     *
     * <p>Documented as {@code ShowCar}.
     *
     * @param carId The id of the car.
     * @return The car.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Car> get(String carId);

    /**
     * Waits until the car is in the given state.
     *
     * <p>Asks by {@code ShowCar}, at once, then again after pauses that grow from a second to ten. It goes on over
     * errors that asking again may cure: too many requests, a broken server or connection. Any other is thrown.
     *
     * @param carId The id of the car.
     * @param status what to wait for
     * @param timeout how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take
     *     two seconds
     * @return the answer that says so; holds no thread while it waits
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Car> awaitStatus(String carId, CarStatus status, Duration timeout);

    /**
     * Waits until the car can be driven.
     *
     * <p>Asks by {@code ShowCar}, at once, then again after pauses that grow from a second to ten. It goes on over
     * errors that asking again may cure: too many requests, a broken server or connection. Any other is thrown.
     *
     * @param carId The id of the car.
     * @param timeout how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take
     *     two seconds
     * @return the answer that says so; holds no thread while it waits
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Car> awaitReady(String carId, Duration timeout);

    /**
     * Waits until the car is no more.
     *
     * <p>Asks by {@code ShowCar}, at once, then again after pauses that grow from a second to ten. Gone it is when the
     * answer is an error whose code says so. It goes on over errors that asking again may cure: too many requests, a
     * broken server or connection. Any other, such as a 404 from a wrong address, is thrown.
     *
     * @param carId The id of the car.
     * @param timeout how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take
     *     two seconds
     * @return nothing, when it is gone; holds no thread while it waits
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<Void> awaitGone(String carId, Duration timeout);
}
