package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.EndpointService;
import org.jspecify.annotations.Nullable;

/** By what services are filtered. */
public enum ServiceField implements Field<StoredService> {
    /** Its own. */
    ID,
    /** The owning project, which a public service does not have. */
    PROJECT_ID,
    /** Whether the operator offers it to everybody. */
    IS_PUBLIC,
    /** The state, on the wire. */
    STATUS,
    /** The edge location. */
    PUBLIC_BORDER_GROUP,
    /** Whether it has an address of its own. */
    HAS_IP;

    @Override
    public Class<?> type() {
        return this == IS_PUBLIC || this == HAS_IP ? Boolean.class : String.class;
    }

    @Override
    public @Nullable Comparable<?> of(StoredService service) {
        EndpointService document = service.document();
        return switch (this) {
            case ID -> service.id();
            case PROJECT_ID -> document.projectId();
            case IS_PUBLIC -> service.isPublic();
            case STATUS -> document.status() == null ? null : document.status().value();
            case PUBLIC_BORDER_GROUP -> document.publicBorderGroup();
            case HAS_IP -> document.ip() != null;
        };
    }
}
