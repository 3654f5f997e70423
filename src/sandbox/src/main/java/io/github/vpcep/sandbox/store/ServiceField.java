package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.EndpointServiceStatus;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what services are filtered. */
public enum ServiceField implements Field<StoredService> {
    /** Its own. */
    ID(String.class, StoredService::id),
    /** The owning project, which a public service does not have. */
    PROJECT_ID(String.class, each -> each.isPublic() ? null : each.document().projectId()),
    /** Whether the operator offers it to everybody. */
    IS_PUBLIC(Boolean.class, StoredService::isPublic),
    /** The state, on the wire. */
    STATUS(String.class, ServiceField::status),
    /** The edge location. */
    PUBLIC_BORDER_GROUP(String.class, each -> each.document().publicBorderGroup()),
    /** Whether it has an address of its own. */
    HAS_IP(Boolean.class, each -> each.document().ip() != null);

    private final Class<?> type;
    private final Function<StoredService, @Nullable Object> value;

    ServiceField(Class<?> type, Function<StoredService, @Nullable Object> value) {
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
    public @Nullable Object of(StoredService service) {
        return value.apply(service);
    }

    private static @Nullable String status(StoredService service) {
        EndpointServiceStatus status = service.document().status();
        return status == null ? null : status.value();
    }
}
