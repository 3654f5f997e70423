package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredService;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several stores on one database are one state, whatever they do at the same time. */
@SuppressWarnings("NullAway.Init")
class SharedDatabaseTest {
    private static final int CALLS = 200;
    private static final Filter<EndpointField> MINE = Filter.by(EndpointField.PROJECT_ID, Samples.PROJECT);

    private Store one;
    private Store other;

    @BeforeEach
    void open() {
        String url = PostgresServer.shared().newDatabaseWithTables();
        one = PostgresStore.open(url);
        other = PostgresStore.open(url);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void aQuotaIsNeverExceeded() throws Exception {
        int quota = 50;

        List<Boolean> answers = together(unit -> {
            if (unit.countEndpoints(MINE) >= quota) {
                return false;
            }
            unit.save(Samples.endpoint("service"));
            return true;
        });

        assertThat(answers.stream().filter(each -> each)).hasSize(quota);
        assertThat(other.<Integer>read(unit -> unit.countEndpoints(MINE))).isEqualTo(quota);
    }

    @Test
    void noAddressAndNoMarkerIdIsGivenTwice() throws Exception {
        List<StoredEndpoint> answers = together(unit -> {
            int host = 1;
            while (!unit.taken("subnet-1", List.of("10.0.0." + host)).isEmpty()) {
                host++;
            }
            StoredEndpoint endpoint =
                    Samples.endpoint(UUID.randomUUID().toString(), "service", "10.0.0." + host, unit.nextMarkerId());
            unit.save(endpoint);
            return endpoint;
        });

        assertThat(answers).extracting(each -> each.document().ip()).doesNotHaveDuplicates();
        assertThat(answers).extracting(each -> each.document().markerId()).doesNotHaveDuplicates();
        assertThat(one.<List<StoredEndpoint>>read(
                        unit -> unit.endpoints(MINE, Slice.ALL).items()))
                .containsExactlyInAnyOrderElementsOf(answers);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        one.write(unit -> {
            unit.save(Samples.service("counter"));
            return unit;
        });

        together(unit -> {
            StoredService service = unit.service("counter").orElseThrow();
            int count = service.document().connectionCount() == null
                    ? 0
                    : service.document().connectionCount();
            unit.save(service.with(
                    service.document().toBuilder().connectionCount(count + 1).build()));
            return unit;
        });

        assertThat(other.<Optional<StoredService>>read(unit -> unit.service("counter")))
                .hasValueSatisfying(
                        each -> assertThat(each.document().connectionCount()).isEqualTo(CALLS));
    }

    @Test
    void aReadingUnitSeesOneMoment() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            int seen = one.<Integer>read(unit -> {
                int before = unit.countEndpoints(MINE);
                get(threads.submit(() -> other.<Unit>write(writing -> {
                    writing.save(Samples.endpoint("service"));
                    return writing;
                })));
                return before + unit.countEndpoints(MINE);
            });

            assertThat(seen).isZero();
            assertThat(one.<Integer>read(unit -> unit.countEndpoints(MINE))).isOne();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theDatabaseRefusesWhatMustNotBeThereTwice() {
        one.write(unit -> {
            unit.save(Samples.endpoint("1", "service", "10.0.0.1", 1L));
            unit.save(Samples.permission("service", "*"));
            return unit;
        });

        assertThatThrownBy(() -> save(Samples.endpoint("2", "service", "10.0.0.1", 2L)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> save(Samples.endpoint("3", "service", "10.0.0.3", 1L)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.<Unit>write(unit -> {
                    unit.save(Samples.permission("service", "*"));
                    return unit;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(one.<Integer>read(unit -> unit.countEndpoints(MINE))).isOne();
    }

    @Test
    void totalsAreThoseOfTheLists() throws Exception {
        together(unit -> {
            List<StoredEndpoint> found = unit.endpoints(MINE, Slice.ALL).items();
            if (found.size() > 5) {
                unit.deleteEndpoint(found.get(0).id());
            } else {
                unit.save(Samples.endpoint("service-" + found.size()));
            }
            return unit;
        });

        Stream.of(
                        MINE,
                        MINE.and(EndpointField.STATUS, "accepted"),
                        MINE.and(EndpointField.STATUS, "failed"),
                        Filter.by(EndpointField.SERVICE_ID, "service-1"))
                .forEach(filter -> assertThat(one.<Integer>read(unit -> unit.countEndpoints(filter)))
                        .isEqualTo(one.read(unit -> unit.endpoints(filter, Slice.ALL))
                                .total()));
    }

    @Test
    void textThatNoColumnCanHoldFindsNothing() {
        one.write(unit -> {
            unit.save(Samples.service("?"));
            return unit;
        });

        for (String text : List.of("\0", "\ud800", "a\0b")) {
            assertThat(one.<Optional<StoredService>>read(unit -> unit.service(text)))
                    .isEmpty();
            assertThat(one.<Optional<StoredService>>read(unit -> unit.serviceNamed(text)))
                    .isEmpty();
            assertThat(one.<Optional<DeletedEndpoint>>read(unit -> unit.deletedEndpoint(text)))
                    .isEmpty();
            assertThat(one.<Integer>read(unit -> unit.countEndpoints(
                            Filter.by(EndpointField.PROJECT_ID, Samples.PROJECT).named(text))))
                    .isZero();
            assertThat(one.<Integer>read(
                            unit -> unit.permissions("?", text, Slice.ALL).total()))
                    .isZero();
        }
    }

    @Test
    void anyTextOfADocumentIsKept() {
        StoredService odd = Samples.service("odd");
        StoredService service = odd.with(
                odd.document().toBuilder().description("\0 \ud800 \\u0000 \"").build());

        one.write(unit -> {
            unit.save(service);
            return unit;
        });

        assertThat(other.<Optional<StoredService>>read(unit -> unit.service("odd")))
                .contains(service);
    }

    private void save(StoredEndpoint endpoint) {
        one.write(unit -> {
            unit.save(endpoint);
            return unit;
        });
    }

    /** Runs the unit often, by several threads, half of them through the other store. */
    private <R> List<R> together(Function<Unit, R> work) throws Exception {
        return Together.call(CALLS, i -> (i % 2 == 0 ? one : other).write(work));
    }

    private static <R> R get(Future<R> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
