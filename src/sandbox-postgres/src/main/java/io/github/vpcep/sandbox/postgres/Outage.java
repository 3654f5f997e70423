package io.github.vpcep.sandbox.postgres;

import io.github.vpcep.sandbox.store.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of the beginning of an outage, with all that is known of its cause, and of its end; each once. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    private final AtomicBoolean lasts = new AtomicBoolean();

    void failed(StoreUnavailableException failure) {
        if (lasts.compareAndSet(false, true)) {
            LOG.warn("{}; requests that need it are refused until it answers", failure.getMessage(), failure);
        }
    }

    void answered() {
        if (lasts.get() && lasts.compareAndSet(true, false)) {
            LOG.warn("The database answers again");
        }
    }
}
