package io.github.vpcep.sandbox;

import static io.github.vpcep.sandbox.SandboxConfig.DEMO;
import static io.github.vpcep.sandbox.SandboxConfig.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While every worker waits for the state, all that does not need it is answered. */
@Timeout(120)
class WaitingStateTest {
    /** More than there are workers, on a machine of up to 16 processors. */
    private static final int CALLS = 80;

    private static final String LOGIN =
            """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s", "password": "%s",
              "domain": {"name": "%s"}}}}, "scope": {"project": {"id": "%s"}}}}\
            """.formatted(DEMO.userName(), DEMO.password(), DEMO.domainId(), DEMO.projectId());

    private final LateStore store = new LateStore();
    private final HttpClient client = HttpClient.newHttpClient();
    private VpcepSandbox sandbox = VpcepSandbox.start(SandboxConfig.standard(), store);
    private List<CompletableFuture<HttpResponse<String>>> waiting = List.of();

    @BeforeEach
    void haveAllWait() throws InterruptedException {
        store.hold();
        waiting = IntStream.range(0, CALLS)
                .mapToObj(i -> client.sendAsync(list(DEMO.token()).build(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(store.reached.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void end() {
        store.release();
        sandbox.close();
    }

    @Test
    void whatNeedsNoState_isAnsweredMeanwhile_andTheOthersAfterwards() throws Exception {
        assertThat(status(to("/"))).isEqualTo(200);
        assertThat(status(to("/v1"))).isEqualTo(200);
        assertThat(status(to("/docs"))).isEqualTo(200);
        assertThat(status(to("/openapi.yaml"))).isEqualTo(200);
        assertThat(status(list("nobody's"))).isEqualTo(401);
        assertThat(status(list(PARTNER.token()))).isEqualTo(403);
        assertThat(status(to("/v3/auth/tokens").POST(BodyPublishers.ofString(LOGIN))))
                .isEqualTo(201);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        store.release();
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            assertThat(each.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void orderedDelay_takesNoWorkerFromAnybody() throws Exception {
        store.release();
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            each.get(60, TimeUnit.SECONDS);
        }
        sandbox.faults().next("ListEndpoints", CALLS).withDelay(Duration.ofHours(1));
        for (int i = 0; i < CALLS; i++) {
            var unused = client.sendAsync(list(DEMO.token()).build(), HttpResponse.BodyHandlers.ofString());
        }

        assertThat(status(to("/v1/" + DEMO.projectId() + "/quotas").header("X-Auth-Token", DEMO.token())))
                .isEqualTo(200);
    }

    @Test
    void workers_areDaemonsWithANumberEach_andEndWithTheSandbox() throws Exception {
        sandbox.close();

        for (Thread each : store.workers) {
            each.join(60_000);
        }
        assertThat(store.workers)
                .hasSizeGreaterThan(1)
                .noneMatch(Thread::isAlive)
                .allMatch(Thread::isDaemon);
        assertThat(store.workers)
                .extracting(Thread::getName)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("vpcep-sandbox-worker-[1-9][0-9]*"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri() + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpRequest.Builder list(String token) {
        return to("/v1/" + DEMO.projectId() + "/vpc-endpoints").header("X-Auth-Token", token);
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** The store in memory, which can be had to wait as for a database. */
    private static final class LateStore implements Store {
        private final MemoryStore memory = new MemoryStore();
        private final CountDownLatch reached = new CountDownLatch(32);
        private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        void hold() {
            gate = new CountDownLatch(1);
        }

        void release() {
            gate.countDown();
        }

        private void pass() {
            if (gate.getCount() > 0) {
                workers.add(Thread.currentThread());
            }
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public <R> R ask(Instant now, Function<Unit, R> question) {
            pass();
            return memory.ask(now, question);
        }

        @Override
        public <R> R read(Instant now, Function<Unit, R> work) {
            pass();
            return memory.read(now, work);
        }

        @Override
        public <R> R write(Instant now, Function<Unit, R> work) {
            pass();
            return memory.write(now, work);
        }

        @Override
        public void check() {
            memory.check();
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
