// Generated from spec/paths, operations tagged RecordSets: BatchDeleteRecordSets, ListRecordSets, ShowRecordSet; edit
// those files, not this one.

package io.github.vpcep.client;

import io.github.vpcep.model.RecordSet;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.model.RecordSetList;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.ground.Arguments;
import java.util.concurrent.CompletableFuture;

/** Both faces of {@link RecordSets}: each prepares the same call, then waits for it or not. */
final class RecordSetsImpl implements RecordSets {
    private static final Operation BATCH_DELETE_RECORD_SETS =
            Operation.of("BatchDeleteRecordSets", "DELETE", "/v2/{project_id}/zones/{zone_id}/recordsets");
    private static final Operation LIST_RECORD_SETS =
            Operation.of("ListRecordSets", "GET", "/v2/{project_id}/zones/{zone_id}/recordsets");
    private static final Operation SHOW_RECORD_SET =
            Operation.of("ShowRecordSet", "GET", "/v2/{project_id}/zones/{zone_id}/recordsets/{recordset_id}");

    private final Engine engine;
    private final RecordSetsApi api;

    RecordSetsImpl(Engine engine) {
        this.engine = engine;
        this.api = engine.api(RecordSetsApi.class);
    }

    RecordSetsAsync async() {
        return new Async();
    }

    @Override
    public RecordSetList delete(String zoneId, RecordSetIds body) {
        return prepareBatchDeleteRecordSets(zoneId, body).execute();
    }

    @Override
    public RecordSetList list(String zoneId, RecordSets.ListParams params) {
        return prepareListRecordSets(zoneId, params).execute();
    }

    @Override
    public RecordSet get(String zoneId, String recordsetId) {
        return prepareShowRecordSet(zoneId, recordsetId).execute();
    }

    private ApiCall<RecordSetList> prepareBatchDeleteRecordSets(String zoneId, RecordSetIds body) {
        Arguments.requireNonBlank(zoneId, "BatchDeleteRecordSets: zoneId (\"zone_id\")");
        Arguments.requireNonNull(body, "BatchDeleteRecordSets: body");
        return engine.prepare(BATCH_DELETE_RECORD_SETS, api.batchDeleteRecordSets(engine.projectId(), zoneId, body));
    }

    private ApiCall<RecordSetList> prepareListRecordSets(String zoneId, RecordSets.ListParams params) {
        Arguments.requireNonBlank(zoneId, "ListRecordSets: zoneId (\"zone_id\")");
        Arguments.requireNonNull(params, "ListRecordSets: params");
        return engine.prepare(
                LIST_RECORD_SETS,
                api.listRecordSets(
                        engine.projectId(), zoneId, params.marker(), params.limit(), params.since(), params.sortKey()));
    }

    private ApiCall<RecordSet> prepareShowRecordSet(String zoneId, String recordsetId) {
        Arguments.requireNonBlank(zoneId, "ShowRecordSet: zoneId (\"zone_id\")");
        Arguments.requireNonBlank(recordsetId, "ShowRecordSet: recordsetId (\"recordset_id\")");
        return engine.prepare(SHOW_RECORD_SET, api.showRecordSet(engine.projectId(), zoneId, recordsetId));
    }

    private final class Async implements RecordSetsAsync {
        @Override
        public CompletableFuture<RecordSetList> delete(String zoneId, RecordSetIds body) {
            return prepareBatchDeleteRecordSets(zoneId, body).executeAsync();
        }

        @Override
        public CompletableFuture<RecordSetList> list(String zoneId, RecordSets.ListParams params) {
            return prepareListRecordSets(zoneId, params).executeAsync();
        }

        @Override
        public CompletableFuture<RecordSet> get(String zoneId, String recordsetId) {
            return prepareShowRecordSet(zoneId, recordsetId).executeAsync();
        }
    }
}
