package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.Endpoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what endpoints are filtered. */
public enum EndpointField implements Field<StoredEndpoint> {
    /** Its own. */
    ID(String.class),
    /** The owning project. */
    PROJECT_ID(String.class),
    /** The service that it connects to. */
    SERVICE_ID(String.class),
    /** The VPC that it is in. */
    VPC_ID(String.class),
    /** The number of the connection. */
    MARKER_ID(Long.class),
    /** The state, on the wire. */
    STATUS(String.class),
    /** The edge location. */
    PUBLIC_BORDER_GROUP(String.class);

    private final Class<?> type;

    EndpointField(Class<?> type) {
        this.type = type;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Class<?> type() {
        return type;
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
