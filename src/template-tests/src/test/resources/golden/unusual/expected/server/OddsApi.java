// Generated from spec/paths, operations tagged Odds: ListNames, SetName, SetNames; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.Thing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other contracts seldom have.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface OddsApi {
    /**
     * Lists names.
     *
     * <p>Documented as {@code ListNames}.
     *
     * @param _builder A name that classes have already.
     * @param _hashCode Another one.
     * @param since A point in time.
     * @return The names.
     */
    @OperationId("ListNames")
    @GET
    @Path("/names")
    List<String> listNames(
            @QueryParam("builder") @Nullable String _builder,
            @QueryParam("hash_code") @Nullable String _hashCode,
            @QueryParam("since") @Nullable Instant since);

    /**
     * Sets a name.
     *
     * <p>Documented as {@code SetName}.
     *
     * @param number Its number.
     * @param body the body of the request
     * @return The thing of that name.
     */
    @OperationId("SetName")
    @PATCH
    @Path("/names/{number}")
    @Consumes("application/json")
    Thing setName(@PathParam("number") Long number, @NotNull @Valid String body);

    /**
     * Sets names.
     *
     * <p>Documented as {@code SetNames}.
     *
     * @param body the body of the request
     * @return How many by initial.
     */
    @OperationId("SetNames")
    @PUT
    @Path("/names")
    @Consumes("application/json")
    Map<String, Integer> setNames(@NotNull @Valid List<String> body);
}
