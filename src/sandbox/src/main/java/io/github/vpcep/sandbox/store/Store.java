package io.github.vpcep.sandbox.store;

import java.time.Instant;
import java.util.function.Function;

/**
 * Keeps the state. A unit of work sees all of what was answered before it began, with each change of state that is done
 * by its time; what it changes is there wholly once it returns, or not at all when it throws. A unit that reads never
 * waits for one that writes.
 *
 * <p>Each of these may throw a {@link StoreUnavailableException}.
 */
public interface Store extends AutoCloseable {
    /** Runs a unit that asks one question. Of several, each would be answered by what is there when it is asked. */
    <R> R ask(Instant now, Function<Unit, R> question);

    /** Runs a unit that changes nothing and sees one moment. */
    <R> R read(Instant now, Function<Unit, R> work);

    /** Runs a unit that may change anything, as if no other ran meanwhile. */
    <R> R write(Instant now, Function<Unit, R> work);

    /** As {@link #read(Instant, Function)}, where what is under way stays so. */
    default <R> R read(Function<Unit, R> work) {
        return read(Instant.EPOCH, work);
    }

    /** As {@link #write(Instant, Function)}, where what is under way stays so. */
    default <R> R write(Function<Unit, R> work) {
        return write(Instant.EPOCH, work);
    }

    /** Whether its calls may wait for something outside of this process, and need threads that can be spared. */
    default boolean waits() {
        return false;
    }

    /** Forgets everything. */
    default void clear() {
        write(unit -> {
            unit.clear();
            return unit;
        });
    }

    /** Returns if a unit that writes would find all that it needs. */
    void check();

    @Override
    void close();
}
