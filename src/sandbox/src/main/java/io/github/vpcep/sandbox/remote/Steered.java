package io.github.vpcep.sandbox.remote;

import io.github.vpcep.sandbox.auth.Accounts;
import io.github.vpcep.sandbox.control.FaultPlans;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.DomainContext;
import io.github.vpcep.sandbox.domain.Settings;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the control API works on.
 *
 * @param context the state, and the settings as they are now
 * @param setUp the settings of the set-up
 * @param accounts who may call
 * @param clock the time
 * @param faults what goes wrong
 * @param journal the requests that came
 * @param startedAt when the sandbox was started, by the real time
 * @param reset begins anew
 * @param seed adds resources that are written in JSON
 */
public record Steered(
        DomainContext context,
        Settings setUp,
        Accounts accounts,
        SandboxClock clock,
        FaultPlans faults,
        Journal journal,
        Instant startedAt,
        Runnable reset,
        Consumer<String> seed) {}
