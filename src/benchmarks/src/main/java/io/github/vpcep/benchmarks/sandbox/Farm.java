package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * What a farm of builds does to the program: 20 classes of tests at once, each with its account and 200 endpoints that
 * it creates, lists and deletes, while 1000 connections are open that nobody uses. In memory, and on PostgreSQL. Each
 * call is sent once; a failure is printed.
 */
public final class Farm {
    private static final int CLASSES = 20;
    private static final int ENDPOINTS = 200;
    private static final int IDLE = 1000;
    private static final byte[] QUESTION =
            "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Account> accounts = new ArrayList<>();
    private final Tally tally = new Tally();

    private Farm() {
        for (int i = 0; i < CLASSES; i++) {
            accounts.add(Account.builder()
                    .domainId("domain-" + i)
                    .projectId("project-" + i)
                    .accessKey("AK" + i, "secret-" + i)
                    .token("token-" + i)
                    .build());
        }
    }

    /** Runs it on both stores. */
    public static void main(String[] args) throws Exception {
        new Farm().run("in memory");
        try (Postgres postgres = Postgres.start()) {
            new Farm().run("on PostgreSQL", "--store", postgres.newDatabase("farm"));
        }
    }

    private void run(String where, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("--config", config().toString()));
        all.addAll(List.of(words));
        List<Socket> idle = new ArrayList<>();
        try (ServerProcess sandbox = ServerProcess.sandbox(all.toArray(String[]::new))) {
            for (int i = 0; i < IDLE; i++) {
                idle.add(new Socket(
                        InetAddress.getLoopbackAddress(), sandbox.uri().getPort()));
                ask(idle.get(i));
            }
            long begin = System.nanoTime();
            CountDownLatch together = new CountDownLatch(CLASSES);
            List<Thread> threads = accounts.stream()
                    .map(account -> new Thread(() -> classOfTests(sandbox, account, together), "class"))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (Socket each : idle) {
                ask(each);
            }
            System.out.printf(
                    "%s: %.1f s, %s, processor time %.1f s, %d threads, %d open files, RSS %.0f MB%n",
                    where,
                    seconds,
                    tally.line(seconds),
                    sandbox.cpu().toMillis() / 1000.0,
                    sandbox.threads(),
                    sandbox.openFiles(),
                    sandbox.residentMegabytes());
            tally.failures().forEach(each -> System.out.println("FAILED " + each));
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }

    private void classOfTests(ServerProcess sandbox, Account account, CountDownLatch together) {
        Calls calls = new Calls(tally);
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(sandbox.uri())
                .projectId(account.projectId())
                .credentials(Credentials.accessKey(account.accessKey(), account.secretKey()))
                .retry(RetryPolicy.none())
                .build()) {
            together.countDown();
            together.await();
            String service =
                    client.endpointServices().listPublic().items().get(0).id();
            List<String> made = new ArrayList<>();
            for (int i = 0; i < ENDPOINTS; i++) {
                var endpoint = calls.of(() -> client.endpoints()
                        .create(e -> e.endpointServiceId(service).vpcId("vpc").subnetId("subnet")));
                if (endpoint != null) {
                    made.add(endpoint.id());
                }
            }
            Long listed = calls.of(
                    () -> client.endpoints().list(q -> q.limit(50)).stream().count());
            if (listed == null || listed != made.size()) {
                tally.failed(account.projectId() + " has " + made.size() + " endpoints and sees " + listed);
            }
            made.forEach(each -> calls.run(() -> client.endpoints().delete(each)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            tally.failed(account.projectId() + " cannot go on: " + e);
        }
    }

    /** On a connection that has to be kept. */
    private void ask(Socket connection) throws IOException {
        connection.setSoTimeout(60_000);
        connection.getOutputStream().write(QUESTION);
        if (connection.getInputStream().read(new byte[4096]) < 0) {
            tally.failed("An idle connection was ended");
        }
    }

    private Path config() throws IOException {
        String json = accounts.stream()
                .map(each ->
                        "{\"domain_id\": \"%s\", \"project_id\": \"%s\", \"access_key\": \"%s\", \"secret_key\": \"%s\", \"token\": \"%s\"}"
                                .formatted(
                                        each.domainId(),
                                        each.projectId(),
                                        each.accessKey(),
                                        each.secretKey(),
                                        each.token()))
                .collect(Collectors.joining(
                        ",", "{\"quotas\": {\"endpoints\": " + ENDPOINTS + "}, \"accounts\": [", "]}"));
        Path file = Files.createTempFile("vpcep-farm-", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, json);
    }
}
