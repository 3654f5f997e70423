// Generated from spec/paths, operations tagged Evens: ListEvens; edit those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.Thing;
import java.util.List;
import retrofit2.Call;
import retrofit2.http.GET;

/** The wire operations behind {@link Evens}, for callers who want Retrofit itself; others use that interface. */
public interface EvensApi {
    /**
     * Lists what is even.
     *
     * <p>Documented as {@code ListEvens}.
     *
     * @return the call, not yet made
     */
    @GET("evens")
    Call<List<Thing>> listEvens();
}
