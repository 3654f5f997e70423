// Generated from spec/paths, operations tagged Evens: ListEvens; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.Thing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/**
 * A second group.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface EvensApi {
    /**
     * Lists what is even.
     *
     * <p>Documented as {@code ListEvens}.
     *
     * @return The things.
     */
    @OperationId("ListEvens")
    @GET
    @Path("/evens")
    List<Thing> listEvens();
}
