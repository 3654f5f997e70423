package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.server.ClockApi;
import io.github.vpcep.control.server.ControlRouter;
import io.github.vpcep.control.server.FaultsApi;
import io.github.vpcep.control.server.RequestsApi;
import io.github.vpcep.control.server.SandboxApi;
import io.github.vpcep.control.server.StateApi;
import io.github.vpcep.sandbox.domain.States;

/** The generated interfaces of the control API, each by one class. */
final class ControlResources implements ControlRouter.Apis {
    private final SandboxApi sandbox;
    private final ClockApi clock;
    private final FaultsApi faults;
    private final RequestsApi requests;
    private final StateApi state;

    ControlResources(Steered steered) {
        this.sandbox = new SandboxResource(steered);
        this.clock = new ClockResource(steered.clock());
        this.faults = new FaultsResource(steered.faults());
        this.requests = new RequestsResource(steered.journal(), steered.faults());
        this.state = new StateResource(new States(steered.context()), steered.accounts());
    }

    @Override
    public SandboxApi sandbox() {
        return sandbox;
    }

    @Override
    public ClockApi clock() {
        return clock;
    }

    @Override
    public FaultsApi faults() {
        return faults;
    }

    @Override
    public RequestsApi requests() {
        return requests;
    }

    @Override
    public StateApi state() {
        return state;
    }
}
