package io.github.vpcep.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a farm of builds does to a sandbox: many classes of tests at once, many connections that nobody uses. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FarmTest {
    private static final int CLASSES = 20;
    private static final int ENDPOINTS = 50;
    private static final int IDLE = 1000;

    private static final List<Account> ACCOUNTS = IntStream.range(0, CLASSES)
            .mapToObj(i -> Account.builder()
                    .domainId("domain-" + i)
                    .projectId("project-" + i)
                    .accessKey("AK" + i, "secret-" + i)
                    .token("token-" + i)
                    .build())
            .toList();

    @Test
    void classesInParallel_eachWithItsProject_seeTheirOwn_whileAThousandConnectionsAreKept() throws Exception {
        SandboxConfig config = SandboxConfig.standard()
                .withAccounts(ACCOUNTS.toArray(Account[]::new))
                .withSettings(Settings.builder().endpointQuota(ENDPOINTS).build());
        List<Idle> idle = new ArrayList<>();
        try (VpcepSandbox sandbox = VpcepSandbox.start(config, new MemoryStore())) {
            for (int i = 0; i < IDLE; i++) {
                Idle one = new Idle(sandbox);
                idle.add(one);
                one.ask();
            }

            inParallel(number -> {
                try (VpcepClient client = sandbox.clientOf(ACCOUNTS.get(number))) {
                    String service = client.endpointServices()
                            .listPublic()
                            .items()
                            .get(0)
                            .id();
                    for (int i = 0; i < ENDPOINTS; i++) {
                        client.endpoints()
                                .create(e -> e.endpointServiceId(service)
                                        .vpcId("vpc-" + number)
                                        .subnetId("subnet-1"));
                    }
                    assertThat(client.endpoints().list(q -> q.limit(ENDPOINTS / 2)).stream())
                            .hasSize(ENDPOINTS)
                            .extracting(Endpoint::vpcId)
                            .containsOnly("vpc-" + number);
                }
            });

            for (Idle one : idle) {
                one.ask();
            }
            assertThat(sandbox.endpoints()).hasSize(CLASSES * ENDPOINTS);
            sandbox.reset();
            assertThat(sandbox.endpoints()).isEmpty();
        } finally {
            for (Idle one : idle) {
                one.close();
            }
        }
    }

    @Test
    void classesInParallel_eachWithASandboxOfItsOwn_seeTheirOwn() throws Exception {
        inParallel(number -> {
            try (VpcepSandbox sandbox = VpcepSandbox.start()) {
                VpcepClient client = sandbox.client();
                String service =
                        client.endpointServices().listPublic().items().get(0).id();
                client.endpoints()
                        .create(e -> e.endpointServiceId(service)
                                .vpcId("vpc-" + number)
                                .subnetId("subnet-1"));
                assertThat(client.endpoints().list().items())
                        .extracting(Endpoint::vpcId)
                        .containsExactly("vpc-" + number);
            }
        });
    }

    private interface ClassOfTests {
        void run(int number) throws Exception;
    }

    /** Runs as many at once as there are, all of which begin together. */
    private static void inParallel(ClassOfTests tests) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(CLASSES);
        ExecutorService threads = Executors.newFixedThreadPool(CLASSES);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLASSES; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    begin.await();
                    tests.run(number);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A connection that is kept, as in the pool of a client that rests. */
    private static final class Idle implements AutoCloseable {
        private static final byte[] QUESTION =
                "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        private static final String ANSWER = "{\"status\":\"up\"}";

        private final Socket socket;

        Idle(VpcepSandbox sandbox) throws IOException {
            socket = new Socket(sandbox.uri().getHost(), sandbox.uri().getPort());
            socket.setSoTimeout(60_000);
        }

        void ask() throws IOException {
            socket.getOutputStream().write(QUESTION);
            StringBuilder answer = new StringBuilder();
            byte[] part = new byte[1024];
            while (answer.indexOf(ANSWER) < 0) {
                int length = socket.getInputStream().read(part);
                assertThat(length)
                        .as("The connection is kept; so far came %s", answer)
                        .isPositive();
                answer.append(new String(part, 0, length, StandardCharsets.US_ASCII));
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
