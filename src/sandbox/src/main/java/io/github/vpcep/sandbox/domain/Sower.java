package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.EndpointError;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.NewPermission;
import io.github.vpcep.sandbox.store.Due;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the resources of one seed within one unit of work, by the operations themselves. */
final class Sower {
    private static final Filter<ServiceField> PUBLIC = Filter.by(ServiceField.IS_PUBLIC, true);

    private final Unit unit;
    private final DomainContext context;
    private final Map<String, String> idsByName = new HashMap<>();
    private @Nullable String nextId;

    Sower(DomainContext outer, Unit unit) {
        this.unit = unit;
        this.context = outer.within(unit, this::newId);
        unit.services(PUBLIC, Slice.ALL).items().forEach(each -> idsByName.put(each.shortName(), each.id()));
    }

    void sow(Seed seed) {
        seed.services().forEach(each -> at(each.place(), () -> add(each)));
        seed.endpoints().forEach(each -> at(each.place(), () -> add(each)));
    }

    private void add(Seed.Service service) {
        fixId(service.place(), service.id());
        String id =
                new Services(context).create(service.owner(), service.body()).id();
        remember(service, id);
        Whitelists whitelists = new Whitelists(context);
        for (int i = 0; i < service.permissions().size(); i++) {
            NewPermission permission = service.permissions().get(i);
            at(service.place() + ".permissions[" + i + "]", () -> whitelists.add(service.owner(), id, permission));
        }
        unit.save(in(service.status(), unit.service(id).orElseThrow()));
    }

    private void add(Seed.Endpoint endpoint) {
        fixId(endpoint.place(), endpoint.id());
        Endpoints endpoints = new Endpoints(context);
        String id = endpoints
                .create(endpoint.owner(), withServiceId(endpoint.body()))
                .id();
        unit.save(in(endpoint.status(), unit.endpoint(id).orElseThrow()));
    }

    private void remember(Seed.Service service, String id) {
        String name = service.body().name();
        if (name != null && !name.isEmpty() && idsByName.put(name, id) != null) {
            throw new IllegalArgumentException(service.place() + ".service_name is \"" + name
                    + "\", as another service of the seed or of the operator is called; name them otherwise");
        }
    }

    private CreateEndpointRequest withServiceId(CreateEndpointRequest body) {
        String named = body.endpointServiceId();
        String id = unit.serviceNamed(named).map(StoredService::id).orElse(idsByName.getOrDefault(named, named));
        return body.toBuilder().endpointServiceId(id).build();
    }

    private void fixId(String place, @Nullable String id) {
        if (id != null && (unit.service(id).isPresent() || unit.endpoint(id).isPresent())) {
            throw new IllegalArgumentException(place + ".id is \"" + id + "\", which is there already");
        }
        nextId = id;
    }

    private String newId() {
        String id = nextId == null ? UUID.randomUUID().toString() : nextId;
        nextId = null;
        return id;
    }

    static StoredService in(EndpointServiceStatus status, StoredService service) {
        return service.with(service.document().toBuilder().status(status).build())
                .with((Due) null);
    }

    static StoredEndpoint in(EndpointStatus status, StoredEndpoint endpoint) {
        boolean accepted = EndpointStatus.ACCEPTED.is(status);
        EndpointError error = EndpointError.builder()
                .code(ErrorCode.ENDPOINT_CREATION_FAILED.code())
                .message(ErrorCode.ENDPOINT_CREATION_FAILED.message())
                .build();
        return new StoredEndpoint(
                endpoint.document().toBuilder()
                        .status(status)
                        .errors(EndpointStatus.FAILED.is(status) ? List.of(error) : null)
                        .build(),
                endpoint.domainId(),
                endpoint.note(),
                accepted,
                null);
    }

    private static void at(String place, Runnable step) {
        try {
            step.run();
        } catch (Problem e) {
            throw new IllegalArgumentException(place + ": " + e.code().code() + " " + e.getMessage(), e);
        }
    }
}
