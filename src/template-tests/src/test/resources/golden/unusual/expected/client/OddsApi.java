// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The wire operations behind {@link Odds}, for callers who want Retrofit itself; others use that interface. */
public interface OddsApi {
    /**
     * Lists names.
     *
     * <p>Documented as {@code ListNames}.
     *
     * @param _builder A name that classes have already.
     * @param _hashCode Another one.
     * @param since A point in time.
     * @return the call, not yet made
     */
    @GET("names")
    Call<List<String>> listNames(
            @Query("builder") @Nullable String _builder,
            @Query("hash_code") @Nullable String _hashCode,
            @Query("since") @Nullable Instant since);

    /**
     * Sets a name.
     *
     * <p>Documented as {@code SetName}.
     *
     * @param number Its number.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @PATCH("names/{number}")
    Call<Thing> setName(@Path("number") Long number, @Body String body);

    /**
     * Sets names.
     *
     * <p>Documented as {@code SetNames}.
     *
     * @param body the body of the request
     * @return the call, not yet made
     */
    @PUT("names")
    Call<Map<String, Integer>> setNames(@Body List<String> body);
}
