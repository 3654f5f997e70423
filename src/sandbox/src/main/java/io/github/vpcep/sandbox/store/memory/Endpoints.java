package io.github.vpcep.sandbox.store.memory;

import static io.github.vpcep.sandbox.store.EndpointField.MARKER_ID;
import static io.github.vpcep.sandbox.store.EndpointField.PROJECT_ID;
import static io.github.vpcep.sandbox.store.EndpointField.PUBLIC_BORDER_GROUP;
import static io.github.vpcep.sandbox.store.EndpointField.SERVICE_ID;
import static io.github.vpcep.sandbox.store.EndpointField.STATUS;
import static io.github.vpcep.sandbox.store.EndpointField.VPC_ID;

import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Field;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How endpoints are found. */
final class Endpoints {
    static final Field<StoredEndpoint> SUBNET =
            new Text<>("subnet_id", each -> each.document().subnetId());
    static final Field<StoredEndpoint> IP =
            new Text<>("ip", each -> each.document().ip());
    private static final Field<StoredEndpoint> NAME =
            new Text<>("service_name", each -> each.document().endpointServiceName());

    static final Schema<StoredEndpoint> SCHEMA = new Schema<>(
            EndpointField.ID,
            each -> Objects.requireNonNullElse(each.document().createdAt(), Instant.EPOCH),
            each -> Objects.requireNonNullElse(each.document().updatedAt(), Instant.EPOCH),
            Endpoints::due,
            List.of(List.of(MARKER_ID), List.of(SUBNET, IP)),
            List.of(
                    List.of(),
                    List.of(PROJECT_ID),
                    List.of(PROJECT_ID, VPC_ID),
                    List.of(PROJECT_ID, STATUS),
                    List.of(PROJECT_ID, VPC_ID, STATUS),
                    List.of(PROJECT_ID, SERVICE_ID),
                    List.of(PROJECT_ID, PUBLIC_BORDER_GROUP),
                    List.of(SERVICE_ID),
                    List.of(SERVICE_ID, STATUS)));

    private Endpoints() {}

    static Query<StoredEndpoint> query(Filter<EndpointField> filter) {
        return Query.of(filter).containing(NAME, filter.name());
    }

    private static @Nullable Instant due(StoredEndpoint endpoint) {
        Due due = endpoint.due();
        return due == null ? null : due.at();
    }
}
