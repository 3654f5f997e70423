// Generated from spec/paths, operations tagged Cars: DescribeGarage, FindCar; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Car;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.DescriptionRequest;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The wire operations behind {@link Cars}, for callers who want Retrofit itself; others use that interface. */
public interface CarsApi {
    /**
     * Describes a garage.
     *
     * <p>Documented as {@code DescribeGarage}.
     *
     * @param garageId The id of the garage.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @PUT("v1/{project_id}/garages/{garage_id}/description")
    Call<Void> describeGarage(
            @Path("project_id") String projectId, @Path("garage_id") String garageId, @Body DescriptionRequest body);

    /**
     * Finds a car.
     *
     * <p>Documented as {@code FindCar}.
     *
     * @param garageId The id of the garage.
     * @param projectId The id of the project.
     * @param ownerName The name of the owner. Maximum length 64.
     * @param id The id of the car.
     * @param colour The colour of the car.
     * @return the call, not yet made
     * @see <a href="https://example.com/FindCar">Finding a Car</a>
     */
    @GET("v1/{project_id}/garages/{garage_id}/car")
    Call<Car> findCar(
            @Path("project_id") String projectId,
            @Path("garage_id") String garageId,
            @Query("owner_name") @Nullable String ownerName,
            @Query("car_id") @Nullable String id,
            @Query("colour") @Nullable Colour colour);
}
