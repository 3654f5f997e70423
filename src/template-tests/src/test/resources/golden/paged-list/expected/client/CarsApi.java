// Generated from spec/paths, operations tagged Cars: ListCars, ListKeys; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.CarList;
import io.github.vpcep.model.KeyList;
import io.github.vpcep.model.SortKey;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The wire operations behind {@link Cars}, for callers who want Retrofit itself; others use that interface. */
public interface CarsApi {
    /**
     * Lists the cars.
     *
     * <p>Documented as {@code ListCars}.
     *
     * @param garageId The id of the garage.
     * @param projectId The id of the project.
     * @param limit The greatest number of cars on the page.
     * @param offset The number of cars to skip.
     * @param sortKey What the cars are sorted by.
     * @return the call, not yet made
     */
    @POST("v1/{project_id}/garages/{garage_id}/cars")
    Call<CarList> listCars(
            @Path("project_id") String projectId,
            @Path("garage_id") String garageId,
            @Query("limit") @Nullable Integer limit,
            @Query("offset") @Nullable Integer offset,
            @Query("sort_key") @Nullable SortKey sortKey);

    /**
     * Lists the keys.
     *
     * <p>Documented as {@code ListKeys}.
     *
     * @param projectId The id of the project.
     * @param limit The greatest number of keys on the page.
     * @param offset The number of keys to skip.
     * @return the call, not yet made
     */
    @GET("v1/{project_id}/keys")
    Call<KeyList> listKeys(
            @Path("project_id") String projectId,
            @Query("limit") @Nullable Integer limit,
            @Query("offset") @Nullable Integer offset);
}
