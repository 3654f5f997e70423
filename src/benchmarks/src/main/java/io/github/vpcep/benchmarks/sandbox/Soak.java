package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.SandboxControl;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Mixed load on the program {@code vpcep-sandbox.jar} for {@code soak.minutes}, with state that is bounded, while its
 * control API is used as well. Ends with 1 when a call failed, a list showed what it should not, or the heap grew.
 * {@code soak.store} may name a database.
 */
public final class Soak {
    private static final int WORKERS = 8;
    private static final int ACCOUNTS = 4;
    /** More than the sandbox keeps of requests (1000) and of ids that are gone (10,000). */
    private static final int CHURN = 11_000;

    private static final int SAMPLES = 12;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final List<Account> accounts = new ArrayList<>();
    private final Tally tally = new Tally();
    private final List<Double> heaps = new ArrayList<>();

    private Soak() {
        // One more than works: whom the faults are for.
        for (int i = 0; i <= ACCOUNTS; i++) {
            accounts.add(Account.builder()
                    .domainId("%032x".formatted(0xd0 + i))
                    .projectId("%032x".formatted(0xa0 + i))
                    .accessKey("AK" + i, "secret-" + i)
                    .token("token-" + i)
                    .build());
        }
    }

    /** Runs it, and ends the process with its result. */
    public static void main(String[] args) throws Exception {
        Duration duration =
                Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("soak.minutes", "10"))));
        List<String> reasons = new Soak().run(duration, System.getProperty("soak.store", ""));
        reasons.forEach(each -> System.out.println("FAILED " + each));
        System.out.println(reasons.isEmpty() ? "The soak passed." : "The soak failed.");
        System.exit(reasons.isEmpty() ? 0 : 1);
    }

    private List<String> run(Duration duration, String store) throws Exception {
        List<String> words = new ArrayList<>(List.of("--config", config().toString()));
        if (!store.isBlank()) {
            words.addAll(List.of("--store", store));
        }
        try (ServerProcess sandbox = ServerProcess.sandbox(words.toArray(String[]::new));
                Heap heap = new Heap(sandbox.pid());
                SandboxControl control = SandboxControl.of(sandbox.uri())) {
            long[] end = {Long.MAX_VALUE};
            List<VpcepClient> clients = accounts.stream()
                    .limit(ACCOUNTS)
                    .map(each -> client(sandbox, each))
                    .toList();
            List<Worker> workers = workers(sandbox, clients, () -> System.nanoTime() >= end[0]);
            System.out.println("warm-up: " + CHURN + " endpoints come and go");
            onThreads(workers, each -> each.churn(CHURN / WORKERS)).forEach(Soak::join);
            end[0] = System.nanoTime() + duration.toNanos();
            Steering steering =
                    new Steering(control, accounts.get(ACCOUNTS), new Calls(tally), () -> System.nanoTime() >= end[0]);
            List<Thread> threads = new ArrayList<>(onThreads(workers, Worker::run));
            threads.addAll(onThreads(List.of(steering), Steering::run));
            watch(sandbox, heap, duration);
            threads.forEach(Soak::join);
            System.out.println(steering);
            steering.reset();
            clients.forEach(VpcepClient::close);
            return reasons();
        }
    }

    /** A line and a look at the heap now and then. */
    private void watch(ServerProcess sandbox, Heap heap, Duration duration) throws Exception {
        long begin = System.nanoTime();
        long pause = Math.max(1, Math.min(LONGEST_PAUSE_SECONDS, duration.toSeconds() / SAMPLES));
        tally.line(1);
        for (long at = pause; at <= duration.toSeconds(); at += pause) {
            Thread.sleep(Math.max(0, begin / 1_000_000 + at * 1000 - System.nanoTime() / 1_000_000));
            if (!sandbox.isAlive()) {
                tally.failed("The sandbox has ended");
                return;
            }
            String line = tally.line((double) pause);
            heaps.add(heap.usedMegabytes());
            System.out.printf(
                    "%4d s %s  heap %.1f MB  RSS %.0f MB%n",
                    at, line, heaps.get(heaps.size() - 1), sandbox.residentMegabytes());
        }
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>(tally.failures());
        int third = Math.max(1, heaps.size() / 3);
        double first = mean(heaps.subList(0, third));
        double last = mean(heaps.subList(heaps.size() - third, heaps.size()));
        System.out.printf("heap after GC: %.1f MB in the first third, %.1f MB in the last%n", first, last);
        if (last > first * 1.1 + 2) {
            reasons.add("the heap grew by more than a tenth and 2 MB");
        }
        return reasons;
    }

    private List<Worker> workers(ServerProcess sandbox, List<VpcepClient> clients, BooleanSupplier isOver) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Account consumer = accounts.get((i + 1) % ACCOUNTS);
            workers.add(new Worker(
                    i,
                    clients.get(i % ACCOUNTS),
                    clients.get((i + 1) % ACCOUNTS),
                    consumer.domainId(),
                    new BadRequests(sandbox.uri(), consumer),
                    new Calls(tally),
                    isOver));
        }
        return workers;
    }

    private <T> List<Thread> onThreads(List<T> workers, Consumer<T> work) {
        return workers.stream()
                .map(each -> {
                    Thread thread = new Thread(() -> work.accept(each), "soak");
                    thread.setUncaughtExceptionHandler((ended, e) -> tally.failed("A thread ended: " + e));
                    thread.start();
                    return thread;
                })
                .toList();
    }

    /** Two threads share an account: together they want more than its quota. */
    private Path config() throws IOException {
        StringBuilder json =
                new StringBuilder("{\"quotas\": {\"endpoint_services\": 6, \"endpoints\": 30}, \"accounts\": [");
        for (Account each : accounts) {
            json.append(json.charAt(json.length() - 1) == '}' ? "," : "")
                    .append("{\"domain_id\": \"%s\", \"project_id\": \"%s\", \"access_key\": \"%s\","
                            .formatted(each.domainId(), each.projectId(), each.accessKey()))
                    .append(" \"secret_key\": \"%s\", \"token\": \"%s\"}".formatted(each.secretKey(), each.token()));
        }
        Path file = Files.createTempFile("vpcep-soak-", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, json.append("]}"));
    }

    /** Without further tries, which would hide what went wrong. */
    private static VpcepClient client(ServerProcess sandbox, Account account) {
        return VpcepClient.builder()
                .endpoint(sandbox.uri())
                .projectId(account.projectId())
                .credentials(Credentials.accessKey(account.accessKey(), account.secretKey()))
                .retry(RetryPolicy.none())
                .build();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
