package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.DueChange;
import io.github.vpcep.control.model.EndpointState;
import io.github.vpcep.control.model.ServiceState;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is stored, as the control API shows it: all of it. */
public final class Shown {
    private Shown() {}

    /** A service. */
    public static ServiceState service(StoredService service) {
        return ServiceState.builder()
                .id(service.id())
                .projectId(service.document().projectId())
                .service(service.document())
                .due(due(service.due()))
                .build();
    }

    /** An endpoint. */
    public static EndpointState endpoint(StoredEndpoint endpoint) {
        return EndpointState.builder()
                .id(endpoint.id())
                .projectId(Objects.requireNonNullElse(endpoint.document().projectId(), ""))
                .domainId(endpoint.domainId())
                .endpoint(endpoint.document())
                .note(endpoint.note())
                .due(due(endpoint.due()))
                .build();
    }

    private static @Nullable DueChange due(@Nullable Due due) {
        return due == null
                ? null
                : DueChange.builder()
                        .at(due.at())
                        .status(due.isEnd() ? null : due.status())
                        .build();
    }
}
