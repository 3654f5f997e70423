package io.github.vpcep.sandbox.store;

import static io.github.vpcep.sandbox.store.Samples.START;
import static io.github.vpcep.sandbox.store.Samples.at;
import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static io.github.vpcep.sandbox.store.Samples.permission;
import static io.github.vpcep.sandbox.store.Samples.publicService;
import static io.github.vpcep.sandbox.store.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointServiceStatus;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store does. A class that extends this one says which store. */
@Timeout(120)
public abstract class StoreContract {
    private static final Filter<EndpointField> P1 = Filter.by(EndpointField.PROJECT_ID, "p1");
    private static final Filter<ServiceField> SERVICES = Filter.by(ServiceField.PROJECT_ID, "p1");
    private static final Filter<ServiceField> PUBLIC = Filter.by(ServiceField.IS_PUBLIC, true);
    private static final Slice OLDEST_FIRST = new Slice(false, true, Integer.MAX_VALUE, 0);
    private static final int THREADS = 8;

    private Store store;

    /** The store to test, the same one each time or not; each test empties it first. */
    protected abstract Store store();

    @BeforeEach
    void empty() {
        store = store();
        store.clear();
    }

    @Nested
    class Endpoints {
        @Test
        void areKeptWithAllTheirFields() {
            StoredEndpoint full = new StoredEndpoint(
                    endpoint(
                                    "e1",
                                    each -> each.subnetId("n1")
                                            .ip("10.0.0.1")
                                            .markerId(17L)
                                            .description("a \"description\", 描述 \\")
                                            .whitelist(List.of("10.0.0.0/8"))
                                            .tags(List.of(Tag.builder()
                                                    .key("k")
                                                    .value("")
                                                    .build())))
                            .document(),
                    "d1",
                    "note ✓",
                    true,
                    new Due(at(5).plusNanos(123_456_789), "accepted"));
            save(full, endpoint("e2", each -> each));

            assertThat(one(unit -> unit.endpoint("e1"))).contains(full);
            assertThat(one(unit -> unit.endpoint("e3"))).isEmpty();
            assertThat(one(unit -> unit.endpoint("E1"))).isEmpty();
        }

        @Test
        void areFoundOnlyByTheirLatestForm() {
            save(endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1").markerId(1L)));
            save(endpoint(
                    "e1",
                    each -> each.projectId("p2")
                            .endpointServiceId("s2")
                            .endpointServiceName("other")
                            .vpcId("v2")
                            .subnetId("n2")
                            .ip("10.0.0.2")
                            .markerId(2L)
                            .status(EndpointStatus.FAILED)
                            .publicBorderGroup("g2")
                            .createdAt(at(1))
                            .updatedAt(at(2))));

            assertThat(ids(P1)).isEmpty();
            assertThat(ids(Filter.by(EndpointField.SERVICE_ID, "s1"))).isEmpty();
            assertThat(ids(Filter.by(EndpointField.SERVICE_ID, "s2").and(EndpointField.STATUS, "accepted")))
                    .isEmpty();
            assertThat(ids(Filter.by(EndpointField.PROJECT_ID, "p2")
                            .and(EndpointField.SERVICE_ID, "s2")
                            .and(EndpointField.VPC_ID, "v2")
                            .and(EndpointField.ID, "e1")
                            .and(EndpointField.MARKER_ID, 2L)
                            .and(EndpointField.STATUS, "failed")
                            .and(EndpointField.PUBLIC_BORDER_GROUP, "g2")
                            .named("OTHER")))
                    .containsExactly("e1");
            assertThat(is(unit -> isTaken(unit, "n1", "10.0.0.1"))).isFalse();
            assertThat(is(unit -> isTaken(unit, "n2", "10.0.0.2"))).isTrue();
        }

        @Test
        void areFilteredByEachValueAndByAllOfThem() {
            save(
                    endpoint("e1", each -> each.markerId(1L)),
                    endpoint("e2", each -> each.vpcId("v2").markerId(2L)),
                    endpoint("e3", each -> each.status(EndpointStatus.REJECTED).markerId(3L)),
                    endpoint("e4", each -> each.publicBorderGroup("g1").markerId(4L)),
                    endpoint(
                            "e5",
                            each -> each.vpcId("v2")
                                    .status(EndpointStatus.REJECTED)
                                    .publicBorderGroup("g1")),
                    endpoint("e6", each -> each.endpointServiceId("s2").endpointServiceName("region-1.obs.s2")),
                    endpoint("e7", each -> each.projectId("p2")),
                    endpoint("e8", each -> each.projectId("p2").status(EndpointStatus.REJECTED)));

            Map<Filter<EndpointField>, List<String>> expected = new LinkedHashMap<>();
            expected.put(P1, List.of("e1", "e2", "e3", "e4", "e5", "e6"));
            expected.put(Filter.by(EndpointField.PROJECT_ID, "p3"), List.of());
            expected.put(P1.and(EndpointField.STATUS, "rejected"), List.of("e3", "e5"));
            expected.put(P1.and(EndpointField.STATUS, "Rejected"), List.of());
            expected.put(P1.and(EndpointField.STATUS, "failed"), List.of());
            expected.put(filter("v2", null, null, null, null), List.of("e2", "e5"));
            expected.put(filter("V2", null, null, null, null), List.of());
            expected.put(filter(null, "e3", null, null, null), List.of("e3"));
            expected.put(filter(null, "e7", null, null, null), List.of());
            expected.put(filter(null, "e", null, null, null), List.of());
            expected.put(filter(null, null, 2L, null, null), List.of("e2"));
            expected.put(filter(null, null, 9L, null, null), List.of());
            expected.put(filter(null, null, null, "g1", null), List.of("e4", "e5"));
            expected.put(filter(null, null, null, null, "WEB"), List.of("e1", "e2", "e3", "e4", "e5"));
            expected.put(filter(null, null, null, null, "1.obs.s"), List.of("e6"));
            expected.put(filter(null, null, null, null, "%"), List.of());
            expected.put(filter(null, null, null, null, "region_1"), List.of());
            expected.put(filter("v2", null, null, "g1", "web").and(EndpointField.STATUS, "rejected"), List.of("e5"));
            expected.put(filter("v2", "e2", 2L, null, "web").and(EndpointField.STATUS, "accepted"), List.of("e2"));
            expected.put(filter("v2", "e2", 1L, null, null), List.of());
            expected.put(Filter.by(EndpointField.SERVICE_ID, "s1"), List.of("e1", "e2", "e3", "e4", "e5", "e7", "e8"));
            expected.put(
                    Filter.by(EndpointField.SERVICE_ID, "s1").and(EndpointField.STATUS, "rejected"),
                    List.of("e3", "e5", "e8"));
            expected.put(
                    Filter.by(EndpointField.PROJECT_ID, "p2").and(EndpointField.SERVICE_ID, "s1"), List.of("e7", "e8"));
            expected.put(Filter.by(EndpointField.SERVICE_ID, "s1").and(EndpointField.ID, "e8"), List.of("e8"));
            expected.put(Filter.by(EndpointField.SERVICE_ID, "s2").and(EndpointField.MARKER_ID, 1L), List.of());

            expected.forEach((filter, ids) -> {
                assertThat(ids(filter)).as("%s", filter).containsExactlyElementsOf(ids);
                assertThat(found(unit -> unit.endpoints(filter, new Slice(true, false, 1, 0)))
                                .total())
                        .as("total of %s", filter)
                        .isEqualTo(ids.size());
                assertThat(number(unit -> unit.countEndpoints(filter)))
                        .as("count of %s", filter)
                        .isEqualTo(ids.size());
            });
        }

        /** Of a new field there has to be one with a value here, and one without it. */
        @Test
        void areFilteredByEveryFieldThatThereIs() {
            // Any text may stand beside the field.
            List<StoredEndpoint> all = List.of(
                    endpoint("e1", each -> each.description("\0 \ud800")),
                    endpoint(
                            "e2",
                            each -> each.vpcId("v2")
                                    .markerId(2L)
                                    .status(EndpointStatus.REJECTED)
                                    .publicBorderGroup("g1")
                                    .endpointServiceId("s2")),
                    endpoint("e3", each -> each.projectId("p2")));
            save(all.toArray(StoredEndpoint[]::new));

            for (EndpointField field : EndpointField.values()) {
                Object value = Objects.requireNonNull(field.of(all.get(field == EndpointField.PROJECT_ID ? 2 : 1)));
                List<String> having = all.stream()
                        .filter(each -> value.equals(field.of(each)))
                        .map(StoredEndpoint::id)
                        .toList();
                assertThat(having).as("%s of the samples", field).hasSize(1);
                assertThat(ids(Filter.by(field, value))).as("%s", field).isEqualTo(having);
                assertThat(number(unit -> unit.countEndpoints(Filter.by(field, value))))
                        .as("count by %s", field)
                        .isOne();
            }
        }

        @Test
        void withoutAName_areFoundWhereNoneIsAskedFor() {
            save(endpoint("e1", each -> each.endpointServiceName(null)), endpoint("e2", each -> each));

            assertThat(ids(P1)).containsExactly("e1", "e2");
            assertThat(ids(P1.named(""))).containsExactly("e2");
        }

        @Test
        void areSortedByATime() {
            save(
                    endpoint("c", each -> each.createdAt(at(1)).updatedAt(at(9))),
                    endpoint("a", each -> each.createdAt(at(2)).updatedAt(at(5))),
                    endpoint("b", each -> each.createdAt(at(3)).updatedAt(at(6))),
                    endpoint("d", each -> each.createdAt(at(1)).updatedAt(at(7))));

            assertThat(ids(P1, new Slice(false, true, 9, 0))).containsExactly("c", "d", "a", "b");
            assertThat(ids(P1, new Slice(false, false, 9, 0))).containsExactly("b", "a", "d", "c");
            assertThat(ids(P1, new Slice(true, true, 9, 0))).containsExactly("a", "b", "d", "c");
            assertThat(ids(P1, new Slice(true, false, 9, 0))).containsExactly("c", "d", "b", "a");
            assertThat(ids(P1, Slice.ALL)).containsExactly("b", "a", "d", "c");
        }

        @Test
        void ofOneTime_areInTheOrderOfTheirCreation_orOfTheirLastChange() {
            save(endpoint("c", each -> each), endpoint("a", each -> each));
            save(endpoint("b", each -> each));
            save(endpoint("c", each -> each.description("changed")));

            assertThat(ids(P1, new Slice(false, true, 9, 0))).containsExactly("c", "a", "b");
            assertThat(ids(P1, new Slice(false, false, 9, 0))).containsExactly("b", "a", "c");
            assertThat(ids(P1, new Slice(true, true, 9, 0))).containsExactly("a", "b", "c");
            assertThat(ids(P1.and(EndpointField.STATUS, "accepted"), new Slice(true, false, 9, 0)))
                    .containsExactly("c", "b", "a");
        }

        @Test
        void comeInPagesWithTheTotal() {
            List<String> all =
                    IntStream.range(0, 25).mapToObj("e%02d"::formatted).toList();
            save(all.stream().map(id -> endpoint(id, each -> each)).toArray(StoredEndpoint[]::new));
            save(endpoint("f", each -> each.endpointServiceName("another").vpcId("v2")));

            for (Filter<EndpointField> filter : List.of(
                    filter("v1", null, null, null, null),
                    filter(null, null, null, null, "web"),
                    P1.and(EndpointField.STATUS, "accepted"))) {
                int total = number(unit -> unit.countEndpoints(filter));
                List<String> paged = new ArrayList<>();
                for (int offset = 0; offset < 30; offset += 7) {
                    Slice slice = new Slice(false, true, 7, offset);
                    Found<StoredEndpoint> page = found(unit -> unit.endpoints(filter, slice));
                    assertThat(page.total()).isEqualTo(total);
                    page.items().forEach(each -> paged.add(each.id()));
                }
                assertThat(paged).hasSize(total).containsSubsequence(all);
            }
        }

        @Test
        void beyondTheEndAreNoneButTheTotalStays() {
            save(endpoint("e1", each -> each), endpoint("e2", each -> each));

            for (int offset : List.of(2, 3, 1000, Integer.MAX_VALUE)) {
                for (boolean ascending : List.of(true, false)) {
                    Slice slice = new Slice(false, ascending, 10, offset);
                    assertThat(found(unit -> unit.endpoints(P1, slice))).isEqualTo(new Found<>(List.of(), 2));
                }
            }
            assertThat(ids(P1, new Slice(false, true, Integer.MAX_VALUE, 1))).containsExactly("e2");
            assertThat(ids(P1, new Slice(false, false, Integer.MAX_VALUE, 1))).containsExactly("e1");
        }

        @Test
        void holdTheirAddressInTheirSubnetUntilTheyAreGone() {
            save(endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1")), endpoint("e2", each -> each));

            assertThat(is(unit -> isTaken(unit, "n1", "10.0.0.1"))).isTrue();
            assertThat(is(unit -> isTaken(unit, "n1", "10.0.0.2"))).isFalse();
            assertThat(is(unit -> isTaken(unit, "n2", "10.0.0.1"))).isFalse();

            write(unit -> unit.deleteEndpoint("e1"));
            assertThat(is(unit -> isTaken(unit, "n1", "10.0.0.1"))).isFalse();
        }

        @Test
        void areRememberedOnceDeleted() {
            save(endpoint("e1", each -> each.markerId(5L)), endpoint("e2", each -> each));

            write(unit -> unit.deleteEndpoint("e1"));
            write(unit -> unit.deleteEndpoint("e1"));
            write(unit -> unit.deleteEndpoint("unknown"));

            assertThat(one(unit -> unit.deletedEndpoint("e1"))).contains(new DeletedEndpoint("e1", "p1", "s1"));
            assertThat(one(unit -> unit.deletedEndpoint("e2"))).isEmpty();
            assertThat(one(unit -> unit.deletedEndpoint("unknown"))).isEmpty();
            assertThat(one(unit -> unit.endpoint("e1"))).isEmpty();
            assertThat(ids(P1)).containsExactly("e2");
            assertThat(ids(filter(null, null, 5L, null, null))).isEmpty();
        }

        @Test
        void areForgottenOnceTooManyWereDeletedSince() {
            for (int i = 0; i <= Unit.DELETED_ENDPOINTS; i += 100) {
                List<String> ids = IntStream.range(i, Math.min(i + 100, Unit.DELETED_ENDPOINTS + 1))
                        .mapToObj(n -> "e" + n)
                        .toList();
                write(unit -> {
                    ids.forEach(id -> unit.save(endpoint(id, each -> each)));
                    ids.forEach(unit::deleteEndpoint);
                });
            }

            assertThat(one(unit -> unit.deletedEndpoint("e0"))).isEmpty();
            assertThat(one(unit -> unit.deletedEndpoint("e1"))).isPresent();
            assertThat(one(unit -> unit.deletedEndpoint("e" + Unit.DELETED_ENDPOINTS)))
                    .isPresent();
        }
    }

    @Nested
    class Services {
        @Test
        void areKeptWithAllTheirFields() {
            StoredService mine =
                    service("s1", each -> each.description("描述")).with(new Due(at(1).plusMillis(5), Due.GONE));
            StoredService everybodys = publicService("s2", "com.example.obs");
            write(unit -> unit.save(mine));
            write(unit -> unit.save(everybodys));

            assertThat(one(unit -> unit.service("s1"))).contains(mine);
            assertThat(one(unit -> unit.service("s2"))).contains(everybodys);
            assertThat(one(unit -> unit.service("s3"))).isEmpty();
        }

        @Test
        void areFoundByTheirWholeName() {
            write(unit -> unit.save(service("s1", each -> each.name("region-1.Web.s1"))));
            write(unit -> unit.save(publicService("s2", "com.example.obs")));

            assertThat(one(unit -> unit.serviceNamed("region-1.Web.s1")).map(StoredService::id))
                    .contains("s1");
            assertThat(one(unit -> unit.serviceNamed("com.example.obs")).map(StoredService::id))
                    .contains("s2");
            assertThat(one(unit -> unit.serviceNamed("Web"))).isEmpty();

            write(unit -> unit.save(service("s1", each -> each.name("region-1.New.s1"))));
            assertThat(one(unit -> unit.serviceNamed("region-1.Web.s1"))).isEmpty();
            assertThat(one(unit -> unit.serviceNamed("region-1.New.s1"))).isPresent();
        }

        @Test
        void areFoundByTheirBackend() {
            write(unit -> unit.save(service("s1", each -> each)));
            write(unit -> unit.save(service("s2", each -> each.projectId("p2"))));
            write(unit -> unit.save(service("s3", each -> each.portId("port-2"))));

            assertThat(list(unit -> unit.servicesAtPort("port-1")))
                    .extracting(StoredService::id)
                    .containsExactlyInAnyOrder("s1", "s2");
            assertThat(list(unit -> unit.servicesAtPort("port-3"))).isEmpty();
        }

        @Test
        void areFilteredByEachValueAndByAllOfThem() {
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(service("s2", each -> each.status(EndpointServiceStatus.FAILED)));
                unit.save(service("s3", each -> each.publicBorderGroup("g1").ip("192.168.0.5")));
                unit.save(service("s4", each -> each.projectId("p2")));
                unit.save(publicService("s5", "com.example.obs"));
                unit.save(publicService("s6", "com.example.DNS"));
            });

            Map<Filter<ServiceField>, List<String>> expected = new LinkedHashMap<>();
            expected.put(SERVICES, List.of("s1", "s2", "s3"));
            expected.put(Filter.by(ServiceField.PROJECT_ID, "p3"), List.of());
            expected.put(SERVICES.and(ServiceField.STATUS, "failed"), List.of("s2"));
            expected.put(SERVICES.and(ServiceField.ID, "s3"), List.of("s3"));
            expected.put(SERVICES.and(ServiceField.ID, "s4"), List.of());
            expected.put(SERVICES.and(ServiceField.ID, "s5"), List.of());
            expected.put(SERVICES.and(ServiceField.PUBLIC_BORDER_GROUP, "g1"), List.of("s3"));
            expected.put(SERVICES.named("WEB.S2"), List.of("s2"));
            expected.put(
                    SERVICES.and(ServiceField.STATUS, "available")
                            .and(ServiceField.PUBLIC_BORDER_GROUP, "g1")
                            .named("web"),
                    List.of("s3"));
            expected.put(SERVICES.and(ServiceField.HAS_IP, true), List.of("s3"));
            expected.put(SERVICES.and(ServiceField.HAS_IP, false), List.of("s1", "s2"));
            expected.put(PUBLIC, List.of("s5", "s6"));
            expected.put(PUBLIC.named("dns"), List.of("s6"));
            expected.put(PUBLIC.and(ServiceField.ID, "s5"), List.of("s5"));
            expected.put(PUBLIC.and(ServiceField.ID, "s1"), List.of());

            expected.forEach((filter, ids) -> {
                Found<StoredService> found = found(unit -> unit.services(filter, OLDEST_FIRST));
                assertThat(found.items())
                        .as("%s", filter)
                        .extracting(StoredService::id)
                        .containsExactlyElementsOf(ids);
                assertThat(found.total()).isEqualTo(ids.size());
                assertThat(number(unit -> unit.countServices(filter))).isEqualTo(ids.size());
            });
        }

        /** Of a new field there has to be one with a value here, and one without it. */
        @Test
        void areFilteredByEveryFieldThatThereIs() {
            // Any text may stand beside the field.
            List<StoredService> all = List.of(
                    service("s1", each -> each.description("\0 \ud800 ,\"ip\":\"1\"")),
                    service(
                            "s2",
                            each -> each.status(EndpointServiceStatus.FAILED)
                                    .publicBorderGroup("g1")
                                    .ip("192.168.0.5")),
                    service("s3", each -> each.projectId("p2")),
                    publicService("s4", "com.example.obs"));
            write(unit -> all.forEach(unit::save));

            for (ServiceField field : ServiceField.values()) {
                StoredService sample =
                        all.get(field == ServiceField.PROJECT_ID ? 2 : field == ServiceField.IS_PUBLIC ? 3 : 1);
                Object value = Objects.requireNonNull(field.of(sample));
                Filter<ServiceField> filter = Filter.by(ServiceField.IS_PUBLIC, sample.isPublic())
                        .and(ServiceField.PROJECT_ID, ServiceField.PROJECT_ID.of(sample))
                        .and(field, value);
                assertThat(all.stream().filter(each -> value.equals(field.of(each))))
                        .as("%s of the samples", field)
                        .hasSize(1);
                assertThat(found(unit -> unit.services(filter, OLDEST_FIRST)).items())
                        .as("%s", field)
                        .containsExactly(sample);
                assertThat(number(unit -> unit.countServices(filter)))
                        .as("count by %s", field)
                        .isOne();
            }
        }

        @Test
        void areSortedAndComeInPages() {
            write(unit -> {
                unit.save(service("a", each -> each.createdAt(at(1)).updatedAt(at(9))));
                unit.save(service("b", each -> each.createdAt(at(1)).updatedAt(at(8))));
                unit.save(service("c", each -> each.createdAt(at(0)).updatedAt(at(9))));
            });

            assertThat(services(new Slice(false, true, 9, 0))).containsExactly("c", "a", "b");
            assertThat(services(new Slice(false, false, 2, 0))).containsExactly("b", "a");
            assertThat(services(new Slice(true, true, 9, 1))).containsExactly("a", "c");
            assertThat(services(new Slice(true, false, 9, 3))).isEmpty();
            assertThat(found(unit -> unit.services(SERVICES, new Slice(true, false, 9, 3)))
                            .total())
                    .isEqualTo(3);
        }

        @Test
        void takeTheirWhitelistWithThem() {
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(service("s2", each -> each));
                unit.save(permission("s1", "w1", "*"));
                unit.save(permission("s1", "w2", "iam:domain::d1"));
                unit.save(permission("s2", "w3", "*"));
                unit.save(endpoint("e1", each -> each));
            });

            write(unit -> unit.deleteService("s1"));
            write(unit -> unit.deleteService("unknown"));

            assertThat(one(unit -> unit.service("s1"))).isEmpty();
            assertThat(one(unit -> unit.serviceNamed("region-1.Web.s1"))).isEmpty();
            assertThat(found(unit -> unit.permissions("s1", "", OLDEST_FIRST)).total())
                    .isZero();
            assertThat(one(unit -> first(unit.permissionsOf("s1", List.of("*")))))
                    .isEmpty();
            assertThat(one(unit -> first(unit.permissions("s2", List.of("w3")))))
                    .isPresent();
            assertThat(one(unit -> unit.endpoint("e1"))).isPresent();
            assertThat(one(unit -> unit.deletedEndpoint("s1"))).isEmpty();
        }

        @Test
        void ofOneTime_areInTheOrderOfTheirCreation() {
            for (String id : List.of("c", "a", "b")) {
                write(unit -> unit.save(service(id, each -> each)));
            }
            write(unit -> unit.save(service("c", each -> each.description("changed"))));

            assertThat(services(new Slice(false, true, 9, 0))).containsExactly("c", "a", "b");
            assertThat(services(new Slice(true, true, 9, 0))).containsExactly("a", "b", "c");
        }

        private List<String> services(Slice slice) {
            return found(unit -> unit.services(SERVICES, slice)).items().stream()
                    .map(StoredService::id)
                    .toList();
        }
    }

    @Nested
    class Permissions {
        @Test
        void areFoundWithinTheirService() {
            StoredPermission everybody = permission("s1", "w1", "*");
            write(unit -> {
                unit.save(everybody);
                unit.save(permission("s1", "w2", "iam:domain::d1"));
                unit.save(permission("s2", "w3", "iam:domain::d2"));
            });

            assertThat(one(unit -> first(unit.permissions("s1", List.of("w1")))))
                    .contains(everybody);
            assertThat(one(unit -> first(unit.permissions("s2", List.of("w1")))))
                    .isEmpty();
            assertThat(one(unit -> first(unit.permissionsOf("s1", List.of("*")))))
                    .contains(everybody);
            assertThat(one(unit -> first(unit.permissionsOf("s1", List.of("iam:domain::d2")))))
                    .isEmpty();
            assertThat(one(unit -> first(unit.permissionsOf("s1", List.of("iam:domain::")))))
                    .isEmpty();
            assertThat(permissions("s1", "")).containsExactly("w1", "w2");
            assertThat(permissions("s1", "domain::d")).containsExactly("w2");
            assertThat(permissions("s1", "*")).containsExactly("w1");
            assertThat(permissions("s1", "%")).isEmpty();
            assertThat(permissions("s3", "")).isEmpty();
        }

        @Test
        void areSortedAndComeInPages() {
            write(unit -> {
                unit.save(permission("s1", "a", "iam:domain::2", at(1), at(9)));
                unit.save(permission("s1", "b", "iam:domain::1", at(1), at(8)));
                unit.save(permission("s1", "c", "iam:domain::3", at(0), at(9)));
            });

            assertThat(permissions("s1", "iam", new Slice(false, false, 9, 0))).containsExactly("b", "a", "c");
            assertThat(permissions("s1", "", new Slice(true, true, 2, 1))).containsExactly("a", "c");
            assertThat(found(unit -> unit.permissions("s1", "iam", new Slice(true, true, 1, 5))))
                    .isEqualTo(new Found<>(List.of(), 3));
        }

        @Test
        void ofOneTime_areInTheOrderOfTheirCreation() {
            write(unit -> List.of("c", "a", "b").forEach(id -> unit.save(permission("s1", id, "iam:domain::" + id))));
            write(unit -> unit.save(permission("s1", "c", "iam:domain::c")));

            assertThat(permissions("s1", "")).containsExactly("c", "a", "b");
            assertThat(permissions("s1", "", new Slice(true, true, 9, 0))).containsExactly("a", "b", "c");
        }

        @Test
        void areReplacedAndRemovedById() {
            write(unit -> {
                unit.save(permission("s1", "w1", "iam:domain::d1"));
                unit.save(permission("s1", "w1", "iam:domain::d2"));
                unit.save(permission("s1", "w2", "*"));
            });
            assertThat(one(unit -> first(unit.permissionsOf("s1", List.of("iam:domain::d1")))))
                    .isEmpty();
            assertThat(permissions("s1", "")).containsExactly("w1", "w2");

            write(unit -> unit.deletePermission("s2", "w1"));
            write(unit -> unit.deletePermission("s1", "w2"));
            assertThat(permissions("s1", "")).containsExactly("w1");
            assertThat(one(unit -> unit.deletedEndpoint("w2"))).isEmpty();
        }

        @Test
        void withoutAPermission_areFoundWhereNoneIsAskedFor() {
            StoredPermission empty = permission("s1", "w1", "*");
            write(unit -> unit.save(new StoredPermission(
                    empty.document().toBuilder().permission(null).build(), "s1", START)));

            assertThat(permissions("s1", "")).containsExactly("w1");
            assertThat(permissions("s1", "*")).isEmpty();
        }

        @Test
        void haveAnIdThatIsTheirsAmongThoseOfAllServices() {
            write(unit -> unit.save(permission("s1", "w1", "*")));

            write(unit -> unit.save(permission("s2", "w1", "*")));

            assertThat(permissions("s1", "")).isEmpty();
            assertThat(one(unit -> first(unit.permissions("s1", List.of("w1")))))
                    .isEmpty();
            assertThat(permissions("s2", "")).containsExactly("w1");
        }

        private List<String> permissions(String serviceId, String containing) {
            return permissions(serviceId, containing, OLDEST_FIRST);
        }

        private List<String> permissions(String serviceId, String containing, Slice slice) {
            return found(unit -> unit.permissions(serviceId, containing, slice)).items().stream()
                    .map(StoredPermission::id)
                    .toList();
        }
    }

    @Nested
    class ChangesOfState {
        private final StoredEndpoint creating = endpoint(
                        "e1", each -> each.status(EndpointStatus.CREATING).updatedAt(at(1)))
                .with(new Due(at(10).plusNanos(5), "accepted"));
        private final StoredEndpoint deleting = endpoint(
                        "e2",
                        each -> each.status(EndpointStatus.DELETING)
                                .vpcId("v2")
                                .subnetId("n2")
                                .ip("10.0.0.2"))
                .with(new Due(at(20), Due.GONE));
        private final StoredService service = service("s1", each -> each.status(EndpointServiceStatus.CREATING))
                .with(new Due(at(15), "available"));

        @Test
        void areSeenAsDone_onceTheirTimeHasComeToTheNanosecond() {
            save(creating);
            write(unit -> unit.save(service));

            Instant before = at(10).plusNanos(4);
            assertThat(atAll(before, unit -> unit.endpoint("e1"))).containsOnly(Optional.of(creating));
            assertThat(atAll(before, unit -> unit.countEndpoints(P1.and(EndpointField.STATUS, "creating"))))
                    .containsOnly(1);

            Instant done = at(10).plusNanos(5);
            StoredEndpoint accepted = new StoredEndpoint(
                    creating.document().toBuilder()
                            .status(EndpointStatus.ACCEPTED)
                            .updatedAt(at(10))
                            .build(),
                    "d1",
                    "",
                    true,
                    null);
            assertThat(atAll(done, unit -> unit.endpoint("e1"))).containsOnly(Optional.of(accepted));
            assertThat(atAll(done, unit -> unit.endpoints(P1.and(EndpointField.STATUS, "accepted"), Slice.ALL)))
                    .containsOnly(new Found<>(List.of(accepted), 1));
            assertThat(atAll(done, unit -> unit.endpoints(List.of("e1")))).containsOnly(List.of(accepted));
            assertThat(atAll(done, unit -> unit.countEndpoints(P1.and(EndpointField.STATUS, "creating"))))
                    .containsOnly(0);
            assertThat(atAll(done, unit -> unit.countByService(List.of("s1"), List.of("accepted"))))
                    .containsOnly(Map.of("s1", 1));
            assertThat(atAll(done, unit -> unit.service("s1"))).containsOnly(Optional.of(service));
            assertThat(atAll(
                            at(15),
                            unit -> unit.services(SERVICES.and(ServiceField.STATUS, "available"), Slice.ALL)
                                    .total()))
                    .containsOnly(1);
        }

        @Test
        void thatEndAResource_leaveNothingOfIt() {
            save(deleting, endpoint("e3", each -> each));
            write(unit -> {
                unit.save(service.with(new Due(at(15), Due.GONE)));
                unit.save(permission("s1", "w1", "*"));
            });

            assertThat(atAll(at(14), unit -> unit.endpoints(P1, Slice.ALL).total()))
                    .containsOnly(2);
            assertThat(atAll(at(15), unit -> unit.service("s1"))).containsOnly(Optional.empty());
            assertThat(atAll(
                            at(20),
                            unit -> unit.endpoints(P1, Slice.ALL).items().stream()
                                    .map(StoredEndpoint::id)
                                    .toList()))
                    .containsOnly(List.of("e3"));
            assertThat(atAll(at(20), unit -> unit.countEndpoints(filter("v2", null, null, null, null))))
                    .containsOnly(0);
            assertThat(atAll(at(20), unit -> unit.endpoint("e2"))).containsOnly(Optional.empty());
            assertThat(atAll(at(20), unit -> unit.deletedEndpoint("e2")))
                    .containsOnly(Optional.of(new DeletedEndpoint("e2", "p1", "s1")));
            assertThat(atAll(at(20), unit -> isTaken(unit, "n2", "10.0.0.2"))).containsOnly(false);
            assertThat(atAll(at(20), unit -> unit.service("s1"))).containsOnly(Optional.empty());
            assertThat(atAll(at(20), unit -> unit.used("p1"))).containsOnly(new Used(0, 1));
            assertThat(atAll(
                            at(20),
                            unit -> unit.permissions("s1", "", Slice.ALL).total()))
                    .containsOnly(0);
        }

        @Test
        void areSortedByTheTimeAtWhichTheyAreDone() {
            save(
                    endpoint("a", each -> each.updatedAt(at(5))),
                    endpoint("b", each -> each.updatedAt(at(1))).with(new Due(at(9), "accepted")),
                    endpoint("c", each -> each.updatedAt(at(7))));

            assertThat(atAll(
                            at(9),
                            unit -> unit.endpoints(P1, new Slice(true, true, 9, 0)).items().stream()
                                    .map(StoredEndpoint::id)
                                    .toList()))
                    .containsOnly(List.of("a", "c", "b"));
        }

        @Test
        void areSeenWhileAnotherUnitWrites_andTakeNothingFromIt() {
            save(creating);
            Instant done = at(10).plusNanos(5);

            write(unit -> {
                unit.save(endpoint("e3", each -> each));
                assertThat(elsewhere(() -> atAll(
                                done,
                                other -> other.endpoints(P1, Slice.ALL).items().stream()
                                        .map(each -> each.document().status())
                                        .toList())))
                        .containsOnly(List.of(EndpointStatus.ACCEPTED));
            });

            assertThat(atAll(done, unit -> unit.countEndpoints(P1.and(EndpointField.STATUS, "accepted"))))
                    .containsOnly(2);
        }

        @Test
        void areThereForWhoeverWritesNext() {
            save(creating, deleting);
            // Who has only looked keeps nobody from writing.
            assertThat(elsewhere(() -> store.<Optional<StoredEndpoint>>read(at(20), unit -> unit.endpoint("e2"))))
                    .isEmpty();

            store.write(at(20), unit -> {
                assertThat(unit.endpoint("e1").orElseThrow().due()).isNull();
                assertThat(unit.endpoint("e2")).isEmpty();
                unit.save(endpoint("e3", each -> each.subnetId("n2").ip("10.0.0.2")));
                return unit;
            });

            // From then on at any time, even an earlier one.
            assertThat(one(unit -> unit.endpoint("e1")).orElseThrow().document().status())
                    .isEqualTo(EndpointStatus.ACCEPTED);
            assertThat(one(unit -> unit.deletedEndpoint("e2"))).isPresent();
        }

        /** What each kind of unit sees at that time, those that read before the one that writes. */
        private <R> List<R> atAll(Instant now, Function<Unit, R> question) {
            // Twice, as the first reader may leave to the second what it has found out.
            return List.of(
                    store.ask(now, question),
                    store.read(now, question),
                    store.ask(now, question),
                    store.read(now, unit -> {
                        unit.countEndpoints(P1);
                        return question.apply(unit);
                    }));
        }
    }

    @Nested
    class Units {
        @Test
        void thatThrowLeaveNothingBehind() {
            write(unit -> {
                unit.save(service("s1", each -> each).with(new Due(at(60), "available")));
                unit.save(endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1")));
                unit.save(permission("s1", "w1", "*"));
            });
            Map<String, Consumer<Unit>> changes = new LinkedHashMap<>();
            changes.put("add a service", unit -> unit.save(service("s2", each -> each)));
            changes.put("change a service", unit -> unit.save(service("s1", each -> each.name("another"))));
            changes.put("delete a service", unit -> unit.deleteService("s1"));
            changes.put("add an endpoint", unit -> unit.save(endpoint("e2", each -> each)));
            changes.put("change an endpoint", unit -> unit.save(endpoint("e1", each -> each.vpcId("v2"))));
            changes.put(
                    "make due", unit -> unit.save(endpoint("e1", each -> each).with(new Due(at(1), "x"))));
            changes.put("delete an endpoint", unit -> unit.deleteEndpoint("e1"));
            changes.put("add to the whitelist", unit -> unit.save(permission("s1", "w2", "iam:domain::d1")));
            changes.put("change the whitelist", unit -> unit.save(permission("s1", "w1", "iam:domain::d1")));
            changes.put("remove from the whitelist", unit -> unit.deletePermission("s1", "w1"));
            changes.put(
                    "all of it",
                    unit -> List.copyOf(changes.values()).stream()
                            .limit(changes.size() - 1L)
                            .forEach(each -> each.accept(unit)));
            List<Object> before = everything();

            for (Throwable failure : List.of(new IllegalStateException("x"), new StackOverflowError("x"))) {
                changes.forEach((name, change) -> {
                    assertThatThrownBy(() -> write(unit -> {
                                change.accept(unit);
                                throwIt(failure);
                            }))
                            .as(name)
                            .isSameAs(failure);
                    assertThat(everything()).as(name).isEqualTo(before);
                });
            }
        }

        /** Each question as the only one of a unit, and once more by the next. */
        @Test
        void whateverTheyAsk_seeTheirOwnChanges() {
            Filter<EndpointField> connections = Filter.by(EndpointField.SERVICE_ID, "s1");
            Map<String, Function<Unit, Object>> questions = new LinkedHashMap<>();
            questions.put("service", unit -> unit.service("s1"));
            questions.put("serviceNamed", unit -> unit.serviceNamed("region-1.Web.s1"));
            questions.put("services", unit -> unit.services(SERVICES, Slice.ALL));
            questions.put("countServices", unit -> unit.countServices(SERVICES));
            questions.put("used", unit -> unit.used("p1"));
            questions.put("servicesAtPort", unit -> unit.servicesAtPort("port-1"));
            questions.put("endpoint", unit -> unit.endpoint("e1"));
            questions.put("endpoints", unit -> unit.endpoints(List.of("e1")));
            questions.put("endpoints of a project", unit -> unit.endpoints(P1, Slice.ALL));
            questions.put("serviceWithEndpoints", unit -> unit.serviceWithEndpoints("s1", connections, Slice.ALL));
            questions.put("countEndpoints", unit -> unit.countEndpoints(P1));
            questions.put("countByService", unit -> unit.countByService(List.of("s1"), List.of("accepted")));
            questions.put("taken", unit -> unit.taken("n1", List.of("10.0.0.1")));
            questions.put("room", unit -> {
                Room room = unit.room("p1", "n1", List.of("10.0.0.1"));
                return List.of(room.used(), room.taken());
            });
            questions.put("permissions", unit -> unit.permissions("s1", "", Slice.ALL));
            questions.put("serviceWithPermissions", unit -> unit.serviceWithPermissions("s1", "", Slice.ALL));
            questions.put("permissions by id", unit -> unit.permissions("s1", List.of("w1")));
            questions.put("permissionsOf", unit -> unit.permissionsOf("s1", List.of("*")));

            questions.forEach((name, question) -> {
                store.clear();
                Object before = store.write(question);
                Object own = store.write(unit -> {
                    unit.save(service("s1", each -> each));
                    unit.save(endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1")));
                    unit.save(permission("s1", "w1", "*"));
                    return question.apply(unit);
                });
                assertThat(own).as(name).isNotEqualTo(before).isEqualTo(store.write(question));
            });
        }

        @Test
        void thatDeleteAnEndpoint_rememberIt() {
            save(endpoint("e1", each -> each));

            write(unit -> {
                unit.deleteEndpoint("e1");
                assertThat(unit.deletedEndpoint("e1")).isPresent();
            });
        }

        @Test
        void thatBringInAMarkerId_giveItToNobody() {
            long next = nextMarkerId() + 1;

            write(unit -> {
                unit.save(endpoint("e1", each -> each.markerId(next)));
                assertThat(unit.nextMarkerId()).isNotEqualTo(next);
            });
        }

        @Test
        void whatTheySaveAndThenDelete_isGone() {
            write(unit -> unit.save(service("s2", each -> each)));

            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(permission("s1", "w1", "*"));
                unit.deleteService("s1");
            });
            write(unit -> {
                unit.save(permission("s2", "w2", "*"));
                unit.deletePermission("s2", "w2");
            });
            write(unit -> {
                unit.save(endpoint("e1", each -> each));
                unit.deleteEndpoint("e1");
            });

            assertThat(one(unit -> unit.service("s1"))).isEmpty();
            assertThat(found(unit -> unit.permissions("s1", "", Slice.ALL)).items())
                    .isEmpty();
            assertThat(found(unit -> unit.permissions("s2", "", Slice.ALL)).items())
                    .isEmpty();
            assertThat(ids(P1)).isEmpty();
        }

        @Test
        void whatTheySaveAndThenClear_isGone() {
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.clear();
            });

            assertThat(everything()).isEqualTo(nothing());
        }

        private void saveOneOfEach() {
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(endpoint("e1", each -> each));
                unit.save(permission("s1", "w1", "*"));
            });
        }

        @Test
        void whatTheyDeleteAndThenSave_isThere() {
            saveOneOfEach();
            StoredPermission again = permission("s1", "w1", "iam:domain::d1");

            write(unit -> {
                unit.deletePermission("s1", "w1");
                unit.save(again);
            });
            write(unit -> {
                unit.deleteEndpoint("e1");
                unit.save(endpoint("e1", each -> each.vpcId("v2")));
            });

            assertThat(found(unit -> unit.permissions("s1", "", Slice.ALL)).items())
                    .containsExactly(again);
            assertThat(ids(P1.and(EndpointField.VPC_ID, "v2"))).containsExactly("e1");
        }

        @Test
        void whatTheyDeleteAskForAndThenSave_isThere_howeverOftenTheyAsk() {
            saveOneOfEach();

            write(unit -> {
                unit.deletePermission("s1", "w1");
                unit.deleteEndpoint("e1");
                assertThat(unit.endpoint("e1")).isEmpty();
                assertThat(unit.permissions("s1", "", Slice.ALL).items()).isEmpty();

                unit.save(endpoint("e1", each -> each));
                unit.save(permission("s1", "w1", "*"));
                for (int i = 0; i < 3; i++) {
                    assertThat(unit.endpoint("e1")).isPresent();
                    assertThat(unit.permissions("s1", "", Slice.ALL).items()).hasSize(1);
                }
            });
        }

        @Test
        void areNotSeenBeforeTheyReturn() {
            save(endpoint("e1", each -> each));

            write(unit -> {
                unit.save(endpoint("e2", each -> each));
                unit.deleteEndpoint("e1");
                assertThat(elsewhere(() -> ids(P1))).containsExactly("e1");
                assertThat(elsewhere(() -> one(other -> other.deletedEndpoint("e1"))))
                        .isEmpty();
            });

            assertThat(ids(P1)).containsExactly("e2");
        }

        @Test
        void thatReadKeepTheirStateWhileOthersWrite() {
            save(endpoint("e1", each -> each));

            List<Integer> counts = read(unit -> {
                int before = unit.countEndpoints(P1);
                elsewhere(() -> {
                    save(endpoint("e2", each -> each));
                    return true;
                });
                return List.of(
                        before,
                        unit.countEndpoints(P1),
                        unit.endpoints(P1, Slice.ALL).total());
            });

            assertThat(counts).containsExactly(1, 1, 1);
            assertThat(ids(P1)).containsExactly("e1", "e2");
        }

        @Test
        void answerWithAThingOnce_howeverOftenItIsAskedFor() {
            save(endpoint("e1", each -> each));
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(permission("s1", "w1", "*"));
            });

            assertThat(list(unit -> unit.endpoints(List.of("e1", "e1")))).hasSize(1);
            assertThat(list(unit -> unit.permissions("s1", List.of("w1", "w1"))))
                    .hasSize(1);
            assertThat(list(unit -> unit.permissionsOf("s1", List.of("*", "*"))))
                    .hasSize(1);
            assertThat(list(unit -> List.of(unit.countByService(List.of("s1", "s1"), List.of("accepted", "accepted")))))
                    .containsExactly(Map.of("s1", 1));
        }

        @Test
        void tellWhatAProjectHas_withoutWhatIsGoing() {
            save(
                    endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1")),
                    endpoint("e2", each -> each.status(EndpointStatus.DELETING)),
                    endpoint("e3", each -> each.projectId("p2")));
            write(unit -> {
                unit.save(service("s1", each -> each));
                unit.save(service("s2", each -> each.status(EndpointServiceStatus.DELETING)));
                unit.save(service("s3", each -> each.portId("port-3")));
            });

            Room room = store.write(unit -> unit.room("p1", "n1", List.of("10.0.0.1", "10.0.0.2")));
            assertThat(room).isEqualTo(new Room(new Used(2, 1), Set.of("10.0.0.1"), room.markerId()));
            assertThat(nextMarkerId()).isNotEqualTo(room.markerId());
        }

        @Test
        void thatReadCannotChangeAnything() {
            assertThatThrownBy(() -> read(unit -> {
                        unit.save(endpoint("e1", each -> each));
                        return true;
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(ids(P1)).isEmpty();
        }

        @Test
        void findNothingOnceTheStoreIsCleared() {
            write(unit -> {
                unit.save(service("s1", each -> each).with(new Due(START, "available")));
                unit.save(endpoint("e1", each -> each.subnetId("n1").ip("10.0.0.1")));
                unit.save(permission("s1", "w1", "*"));
                unit.deleteEndpoint("e1");
            });
            long marker = nextMarkerId();

            store.clear();

            assertThat(everything()).isEqualTo(nothing());
            assertThat(nextMarkerId()).isNotEqualTo(marker);
        }

        private List<Object> nothing() {
            Found<Object> none = new Found<>(List.of(), 0);
            return List.of(none, none, none, false, Optional.empty());
        }

        private List<Object> everything() {
            return read(unit -> List.of(
                    unit.services(SERVICES, Slice.ALL),
                    unit.endpoints(P1, Slice.ALL),
                    unit.permissions("s1", "", Slice.ALL),
                    isTaken(unit, "n1", "10.0.0.1"),
                    unit.deletedEndpoint("e1")));
        }
    }

    @Nested
    class MarkerIds {
        @Test
        void areNeverGivenTwice() {
            Set<Long> given = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                assertThat(given.add(nextMarkerId())).isTrue();
            }
            write(unit -> {
                for (int i = 0; i < 900; i++) {
                    assertThat(given.add(unit.nextMarkerId())).isTrue();
                }
            });
            assertThat(given).allSatisfy(each -> assertThat(each).isBetween(1L, (1L << 31) - 1));
        }

        @Test
        void ofDeletedEndpointsAreNotGivenAgain() {
            long first = nextMarkerId();
            save(endpoint("e1", each -> each.markerId(first)));
            write(unit -> unit.deleteEndpoint("e1"));

            assertThat(IntStream.range(0, 50).mapToObj(i -> nextMarkerId())).doesNotContain(first);
        }

        @Test
        void thatWereBroughtInAreNotGivenOnceTheirEndpointIsDeleted() {
            long next = nextMarkerId();
            List<Long> brought =
                    LongStream.rangeClosed(next + 1, next + 20).boxed().toList();
            for (long each : brought) {
                save(endpoint("e" + each, endpoint -> endpoint.markerId(each)));
                write(unit -> unit.deleteEndpoint("e" + each));
            }

            assertThat(IntStream.range(0, 50).mapToObj(i -> nextMarkerId())).doesNotContainAnyElementsOf(brought);
        }
    }

    @Nested
    class Concurrently {
        @Test
        void noQuotaIsExceeded() {
            inParallel(thread -> {
                for (int i = 0; i < 20; i++) {
                    String id = thread + "-" + i;
                    write(unit -> {
                        if (unit.countEndpoints(P1) < 50) {
                            unit.save(endpoint(id, each -> each));
                        }
                    });
                }
            });

            assertThat(number(unit -> unit.countEndpoints(P1))).isEqualTo(50);
            assertThat(ids(P1)).hasSize(50).doesNotHaveDuplicates();
        }

        @Test
        void noAddressAndNoMarkerIdIsGivenTwice() {
            inParallel(thread -> {
                for (int i = 0; i < 10; i++) {
                    String id = thread + "-" + i;
                    write(unit -> unit.save(endpoint(
                            id, each -> each.subnetId("n1").ip(free(unit)).markerId(unit.nextMarkerId()))));
                }
            });

            List<Endpoint> all = found(unit -> unit.endpoints(P1, Slice.ALL)).items().stream()
                    .map(StoredEndpoint::document)
                    .toList();
            assertThat(all).hasSize(THREADS * 10);
            assertThat(all).extracting(Endpoint::ip).doesNotHaveDuplicates();
            assertThat(all).extracting(Endpoint::markerId).doesNotHaveDuplicates();
        }

        @Test
        void noChangeIsLost() {
            save(endpoint("e1", each -> each.description("0")));

            inParallel(thread -> {
                for (int i = 0; i < 25; i++) {
                    write(unit -> {
                        StoredEndpoint old = unit.endpoint("e1").orElseThrow();
                        int count = Integer.parseInt(
                                Objects.requireNonNull(old.document().description()));
                        unit.save(old.with(old.document().toBuilder()
                                .description(String.valueOf(count + 1))
                                .build()));
                    });
                }
            });

            assertThat(one(unit -> unit.endpoint("e1")).orElseThrow().document().description())
                    .isEqualTo(String.valueOf(THREADS * 25));
        }

        @Test
        void failedUnitsLeaveNothingToTheOthers() {
            inParallel(thread -> {
                for (int i = 0; i < 20; i++) {
                    String id = thread + "-" + i;
                    boolean fails = i % 2 == 1;
                    try {
                        write(unit -> {
                            unit.save(endpoint(id, each -> each));
                            if (fails) {
                                throw new IllegalArgumentException(id);
                            }
                        });
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessage(id);
                    }
                }
            });

            assertThat(ids(P1)).hasSize(THREADS * 10).allMatch(id -> id.matches("\\d-\\d*[02468]"));
        }

        @Test
        void readersSeeWholeUnits() {
            move(0);
            AtomicBoolean done = new AtomicBoolean();

            inParallel(thread -> {
                if (thread == 0) {
                    try {
                        IntStream.rangeClosed(1, 200).forEach(this::move);
                    } finally {
                        done.set(true);
                    }
                }
                do {
                    assertThat(is(this::isConsistent)).isTrue();
                } while (!done.get());
            });

            assertThat(ids(filter("v0", null, null, null, null))).containsExactly("a", "b");
        }

        /** Moves a pair of endpoints into the next one of two VPCs. */
        private void move(int turn) {
            write(unit -> List.of("a", "b")
                    .forEach(id -> unit.save(endpoint(
                            id,
                            each -> each.vpcId("v" + turn % 2)
                                    .description("turn " + turn)
                                    .updatedAt(at(turn))))));
        }

        private boolean isConsistent(Unit unit) {
            Endpoint a = unit.endpoint("a").orElseThrow().document();
            Endpoint b = unit.endpoint("b").orElseThrow().document();
            int here = unit.countEndpoints(filter(a.vpcId(), null, null, null, null));
            List<StoredEndpoint> list =
                    unit.endpoints(P1, new Slice(true, true, 9, 0)).items();
            return Objects.equals(a.description(), b.description())
                    && here == 2
                    && list.size() == 2
                    && list.get(0).document().equals(a);
        }

        private String free(Unit unit) {
            return IntStream.range(1, 1000)
                    .mapToObj(i -> "10.0." + i / 250 + "." + i % 250)
                    .filter(each -> !isTaken(unit, "n1", each))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Lists {
        private static final List<Slice> ORDERS = List.of(
                new Slice(false, true, 9, 0),
                new Slice(false, false, 9, 0),
                new Slice(true, true, 9, 0),
                new Slice(true, false, 9, 0));

        @Test
        void ofOneTime_areInTheOrderOfCreationOrOfTheLastChange_evenOfThoseOfOneUnit() {
            write(unit -> List.of("c", "a", "b", "c").forEach(id -> {
                unit.save(service(id, each -> each));
                unit.save(publicService("p" + id, "public." + id));
                unit.save(endpoint(id, each -> each));
                unit.save(permission("s1", id, "iam:domain::" + id));
            }));

            assertThat(read(Lists::inEveryOrder))
                    .allSatisfy((list, ids) -> assertThat(ids)
                            .as(list)
                            .containsExactly(
                                    List.of("c", "a", "b"),
                                    List.of("b", "a", "c"),
                                    List.of("a", "b", "c"),
                                    List.of("c", "b", "a")));
        }

        @Test
        void ofNoTime_areOlderThanAll() {
            StoredPermission timeless = permission("s1", "b", "*");
            write(unit -> {
                unit.save(service("a", each -> each));
                unit.save(service("b", each -> each.createdAt(null).updatedAt(null)));
                unit.save(endpoint("a", each -> each));
                unit.save(endpoint("b", each -> each.createdAt(null).updatedAt(null)));
                unit.save(permission("s1", "a", "iam:domain::d1"));
                unit.save(new StoredPermission(
                        timeless.document().toBuilder().createdAt(null).build(), "s1", START));
            });

            for (Slice slice : List.of(ORDERS.get(0), ORDERS.get(2))) {
                assertThat(list(unit -> ids(unit.services(SERVICES, slice), StoredService::id)))
                        .containsExactly("b", "a");
                assertThat(list(unit -> ids(unit.endpoints(P1, slice), StoredEndpoint::id)))
                        .containsExactly("b", "a");
            }
            assertThat(list(unit -> ids(unit.permissions("s1", "", ORDERS.get(0)), StoredPermission::id)))
                    .containsExactly("b", "a");
        }

        /** Before a unit that writes has done what is due, and after. */
        @Test
        void ofOneSecond_areInTheOrderInWhichWhatWasUnderWayIsDone() {
            Map<String, Instant> due = new LinkedHashMap<>();
            due.put("d", at(9).plusMillis(500));
            due.put("b", at(9).plusMillis(500));
            due.put("a", at(9).plusMillis(200));
            write(unit -> {
                due.forEach((id, time) -> {
                    unit.save(service(id, each -> each).with(new Due(time, "available")));
                    unit.save(publicService("p" + id, "public." + id).with(new Due(time, "available")));
                    unit.save(endpoint(id, each -> each).with(new Due(time, "accepted")));
                });
                unit.save(service("c", each -> each.updatedAt(at(9))));
                unit.save(endpoint("c", each -> each.updatedAt(at(9))));
            });

            assertThat(List.of(
                            store.ask(at(10), Lists::byUpdate),
                            store.read(at(10), Lists::byUpdate),
                            store.write(at(10), Lists::byUpdate),
                            store.read(at(10), Lists::byUpdate)))
                    .containsOnly(List.of(
                            List.of("c", "a", "d", "b"), List.of("pa", "pd", "pb"), List.of("c", "a", "d", "b")));
        }

        private static List<List<String>> byUpdate(Unit unit) {
            Slice slice = ORDERS.get(2);
            return List.of(
                    ids(unit.services(SERVICES, slice), StoredService::id),
                    ids(unit.services(PUBLIC, slice), StoredService::id),
                    ids(unit.endpoints(P1, slice), StoredEndpoint::id));
        }

        /** The ids of each kind of list, in each order that can be asked for. */
        private static Map<String, List<List<String>>> inEveryOrder(Unit unit) {
            Filter<EndpointField> connections = Filter.by(EndpointField.SERVICE_ID, "s1");
            Map<String, Function<Slice, List<String>>> lists = new LinkedHashMap<>();
            lists.put("services", slice -> ids(unit.services(SERVICES, slice), StoredService::id));
            lists.put(
                    "services in a state",
                    slice -> ids(
                            unit.services(SERVICES.and(ServiceField.STATUS, "available"), slice), StoredService::id));
            lists.put(
                    "public services",
                    slice -> ids(unit.services(PUBLIC, slice), each -> each.id().substring(1)));
            lists.put("endpoints", slice -> ids(unit.endpoints(P1, slice), StoredEndpoint::id));
            lists.put(
                    "endpoints of a VPC",
                    slice -> ids(unit.endpoints(P1.and(EndpointField.VPC_ID, "v1"), slice), StoredEndpoint::id));
            lists.put("endpoints by name", slice -> ids(unit.endpoints(P1.named("web"), slice), StoredEndpoint::id));
            lists.put("connections", slice -> ids(unit.endpoints(connections, slice), StoredEndpoint::id));
            lists.put(
                    "connections in a state",
                    slice -> ids(
                            unit.endpoints(connections.and(EndpointField.STATUS, "accepted"), slice),
                            StoredEndpoint::id));
            lists.put("whitelist", slice -> ids(unit.permissions("s1", "", slice), StoredPermission::id));
            Map<String, List<List<String>>> found = new LinkedHashMap<>();
            lists.forEach(
                    (name, list) -> found.put(name, ORDERS.stream().map(list).toList()));
            return found;
        }

        private static <T> List<String> ids(Found<T> found, Function<T, String> id) {
            return found.items().stream().map(id).toList();
        }

        /** {@code -Dvpcep.rounds} asks for more, and {@code -Dvpcep.seed} for others or for the same again. */
        @org.junit.jupiter.api.Tag("random")
        @Test
        void areThoseThatAreFilteredSortedAndCutNaively_whileThingsChange() {
            long seed = Long.getLong("vpcep.seed", 1);
            int rounds = Integer.getInteger("vpcep.rounds", 100);
            try {
                new RandomLists(store, seed).run(rounds);
            } catch (AssertionError e) {
                throw new AssertionError("With -Dvpcep.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Filter<EndpointField> filter(
            @Nullable String vpcId,
            @Nullable String id,
            @Nullable Long markerId,
            @Nullable String group,
            @Nullable String name) {
        return P1.and(EndpointField.VPC_ID, vpcId)
                .and(EndpointField.ID, id)
                .and(EndpointField.MARKER_ID, markerId)
                .and(EndpointField.PUBLIC_BORDER_GROUP, group)
                .named(name);
    }

    private List<String> ids(Filter<EndpointField> filter) {
        return ids(filter, OLDEST_FIRST);
    }

    private List<String> ids(Filter<EndpointField> filter, Slice slice) {
        return found(unit -> unit.endpoints(filter, slice)).items().stream()
                .map(StoredEndpoint::id)
                .toList();
    }

    private void save(StoredEndpoint... endpoints) {
        write(unit -> List.of(endpoints).forEach(unit::save));
    }

    private static boolean isTaken(Unit unit, String subnetId, String ip) {
        return !unit.taken(subnetId, List.of(ip)).isEmpty();
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }

    private long nextMarkerId() {
        return store.write(Unit::nextMarkerId);
    }

    private <R> R read(Function<Unit, R> work) {
        return store.read(work);
    }

    private boolean is(Predicate<Unit> question) {
        return store.read(question::test);
    }

    private int number(ToIntFunction<Unit> question) {
        return store.read(question::applyAsInt);
    }

    private <T> Optional<T> one(Function<Unit, Optional<T>> question) {
        return store.read(question);
    }

    private <T> List<T> list(Function<Unit, List<T>> question) {
        return store.read(question);
    }

    private <T> Found<T> found(Function<Unit, Found<T>> question) {
        return store.read(question);
    }

    private void write(Consumer<Unit> work) {
        store.write(unit -> {
            work.accept(unit);
            return true;
        });
    }

    private static <R> R elsewhere(Callable<R> work) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .join();
    }

    private static void throwIt(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Runs the work in all threads at once, and fails when it fails in one. */
    private static void inParallel(Consumer<Integer> work) {
        CountDownLatch ready = new CountDownLatch(THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Boolean>) () -> {
                        ready.countDown();
                        ready.await();
                        work.accept(thread);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> each : executor.invokeAll(all)) {
                assertThat(each.get()).isTrue();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            executor.shutdownNow();
        }
    }
}
