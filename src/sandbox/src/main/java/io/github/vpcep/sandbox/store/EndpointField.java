package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.Endpoint;
import org.jspecify.annotations.Nullable;

/** By what endpoints are filtered. */
public enum EndpointField implements Field<StoredEndpoint> {
    /** Its own. */
    ID,
    /** The owning project. */
    PROJECT_ID,
    /** The service that it connects to. */
    SERVICE_ID,
    /** The VPC that it is in. */
    VPC_ID,
    /** The number of the connection. */
    MARKER_ID,
    /** The state, on the wire. */
    STATUS,
    /** The edge location. */
    PUBLIC_BORDER_GROUP;

    @Override
    public Class<?> type() {
        return this == MARKER_ID ? Long.class : String.class;
    }

    @Override
    public @Nullable Comparable<?> of(StoredEndpoint endpoint) {
        Endpoint document = endpoint.document();
        return switch (this) {
            case ID -> endpoint.id();
            case PROJECT_ID -> document.projectId();
            case SERVICE_ID -> document.endpointServiceId();
            case VPC_ID -> document.vpcId();
            case MARKER_ID -> document.markerId();
            case STATUS -> document.status() == null ? null : document.status().value();
            case PUBLIC_BORDER_GROUP -> document.publicBorderGroup();
        };
    }
}
