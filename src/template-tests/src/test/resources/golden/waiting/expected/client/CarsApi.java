// Generated from spec/paths, operations tagged Cars: ShowCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** The wire operations behind {@link Cars}, for callers who want Retrofit itself; others use that interface. */
public interface CarsApi {
    /**
     * Shows a car.
     *
     * <p>Documented as {@code ShowCar}.
     *
     * @param carId The id of the car.
     * @param projectId The id of the project.
     * @return the call, not yet made
     */
    @GET("v1/{project_id}/cars/{car_id}")
    Call<Car> showCar(@Path("project_id") String projectId, @Path("car_id") String carId);
}
