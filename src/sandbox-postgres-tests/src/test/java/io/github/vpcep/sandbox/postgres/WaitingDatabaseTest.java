package io.github.vpcep.sandbox.postgres;

import static io.github.vpcep.sandbox.SandboxConfig.DEMO;
import static io.github.vpcep.sandbox.SandboxConfig.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sandbox all of whose workers wait for a lock that somebody else holds in the database. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class WaitingDatabaseTest {
    private static final int WORKERS = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());

    /** One waits for ten seconds at most, so these keep all workers for more than a minute. */
    private static final int CALLS = 8 * WORKERS;

    /** All threads of the sandbox are in it: they are started by each other, and the first by one of it. */
    private final ThreadGroup threads = new ThreadGroup("a sandbox");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url = PostgresServer.shared().newDatabaseWithTables();
    private VpcepSandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        FutureTask<VpcepSandbox> start =
                new FutureTask<>(() -> VpcepSandbox.start(SandboxConfig.standard(), PostgresStore.open(url)));
        new Thread(threads, start).start();
        sandbox = start.get(120, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void whileAllWorkersWait_whatNeedsNoState_isAnswered() throws Exception {
        List<CompletableFuture<Integer>> waiting;
        try (Connection other = lock()) {
            assertThat(other.isValid(30)).isTrue();
            waiting = haveAllWait();

            assertThat(status(to("/"))).isEqualTo(200);
            assertThat(status(to("/v1"))).isEqualTo(200);
            assertThat(status(to("/docs"))).isEqualTo(200);
            assertThat(status(list("nobody's"))).isEqualTo(401);
            assertThat(status(list(PARTNER.token()))).isEqualTo(403);
            assertThat(waiting).as("who still waits").anyMatch(each -> !each.isDone());
        }

        for (CompletableFuture<Integer> each : waiting) {
            assertThat(each.get(120, TimeUnit.SECONDS)).isIn(404, 503);
        }
        assertThat(status(write())).isEqualTo(404);
    }

    @Test
    void close_whileAllWorkersWait_endsEveryThread() throws Exception {
        try (Connection other = lock()) {
            assertThat(other.isValid(30)).isTrue();
            haveAllWait();

            sandbox.close();

            assertNoThreadIsLeft();
        }
    }

    @Test
    void close_whenConnectionsAreIdle_endsEveryThread() throws Exception {
        assertThat(status(list(DEMO.token()))).isEqualTo(200);
        assertThat(status(write())).isEqualTo(404);

        sandbox.close();

        assertNoThreadIsLeft();
    }

    /** As a unit that writes takes it. */
    private Connection lock() throws Exception {
        Connection other = DriverManager.getConnection(url);
        try (var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x7670_6365_7001L + ")");
        }
        return other;
    }

    private List<CompletableFuture<Integer>> haveAllWait() throws Exception {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> http.sendAsync(write().build(), HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (threads().filter(WaitingDatabaseTest::waitsForTheDatabase).count() < WORKERS) {
            assertThat(System.nanoTime()).as("a minute").isLessThan(end);
            assertThat(status(to("/v1"))).isEqualTo(200);
        }
        return calls;
    }

    private static boolean waitsForTheDatabase(Thread thread) {
        return thread.getName().startsWith("vpcep-sandbox-worker-")
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(each -> each.getClassName().equals(Lane.class.getName()));
    }

    private Stream<Thread> threads() {
        Thread[] all = new Thread[threads.activeCount() + 100];
        return Arrays.stream(all, 0, threads.enumerate(all)).map(Objects::requireNonNull);
    }

    /** All but those that the libraries keep for everybody. */
    private void assertNoThreadIsLeft() throws InterruptedException {
        List<Thread> left = threads()
                .filter(each -> !each.getName().matches("(globalEventExecutor|PostgreSQL-JDBC).*"))
                .toList();
        for (Thread each : left) {
            each.join(60_000);
            assertThat(each.isAlive()).as(each.getName()).isFalse();
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + path)).timeout(Duration.ofSeconds(200));
    }

    private HttpRequest.Builder list(String token) {
        return to("/v1/" + DEMO.projectId() + "/vpc-endpoints").header("X-Auth-Token", token);
    }

    /** Deletes what is not there, which takes the lock to find out. */
    private HttpRequest.Builder write() {
        return to("/v1/" + DEMO.projectId() + "/vpc-endpoints/unknown")
                .header("X-Auth-Token", DEMO.token())
                .DELETE();
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
