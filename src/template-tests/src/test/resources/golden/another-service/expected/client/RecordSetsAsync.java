// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.json.Lists;
import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The calls of {@link RecordSets} as futures.
 *
 * <p>A future fails with what the other face throws; cancelling it cancels the call.
 */
public interface RecordSetsAsync {
    /**
     * Deletes records of a zone.
     *
     * <p>Documented as {@code BatchDeleteRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param body the body of the request
     * @return What is being deleted.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<RecordSetList> delete(String zoneId, RecordSetIds body);

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the body built in place.
     *
     * @param zoneId The id of the zone.
     * @param body sets what the body holds
     * @return What is being deleted.
     */
    default CompletableFuture<RecordSetList> delete(String zoneId, Consumer<RecordSetIds.Builder> body) {
        Arguments.requireNonNull(body, "BatchDeleteRecordSets: body");
        RecordSetIds.Builder builder = RecordSetIds.builder();
        body.accept(builder);
        return delete(zoneId, builder.build());
    }

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the one thing that the body holds.
     *
     * @param zoneId The id of the zone.
     * @param recordsetIds Their ids. Minimum number of items: 1.
     * @return What is being deleted.
     */
    default CompletableFuture<RecordSetList> delete(String zoneId, List<String> recordsetIds) {
        Arguments.requireNonNull(recordsetIds, "BatchDeleteRecordSets: recordsetIds (\"recordset_ids\")");
        return delete(zoneId, RecordSetIds.builder().recordsetIds(recordsetIds).build());
    }

    /**
     * Deletes records of a zone.
     *
     * <p>As {@link #delete(String, RecordSetIds)}, with the items one by one.
     *
     * @param zoneId The id of the zone.
     * @param first the first item
     * @param more the others
     * @return What is being deleted.
     */
    default CompletableFuture<RecordSetList> delete(String zoneId, String first, String... more) {
        return delete(zoneId, Lists.of(first, more));
    }

    /**
     * Lists the records of a zone.
     *
     * <p>Documented as {@code ListRecordSets}.
     *
     * @param zoneId The id of the zone.
     * @param params the optional parameters
     * @return The records.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     */
    CompletableFuture<RecordSetList> list(String zoneId, RecordSets.ListParams params);

    /**
     * Lists the records of a zone.
     *
     * <p>As {@link #list(String, RecordSets.ListParams)}, with no parameter set.
     *
     * @param zoneId The id of the zone.
     * @return The records.
     */
    default CompletableFuture<RecordSetList> list(String zoneId) {
        return list(zoneId, RecordSets.ListParams.builder().build());
    }

    /**
     * Lists the records of a zone.
     *
     * <p>As {@link #list(String, RecordSets.ListParams)}, with the parameters set in place.
     *
     * @param zoneId The id of the zone.
     * @param params sets the optional parameters
     * @return The records.
     */
    default CompletableFuture<RecordSetList> list(String zoneId, Consumer<RecordSets.ListParams.Builder> params) {
        Arguments.requireNonNull(params, "ListRecordSets: params");
        RecordSets.ListParams.Builder builder = RecordSets.ListParams.builder();
        params.accept(builder);
        return list(zoneId, builder.build());
    }

    /**
     * Shows a record.
     *
     * <p>Documented as {@code ShowRecordSet}.
     *
     * @param zoneId The id of the zone.
     * @param recordsetId The id of the record.
     * @return The record.
     * @throws IllegalArgumentException if an argument is null or blank; nothing is sent
     * @deprecated by the contract: a later version of the service may not have it
     */
    @Deprecated
    CompletableFuture<RecordSet> get(String zoneId, String recordsetId);
}
