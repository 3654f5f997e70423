package io.github.vpcep.sandbox.domain;

/** Whether requests can be served. */
public final class Health {
    private final DomainContext context;

    /** Of this state. */
    public Health(DomainContext context) {
        this.context = context;
    }

    /** Returns if the state can be changed, else throws what a change would throw. */
    public void check() {
        context.check();
    }
}
