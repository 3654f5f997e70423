package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.Room;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.store.Used;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works on tables of its own, which nobody else sees before the store takes them over. */
final class MemoryUnit implements Unit {
    private static final Slice OLDEST_FIRST = new Slice(false, true, Integer.MAX_VALUE, 0);

    private final MarkerIds markerIds;
    private final boolean writes;
    private Table<StoredService> services;
    private Table<StoredEndpoint> endpoints;
    private Table<StoredPermission> permissions;
    private DeletedEndpoints deleted;
    private boolean ended;

    MemoryUnit(Snapshot snapshot, MarkerIds markerIds, boolean writes) {
        this.markerIds = markerIds;
        this.writes = writes;
        this.services = snapshot.services();
        this.endpoints = snapshot.endpoints();
        this.permissions = snapshot.permissions();
        this.deleted = snapshot.deleted();
    }

    /** Refuses all use from now on. */
    void end() {
        ended = true;
    }

    /** Does each change of state that is done by that time. */
    void settle(Instant now) {
        services.due(now)
                .forEach(each -> each.at(now)
                        .ifPresentOrElse(settled -> services = services.with(settled), () -> deleteService(each.id())));
        endpoints
                .due(now)
                .forEach(each -> each.at(now)
                        .ifPresentOrElse(
                                settled -> endpoints = endpoints.with(settled), () -> deleteEndpoint(each.id())));
    }

    /** The state as this unit leaves it. */
    Snapshot snapshot() {
        return new Snapshot(
                services, endpoints, permissions, deleted, earlier(services.nextDue(), endpoints.nextDue()));
    }

    @Override
    public Optional<StoredService> service(String id) {
        return services().find(id);
    }

    @Override
    public Optional<StoredService> serviceNamed(String fullName) {
        return services().first(new Query<StoredService>().where(Services.NAME, fullName));
    }

    @Override
    public Found<StoredService> services(Filter<ServiceField> filter, Slice slice) {
        return services().page(Services.query(filter), slice);
    }

    @Override
    public int countServices(Filter<ServiceField> filter) {
        return services().count(Services.query(filter));
    }

    @Override
    public Used used(String projectId) {
        Filter<ServiceField> ofServices = Filter.by(ServiceField.PROJECT_ID, projectId);
        Filter<EndpointField> ofEndpoints = Filter.by(EndpointField.PROJECT_ID, projectId);
        return new Used(
                countServices(ofServices)
                        - countServices(ofServices.and(ServiceField.STATUS, EndpointServiceStatus.DELETING.value())),
                countEndpoints(ofEndpoints)
                        - countEndpoints(ofEndpoints.and(EndpointField.STATUS, EndpointStatus.DELETING.value())));
    }

    @Override
    public List<StoredService> servicesAtPort(String portId) {
        return services()
                .page(new Query<StoredService>().where(Services.PORT, portId), OLDEST_FIRST)
                .items();
    }

    @Override
    public void save(StoredService service) {
        checkWrites();
        services = services.with(service);
    }

    @Override
    public void deleteService(String id) {
        checkWrites();
        permissions(id, "", OLDEST_FIRST).items().forEach(each -> permissions = permissions.without(each.id()));
        services = services.without(id);
    }

    @Override
    public Optional<StoredEndpoint> endpoint(String id) {
        return endpoints().find(id);
    }

    @Override
    public List<StoredEndpoint> endpoints(Collection<String> ids) {
        return ids.stream().distinct().flatMap(each -> endpoint(each).stream()).toList();
    }

    @Override
    public Found<StoredEndpoint> endpoints(Filter<EndpointField> filter, Slice slice) {
        return endpoints().page(Endpoints.query(filter), slice);
    }

    @Override
    public int countEndpoints(Filter<EndpointField> filter) {
        return endpoints().count(Endpoints.query(filter));
    }

    @Override
    public Map<String, Integer> countByService(Collection<String> serviceIds, Collection<String> statuses) {
        Map<String, Integer> counts = new HashMap<>();
        for (String id : Set.copyOf(serviceIds)) {
            Filter<EndpointField> all = Filter.by(EndpointField.SERVICE_ID, id);
            int count = statuses.stream()
                    .distinct()
                    .mapToInt(each -> countEndpoints(all.and(EndpointField.STATUS, each)))
                    .sum();
            if (count > 0) {
                counts.put(id, count);
            }
        }
        return counts;
    }

    @Override
    public Set<String> taken(String subnetId, Collection<String> addresses) {
        return addresses.stream().filter(each -> isTaken(subnetId, each)).collect(Collectors.toSet());
    }

    @Override
    public Room room(String projectId, String subnetId, Collection<String> addresses) {
        return new Room(used(projectId), taken(subnetId, addresses), nextMarkerId());
    }

    private boolean isTaken(String subnetId, String ip) {
        return endpoints()
                        .count(new Query<StoredEndpoint>()
                                .where(Endpoints.SUBNET, subnetId)
                                .where(Endpoints.IP, ip))
                > 0;
    }

    @Override
    public void save(StoredEndpoint endpoint) {
        checkWrites();
        Long markerId = endpoint.document().markerId();
        if (markerId != null) {
            markerIds.use(markerId);
        }
        endpoints = endpoints.with(endpoint);
    }

    @Override
    public void deleteEndpoint(String id) {
        checkWrites();
        endpoints.find(id).ifPresent(endpoint -> {
            endpoints = endpoints.without(id);
            deleted = deleted.with(DeletedEndpoint.of(endpoint));
        });
    }

    @Override
    public long nextMarkerId() {
        checkWrites();
        return markerIds.next();
    }

    @Override
    public Found<StoredPermission> permissions(String serviceId, String containing, Slice slice) {
        return permissions().page(Permissions.query(serviceId, containing), slice);
    }

    @Override
    public List<StoredPermission> permissions(String serviceId, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .flatMap(each -> permissions().find(each).stream())
                .filter(each -> each.serviceId().equals(serviceId))
                .toList();
    }

    @Override
    public List<StoredPermission> permissionsOf(String serviceId, Collection<String> permissions) {
        return permissions.stream()
                .distinct()
                .flatMap(each -> permissions()
                        .first(new Query<StoredPermission>()
                                .where(Permissions.SERVICE, serviceId)
                                .where(Permissions.PERMISSION, each))
                        .stream())
                .toList();
    }

    @Override
    public void save(StoredPermission permission) {
        checkWrites();
        permissions = permissions.with(permission);
    }

    @Override
    public void deletePermission(String serviceId, String id) {
        checkWrites();
        if (!permissions(serviceId, List.of(id)).isEmpty()) {
            permissions = permissions.without(id);
        }
    }

    @Override
    public Optional<DeletedEndpoint> deletedEndpoint(String id) {
        checkOpen();
        return deleted.find(id);
    }

    @Override
    public void clear() {
        checkWrites();
        services = Snapshot.EMPTY.services();
        endpoints = Snapshot.EMPTY.endpoints();
        permissions = Snapshot.EMPTY.permissions();
        deleted = Snapshot.EMPTY.deleted();
    }

    private Table<StoredService> services() {
        checkOpen();
        return services;
    }

    private Table<StoredEndpoint> endpoints() {
        checkOpen();
        return endpoints;
    }

    private Table<StoredPermission> permissions() {
        checkOpen();
        return permissions;
    }

    private void checkOpen() {
        if (ended) {
            throw new IllegalStateException("The unit of work has ended");
        }
    }

    private void checkWrites() {
        checkOpen();
        if (!writes) {
            throw new IllegalStateException("A unit that reads cannot change anything");
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
