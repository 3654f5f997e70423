package io.github.vpcep.sandbox.domain;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Found;
import io.github.vpcep.sandbox.store.ServiceField;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** All that there is, whosever it is, and what a test does to it past the rules. */
public final class States {
    private final DomainContext context;

    /** Works on that state. */
    public States(DomainContext context) {
        this.context = context;
    }

    /**
     * The services of these projects, one project after the other and each by creation, then the public ones if wanted.
     */
    public Found<StoredService> services(List<String> projectIds, boolean publicToo, int limit, int offset) {
        List<Filter<ServiceField>> filters = new ArrayList<>();
        projectIds.forEach(each -> filters.add(Filter.by(ServiceField.PROJECT_ID, each)));
        if (publicToo) {
            filters.add(Filter.by(ServiceField.IS_PUBLIC, true));
        }
        return context.read(unit -> joined(filters, limit, offset, unit::services));
    }

    /** The endpoints of these projects, one project after the other and each by creation. */
    public Found<StoredEndpoint> endpoints(List<String> projectIds, int limit, int offset) {
        List<Filter<EndpointField>> filters = projectIds.stream()
                .map(each -> Filter.by(EndpointField.PROJECT_ID, each))
                .toList();
        return context.read(unit -> joined(filters, limit, offset, unit::endpoints));
    }

    /** How a list is asked for. */
    private interface Asking<F, T> {
        Found<T> ask(F filter, Slice slice);
    }

    private static <F, T> Found<T> joined(List<F> filters, int limit, int offset, Asking<F, T> asking) {
        List<T> items = new ArrayList<>();
        int total = 0;
        for (F filter : filters) {
            int wanted = limit - items.size();
            // Of a list of which nothing is wanted the total still is.
            Found<T> found = asking.ask(filter, byCreation(Math.max(1, wanted), Math.max(0, offset - total)));
            items.addAll(found.items().subList(0, Math.min(wanted, found.items().size())));
            total += found.total();
        }
        return new Found<>(items, total);
    }

    private static Slice byCreation(int limit, int offset) {
        return new Slice(false, true, limit, offset);
    }

    /**
     * A service of anybody.
     *
     * @throws NoSuchElementException if there is none
     */
    public StoredService service(String id) {
        return context.ask(unit -> service(unit, id));
    }

    /**
     * An endpoint of anybody.
     *
     * @throws NoSuchElementException if there is none
     */
    public StoredEndpoint endpoint(String id) {
        return context.ask(unit -> endpoint(unit, id));
    }

    /**
     * The connections of a service, by creation.
     *
     * @throws NoSuchElementException if there is no such service
     */
    public Found<StoredEndpoint> connections(String id, int limit, int offset) {
        Filter<EndpointField> filter = Filter.by(EndpointField.SERVICE_ID, id);
        return ofService(id, unit -> unit.endpoints(filter, byCreation(limit, offset)));
    }

    /**
     * The whitelist of a service, by creation.
     *
     * @throws NoSuchElementException if there is no such service
     */
    public Found<StoredPermission> permissions(String id, int limit, int offset) {
        return ofService(id, unit -> unit.permissions(id, "", byCreation(limit, offset)));
    }

    private <R> R ofService(String id, Function<Unit, R> question) {
        return context.read(unit -> {
            service(unit, id);
            return question.apply(unit);
        });
    }

    /**
     * Puts a service into a state, in which it stays.
     *
     * @throws NoSuchElementException if there is no such service
     * @throws IllegalArgumentException if the state is none that is documented
     */
    public StoredService move(String id, EndpointServiceStatus status) {
        if (!status.isKnown()) {
            throw notDocumented(status, EndpointServiceStatus.values());
        }
        return context.write(unit -> {
            StoredService moved = Sower.in(status, service(unit, id));
            StoredService dated = moved.with(
                    moved.document().toBuilder().updatedAt(context.now()).build());
            unit.save(dated);
            return dated;
        });
    }

    /**
     * Puts an endpoint into a state, in which it stays.
     *
     * @throws NoSuchElementException if there is no such endpoint
     * @throws IllegalArgumentException if the state is none that is documented
     */
    public StoredEndpoint move(String id, EndpointStatus status) {
        if (!status.isKnown()) {
            throw notDocumented(status, EndpointStatus.values());
        }
        return context.write(unit -> {
            StoredEndpoint before = endpoint(unit, id);
            StoredEndpoint moved = Sower.in(status, before);
            StoredEndpoint dated = new StoredEndpoint(
                    moved.document().toBuilder().updatedAt(context.now()).build(),
                    moved.domainId(),
                    moved.note(),
                    before.wasAccepted() || moved.wasAccepted(),
                    null);
            unit.save(dated);
            return dated;
        });
    }

    private static StoredService service(Unit unit, String id) {
        return unit.service(id).orElseThrow(() -> new NoSuchElementException("There is no endpoint service " + id));
    }

    private static StoredEndpoint endpoint(Unit unit, String id) {
        return unit.endpoint(id).orElseThrow(() -> new NoSuchElementException("There is no endpoint " + id));
    }

    private static IllegalArgumentException notDocumented(Object status, List<?> allowed) {
        return new IllegalArgumentException("status is " + status + "; allowed are " + allowed);
    }
}
