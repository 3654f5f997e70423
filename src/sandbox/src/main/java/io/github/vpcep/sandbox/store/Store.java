package io.github.vpcep.sandbox.store;

import java.time.Instant;
import java.util.function.Function;

/**
 * Keeps the state. A unit of work sees all of what was answered before it began, and what it changes is there wholly
 * once it returns, or not at all when it throws.
 */
public interface Store extends AutoCloseable {
    /** Runs a unit that changes nothing. */
    <R> R read(Function<Unit, R> work);

    /** Runs a unit that may change anything, as if no other ran meanwhile. */
    <R> R write(Function<Unit, R> work);

    /** Whether a change of state is done by that time. Cheap: it is asked with every request. */
    boolean isDue(Instant now);

    /** Whether its calls may wait for something outside of this process, and need threads that can be spared. */
    default boolean waits() {
        return false;
    }

    /** Forgets everything. */
    void clear();

    @Override
    void close();
}
