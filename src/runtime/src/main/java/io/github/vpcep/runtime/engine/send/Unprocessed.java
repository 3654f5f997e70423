package io.github.vpcep.runtime.engine.send;

import java.io.IOException;

/** Carries the failure of a request that provably no server has acted on, up to {@link Delivery}. */
final class Unprocessed extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;
    private final boolean kept;
    private final boolean gone;

    /**
     * Creates the carrier.
     *
     * @param reason what happened
     * @param kept whether the connection was one of an earlier call
     * @param gone whether the connection has ended; else the server has refused this request on it
     */
    Unprocessed(IOException reason, boolean kept, boolean gone) {
        super(reason);
        this.reason = reason;
        this.kept = kept;
        this.gone = gone;
    }

    IOException reason() {
        return reason;
    }

    boolean isOnKeptConnection() {
        return kept;
    }

    boolean isConnectionGone() {
        return gone;
    }
}
