// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The records of zones.
 *
 * <p>What a method answers is sent with the first success status of its operation; errors are thrown.
 */
@Path("/")
@Produces("application/json")
public interface RecordSetsApi {
    /**
     * Deletes records of a zone.
     *
     * <p>Documented as {@code BatchDeleteRecordSets}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param body the body of the request
     * @return What is being deleted.
     */
    @OperationId("BatchDeleteRecordSets")
    @DELETE
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets")
    @Consumes("application/json")
    RecordSetList delete(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @NotNull @Valid RecordSetIds body);

    /**
     * Lists the records of a zone.
     *
     * <p>Documented as {@code ListRecordSets}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param marker The id of the last record of the page before.
     * @param limit How many records there are on a page.
     * @param since Only records that began on this day or later.
     * @param sortKey What the records are sorted by.
     * @return The records.
     */
    @OperationId("ListRecordSets")
    @GET
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets")
    RecordSetList list(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @QueryParam("marker") @Nullable String marker,
            @QueryParam("limit") @DefaultValue("500") Integer limit,
            @QueryParam("since") @Nullable LocalDate since,
            @QueryParam("sort_key") @Valid @Nullable ListRecordSetsSortKeyParameter sortKey);

    /**
     * Shows a record.
     *
     * <p>Documented as {@code ShowRecordSet}.
     *
     * @param projectId The id of the project.
     * @param zoneId The id of the zone.
     * @param recordsetId The id of the record.
     * @return The record.
     */
    @OperationId("ShowRecordSet")
    @GET
    @Path("/v2/{project_id}/zones/{zone_id}/recordsets/{recordset_id}")
    RecordSet get(
            @PathParam("project_id") String projectId,
            @PathParam("zone_id") String zoneId,
            @PathParam("recordset_id") String recordsetId);
}
