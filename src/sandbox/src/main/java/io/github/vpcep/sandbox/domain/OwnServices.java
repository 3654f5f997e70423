package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;

/** Finds the services that a project owns; nothing tells those of others from none. */
final class OwnServices {
    private OwnServices() {}

    /** The service, to be looked at. A public one is not found. */
    static StoredService toRead(Unit unit, Caller caller, String id) {
        return unit.service(id)
                .filter(service -> isOf(service, caller))
                .orElseThrow(() -> new Problem(ErrorCode.RESOURCE_NOT_FOUND));
    }

    /** The service, to be changed. A public one may not be. */
    static StoredService toChange(Unit unit, Caller caller, String id) {
        if (unit.service(id).filter(StoredService::isPublic).isPresent()) {
            throw new Problem(ErrorCode.PERMISSION_DENIED);
        }
        return toRead(unit, caller, id);
    }

    private static boolean isOf(StoredService service, Caller caller) {
        return !service.isPublic()
                && caller.projectId().equals(service.document().projectId());
    }
}
