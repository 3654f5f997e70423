// Generated from spec/paths, operations tagged Cars: AddOrRemoveLabels, LetOrBanDriver, SearchCars; edit those files,
// not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DriverRequest;
import io.github.vpcep.model.Drivers;
import io.github.vpcep.model.LabelRequest;
import io.github.vpcep.model.SearchRequest;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** The wire operations behind {@link Cars}, for callers who want Retrofit itself; others use that interface. */
public interface CarsApi {
    /**
     * Adds or removes labels.
     *
     * <p>Documented as {@code AddOrRemoveLabels}.
     *
     * @param colour The colour of the cars.
     * @param carId The id of the car.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @POST("v1/{project_id}/cars/{colour}/{car_id}/labels")
    Call<Void> addOrRemoveLabels(
            @Path("project_id") String projectId,
            @Path("colour") Colour colour,
            @Path("car_id") String carId,
            @Body LabelRequest body);

    /**
     * Lets or bans a driver.
     *
     * <p>Answers all drivers.
     *
     * <p>Documented as {@code LetOrBanDriver}.
     *
     * @param carId The id of the car.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     * @see <a href="https://example.com/Drivers">Drivers</a>
     */
    @POST("v1/{project_id}/cars/{car_id}/drivers")
    Call<Drivers> letOrBanDriver(
            @Path("project_id") String projectId, @Path("car_id") String carId, @Body DriverRequest body);

    /**
     * Finds or counts cars.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param colour The colour of the cars.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @POST("v1/{project_id}/cars/{colour}/search")
    Call<CarList> searchCars(
            @Path("project_id") String projectId, @Path("colour") Colour colour, @Body SearchRequest body);
}
