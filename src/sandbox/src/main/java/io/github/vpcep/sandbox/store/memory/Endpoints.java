package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.memory.Schema.Field;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How endpoints are found. */
final class Endpoints {
    static final Field<StoredEndpoint> ID = new Field<>("id", StoredEndpoint::id);
    static final Field<StoredEndpoint> PROJECT =
            new Field<>("project", each -> each.document().projectId());
    static final Field<StoredEndpoint> SERVICE =
            new Field<>("service", each -> each.document().endpointServiceId());
    static final Field<StoredEndpoint> NAME =
            new Field<>("name", each -> each.document().endpointServiceName());
    static final Field<StoredEndpoint> VPC =
            new Field<>("vpc", each -> each.document().vpcId());
    static final Field<StoredEndpoint> STATUS = new Field<>("status", Endpoints::status);
    static final Field<StoredEndpoint> GROUP =
            new Field<>("group", each -> each.document().publicBorderGroup());
    static final Field<StoredEndpoint> MARKER =
            new Field<>("marker", each -> text(each.document().markerId()));
    static final Field<StoredEndpoint> SUBNET =
            new Field<>("subnet", each -> each.document().subnetId());
    static final Field<StoredEndpoint> IP =
            new Field<>("ip", each -> each.document().ip());

    static final Schema<StoredEndpoint> SCHEMA = new Schema<>(
            ID,
            each -> Objects.requireNonNullElse(each.document().createdAt(), Instant.EPOCH),
            each -> Objects.requireNonNullElse(each.document().updatedAt(), Instant.EPOCH),
            Endpoints::due,
            List.of(List.of(MARKER), List.of(SUBNET, IP)),
            List.of(
                    List.of(),
                    List.of(PROJECT),
                    List.of(PROJECT, VPC),
                    List.of(PROJECT, STATUS),
                    List.of(PROJECT, VPC, STATUS),
                    List.of(PROJECT, SERVICE),
                    List.of(PROJECT, GROUP),
                    List.of(SERVICE),
                    List.of(SERVICE, STATUS)));

    private Endpoints() {}

    static Query<StoredEndpoint> query(EndpointFilter filter) {
        return new Query<StoredEndpoint>()
                .where(PROJECT, filter.projectId())
                .where(SERVICE, filter.serviceId())
                .where(VPC, filter.vpcId())
                .where(ID, filter.id())
                .where(MARKER, text(filter.markerId()))
                .where(STATUS, filter.status())
                .where(GROUP, filter.publicBorderGroup())
                .containing(NAME, filter.serviceName());
    }

    private static @Nullable String status(StoredEndpoint endpoint) {
        EndpointStatus status = endpoint.document().status();
        return status == null ? null : status.value();
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Instant due(StoredEndpoint endpoint) {
        Due due = endpoint.due();
        return due == null ? null : due.at();
    }
}
