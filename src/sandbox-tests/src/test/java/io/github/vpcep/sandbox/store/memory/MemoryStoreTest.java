package io.github.vpcep.sandbox.store.memory;

import static io.github.vpcep.sandbox.store.Samples.endpoint;
import static io.github.vpcep.sandbox.store.Samples.permission;
import static io.github.vpcep.sandbox.store.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoreContract;
import io.github.vpcep.sandbox.store.Unit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    private static final Filter<EndpointField> P1 = Filter.by(EndpointField.PROJECT_ID, "p1");

    private final MemoryStore store = new MemoryStore();

    @Override
    protected Store store() {
        return store;
    }

    @Test
    void unitsDoNotNest() {
        List<Function<Unit, Object>> inner = List.of(
                unit -> store.read(other -> other.countEndpoints(P1)),
                unit -> store.write(other -> other.countEndpoints(P1)),
                unit -> {
                    store.clear();
                    return unit;
                });
        for (Function<Unit, Object> each : inner) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.read(each))
                    .withMessageContaining("units do not nest");
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.write(each))
                    .withMessageContaining("units do not nest");
        }
        assertThat(store.<Integer>write(unit -> unit.countEndpoints(P1))).isZero();
    }

    @Test
    void unitsEnd() {
        Unit reading = store.read(unit -> unit);
        Unit writing = store.write(unit -> unit);
        Stream.concat(asking().stream(), changing().stream())
                .forEach(each -> assertThatIllegalStateException()
                        .isThrownBy(() -> each.accept(reading))
                        .withMessageContaining("ended"));
        changing()
                .forEach(each -> assertThatIllegalStateException()
                        .isThrownBy(() -> each.accept(writing))
                        .withMessageContaining("ended"));
    }

    @Test
    void unitsThatRead_changeNothing() {
        changing()
                .forEach(each -> assertThatIllegalStateException()
                        .isThrownBy(() -> store.read(unit -> {
                            each.accept(unit);
                            return unit;
                        }))
                        .withMessageContaining("cannot change"));
    }

    private static List<Consumer<Unit>> asking() {
        return List.of(
                unit -> unit.service("s1"),
                unit -> unit.countEndpoints(P1),
                unit -> unit.permissions("s1", "", Slice.ALL),
                unit -> unit.deletedEndpoint("e1"));
    }

    private static List<Consumer<Unit>> changing() {
        return List.of(
                unit -> unit.save(service("s1", each -> each)),
                unit -> unit.deleteService("s1"),
                unit -> unit.save(endpoint("e1", each -> each)),
                unit -> unit.deleteEndpoint("e1"),
                Unit::nextMarkerId,
                unit -> unit.save(permission("s1", "w1", "*")),
                unit -> unit.deletePermission("s1", "w1"),
                Unit::clear);
    }

    @Test
    void markerIdOfAnEndpointThatIsBroughtIn_isNotGiven() {
        long first = new MarkerIds().next();
        store.write(unit -> {
            unit.save(endpoint("e1", each -> each.markerId(first)));
            return unit;
        });

        assertThat(store.<Long>write(Unit::nextMarkerId)).isNotEqualTo(first);
    }

    @Test
    void readersWaitForNobody() throws Exception {
        CountDownLatch inside = new CountDownLatch(4);
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            // Each of them waits within its unit until all of them are there: three that read, one that writes.
            Function<Unit, Integer> meet = unit -> {
                inside.countDown();
                await(inside);
                return unit.countEndpoints(P1);
            };
            List<Future<Integer>> all = IntStream.range(0, 4)
                    .mapToObj(i -> executor.submit(() -> i == 0 ? store.write(meet) : store.read(meet)))
                    .toList();
            for (Future<Integer> each : all) {
                assertThat(each.get()).isZero();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void markerIdsThatWereBroughtInAreNotGiven() {
        MarkerIds markerIds = new MarkerIds();
        List<Long> first = List.of(markerIds.next(), markerIds.next(), markerIds.next());
        MarkerIds others = new MarkerIds();
        others.use(first.get(1));

        assertThat(List.of(others.next(), others.next())).containsExactly(first.get(0), first.get(2));
        others.use(first.get(0));
        assertThat(others.next()).isEqualTo(markerIds.next());
    }

    @Test
    void isAlwaysThere() {
        store.check();

        assertThat(store.waits()).isFalse();
    }

    @Test
    void isEmptyOnceClosed() {
        store.write(unit -> {
            unit.save(endpoint("e1", each -> each));
            return unit;
        });

        store.close();

        assertThat(store.<Integer>read(unit -> unit.countEndpoints(P1))).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
