// Generated from spec/paths, operations tagged Versions: ListVersions, ShowVersion; edit those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.Versions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/**
 * The versions of the API.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface VersionsApi {
    /**
     * Lists the versions.
     *
     * <p>Documented as {@code ListVersions}.
     *
     * @return The versions.
     */
    @OperationId("ListVersions")
    @GET
    @Path("/")
    Versions list();

    /**
     * Shows a version.
     *
     * <p>Documented as {@code ShowVersion}.
     *
     * @param version The version.
     * @return The version.
     */
    @OperationId("ShowVersion")
    @GET
    @Path("/{version}")
    Versions get(@PathParam("version") String version);
}
