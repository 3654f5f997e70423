// Generated from spec/paths, operations tagged Cars: ShowCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarStatus;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import java.time.Duration;

/**
 * The cars in the garage.
 *
 * <p>Every call waits for its answer; {@link CarsAsync} has the same calls as futures.
 */
public interface Cars {
    /**
     * Shows a car.
     *
     * <p>Documented as {@code ShowCar}.
     *
     * @param carId The id of the car.
     * @return The car.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Car get(String carId);

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
     * @return the answer that says so
     * @throws WaitFailedException in a state from which that does not come by itself: {@code CarStatus.BROKEN},
     *     {@code CarStatus.SCRAPPED}
     * @throws WaitTimeoutException if the time is up
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Car awaitStatus(String carId, CarStatus status, Duration timeout);

    /**
     * Waits until the car can be driven.
     *
     * <p>Asks by {@code ShowCar}, at once, then again after pauses that grow from a second to ten. It goes on over
     * errors that asking again may cure: too many requests, a broken server or connection. Any other is thrown.
     *
     * @param carId The id of the car.
     * @param timeout how long to wait, from a millisecond to 24 days; it bounds the calls as well, but each may take
     *     two seconds
     * @return the answer that says so
     * @throws WaitTimeoutException if the time is up
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Car awaitReady(String carId, Duration timeout);

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
     * @throws WaitFailedException in a state from which that does not come by itself: {@code CarStatus.BROKEN}
     * @throws WaitTimeoutException if the time is up
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void awaitGone(String carId, Duration timeout);
}
