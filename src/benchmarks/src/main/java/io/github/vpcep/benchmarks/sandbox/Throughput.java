package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.benchmarks.Median;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.EndpointService;
import io.github.vpcep.model.PortMapping;
import io.github.vpcep.model.ServerType;
import io.github.vpcep.model.Tag;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages of ten endpoints per second, on 32 connections; every server is a process, and they take turns. */
public final class Throughput {
    private static final int CONNECTIONS = 32;
    private static final int ENDPOINTS = 100;
    private static final int WARM_UP_ROUNDS = 6;
    private static final int ROUNDS = 7;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Account ACCOUNT = SandboxConfig.DEMO;
    private static final Credentials TOKEN = Credentials.token(ACCOUNT.token());
    private static final Credentials KEY = Credentials.accessKey(ACCOUNT.accessKey(), ACCOUNT.secretKey());

    private Throughput() {}

    /** Prints the table and what has become of the goals. */
    public static void main(String[] args) throws Exception {
        Path config = temporary(
                ".json", ("{\"quotas\": {\"endpoints\": " + ENDPOINTS + "}}").getBytes(StandardCharsets.UTF_8));
        try (Postgres postgres = Postgres.start();
                ServerProcess prism = ServerProcess.prism();
                ServerProcess memory = ServerProcess.sandbox("--config", config.toString());
                ServerProcess database = ServerProcess.sandbox(
                        "--config", config.toString(), "--store", postgres.newDatabase("throughput"))) {
            fill(memory.uri());
            fill(database.uri());
            Path page = temporary(".page", page(memory.uri()));
            try (ServerProcess fixed = ServerProcess.of(FixedBytes.class, page.toString())) {
                List<Contender> contenders = List.of(
                        contender("Prism's mock", prism, TOKEN),
                        contender("fixed bytes", fixed, TOKEN),
                        contender("sandbox in memory, token", memory, TOKEN),
                        contender("sandbox in memory, signature", memory, KEY),
                        contender("sandbox on PostgreSQL, token", database, TOKEN));
                takeTurns(contenders);
                print(contenders);
            }
        }
    }

    private static void takeTurns(List<Contender> contenders) throws IOException {
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Contender each : contenders) {
                Duration cpu = each.server.cpu();
                double rate = each.load.perSecond(TURN);
                if (round >= 0) {
                    each.rates.add(rate);
                    double used = each.server.cpu().minus(cpu).toNanos() / 1e3;
                    each.cpu.add(used / (rate * TURN.toMillis() / 1e3));
                }
            }
        }
    }

    private static void print(List<Contender> contenders) {
        System.out.printf(
                "%nListEndpoints limit=10, %d connections, median of %d turns of %d s%n",
                CONNECTIONS, ROUNDS, TURN.toSeconds());
        System.out.printf(
                "  %-32s %10s %10s %10s %14s %10s %10s%n",
                "", "calls/s", "to Prism", "to fixed", "CPU µs/call *", "bytes", "cut off");
        double prism = contenders.get(0).rate();
        double fixed = contenders.get(1).rate();
        for (Contender each : contenders) {
            System.out.printf(
                    "  %-32s %10.0f %10.2f %10.2f %14.0f %10d %10d%n",
                    each.name,
                    each.rate(),
                    each.rate() / prism,
                    each.rate() / fixed,
                    median(each.cpu),
                    each.load.answerSize(),
                    each.load.cutOff());
        }
        System.out.println("  * of the server's own process, without PostgreSQL and without this one, which sends");
        double memory = contenders.get(2).rate();
        goal("in memory with a token, to Prism", memory / prism, 4);
        goal("in memory with a token, to fixed bytes", memory / fixed, 0.6);
    }

    private static void goal(String what, double reached, double goal) {
        System.out.printf("  %s: %.2f, goal %.1f: %s%n", what, reached, goal, reached >= goal ? "reached" : "MISSED");
    }

    private static Contender contender(String name, ServerProcess server, Credentials credentials) throws IOException {
        byte[] request = GetRequest.pageOfTen(server.uri(), ACCOUNT.projectId()).bytes(credentials);
        return new Contender(name, server, new Load(server.uri(), request, CONNECTIONS));
    }

    private static void fill(URI sandbox) {
        try (VpcepClient client = VpcepClient.builder()
                .endpoint(sandbox)
                .projectId(ACCOUNT.projectId())
                .credentials(KEY)
                .build()) {
            EndpointService service = client.endpointServices()
                    .create(s -> s.name("orders")
                            .vpcId("vpc-orders")
                            .portId("port-orders")
                            .serverType(ServerType.LB)
                            .approvalEnabled(false)
                            .ports(List.of(PortMapping.builder()
                                    .clientPort(443)
                                    .serverPort(8443)
                                    .build())));
            for (int i = 0; i < ENDPOINTS; i++) {
                String number = Integer.toString(i);
                client.endpoints()
                        .create(e -> e.endpointServiceId(service.id())
                                .vpcId("84758cf5-9c62-43ae-a778-3dbd8370c0a4")
                                .subnetId("68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de")
                                .dnsEnabled(true)
                                .description("the orders of team " + number)
                                .tags(List.of(
                                        Tag.builder().key("team").value(number).build())));
            }
        }
    }

    private static byte[] page(URI sandbox) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        GetRequest.pageOfTen(sandbox, ACCOUNT.projectId()).uri())
                .header("X-Auth-Token", ACCOUNT.token())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static Path temporary(String suffix, byte[] content) throws IOException {
        Path file = Files.createTempFile("vpcep-", suffix);
        file.toFile().deleteOnExit();
        return Files.write(file, content);
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** One that takes turns. */
    private static final class Contender {
        private final String name;
        private final ServerProcess server;
        private final Load load;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();

        Contender(String name, ServerProcess server, Load load) {
            this.name = name;
            this.server = server;
            this.load = load;
        }

        double rate() {
            return median(rates);
        }
    }
}
