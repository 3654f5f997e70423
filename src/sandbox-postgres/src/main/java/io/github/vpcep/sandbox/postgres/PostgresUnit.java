package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.postgres.Sql.Statement;
import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.OfService;
import io.github.vpcep.sandbox.store.Room;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.store.Used;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state as one transaction sees and changes it. What is saved or deleted one after the other goes to the database
 * together, at the latest with the next question; what is saved once more before goes apart, for then it was changed
 * last.
 */
final class PostgresUnit implements Unit {
    private static final List<String> TABLES = List.of("permission", "endpoint", "service", "deleted_endpoint");

    private final Session session;
    private final ServiceTable services;
    private final EndpointTable endpoints;
    private final PermissionTable permissions;

    private final Map<String, StoredService> savedServices = new LinkedHashMap<>();
    private final Map<String, StoredEndpoint> savedEndpoints = new LinkedHashMap<>();
    private final Map<String, StoredPermission> savedPermissions = new LinkedHashMap<>();
    private final Set<String> deletedEndpoints = new LinkedHashSet<>();
    private final Map<String, Set<String>> deletedPermissions = new LinkedHashMap<>();

    PostgresUnit(Session session) {
        this.session = session;
        services = new ServiceTable(session);
        endpoints = new EndpointTable(session);
        permissions = new PermissionTable(session);
    }

    /** Does what is due: puts each in its next state, or removes it. */
    void settle(List<StoredService> dueServices, List<StoredEndpoint> dueEndpoints) {
        dueServices.forEach(each -> each.at(session.now()).ifPresentOrElse(this::save, () -> deleteService(each.id())));
        dueEndpoints.forEach(
                each -> each.at(session.now()).ifPresentOrElse(this::save, () -> deleteEndpoint(each.id())));
        flush();
    }

    /** Makes all changes last. */
    void commit() {
        flush();
        session.commit();
    }

    @Override
    public Optional<StoredService> service(String id) {
        flush();
        return services.withId(id);
    }

    @Override
    public Optional<StoredService> serviceNamed(String fullName) {
        flush();
        return services.named(fullName);
    }

    @Override
    public Found<StoredService> services(Filter<ServiceField> filter, Slice slice) {
        flush();
        return services.list(filter, slice);
    }

    @Override
    public int countServices(Filter<ServiceField> filter) {
        flush();
        return services.count(filter);
    }

    @Override
    public Used used(String projectId) {
        flush();
        Statement<Used> used = endpoints.used(projectId);
        session.send();
        return used.only();
    }

    @Override
    public List<StoredService> servicesAtPort(String portId) {
        flush();
        return services.atPort(portId);
    }

    @Override
    public void save(StoredService service) {
        if (savedServices.containsKey(service.id())) {
            flush();
        }
        savedServices.put(service.id(), service);
    }

    @Override
    public void deleteService(String id) {
        flush();
        services.delete(id);
    }

    @Override
    public Optional<StoredEndpoint> endpoint(String id) {
        flush();
        return endpoints.withId(id);
    }

    @Override
    public List<StoredEndpoint> endpoints(Collection<String> ids) {
        flush();
        return endpoints.withIds(ids);
    }

    @Override
    public Found<StoredEndpoint> endpoints(Filter<EndpointField> filter, Slice slice) {
        flush();
        return endpoints.list(filter, slice);
    }

    @Override
    public OfService<StoredEndpoint> serviceWithEndpoints(String id, Filter<EndpointField> filter, Slice slice) {
        flush();
        Statement<StoredService> service = services.ask(id);
        Found<StoredEndpoint> found = endpoints.list(filter.and(EndpointField.SERVICE_ID, id), slice);
        return new OfService<>(service.rows().stream().findFirst(), found);
    }

    @Override
    public int countEndpoints(Filter<EndpointField> filter) {
        flush();
        return endpoints.count(filter);
    }

    @Override
    public Map<String, Integer> countByService(Collection<String> serviceIds, Collection<String> statuses) {
        flush();
        return endpoints.countByService(serviceIds, statuses);
    }

    @Override
    public Set<String> taken(String subnetId, Collection<String> addresses) {
        flush();
        Statement<String> taken = endpoints.taken(subnetId, addresses);
        session.send();
        return Set.copyOf(taken.rows());
    }

    @Override
    public Room room(String projectId, String subnetId, Collection<String> addresses) {
        flush();
        return endpoints.room(projectId, subnetId, addresses);
    }

    @Override
    public void save(StoredEndpoint endpoint) {
        if (savedEndpoints.containsKey(endpoint.id())) {
            flush();
        }
        savedEndpoints.put(endpoint.id(), endpoint);
    }

    @Override
    public void deleteEndpoint(String id) {
        if (!savedEndpoints.isEmpty()) {
            flush();
        }
        deletedEndpoints.add(id);
    }

    @Override
    public long nextMarkerId() {
        flush();
        return endpoints.nextMarkerId();
    }

    @Override
    public Found<StoredPermission> permissions(String serviceId, String containing, Slice slice) {
        flush();
        return permissions.list(serviceId, containing, slice);
    }

    @Override
    public OfService<StoredPermission> serviceWithPermissions(String id, String containing, Slice slice) {
        flush();
        Statement<StoredService> service = services.ask(id);
        Found<StoredPermission> found = permissions.list(id, containing, slice);
        return new OfService<>(service.rows().stream().findFirst(), found);
    }

    @Override
    public List<StoredPermission> permissions(String serviceId, Collection<String> ids) {
        flush();
        return permissions.withIds(serviceId, ids);
    }

    @Override
    public List<StoredPermission> permissionsOf(String serviceId, Collection<String> wanted) {
        flush();
        return permissions.of(serviceId, wanted);
    }

    @Override
    public void save(StoredPermission permission) {
        if (savedPermissions.containsKey(permission.id())) {
            flush();
        }
        savedPermissions.put(permission.id(), permission);
    }

    @Override
    public void deletePermission(String serviceId, String id) {
        if (!savedPermissions.isEmpty()) {
            flush();
        }
        deletedPermissions
                .computeIfAbsent(serviceId, key -> new LinkedHashSet<>())
                .add(id);
    }

    @Override
    public Optional<DeletedEndpoint> deletedEndpoint(String id) {
        flush();
        return endpoints.deleted(id);
    }

    @Override
    public void clear() {
        flush();
        // Not truncate: units that read meanwhile would see the tables empty.
        TABLES.forEach(each -> session.change("delete from " + each));
    }

    /** What is deleted goes first: of one id, a deletion after what was saved of it has flushed that already. */
    private void flush() {
        if (!deletedEndpoints.isEmpty()) {
            endpoints.delete(List.copyOf(deletedEndpoints));
            deletedEndpoints.clear();
        }
        deletedPermissions.forEach((service, ids) -> permissions.delete(service, List.copyOf(ids)));
        deletedPermissions.clear();
        if (!savedServices.isEmpty()) {
            services.save(savedServices.values());
            savedServices.clear();
        }
        if (!savedEndpoints.isEmpty()) {
            endpoints.save(savedEndpoints.values());
            savedEndpoints.clear();
        }
        if (!savedPermissions.isEmpty()) {
            permissions.save(savedPermissions.values());
            savedPermissions.clear();
        }
    }
}
