// Generated from the operations of spec/openapi.yaml; edit that file, not this one.

package io.github.vpcep.server;

import io.github.vpcep.model.ListRecordSetsSortKeyParameter;
import io.github.vpcep.model.RecordSetIds;
import io.github.vpcep.router.Input;
import io.github.vpcep.router.Operation;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Router;
import java.util.List;

/**
 * The operations of the Zone API for a server on any HTTP library: {@link Router} finds the one that a request is for,
 * reads what it takes, and runs it.
 */
public final class VpcepRouter {
    /** Gives the implementations; one that is made for a request may know who calls. */
    public interface Apis {
        /** The records of zones. Requests for them are refused as not implemented unless this is overridden. */
        default RecordSetsApi recordSets() {
            throw Refusal.notImplemented("RecordSets");
        }
    }

    /**
     * All operations: id, method, path, status of the answer, whether there is a body in the request and in the answer,
     * and how the request is read.
     */
    public static final List<Operation<Apis>> OPERATIONS = List.of(
            new Operation<>(
                    "BatchDeleteRecordSets",
                    "DELETE",
                    "/v2/{project_id}/zones/{zone_id}/recordsets",
                    202,
                    Operation.Body.REQUIRED,
                    true,
                    VpcepRouter::batchDeleteRecordSets),
            new Operation<>(
                    "ListRecordSets",
                    "GET",
                    "/v2/{project_id}/zones/{zone_id}/recordsets",
                    200,
                    Operation.Body.NONE,
                    true,
                    VpcepRouter::listRecordSets),
            new Operation<>(
                    "ShowRecordSet",
                    "GET",
                    "/v2/{project_id}/zones/{zone_id}/recordsets/{recordset_id}",
                    200,
                    Operation.Body.NONE,
                    true,
                    VpcepRouter::showRecordSet));

    private VpcepRouter() {}

    /** A router for these operations. */
    public static Router<Apis> create() {
        return new Router<>(OPERATIONS);
    }

    private static Operation.Invocation<Apis> batchDeleteRecordSets(Input in) {
        String projectId = in.path("project_id").text().required();
        String zoneId = in.path("zone_id").text().required();
        RecordSetIds body = in.body(RecordSetIds.class);
        return apis -> apis.recordSets().delete(projectId, zoneId, body);
    }

    private static Operation.Invocation<Apis> listRecordSets(Input in) {
        String projectId = in.path("project_id").text().required();
        String zoneId = in.path("zone_id").text().required();
        RecordSetsApi.ListParams params = RecordSetsApi.ListParams.builder()
                .marker(in.query("marker").text().orNull())
                .limit(in.query("limit").integer().orNull())
                .since(in.query("since").date().orNull())
                .sortKey(in.query("sort_key")
                        .oneOf(ListRecordSetsSortKeyParameter::fromExact, ListRecordSetsSortKeyParameter.values())
                        .orNull())
                .build();
        return apis -> apis.recordSets().list(projectId, zoneId, params);
    }

    private static Operation.Invocation<Apis> showRecordSet(Input in) {
        String projectId = in.path("project_id").text().required();
        String zoneId = in.path("zone_id").text().required();
        String recordsetId = in.path("recordset_id").text().required();
        return apis -> apis.recordSets().get(projectId, zoneId, recordsetId);
    }
}
