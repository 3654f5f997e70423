// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, ListCars; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
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
     * @return The car is gone.
     */
    @DELETE
    @Path("/v1/{project_id}/cars/{car_id}")
    void deleteCar(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @PathParam("car_id") String carId);

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
    @GET
    @Path("/v1/{project_id}/cars")
    CarList list(
            @PathParam("project_id") @Size(min = 1, max = 64) @Pattern(regexp = "^[a-z0-9]*$") String projectId,
            @QueryParam("owner") @NotNull @Size(min = 1) String owner,
            @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(1000) Integer limit,
            @QueryParam("offset") @Min(0L) @Nullable Long offset,
            @QueryParam("car_id") @Size(max = 64) @Nullable String id,
            @QueryParam("colour") @Valid @Nullable Colour colour);
}
