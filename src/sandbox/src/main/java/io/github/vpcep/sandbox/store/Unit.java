package io.github.vpcep.sandbox.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state as one unit of work sees and changes it. */
public interface Unit {
    /** How many deleted endpoints are remembered, the latest. */
    int DELETED_ENDPOINTS = 10_000;

    /** The service with this id, public ones included. */
    Optional<StoredService> service(String id);

    /** The service with this full name, exactly. */
    Optional<StoredService> serviceNamed(String fullName);

    /** Services of a project, or the public ones. */
    Found<StoredService> services(Filter<ServiceField> filter, Slice slice);

    /** How many services a list would have. */
    int countServices(Filter<ServiceField> filter);

    /** How many services and endpoints a project has. */
    Used used(String projectId);

    /** Every service whose backend is this network interface. */
    List<StoredService> servicesAtPort(String portId);

    /** Adds the service, or puts it in the place of the one with its id. */
    void save(StoredService service);

    /** Removes the service and its whitelist. */
    void deleteService(String id);

    /** The endpoint with this id. */
    Optional<StoredEndpoint> endpoint(String id);

    /** The endpoints with these ids, in any order, of which some may not be there. */
    List<StoredEndpoint> endpoints(Collection<String> ids);

    /** Endpoints of a project or of a service. */
    Found<StoredEndpoint> endpoints(Filter<EndpointField> filter, Slice slice);

    /** The service with this id, and endpoints of it: one question. */
    default OfService<StoredEndpoint> serviceWithEndpoints(String id, Filter<EndpointField> filter, Slice slice) {
        return new OfService<>(service(id), endpoints(filter.and(EndpointField.SERVICE_ID, id), slice));
    }

    /** How many endpoints a list would have. */
    int countEndpoints(Filter<EndpointField> filter);

    /** How many endpoints in one of these states each of the services has, on the wire; one without any is left out. */
    Map<String, Integer> countByService(Collection<String> serviceIds, Collection<String> statuses);

    /** Those of these addresses that endpoints of the subnet have. */
    Set<String> taken(String subnetId, Collection<String> addresses);

    /** What a project has, which of these addresses are taken in the subnet, and the next marker id. */
    Room room(String projectId, String subnetId, Collection<String> addresses);

    /** Adds the endpoint, or puts it in the place of the one with its id. */
    void save(StoredEndpoint endpoint);

    /** Removes the endpoint and remembers it among the latest {@value #DELETED_ENDPOINTS}. */
    void deleteEndpoint(String id);

    /** A number that no endpoint had before, below 2^31. */
    long nextMarkerId();

    /** The whitelist of a service, of records with this text anywhere in their permission; empty finds all. */
    Found<StoredPermission> permissions(String serviceId, String containing, Slice slice);

    /** The service with this id, and of its whitelist what {@link #permissions} finds: one question. */
    default OfService<StoredPermission> serviceWithPermissions(String id, String containing, Slice slice) {
        return new OfService<>(service(id), permissions(id, containing, slice));
    }

    /** The records with these ids on the whitelist of the service, in any order, of which some may not be there. */
    List<StoredPermission> permissions(String serviceId, Collection<String> ids);

    /** The records with exactly these permissions, in any order, of which some may not be there. */
    List<StoredPermission> permissionsOf(String serviceId, Collection<String> permissions);

    /** Adds the record, or puts it in the place of the one with its id. */
    void save(StoredPermission permission);

    /** Removes the record. */
    void deletePermission(String serviceId, String id);

    /** The endpoint that had this id, if it is one of the latest {@value #DELETED_ENDPOINTS} that were deleted. */
    Optional<DeletedEndpoint> deletedEndpoint(String id);

    /** Removes everything. Only the marker ids go on where they were. */
    void clear();
}
