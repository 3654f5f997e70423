// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, DeleteCars, ListCars, RenameCar; edit those
// files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.json.Required;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cars in the garage.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface CarsApi {
    /**
     * Adds cars.
     *
     * <p>Documented as {@code AddCars}.
     *
     * @param projectId The id of the project.
     * @param body The cars to add.
     * @return The cars that were added.
     */
    @OperationId("AddCars")
    @POST
    @Path("/v1/{project_id}/cars")
    @Consumes("application/json")
    CarList add(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @NotNull @Valid CarList body);

    /**
     * Removes a car.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param projectId The id of the project.
     * @param carId The id of the car.
     */
    @OperationId("DeleteCar")
    @DELETE
    @Path("/v1/{project_id}/cars/{car_id}")
    void deleteCar(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @PathParam("car_id") String carId);

    /**
     * Removes cars.
     *
     * <p>Documented as {@code DeleteCars}.
     *
     * @param projectId The id of the project.
     * @param colour The colour of the cars.
     * @param kind The kind of the cars.
     * @return The cars that are left.
     */
    @OperationId("DeleteCars")
    @DELETE
    @Path("/v1/{project_id}/cars/{colour}/{kind}")
    CarList deleteCars(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @PathParam("colour") @Valid Colour colour,
            @PathParam("kind") @Valid Kind kind);

    /**
     * Lists the cars.
     *
     * <p>Answers one page of them.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param projectId The id of the project.
     * @param params the parameters of the query
     * @return The page of cars.
     * @see <a href="https://example.com/ListCars">Querying Cars</a>
     */
    @OperationId("ListCars")
    @GET
    @Path("/v1/{project_id}/cars")
    CarList list(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @Valid @BeanParam ListParams params);

    /**
     * Renames a car.
     *
     * <p>Documented as {@code RenameCar}.
     *
     * @param projectId The id of the project.
     * @param carId The id of the car.
     * @param body the body of the request
     */
    @OperationId("RenameCar")
    @PUT
    @Path("/v1/{project_id}/cars/{car_id}")
    @Consumes("application/json")
    void renameCar(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @PathParam("car_id") String carId,
            @NotNull @Valid Car body);

    /** The parameters of the query of {@link CarsApi#list}. */
    final class ListParams {
        @QueryParam("limit")
        @DefaultValue("10")
        @Min(1)
        @Max(1000)
        private Integer limit = 10;

        @QueryParam("offset")
        @Min(0L)
        private @Nullable Long offset;

        @QueryParam("car_id")
        @Size(max = 64, message = "size must be at most {max}")
        private @Nullable String id;

        @QueryParam("colour")
        @Valid
        private @Nullable Colour colour;

        @QueryParam("owner")
        @NotNull
        @Size(min = 1, message = "size must be at least {min}")
        private String owner;

        /** For Jakarta REST, which then sets what a request has; others use the builder. */
        public ListParams() {}

        /** A builder with nothing set. */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * The greatest number of cars on the page. Minimum 1. Maximum 1000. On the wire {@code limit}. When it was not
         * sent, {@code 10}.
         */
        public Integer limit() {
            return limit;
        }

        /** The number of cars to leave out. Minimum 0. On the wire {@code offset}. */
        public @Nullable Long offset() {
            return offset;
        }

        /** Only the car with this id. Maximum length 64. On the wire {@code car_id}. */
        public @Nullable String id() {
            return id;
        }

        /** Only cars of this colour. On the wire {@code colour}. */
        public @Nullable Colour colour() {
            return colour;
        }

        /** Only cars of this owner. Minimum length 1. On the wire {@code owner}. */
        public String owner() {
            return owner;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof ListParams that
                            && Objects.equals(limit, that.limit)
                            && Objects.equals(offset, that.offset)
                            && Objects.equals(id, that.id)
                            && Objects.equals(colour, that.colour)
                            && Objects.equals(owner, that.owner));
        }

        @Override
        public int hashCode() {
            return Objects.hash(limit, offset, id, colour, owner);
        }

        @Override
        public String toString() {
            return "CarsApi.ListParams[" + "limit=" + limit + ", offset=" + offset + ", id=" + id + ", colour=" + colour
                    + ", owner=" + owner + "]";
        }

        /** Builds ListParams. */
        public static final class Builder {
            private @Nullable Integer limit;
            private @Nullable Long offset;
            private @Nullable String id;
            private @Nullable Colour colour;
            private @Nullable String owner;

            private Builder() {}

            /**
             * The greatest number of cars on the page. Minimum 1. Maximum 1000.
             *
             * @param limit the value, or null as if it was not sent
             * @return this builder
             */
            public Builder limit(@Nullable Integer limit) {
                this.limit = limit;
                return this;
            }

            /**
             * The number of cars to leave out. Minimum 0.
             *
             * @param offset the value, or null as if it was not sent
             * @return this builder
             */
            public Builder offset(@Nullable Long offset) {
                this.offset = offset;
                return this;
            }

            /**
             * Only the car with this id. Maximum length 64.
             *
             * @param id the value, or null as if it was not sent
             * @return this builder
             */
            public Builder id(@Nullable String id) {
                this.id = id;
                return this;
            }

            /**
             * Only cars of this colour.
             *
             * @param colour the value, or null as if it was not sent
             * @return this builder
             */
            public Builder colour(@Nullable Colour colour) {
                this.colour = colour;
                return this;
            }

            /**
             * Only cars of this owner. Minimum length 1.
             *
             * @param owner the value
             * @return this builder
             */
            public Builder owner(String owner) {
                this.owner = owner;
                return this;
            }

            /** What was set, as an immutable value. */
            public ListParams build() {
                ListParams built = new ListParams();
                built.limit = limit == null ? built.limit : limit;
                built.offset = offset;
                built.id = id;
                built.colour = colour;
                built.owner = Required.property(owner, "ListParams", "owner", "owner");
                return built;
            }
        }
    }
}
