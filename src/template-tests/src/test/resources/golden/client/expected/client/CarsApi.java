// Generated from spec/paths, operations tagged Cars: AddCars, DeleteCar, ListCars, SearchCars, ShowCar, ShowGarage,
// TurnWheel; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.AddCarsRequest;
import io.github.vpcep.model.Car;
import io.github.vpcep.model.CarList;
import io.github.vpcep.model.Colour;
import io.github.vpcep.model.Turn;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The wire operations behind {@link Cars}, for callers who want Retrofit itself; others use that interface. */
public interface CarsApi {
    /**
     * Adds cars.
     *
     * <p>Documented as {@code AddCars}.
     *
     * @param projectId The id of the project.
     * @param body The cars to add.
     * @return the call, not yet made
     */
    @POST("v1/{project_id}/cars")
    Call<CarList> addCars(@Path("project_id") String projectId, @Body AddCarsRequest body);

    /**
     * Removes a car.
     *
     * <p>Documented as {@code DeleteCar}.
     *
     * @param carId The id of the car.
     * @param projectId The id of the project.
     * @return the call, not yet made
     */
    @DELETE("v1/{project_id}/cars/{car_id}")
    Call<Void> deleteCar(@Path("project_id") String projectId, @Path("car_id") String carId);

    /**
     * Lists the cars.
     *
     * <p>Answers one page of them.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param projectId The id of the project.
     * @param limit The greatest number of cars on the page. Minimum 1. Maximum 1000.
     * @param id Only the car with this id. Minimum length 1. Maximum length 64.
     * @param colour Only cars of this colour.
     * @return the call, not yet made
     * @see <a href="https://example.com/ListCars">Querying Cars</a>
     */
    @GET("v1/{project_id}/cars")
    Call<CarList> listCars(
            @Path("project_id") String projectId,
            @Query("limit") @Nullable Integer limit,
            @Query("car_id") @Nullable String id,
            @Query("colour") @Nullable Colour colour);

    /**
     * Searches cars of one colour.
     *
     * <p>Documented as {@code SearchCars}.
     *
     * @param version The version of the API.
     * @param colour The colour of the cars.
     * @param limit The greatest number of cars on the page.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @POST("{version}/{colour}/search")
    Call<CarList> searchCars(
            @Path("version") String version,
            @Path("colour") Colour colour,
            @Body Turn body,
            @Query("limit") @Nullable Integer limit);

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

    /**
     * Shows all that there is.
     *
     * <p>Documented as {@code ShowGarage}.
     *
     * @return the call, not yet made
     */
    @GET(".")
    Call<CarList> showGarage();

    /**
     * Turns a wheel.
     *
     * <p>Documented as {@code TurnWheel}.
     *
     * @param carId The id of the car.
     * @param wheelId The id of the wheel.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @PUT("v1/{project_id}/cars/{car_id}/wheels/{wheel_id}")
    Call<Void> turnWheel(
            @Path("project_id") String projectId,
            @Path("car_id") String carId,
            @Path("wheel_id") String wheelId,
            @Body Turn body);
}
