package io.github.vpcep.sandbox.store;

import io.github.vpcep.model.EndpointService;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what services are filtered. */
public enum ServiceField implements Field<StoredService> {
    /** Its own. */
    ID(String.class),
    /** The owning project, which a public service does not have. */
    PROJECT_ID(String.class),
    /** Whether the operator offers it to everybody. */
    IS_PUBLIC(Boolean.class),
    /** The state, on the wire. */
    STATUS(String.class),
    /** The edge location. */
    PUBLIC_BORDER_GROUP(String.class),
    /** Whether it has an address of its own. */
    HAS_IP(Boolean.class);

    private final Class<?> type;

    ServiceField(Class<?> type) {
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
    public @Nullable Comparable<?> of(StoredService service) {
        EndpointService document = service.document();
        return switch (this) {
            case ID -> service.id();
            case PROJECT_ID -> service.isPublic() ? null : document.projectId();
            case IS_PUBLIC -> service.isPublic();
            case STATUS -> document.status() == null ? null : document.status().value();
            case PUBLIC_BORDER_GROUP -> document.publicBorderGroup();
            case HAS_IP -> document.ip() != null;
        };
    }
}
