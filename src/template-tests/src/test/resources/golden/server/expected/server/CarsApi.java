// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, DeleteCars, ListCars, RenameCar; edit those
// files, not this one.

package io.github.vpcep.server;

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
     * @param body the body of the request
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
     * @param owner Only cars of this owner.
     * @param limit The greatest number of cars on the page.
     * @param offset The number of cars to leave out.
     * @param id Only the car with this id.
     * @param colour Only cars of this colour.
     * @return The page of cars.
     * @see <a href="https://example.com/ListCars">Querying Cars</a>
     */
    @OperationId("ListCars")
    @GET
    @Path("/v1/{project_id}/cars")
    CarList list(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @QueryParam("owner") @NotNull @Size(min = 1, message = "size must be at least {min}") String owner,
            @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(1000) Integer limit,
            @QueryParam("offset") @Min(0L) @Nullable Long offset,
            @QueryParam("car_id") @Size(max = 64, message = "size must be at most {max}") @Nullable String id,
            @QueryParam("colour") @Valid @Nullable Colour colour);

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
}
