package io.github.vpcep.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.sandbox.store.DeletedEndpoint;
import io.github.vpcep.sandbox.store.EndpointField;
import io.github.vpcep.sandbox.store.Filter;
import io.github.vpcep.sandbox.store.Slice;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.StoreUnavailableException;
import io.github.vpcep.sandbox.store.StoredEndpoint;
import io.github.vpcep.sandbox.store.StoredPermission;
import io.github.vpcep.sandbox.store.StoredService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was answered stays, whatever happens to the database or to the process. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("PostgreSQL of the RecoveryTest")
@SuppressWarnings("NullAway.Init")
class RecoveryTest {
    private static final int WRITERS = 4;
    private static final int ANSWERS = 200;

    @RegisterExtension
    static final PostgresServer server = PostgresServer.start();

    private String url;
    private Store store;

    @BeforeEach
    void open() {
        url = server.newDatabase();
        store = PostgresStore.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theStateSurvivesTheProcess() {
        StoredService service = Samples.service("service");
        StoredEndpoint endpoint = Samples.endpoint("endpoint", "service", "10.0.0.1", 7L);
        StoredPermission permission = Samples.permission("service", "*");
        store.write(unit -> {
            unit.save(service);
            unit.save(endpoint);
            unit.save(permission);
            unit.save(Samples.endpoint("gone", "service", null, null));
            unit.deleteEndpoint("gone");
            return unit;
        });
        long marker = store.<Long>write(unit -> unit.nextMarkerId());

        store.close();
        store = PostgresStore.open(url);

        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("service")))
                .contains(service);
        assertThat(store.<Optional<StoredEndpoint>>read(unit -> unit.endpoint("endpoint")))
                .contains(endpoint);
        assertThat(store.<List<StoredPermission>>read(unit -> unit.permissions("service", List.of(permission.id()))))
                .containsExactly(permission);
        assertThat(store.<Optional<DeletedEndpoint>>read(unit -> unit.deletedEndpoint("gone")))
                .isPresent();
        Instant done = Samples.TIME.plusNanos(1);
        assertThat(store.<Optional<StoredService>>read(done, unit -> unit.service("service")))
                .isEqualTo(service.at(done));
        assertThat(store.<Long>write(unit -> unit.nextMarkerId())).isGreaterThan(marker);
    }

    @Test
    void aFirstUnitThatFailsLeavesTheConnectionUsable() {
        IllegalArgumentException failure = new IllegalArgumentException("refused");
        assertThatThrownBy(() -> store.<Object>write(unit -> {
                    unit.save(Samples.service("undone"));
                    assertThat(unit.service("undone")).isPresent();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> store.<Object>read(unit -> {
                    assertThat(unit.service("undone")).isEmpty();
                    throw failure;
                }))
                .isSameAs(failure);

        save("kept");
        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("undone")))
                .isEmpty();
        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("kept")))
                .isPresent();
    }

    @Test
    void whatWasAnsweredSurvivesAKilledDatabase() throws Exception {
        survives(server::kill);
    }

    @Test
    void whatWasAnsweredSurvivesAnImmediateStop() throws Exception {
        survives(server::stopImmediately);
    }

    @Test
    void aLostDatabaseIsSaidAndComesBack() throws Exception {
        save("before");
        server.stopImmediately();

        List<Runnable> calls = List.of(
                () -> store.<Optional<StoredService>>read(unit -> unit.service("before")),
                () -> save("lost"),
                () -> store.ask(Samples.TIME, unit -> unit.service("any")),
                () -> store.check(),
                () -> PostgresStore.open(url));
        // At the same time, as each of them waits for a while.
        Together.callAtOnce(
                calls.size(),
                i -> assertThatThrownBy(() -> calls.get(i).run())
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageNotContaining("secret"));

        server.startAgain();
        untilAvailable(() -> save("after"));
        untilAvailable(() -> store.ask(Samples.TIME, unit -> unit.service("any")));

        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("before")))
                .isPresent();
        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("lost")))
                .isEmpty();
        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("after")))
                .isPresent();
    }

    @Test
    void aDatabaseThatEndsTheSessionWithinAUnitUndoesIt() {
        assertThatThrownBy(() -> store.<Object>write(unit -> {
                    unit.save(Samples.service("half"));
                    PostgresServer.execute(
                            url,
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where application_name = 'vpcep-sandbox'");
                    unit.save(Samples.endpoint("half"));
                    return unit;
                }))
                .isInstanceOf(StoreUnavailableException.class);

        untilAvailable(() -> save("whole"));
        untilAvailable(() -> store.<Optional<StoredService>>read(unit -> unit.service("whole")));
        assertThat(store.<Optional<StoredService>>read(unit -> unit.service("half")))
                .isEmpty();
    }

    /** Writes pairs of a service and its endpoint until the database ends, and looks at what is there after that. */
    private void survives(Runnable end) throws Exception {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        CountDownLatch enough = new CountDownLatch(ANSWERS);
        Together.callAtOnce(WRITERS + 1, i -> {
            if (i == WRITERS) {
                await(enough);
                end.run();
            } else {
                assertThatThrownBy(() -> {
                            while (true) {
                                String id = UUID.randomUUID().toString();
                                asked.add(id);
                                save(id);
                                answered.add(id);
                                enough.countDown();
                            }
                        })
                        .isInstanceOf(StoreUnavailableException.class);
            }
            return i;
        });
        server.startAgain();
        untilAvailable(() -> store.ask(Samples.TIME, unit -> unit.service("any")));

        Map<String, Integer> kept = new HashMap<>();
        for (String id : asked) {
            kept.put(
                    id,
                    store.<Integer>read(unit -> unit.service(id).map(each -> 1).orElse(0)
                            + unit.countEndpoints(Filter.by(EndpointField.SERVICE_ID, id))
                            + unit.endpoints(Filter.by(EndpointField.SERVICE_ID, id), Slice.ALL)
                                    .total()));
        }
        assertThat(answered)
                .hasSizeGreaterThanOrEqualTo(ANSWERS)
                .allSatisfy(id -> assertThat(kept).containsEntry(id, 3));
        assertThat(kept.values()).isSubsetOf(List.of(0, 3));
    }

    private void save(String id) {
        store.write(unit -> {
            unit.save(Samples.service(id));
            unit.save(Samples.endpoint(id));
            return unit;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilAvailable(Runnable call) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                call.run();
                return;
            } catch (StoreUnavailableException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }
}
