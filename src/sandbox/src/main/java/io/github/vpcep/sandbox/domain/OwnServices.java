package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.OfService;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.Optional;

/** Finds the services that a project owns; nothing tells those of others from none. */
final class OwnServices {
    private OwnServices() {}

    /** The service, to be looked at. A public one is not found. */
    static StoredService toRead(Unit unit, Caller caller, String id) {
        return own(unit.service(id), caller);
    }

    /** What was found of a service, to be looked at. Of a public one nothing is. */
    static <T> Found<T> toRead(OfService<T> found, Caller caller) {
        own(found.service(), caller);
        return found.found();
    }

    /** The service, to be changed. A public one may not be. */
    static StoredService toChange(Unit unit, Caller caller, String id) {
        Optional<StoredService> service = unit.service(id);
        if (service.filter(StoredService::isPublic).isPresent()) {
            throw new Problem(ErrorCode.PERMISSION_DENIED);
        }
        return own(service, caller);
    }

    private static StoredService own(Optional<StoredService> service, Caller caller) {
        return service.filter(each -> isOf(each, caller)).orElseThrow(() -> new Problem(ErrorCode.RESOURCE_NOT_FOUND));
    }

    private static boolean isOf(StoredService service, Caller caller) {
        return !service.isPublic()
                && caller.projectId().equals(service.document().projectId());
    }
}
