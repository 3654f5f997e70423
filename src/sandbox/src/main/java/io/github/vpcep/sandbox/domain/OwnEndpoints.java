package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.AccountStatus;
import io.github.vpcep.model.EnableStatus;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceType;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.Unit;
import java.util.function.Predicate;

/** Finds the endpoints that a project owns; nothing tells those of others from none. */
final class OwnEndpoints {
    private OwnEndpoints() {}

    /** The endpoint. */
    static StoredEndpoint find(Unit unit, Caller caller, String id) {
        return unit.endpoint(id)
                .filter(endpoint ->
                        caller.projectId().equals(endpoint.document().projectId()))
                .orElseThrow(() -> gone(unit, id, deleted -> caller.projectId().equals(deleted.projectId())));
    }

    /** Why an endpoint is not there. That it was deleted only those may know who could see it before. */
    static Problem gone(Unit unit, String id, Predicate<DeletedEndpoint> couldSee) {
        boolean isKnown = unit.deletedEndpoint(id).filter(couldSee).isPresent();
        return new Problem(isKnown ? ErrorCode.ENDPOINT_DELETED : ErrorCode.ENDPOINT_NOT_FOUND);
    }

    /** Whether it connects to a gateway service. */
    static boolean isGateway(StoredEndpoint endpoint) {
        return EndpointServiceType.GATEWAY.is(endpoint.document().serviceType());
    }

    /** Nothing can be done with what is being created or deleted. */
    static void refuseIfBusy(StoredEndpoint endpoint) {
        EndpointStatus status = endpoint.document().status();
        if (EndpointStatus.CREATING.is(status)) {
            throw new Problem(ErrorCode.ENDPOINT_BEING_CREATED);
        }
        if (EndpointStatus.DELETING.is(status)) {
            throw new Problem(ErrorCode.ENDPOINT_BEING_DELETED);
        }
    }

    /** Nor can what has failed or is frozen be connected or changed. */
    static void refuseIfStuck(StoredEndpoint endpoint) {
        refuseIfBusy(endpoint);
        Endpoint document = endpoint.document();
        if (EndpointStatus.FAILED.is(document.status())) {
            throw new Problem(ErrorCode.FAILED_ENDPOINT_UNMODIFIABLE);
        }
        if (document.accountStatuses().contains(AccountStatus.FROZEN)) {
            throw new Problem(ErrorCode.ENDPOINT_FROZEN);
        }
    }

    /** The endpoint works, or waits for its service to let it. */
    static void refuseUnlessChangeable(StoredEndpoint endpoint) {
        refuseIfStuck(endpoint);
        if (EnableStatus.DISABLED.is(endpoint.document().enableStatus())) {
            throw new Problem(ErrorCode.ENDPOINT_DISABLED);
        }
    }
}
