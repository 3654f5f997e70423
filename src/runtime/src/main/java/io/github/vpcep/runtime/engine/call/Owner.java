package io.github.vpcep.runtime.engine.call;

/** The client that a call belongs to. */
public interface Owner {
    /** Returns whether the client is closed. */
    boolean isClosed();
}
