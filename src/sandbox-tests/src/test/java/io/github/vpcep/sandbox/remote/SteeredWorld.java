package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.SignatureSetting;
import io.github.vpcep.sandbox.StandingClock;
import io.github.vpcep.sandbox.api.SandboxServer;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.Settings;
import io.github.vpcep.sandbox.store.Samples;
import io.github.vpcep.sandbox.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What there is to steer, without a sandbox. */
final class SteeredWorld {
    final MemoryStore store = new MemoryStore();
    final SandboxClock clock = new SandboxClock();
    final FaultPlans faults = new FaultPlans(SandboxServer.operationIds());
    final Journal journal = new Journal();

    /** What a reset does. */
    Runnable reset = () -> {};

    final Steered steered = new Steered(
            new DomainContext(store, new StandingClock(Samples.START), Settings.standard()),
            Settings.standard(),
            Accounts.of(
                    account("1").user("u1", "w1").build(),
                    // So many that only by sorting they come in order.
                    account("2")
                            .agency("b", "d3")
                            .agency("f", "d1")
                            .agency("c", "d1")
                            .agency("h", "d5")
                            .agency("e", "d3")
                            .agency("a", "d4")
                            .agency("g", "d1")
                            .agency("d", "d3")
                            .build()),
            clock,
            faults,
            journal,
            Instant.EPOCH,
            () -> reset.run(),
            seed -> {});

    private static Account.Builder account(String number) {
        return Account.builder()
                .domainId("d" + number)
                .projectId("p" + number)
                .accessKey("a" + number, "s" + number)
                .token("t" + number);
    }

    static SignatureSetting signatures(boolean real) {
        return SignatureSetting.builder().realTime(real).build();
    }

    /** Has a request come. */
    void add(String operation, int status, String project, String... unknown) {
        journal.add(RecordedRequest.builder()
                .operationId(operation)
                .requestId("id")
                .answeredAt(Instant.EPOCH)
                .projectId(project)
                .method("GET")
                .path("/")
                .headers(Map.of())
                .body("")
                .unknown(List.of(unknown))
                .status(status)
                .answer(""));
    }
}
