package io.github.vpcep.sandbox.store;

import static io.github.vpcep.sandbox.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists of a store, compared with maps that are filtered, sorted and cut the naive way, while both change at random.
 * What happens follows from the seed alone.
 */
final class RandomLists {
    private static final List<String> PROJECTS = List.of("p1", "p2");
    private static final List<String> SERVICES = List.of("s0", "s1", "s2", "s3", "s4", "s5");
    private static final List<String> GROUPS = List.of("edge1", "edge2");
    private static final List<String> NAMES = List.of("", "web", "WEB.S1", "s", ".", "%", "_", "none");
    private static final List<EndpointStatus> STATES =
            List.of(EndpointStatus.ACCEPTED, EndpointStatus.CREATING, EndpointStatus.REJECTED);

    private final Store store;
    private final Random random;
    private final Naive<StoredEndpoint> endpoints = new Naive<>(StoredEndpoint::id);
    private final Naive<StoredService> services = new Naive<>(StoredService::id);
    private final Naive<StoredPermission> permissions = new Naive<>(StoredPermission::id);
    private long turns;

    RandomLists(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    /** The elements of one kind by their ids, with the turns at which they came and were last changed. */
    private static final class Naive<T> {
        private final Map<String, Kept<T>> all = new LinkedHashMap<>();
        private final Function<T, String> id;

        Naive(Function<T, String> id) {
            this.id = id;
        }

        void save(T value, long turn) {
            all.merge(
                    id.apply(value),
                    new Kept<>(value, turn, turn),
                    (before, now) -> new Kept<>(value, before.created(), turn));
        }

        void removeIf(Predicate<T> gone) {
            all.values().removeIf(each -> gone.test(each.value()));
        }

        Found<T> found(
                Predicate<T> filter,
                Slice slice,
                Function<T, @Nullable Instant> created,
                Function<T, @Nullable Instant> updated) {
            Comparator<Kept<T>> order = slice.byUpdate()
                    ? Comparator.comparing((Kept<T> each) -> Objects.requireNonNull(updated.apply(each.value())))
                            .thenComparing(Kept::changed)
                    : Comparator.comparing((Kept<T> each) -> Objects.requireNonNull(created.apply(each.value())))
                            .thenComparing(Kept::created);
            List<T> sorted = all.values().stream()
                    .filter(each -> filter.test(each.value()))
                    .sorted(slice.ascending() ? order : order.reversed())
                    .map(Kept::value)
                    .toList();
            return new Found<>(
                    sorted.stream().skip(slice.offset()).limit(slice.limit()).toList(), sorted.size());
        }

        Collection<T> values() {
            return all.values().stream().map(Kept::value).toList();
        }
    }

    private record Kept<T>(T value, long created, long changed) {}

    /** Changes and asks that many times in turn. */
    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            store.write(unit -> {
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    change(unit);
                }
                if (random.nextInt(4) == 0) {
                    // Before it is written anywhere.
                    ask(unit);
                }
                return unit;
            });
            store.read(unit -> {
                ask(unit);
                ask(unit);
                return unit;
            });
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> @Nullable T oneOrNone(List<T> of) {
        return random.nextBoolean() ? one(of) : null;
    }

    private void change(Unit unit) {
        turns++;
        switch (random.nextInt(10)) {
            case 0 -> {
                String id = "e" + random.nextInt(24);
                unit.deleteEndpoint(id);
                endpoints.removeIf(each -> each.id().equals(id));
            }
            case 1 -> {
                String id = one(SERVICES);
                if (random.nextInt(3) == 0) {
                    unit.deleteService(id);
                    services.removeIf(each -> each.id().equals(id));
                    permissions.removeIf(each -> each.serviceId().equals(id));
                }
            }
            case 2 -> {
                // Mostly of that service; of another it stays.
                String service = one(SERVICES);
                String id = (random.nextInt(4) == 0 ? one(SERVICES) : service) + "-w" + random.nextInt(8);
                unit.deletePermission(service, id);
                permissions.removeIf(
                        each -> each.serviceId().equals(service) && each.id().equals(id));
            }
            case 3, 4 -> {
                StoredService service = service(one(SERVICES));
                unit.save(service);
                services.save(service, turns);
            }
            case 5, 6 -> {
                StoredPermission permission = permission(one(SERVICES), random.nextInt(8));
                if (services.all.containsKey(permission.serviceId())) {
                    unit.save(permission);
                    permissions.save(permission, turns);
                }
            }
            default -> {
                StoredEndpoint endpoint = endpoint(random.nextInt(24));
                unit.save(endpoint);
                endpoints.save(endpoint, turns);
            }
        }
    }

    /** Few times, so that many are alike. */
    private Instant time() {
        return at(random.nextInt(4));
    }

    private StoredEndpoint endpoint(int number) {
        String id = "e" + number;
        Kept<StoredEndpoint> before = endpoints.all.get(id);
        Instant created = before == null ? time() : before.value().document().createdAt();
        String service = one(SERVICES);
        return Samples.endpoint(
                id,
                each -> each.projectId(one(PROJECTS))
                        .endpointServiceId(service)
                        .endpointServiceName("region-1.Web." + service)
                        .vpcId(one(List.of("v1", "v2")))
                        .publicBorderGroup(oneOrNone(GROUPS))
                        .status(one(STATES))
                        .subnetId(one(List.of("n1", "n2")))
                        .ip("10.0.0." + number)
                        .markerId(1000L + number)
                        .createdAt(created)
                        .updatedAt(time()));
    }

    private StoredService service(String id) {
        Kept<StoredService> before = services.all.get(id);
        Instant created = before == null ? time() : before.value().document().createdAt();
        Instant updated = time();
        if (id.equals("s0")) {
            StoredService open = Samples.publicService(id, "region-1.Web." + id);
            return open.with(open.document().toBuilder()
                    .createdAt(created)
                    .updatedAt(updated)
                    .build());
        }
        return Samples.service(
                id,
                each -> each.projectId(one(PROJECTS))
                        .portId(one(List.of("port-1", "port-2")))
                        .status(one(List.of(EndpointServiceStatus.AVAILABLE, EndpointServiceStatus.CREATING)))
                        .publicBorderGroup(oneOrNone(GROUPS))
                        .ip(oneOrNone(List.of("backend")))
                        .createdAt(created)
                        .updatedAt(updated));
    }

    private StoredPermission permission(String serviceId, int number) {
        Kept<StoredPermission> before = permissions.all.get(serviceId + "-w" + number);
        Instant created = before == null
                ? time()
                : Objects.requireNonNull(before.value().document().createdAt());
        return Samples.permission(serviceId, serviceId + "-w" + number, "iam:domain::a%" + number, created, time());
    }

    private Slice slice() {
        int limit = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(5);
        return new Slice(random.nextBoolean(), random.nextBoolean(), limit, random.nextInt(3) * random.nextInt(5));
    }

    private <F extends Field<T>, T> Filter<F> filter(Filter<F> first, F[] fields, Naive<T> naive) {
        Filter<F> filter = first;
        List<T> values = new ArrayList<>(naive.values());
        for (F field : fields) {
            if (random.nextInt(4) == 0 && !values.isEmpty() && !first.values().containsKey(field)) {
                filter = filter.and(field, field.of(one(values)));
            }
        }
        return random.nextInt(3) == 0 ? filter.named(one(NAMES)) : filter;
    }

    private static <F extends Field<T>, T> Predicate<T> matching(Filter<F> filter, Function<T, @Nullable String> name) {
        return each -> filter.values().entrySet().stream()
                        .allMatch(value -> Objects.equals(value.getKey().of(each), value.getValue()))
                && (filter.name() == null
                        || Letters.inOneCase(String.valueOf(name.apply(each)))
                                .contains(Letters.inOneCase(filter.name())));
    }

    private void ask(Unit unit) {
        Slice slice = slice();
        Filter<EndpointField> connections = filter(
                random.nextBoolean()
                        ? Filter.by(EndpointField.PROJECT_ID, one(PROJECTS))
                        : Filter.by(EndpointField.SERVICE_ID, one(SERVICES)),
                EndpointField.values(),
                endpoints);
        Predicate<StoredEndpoint> isConnection =
                matching(connections, each -> each.document().endpointServiceName());
        Found<StoredEndpoint> found = endpoints.found(
                isConnection,
                slice,
                each -> each.document().createdAt(),
                each -> each.document().updatedAt());
        assertThat(unit.endpoints(connections, slice))
                .as("%s %s", connections, slice)
                .isEqualTo(found);
        assertThat(unit.countEndpoints(connections))
                .as("count of %s", connections)
                .isEqualTo(found.total());

        Filter<ServiceField> offers = filter(
                random.nextBoolean()
                        ? Filter.by(ServiceField.PROJECT_ID, one(PROJECTS))
                        : Filter.by(ServiceField.IS_PUBLIC, random.nextBoolean()),
                ServiceField.values(),
                services);
        Found<StoredService> offered = services.found(
                matching(offers, each -> each.document().name()),
                slice,
                each -> each.document().createdAt(),
                each -> each.document().updatedAt());
        assertThat(unit.services(offers, slice)).as("%s %s", offers, slice).isEqualTo(offered);
        assertThat(unit.countServices(offers)).as("count of %s", offers).isEqualTo(offered.total());

        askOfOneService(unit, slice);
        askForNumbers(unit);
    }

    private void askOfOneService(Unit unit, Slice slice) {
        String id = one(SERVICES);
        String text = one(List.of("", "a", "::a%1", "%", "A", "_"));
        Found<StoredPermission> whitelist = permissions.found(
                each -> each.serviceId().equals(id)
                        && String.valueOf(each.document().permission()).contains(text),
                slice,
                each -> each.document().createdAt(),
                StoredPermission::updatedAt);
        assertThat(unit.permissions(id, text, slice))
                .as("whitelist of %s with %s, %s", id, text, slice)
                .isEqualTo(whitelist);

        Filter<EndpointField> any = new Filter<>(Map.of(), oneOrNone(NAMES));
        boolean isThere = services.all.containsKey(id);
        OfService<StoredEndpoint> connected = unit.serviceWithEndpoints(id, any, slice);
        assertThat(connected.service().isPresent()).isEqualTo(isThere);
        if (isThere) {
            assertThat(connected.found())
                    .as("connections of %s with %s, %s", id, any, slice)
                    .isEqualTo(endpoints.found(
                            matching(
                                    any.and(EndpointField.SERVICE_ID, id),
                                    each -> each.document().endpointServiceName()),
                            slice,
                            each -> each.document().createdAt(),
                            each -> each.document().updatedAt()));
            assertThat(unit.serviceWithPermissions(id, text, slice).found()).isEqualTo(whitelist);
        }
    }

    private void askForNumbers(Unit unit) {
        Set<String> states = Set.of("accepted", one(List.of("creating", "rejected")));
        Map<String, Integer> counts = new TreeMap<>();
        endpoints.values().stream()
                .filter(each -> states.contains(
                        Objects.requireNonNull(each.document().status()).value()))
                .forEach(each ->
                        counts.merge(Objects.requireNonNull(each.document().endpointServiceId()), 1, Integer::sum));
        assertThat(unit.countByService(SERVICES, states))
                .as("connections in %s", states)
                .isEqualTo(counts);

        String project = one(PROJECTS);
        assertThat(unit.used(project))
                .as("used by %s", project)
                .isEqualTo(new Used(
                        (int) services.values().stream()
                                .filter(each -> !each.isPublic()
                                        && project.equals(each.document().projectId()))
                                .count(),
                        (int) endpoints.values().stream()
                                .filter(each -> project.equals(each.document().projectId()))
                                .count()));

        String port = one(List.of("port-1", "port-2"));
        assertThat(unit.servicesAtPort(port))
                .as("services at %s", port)
                .containsExactlyInAnyOrderElementsOf(services.values().stream()
                        .filter(each -> port.equals(each.document().portId()))
                        .toList());

        List<String> addresses = Arrays.asList("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.99");
        assertThat(unit.taken("n1", addresses))
                .isEqualTo(endpoints.values().stream()
                        .filter(each -> "n1".equals(each.document().subnetId()))
                        .map(each -> String.valueOf(each.document().ip()))
                        .filter(addresses::contains)
                        .collect(Collectors.toSet()));
    }
}
