// Generated from spec/paths, operations tagged Cars: AddOrRemoveLabels, LetOrBanDriver, SearchCars; edit those files,
// not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Drivers;
import io.github.vpcep.model.Label;
import io.github.vpcep.model.SearchRequest;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cars in the garage.
 *
 * <p>Every call waits for its answer; {@link CarsAsync} has the same calls as futures.
 */
public interface Cars {
    /**
     * Adds labels.
     *
     * <p>Documented as {@code AddOrRemoveLabels}.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param labels The labels. Minimum number of items: 1.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void label(Colour colour, String carId, List<Label> labels);

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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void unlabel(Colour colour, String carId, List<Label> labels);

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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    Drivers let(String carId, String driverId);

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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    Drivers ban(String carId, String driverId);

    /**
     * Finds cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body sets what the request holds besides what this call stands for
     * @return The first page. Its stream fetches the pages that follow.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Page<Car> search(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #search(Colour, Consumer)}, with nothing set. */
    default Page<Car> search(Colour colour) {
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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    int count(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #count(Colour, Consumer)}, with nothing set. */
    default int count(Colour colour) {
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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CarList dryRun(Colour colour, Consumer<SearchRequest.Builder> body);

    /** As {@link #dryRun(Colour, Consumer)}, with nothing set. */
    default CarList dryRun(Colour colour) {
        return dryRun(colour, body -> {});
    }
}
