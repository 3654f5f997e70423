package io.github.vpcep.sandbox.domain;

/** Whether requests can be served. */
public final class Health {
    private final DomainContext context;

    /** Of this state. */
    public Health(DomainContext context) {
        this.context = context;
    }

    /** Returns if the state can be read, else throws what the store throws. */
    public void check() {
        context.read(unit -> Boolean.TRUE);
    }
}
