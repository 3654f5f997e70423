package io.github.vpcep.sandbox.api;

import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.auth.Authentication;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Domain;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.http.Limits;
import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.vpc.Vpcs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** A server on a free port, with two accounts and a clock that stands until it is moved. */
final class Running implements AutoCloseable {
    static final Account ALICE = Account.builder()
            .domainId("d0000000000000000000000000000001")
            .projectId("a0000000000000000000000000000001")
            .accessKey("AK-ALICE", "SK-ALICE")
            .token("token-alice")
            .user("alice", "secret of alice")
            .build();
    static final Account BOB = Account.builder()
            .domainId("d0000000000000000000000000000002")
            .projectId("a0000000000000000000000000000002")
            .accessKey("AK-BOB", "SK-BOB")
            .token("token-bob")
            .agency("for-alice", ALICE.domainId())
            .agency("for-others", "d0000000000000000000000000000003")
            .build();
    static final String ENDPOINTS = "/v1/" + ALICE.projectId() + "/vpc-endpoints";
    static final String SERVICES = "/v1/" + ALICE.projectId() + "/vpc-endpoint-services";

    final StandingClock clock = new StandingClock(Instant.now());
    final FaultPlans faults = new FaultPlans(SandboxServer.operationIds());
    final Journal journal = new Journal();
    final Store store;
    final DomainContext context;
    final Domain domain;
    private final SandboxServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Running() {
        this(Limits.standard());
    }

    /** One that waits that long for its clients. */
    Running(Limits limits) {
        this(limits, Settings.standard());
    }

    /** One with other settings, too. */
    Running(Limits limits, Settings settings) {
        this(limits, settings, Accounts.of(ALICE, BOB));
    }

    /** One that knows others. */
    Running(Limits limits, Settings settings, Accounts accounts) {
        this(limits, settings, accounts, Vpcs.ANY);
    }

    /** One that names VPCs. */
    Running(Limits limits, Settings settings, Accounts accounts, Vpcs vpcs) {
        this(limits, settings, accounts, vpcs, StoreUnderTest.empty());
    }

    /** One with a state of its own kind. */
    Running(Store store) {
        this(Limits.standard(), Settings.standard(), Accounts.of(ALICE, BOB), Vpcs.ANY, store);
    }

    private Running(Limits limits, Settings settings, Accounts accounts, Vpcs vpcs, Store store) {
        this.store = store;
        SandboxClock time = new SandboxClock(clock);
        context = new DomainContext(store, clock, settings, vpcs);
        domain = Domain.of(context);
        server = SandboxServer.start(
                "127.0.0.1",
                0,
                null,
                domain,
                store.waits(),
                new Authentication(accounts, time),
                time,
                faults,
                journal,
                null,
                limits);
    }

    URI uri() {
        return server.uri();
    }

    /** A request of Alice with her token. */
    HttpRequest.Builder request(String target) {
        return open(target).header("X-Auth-Token", ALICE.token());
    }

    /** A request of nobody. */
    HttpRequest.Builder open(String target) {
        return HttpRequest.newBuilder(URI.create(uri() + target)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String target) {
        return send(request(target));
    }

    HttpResponse<String> post(String target, String body) {
        return send(request(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String target, byte[] body) {
        return send(request(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends these lines and reads until the server closes. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(uri().getHost(), uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
