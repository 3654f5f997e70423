// Generated from spec/paths, operations tagged Cars: AddOrRemoveLabels, LetOrBanDriver, SearchCars; edit those files,
// not this one.

package io.github.vpcep.client;

import io.github.vpcep.json.Lists;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DriverAction;
import io.github.vpcep.model.DriverRequest;
import io.github.vpcep.model.Drivers;
import io.github.vpcep.model.Label;
import io.github.vpcep.model.LabelAction;
import io.github.vpcep.model.LabelRequest;
import io.github.vpcep.model.SearchAction;
import io.github.vpcep.model.SearchRequest;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import io.github.vpcep.runtime.paging.Page;
import java.util.List;
import java.util.Map;
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
     * @param body the body of the request, in which this call sets what it stands for
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void label(Colour colour, String carId, LabelRequest body);

    /**
     * Adds labels.
     *
     * <p>As {@link #label(Colour, String, LabelRequest)}, with the body built in place.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param body sets what the body holds
     */
    default void label(Colour colour, String carId, Consumer<LabelRequest.Builder> body) {
        Arguments.requireNonNull(body, "AddOrRemoveLabels: body");
        LabelRequest.Builder builder = LabelRequest.builder();
        body.accept(builder);
        label(colour, carId, builder.labelAction(LabelAction.CREATE).build());
    }

    /**
     * Adds labels.
     *
     * <p>As {@link #label(Colour, String, LabelRequest)}, with the one thing that the body holds.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param labels The labels. Minimum number of items: 1.
     */
    default void label(Colour colour, String carId, List<Label> labels) {
        Arguments.requireNonNull(labels, "AddOrRemoveLabels: labels (\"labels\")");
        label(
                colour,
                carId,
                LabelRequest.builder()
                        .labelAction(LabelAction.CREATE)
                        .labels(labels)
                        .build());
    }

    /**
     * Adds labels.
     *
     * <p>As {@link #label(Colour, String, LabelRequest)}, with the items one by one.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param first the first item
     * @param more the others
     */
    default void label(Colour colour, String carId, Label first, Label... more) {
        label(colour, carId, Lists.of(first, more));
    }

    /**
     * Adds labels.
     *
     * <p>As {@link #label(Colour, String, LabelRequest)}, with the items of a map.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param map key and value of each item
     */
    default void label(Colour colour, String carId, Map<String, String> map) {
        Arguments.requireNonNull(map, "AddOrRemoveLabels: map");
        label(colour, carId, Label.listOf(map));
    }

    /**
     * Removes labels.
     *
     * <p>Those that are not there {@code count as removed}.
     *
     * <p>Documented as {@code AddOrRemoveLabels}.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param body the body of the request, in which this call sets what it stands for
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void unlabel(Colour colour, String carId, LabelRequest body);

    /**
     * Removes labels.
     *
     * <p>As {@link #unlabel(Colour, String, LabelRequest)}, with the body built in place.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param body sets what the body holds
     */
    default void unlabel(Colour colour, String carId, Consumer<LabelRequest.Builder> body) {
        Arguments.requireNonNull(body, "AddOrRemoveLabels: body");
        LabelRequest.Builder builder = LabelRequest.builder();
        body.accept(builder);
        unlabel(colour, carId, builder.labelAction(LabelAction.DELETE).build());
    }

    /**
     * Removes labels.
     *
     * <p>As {@link #unlabel(Colour, String, LabelRequest)}, with the one thing that the body holds.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param labels The labels. Minimum number of items: 1.
     */
    default void unlabel(Colour colour, String carId, List<Label> labels) {
        Arguments.requireNonNull(labels, "AddOrRemoveLabels: labels (\"labels\")");
        unlabel(
                colour,
                carId,
                LabelRequest.builder()
                        .labelAction(LabelAction.DELETE)
                        .labels(labels)
                        .build());
    }

    /**
     * Removes labels.
     *
     * <p>As {@link #unlabel(Colour, String, LabelRequest)}, with the items one by one.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param first the first item
     * @param more the others
     */
    default void unlabel(Colour colour, String carId, Label first, Label... more) {
        unlabel(colour, carId, Lists.of(first, more));
    }

    /**
     * Removes labels.
     *
     * <p>As {@link #unlabel(Colour, String, LabelRequest)}, with the items of a map.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param map key and value of each item
     */
    default void unlabel(Colour colour, String carId, Map<String, String> map) {
        Arguments.requireNonNull(map, "AddOrRemoveLabels: map");
        unlabel(colour, carId, Label.listOf(map));
    }

    /**
     * Lets somebody drive.
     *
     * <p>Answers all drivers.
     *
     * <p>Documented as {@code LetOrBanDriver}.
     *
     * @param carId The id of the car.
     * @param body the body of the request, in which this call sets what it stands for
     * @return The drivers.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    Drivers let(String carId, DriverRequest body);

    /**
     * Lets somebody drive.
     *
     * <p>As {@link #let(String, DriverRequest)}, with the body built in place.
     *
     * @param carId The id of the car.
     * @param body sets what the body holds
     * @return The drivers.
     */
    default Drivers let(String carId, Consumer<DriverRequest.Builder> body) {
        Arguments.requireNonNull(body, "LetOrBanDriver: body");
        DriverRequest.Builder builder = DriverRequest.builder();
        body.accept(builder);
        return let(carId, builder.action(DriverAction.LET).build());
    }

    /**
     * Lets somebody drive.
     *
     * <p>As {@link #let(String, DriverRequest)}, with the one thing that the body holds.
     *
     * @param carId The id of the car.
     * @param driverId The id of the driver. Maximum length 64.
     * @return The drivers.
     */
    default Drivers let(String carId, String driverId) {
        Arguments.requireNonBlank(driverId, "LetOrBanDriver: driverId (in \"drivers\")");
        return let(
                carId,
                DriverRequest.builder()
                        .action(DriverAction.LET)
                        .drivers(List.of(driverId))
                        .build());
    }

    /**
     * Bans somebody from driving.
     *
     * <p>Takes effect at the next stop.
     *
     * <p>Documented as {@code LetOrBanDriver}.
     *
     * @param carId The id of the car.
     * @param body the body of the request, in which this call sets what it stands for
     * @return The drivers who are left.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    Drivers ban(String carId, DriverRequest body);

    /**
     * Bans somebody from driving.
     *
     * <p>As {@link #ban(String, DriverRequest)}, with the body built in place.
     *
     * @param carId The id of the car.
     * @param body sets what the body holds
     * @return The drivers who are left.
     */
    default Drivers ban(String carId, Consumer<DriverRequest.Builder> body) {
        Arguments.requireNonNull(body, "LetOrBanDriver: body");
        DriverRequest.Builder builder = DriverRequest.builder();
        body.accept(builder);
        return ban(carId, builder.action(DriverAction.BAN).build());
    }

    /**
     * Bans somebody from driving.
     *
     * <p>As {@link #ban(String, DriverRequest)}, with the one thing that the body holds.
     *
     * @param carId The id of the car.
     * @param driverId The id of the driver. Maximum length 64.
     * @return The drivers who are left.
     */
    default Drivers ban(String carId, String driverId) {
        Arguments.requireNonBlank(driverId, "LetOrBanDriver: driverId (in \"drivers\")");
        return ban(
                carId,
                DriverRequest.builder()
                        .action(DriverAction.BAN)
                        .drivers(List.of(driverId))
                        .build());
    }

    /**
     * Finds cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body the body of the request, in which this call sets what it stands for
     * @return The first page. Its stream fetches the pages that follow.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Page<Car> search(Colour colour, SearchRequest body);

    /**
     * Finds cars.
     *
     * <p>As {@link #search(Colour, SearchRequest)}, with the body built in place.
     *
     * @param colour The colour of the cars.
     * @param body sets what the body holds
     * @return The first page. Its stream fetches the pages that follow.
     */
    default Page<Car> search(Colour colour, Consumer<SearchRequest.Builder> body) {
        Arguments.requireNonNull(body, "SearchCars: body");
        SearchRequest.Builder builder = SearchRequest.builder();
        body.accept(builder);
        return search(colour, builder.action(SearchAction.FILTER).build());
    }

    /**
     * Finds cars.
     *
     * <p>As {@link #search(Colour, SearchRequest)}, with nothing else in the body.
     *
     * @param colour The colour of the cars.
     * @return The first page. Its stream fetches the pages that follow.
     */
    default Page<Car> search(Colour colour) {
        return search(
                colour, SearchRequest.builder().action(SearchAction.FILTER).build());
    }

    /**
     * Counts cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body the body of the request, in which this call sets what it stands for
     * @return How many there are.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    int count(Colour colour, SearchRequest body);

    /**
     * Counts cars.
     *
     * <p>As {@link #count(Colour, SearchRequest)}, with the body built in place.
     *
     * @param colour The colour of the cars.
     * @param body sets what the body holds
     * @return How many there are.
     */
    default int count(Colour colour, Consumer<SearchRequest.Builder> body) {
        Arguments.requireNonNull(body, "SearchCars: body");
        SearchRequest.Builder builder = SearchRequest.builder();
        body.accept(builder);
        return count(
                colour,
                builder.limit(null).offset(null).action(SearchAction.COUNT).build());
    }

    /**
     * Counts cars.
     *
     * <p>As {@link #count(Colour, SearchRequest)}, with nothing else in the body.
     *
     * @param colour The colour of the cars.
     * @return How many there are.
     */
    default int count(Colour colour) {
        return count(
                colour,
                SearchRequest.builder()
                        .limit(null)
                        .offset(null)
                        .action(SearchAction.COUNT)
                        .build());
    }

    /**
     * Checks a search.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param body the body of the request, in which this call sets what it stands for
     * @return The cars.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CarList dryRun(Colour colour, SearchRequest body);

    /**
     * Checks a search.
     *
     * <p>As {@link #dryRun(Colour, SearchRequest)}, with the body built in place.
     *
     * @param colour The colour of the cars.
     * @param body sets what the body holds
     * @return The cars.
     */
    default CarList dryRun(Colour colour, Consumer<SearchRequest.Builder> body) {
        Arguments.requireNonNull(body, "SearchCars: body");
        SearchRequest.Builder builder = SearchRequest.builder();
        body.accept(builder);
        return dryRun(colour, builder.action(SearchAction.TEST).build());
    }

    /**
     * Checks a search.
     *
     * <p>As {@link #dryRun(Colour, SearchRequest)}, with nothing else in the body.
     *
     * @param colour The colour of the cars.
     * @return The cars.
     */
    default CarList dryRun(Colour colour) {
        return dryRun(colour, SearchRequest.builder().action(SearchAction.TEST).build());
    }
}
