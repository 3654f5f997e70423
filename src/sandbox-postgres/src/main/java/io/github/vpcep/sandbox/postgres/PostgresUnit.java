package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointFilter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceFilter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state as one transaction sees and changes it. */
final class PostgresUnit implements Unit {
    private final ServiceTable services;
    private final EndpointTable endpoints;
    private final PermissionTable permissions;

    PostgresUnit(Sql sql) {
        services = new ServiceTable(sql);
        endpoints = new EndpointTable(sql);
        permissions = new PermissionTable(sql);
    }

    @Override
    public Optional<StoredService> service(String id) {
        return services.withId(id);
    }

    @Override
    public Optional<StoredService> serviceNamed(String fullName) {
        return services.named(fullName);
    }

    @Override
    public Found<StoredService> services(ServiceFilter filter, Slice slice) {
        return services.list(filter, slice);
    }

    @Override
    public int count(ServiceFilter filter) {
        return services.count(filter);
    }

    @Override
    public List<StoredService> servicesAtPort(String portId) {
        return services.atPort(portId);
    }

    @Override
    public void save(StoredService service) {
        services.save(service);
    }

    @Override
    public void deleteService(String id) {
        services.delete(id);
    }

    @Override
    public Optional<StoredEndpoint> endpoint(String id) {
        return endpoints.withId(id);
    }

    @Override
    public Found<StoredEndpoint> endpoints(EndpointFilter filter, Slice slice) {
        return endpoints.list(filter, slice);
    }

    @Override
    public int count(EndpointFilter filter) {
        return endpoints.count(filter);
    }

    @Override
    public boolean isTaken(String subnetId, String ip) {
        return endpoints.isTaken(subnetId, ip);
    }

    @Override
    public void save(StoredEndpoint endpoint) {
        endpoints.save(endpoint);
    }

    @Override
    public void deleteEndpoint(String id) {
        endpoints.delete(id);
    }

    @Override
    public long nextMarkerId() {
        return endpoints.nextMarkerId();
    }

    @Override
    public Found<StoredPermission> permissions(String serviceId, String containing, Slice slice) {
        return permissions.list(serviceId, containing, slice);
    }

    @Override
    public Optional<StoredPermission> permission(String serviceId, String id) {
        return permissions.withId(serviceId, id);
    }

    @Override
    public Optional<StoredPermission> permissionOf(String serviceId, String permission) {
        return permissions.of(serviceId, permission);
    }

    @Override
    public void save(StoredPermission permission) {
        permissions.save(permission);
    }

    @Override
    public void deletePermission(String serviceId, String id) {
        permissions.delete(serviceId, id);
    }

    @Override
    public Optional<DeletedEndpoint> deletedEndpoint(String id) {
        return endpoints.deleted(id);
    }

    @Override
    public List<StoredService> dueServices(Instant now) {
        return services.due(now);
    }

    @Override
    public List<StoredEndpoint> dueEndpoints(Instant now) {
        return endpoints.due(now);
    }
}
