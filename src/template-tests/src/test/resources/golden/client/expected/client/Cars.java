// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, ListCars, SearchCars, ShowCar, ShowGarage,
// TurnWheel; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.json.Lists;
import io.github.vpcep.model.AddCarsRequest;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Turn;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cars in the garage.
 *
 * <p>Every call waits for its answer; {@link CarsAsync} has the same calls as futures.
 */
public interface Cars {
    /**
     * Adds cars.
     *
     * <p>Documented as {@code AddCars}.
     *
     * @param body The cars to add.
     * @return The cars that were added.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CarList add(AddCarsRequest body);

    /**
     * Adds cars.
     *
     * <p>As {@link #add(AddCarsRequest)}, with the body built in place.
     *
     * @param body sets what the body holds
     * @return The cars that were added.
     */
    default CarList add(Consumer<AddCarsRequest.Builder> body) {
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
    default CarList add(List<Car> cars) {
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
    default CarList add(Car first, Car... more) {
        return add(Lists.of(first, more));
    }

    /**
     * Removes a car.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param carId The id of the car.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void delete(String carId);

    /**
     * Removes a car.
     *
     * <p>As {@link #delete(String)}, but it is no error if there is no such thing, or it is being removed already.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param carId The id of the car.
     * @return true, or false if there was nothing to remove
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    boolean deleteIfExists(String carId);

    /**
     * Lists the cars.
     *
     * <p>Answers one page of them.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param params the optional parameters
     * @return The page of cars.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @see <a href="https://example.com/ListCars">Querying Cars</a>
     */
    CarList list(Cars.ListParams params);

    /**
     * Lists the cars.
     *
     * <p>As {@link #list(Cars.ListParams)}, with no parameter set.
     *
     * @return The page of cars.
     */
    default CarList list() {
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
    default CarList list(Consumer<Cars.ListParams.Builder> params) {
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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CarList search(String version, Colour colour, Turn body, Cars.SearchParams params);

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
    default CarList search(String version, Colour colour, Consumer<Turn.Builder> body, Cars.SearchParams params) {
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
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    Car show(String carId);

    /**
     * Shows all that there is.
     *
     * <p>Documented as {@code ShowGarage}.
     *
     * @return All cars.
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CarList show();

    /**
     * Turns a wheel.
     *
     * <p>Documented as {@code TurnWheel}.
     *
     * @param carId The id of the car.
     * @param wheelId The id of the wheel.
     * @param body the body of the request
     * @throws VpcepServiceException if the service answers with an error; its subclass and code tell which
     * @throws VpcepTransportException if no usable answer came back
     * @throws VpcepDecodeException if the answer is not what the contract says
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    void turnWheel(String carId, String wheelId, Turn body);

    /**
     * Turns a wheel.
     *
     * <p>As {@link #turnWheel(String, String, Turn)}, with the body built in place.
     *
     * @param carId The id of the car.
     * @param wheelId The id of the wheel.
     * @param body sets what the body holds
     */
    default void turnWheel(String carId, String wheelId, Consumer<Turn.Builder> body) {
        Arguments.requireNonNull(body, "TurnWheel: body");
        Turn.Builder builder = Turn.builder();
        body.accept(builder);
        turnWheel(carId, wheelId, builder.build());
    }

    /** The parameters of the query of {@link Cars#list}. */
    final class ListParams {
        private final @Nullable Integer limit;
        private final @Nullable String id;
        private final @Nullable Colour colour;

        private ListParams(Builder builder) {
            this.limit = builder.limit;
            this.id = builder.id;
            this.colour = builder.colour;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.limit = limit;
            builder.id = id;
            builder.colour = colour;
            return builder;
        }

        /** The greatest number of cars on the page. Minimum 1. Maximum 1000. On the wire {@code limit}. */
        public @Nullable Integer limit() {
            return limit;
        }

        /** Only the car with this id. Minimum length 1. Maximum length 64. On the wire {@code car_id}. */
        public @Nullable String id() {
            return id;
        }

        /** Only cars of this colour. On the wire {@code colour}. */
        public @Nullable Colour colour() {
            return colour;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListParams that
                            && Objects.equals(limit, that.limit)
                            && Objects.equals(id, that.id)
                            && Objects.equals(colour, that.colour));
        }

        @Override
        public int hashCode() {
            return Objects.hash(limit, id, colour);
        }

        @Override
        public String toString() {
            return "Cars.ListParams[" + "limit=" + limit + ", id=" + id + ", colour=" + colour + "]";
        }

        /** Builds ListParams. */
        public static final class Builder {
            private @Nullable Integer limit;
            private @Nullable String id;
            private @Nullable Colour colour;

            private Builder() {}

            /**
             * The greatest number of cars on the page. Minimum 1. Maximum 1000. The service takes {@code 10} when it is
             * not sent.
             *
             * @param limit the value, or null not to send it
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * Only the car with this id. Minimum length 1. Maximum length 64.
             *
             * @param id the value, or null not to send it
             * @return this builder
             */
            public Builder id(@Nullable String id) {
                this.id = id;
                return this;
            }

            /**
             * Only cars of this colour.
             *
             * @param colour the value, or null not to send it
             * @return this builder
             */
            public Builder colour(@Nullable Colour colour) {
                this.colour = colour;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListParams build() {
                return new ListParams(this);
            }
        }
    }

    /** The parameters of the query of {@link Cars#search}. */
    final class SearchParams {
        private final @Nullable Integer limit;

        private SearchParams(Builder builder) {
            this.limit = builder.limit;
        }

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder with everything of this one set. */
        public Builder toBuilder() {
            Builder builder = new Builder();
            builder.limit = limit;
            return builder;
        }

        /** The greatest number of cars on the page. On the wire {@code limit}. */
        public @Nullable Integer limit() {
            return limit;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof SearchParams that && Objects.equals(limit, that.limit));
        }

        @Override
        public int hashCode() {
            return Objects.hash(limit);
        }

        @Override
        public String toString() {
            return "Cars.SearchParams[" + "limit=" + limit + "]";
        }

        /** Builds SearchParams. */
        public static final class Builder {
            private @Nullable Integer limit;

            private Builder() {}

            /**
             * The greatest number of cars on the page.
             *
             * @param limit the value, or null not to send it
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /** What was set, as an immutable value. */
            public SearchParams build() {
                return new SearchParams(this);
            }
        }
    }
}
