package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.EndpointStatus;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what endpoints are filtered. */
public enum EndpointField implements Field<StoredEndpoint> {
    /** Its own. */
    ID(String.class, StoredEndpoint::id),
    /** The owning project. */
    PROJECT_ID(String.class, each -> each.document().projectId()),
    /** The service that it connects to. */
    SERVICE_ID(String.class, each -> each.document().endpointServiceId()),
    /** The VPC that it is in. */
    VPC_ID(String.class, each -> each.document().vpcId()),
    /** The number of the connection. */
    MARKER_ID(Long.class, each -> each.document().markerId()),
    /** The state, on the wire. */
    STATUS(String.class, EndpointField::status),
    /** The edge location. */
    PUBLIC_BORDER_GROUP(String.class, each -> each.document().publicBorderGroup());

    private final Class<?> type;
    private final Function<StoredEndpoint, @Nullable Object> value;

    EndpointField(Class<?> type, Function<StoredEndpoint, @Nullable Object> value) {
        this.type = type;
        this.value = value;
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
    public @Nullable Object of(StoredEndpoint endpoint) {
        return value.apply(endpoint);
    }

    private static @Nullable String status(StoredEndpoint endpoint) {
        EndpointStatus status = endpoint.document().status();
        return status == null ? null : status.value();
    }
}
