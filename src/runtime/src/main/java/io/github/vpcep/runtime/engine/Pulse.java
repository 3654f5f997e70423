package io.github.vpcep.runtime.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okio.AsyncTimeout;

/**
 * Lets the thread that watches over OkHttp's timeouts sleep. It is woken for each timeout that begins and would end
 * before all others, and of calls that follow each other that is every one, three or four per call, which cost more
 * than signing. While a shorter one is pending it is left alone, and wakes by itself once a second.
 */
final class Pulse {
    private final AtomicBoolean pending = new AtomicBoolean();

    /** Begins such a timeout if none is pending; called for each call, so that it ends with them. */
    void keep() {
        if (pending.compareAndSet(false, true)) {
            Beat beat = new Beat();
            beat.timeout(1, TimeUnit.SECONDS);
            beat.enter();
        }
    }

    private final class Beat extends AsyncTimeout {
        @Override
        protected void timedOut() {
            pending.set(false);
        }
    }
}
