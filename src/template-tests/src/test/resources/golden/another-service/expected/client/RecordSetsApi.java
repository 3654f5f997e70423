// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The wire operations behind {@link RecordSets}, for callers who want Retrofit itself; others use that interface. */
public interface RecordSetsApi {
    /**
     * Deletes records of a zone.
     *
     * <p>Documented as {@code BatchDeleteRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param projectId The id of the project.
     * @param body the body of the request
     * @return the call, not yet made
     */
    @HTTP(method = "DELETE", path = "v2/{project_id}/zones/{zone_id}/recordsets", hasBody = true)
    Call<RecordSetList> batchDeleteRecordSets(
            @Path("project_id") String projectId, @Path("zone_id") String zoneId, @Body RecordSetIds body);

    /**
     * Lists the records of a zone.
     *
     * <p>Documented as {@code ListRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param projectId The id of the project.
     * @param marker The id of the last record of the page before.
     * @param limit How many records there are on a page.
     * @param since Only records that began on this day or later. Deprecated.
     * @param sortKey What the records are sorted by.
     * @return the call, not yet made
     */
    @GET("v2/{project_id}/zones/{zone_id}/recordsets")
    Call<RecordSetList> listRecordSets(
            @Path("project_id") String projectId,
            @Path("zone_id") String zoneId,
            @Query("marker") @Nullable String marker,
            @Query("limit") @Nullable Integer limit,
            @Query("since") @Nullable LocalDate since,
            @Query("sort_key") @Nullable ListRecordSetsSortKeyParameter sortKey);

    /**
     * Shows a record.
     *
     * <p>Documented as {@code ShowRecordSet}.
     *
     * @param zoneId The id of the zone.
     * @param recordsetId The id of the record.
     * @param projectId The id of the project.
     * @return the call, not yet made
     * @deprecated by the contract: a later version of the service may not have it
     */
    @Deprecated
    @GET("v2/{project_id}/zones/{zone_id}/recordsets/{recordset_id}")
    Call<RecordSet> showRecordSet(
            @Path("project_id") String projectId,
            @Path("zone_id") String zoneId,
            @Path("recordset_id") String recordsetId);
}
