package io.github.vpcep.runtime.engine.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The retries that all calls of one client have in hand: each takes one, each success gives back a tenth. While a
 * server fails for long, a client so sends little more than its calls' first tries.
 */
final class RetryBudget {
    private static final int TENTHS = 10;

    private final int most;
    private final AtomicInteger tenths;

    /** Creates a full one, of so many retries. */
    RetryBudget(int retries) {
        this.most = retries * TENTHS;
        this.tenths = new AtomicInteger(most);
    }

    /** Takes a retry; returns false when there is none. */
    boolean take() {
        return tenths.getAndUpdate(left -> left < TENTHS ? left : left - TENTHS) >= TENTHS;
    }

    /** Notes a success. */
    void earn() {
        if (tenths.get() < most) {
            tenths.getAndUpdate(left -> Math.min(most, left + 1));
        }
    }
}
