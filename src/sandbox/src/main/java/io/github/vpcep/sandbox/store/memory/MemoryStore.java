package io.github.vpcep.sandbox.store.memory;

import io.github.vpcep.sandbox.store.Store;
import io.github.vpcep.sandbox.store.Unit;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps the state in memory, as an immutable snapshot that each writing unit replaces when it returns. So readers never
 * wait, and a unit that throws leaves nothing behind, whatever it throws.
 */
public final class MemoryStore implements Store {
    private final Lock writing = new ReentrantLock();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private final MarkerIds markerIds = new MarkerIds();
    private volatile Snapshot latest = Snapshot.EMPTY;

    /** An empty store. */
    public MemoryStore() {}

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException within another unit
     */
    @Override
    public <R> R read(Function<Unit, R> work) {
        return alone(() -> run(new MemoryUnit(latest, markerIds, false), work));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException within another unit
     */
    @Override
    public <R> R write(Function<Unit, R> work) {
        return alone(() -> locked(() -> {
            MemoryUnit unit = new MemoryUnit(latest, markerIds, true);
            R answer = run(unit, work);
            latest = unit.snapshot();
            return answer;
        }));
    }

    @Override
    public boolean isDue(Instant now) {
        Instant next = latest.nextDue();
        return next != null && !next.isAfter(now);
    }

    /**
     * {@inheritDoc} Only the marker ids go on where they were.
     *
     * @throws IllegalStateException within a unit
     */
    @Override
    public void clear() {
        alone(() -> locked(() -> latest = Snapshot.EMPTY));
    }

    @Override
    public void close() {
        clear();
    }

    private static <R> R run(MemoryUnit unit, Function<Unit, R> work) {
        try {
            return work.apply(unit);
        } finally {
            unit.end();
        }
    }

    private <R> R locked(Work<R> work) {
        writing.lock();
        try {
            return work.run();
        } finally {
            writing.unlock();
        }
    }

    /** An inner unit would see another state than the outer one. */
    private <R> R alone(Work<R> work) {
        Thread thread = Thread.currentThread();
        if (!working.add(thread)) {
            throw new IllegalStateException("This thread is in a unit of work already; units do not nest");
        }
        try {
            return work.run();
        } finally {
            working.remove(thread);
        }
    }

    private interface Work<R> {
        R run();
    }
}
