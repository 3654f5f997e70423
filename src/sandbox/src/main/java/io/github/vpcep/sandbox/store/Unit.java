package io.github.vpcep.sandbox.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state as one unit of work sees and changes it. */
public interface Unit {
    /** How many deleted endpoints are remembered, the latest. */
    int DELETED_ENDPOINTS = 10_000;

    /** The service with this id, public ones included. */
    Optional<StoredService> service(String id);

    /** The service with this full name, exactly. */
    Optional<StoredService> serviceNamed(String fullName);

    /** Services of a project, or the public ones. */
    Found<StoredService> services(ServiceFilter filter, Slice slice);

    /** How many services a list would have. */
    int count(ServiceFilter filter);

    /** Every service whose backend is this network interface. */
    List<StoredService> servicesAtPort(String portId);

    /** Adds the service, or puts it in the place of the one with its id. */
    void save(StoredService service);

    /** Removes the service and its whitelist. */
    void deleteService(String id);

    /** The endpoint with this id. */
    Optional<StoredEndpoint> endpoint(String id);

    /** Endpoints of a project or of a service. */
    Found<StoredEndpoint> endpoints(EndpointFilter filter, Slice slice);

    /** How many endpoints a list would have. */
    int count(EndpointFilter filter);

    /** Whether an endpoint has this address in the subnet. */
    boolean isTaken(String subnetId, String ip);

    /** Adds the endpoint, or puts it in the place of the one with its id. */
    void save(StoredEndpoint endpoint);

    /** Removes the endpoint and remembers it among the latest {@value #DELETED_ENDPOINTS}. */
    void deleteEndpoint(String id);

    /** A number that no endpoint had before, below 2^31. */
    long nextMarkerId();

    /** The whitelist of a service, of records with this text anywhere in their permission; empty finds all. */
    Found<StoredPermission> permissions(String serviceId, String containing, Slice slice);

    /** The whitelist record with this id, of this service. */
    Optional<StoredPermission> permission(String serviceId, String id);

    /** The whitelist record with exactly this permission. */
    Optional<StoredPermission> permissionOf(String serviceId, String permission);

    /** Adds the record, or puts it in the place of the one with its id. */
    void save(StoredPermission permission);

    /** Removes the record. */
    void deletePermission(String serviceId, String id);

    /** The endpoint that had this id, if it is one of the latest {@value #DELETED_ENDPOINTS} that were deleted. */
    Optional<DeletedEndpoint> deletedEndpoint(String id);

    /** The services whose change of state is done by that time. */
    List<StoredService> dueServices(Instant now);

    /** The endpoints whose change of state is done by that time. */
    List<StoredEndpoint> dueEndpoints(Instant now);
}
