package io.github.vpcep.sandbox.store;

import java.time.Instant;

/**
 * A change of state that is under way.
 *
 * @param at when it is done
 * @param status the state that it leads to, on the wire; {@link #GONE} ends the resource
 */
public record Due(Instant at, String status) {
    /** The resource is no more. */
    public static final String GONE = "gone";

    /** Whether it ends the resource. */
    public boolean isEnd() {
        return status.equals(GONE);
    }
}
