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

    /** {@inheritDoc} It is a unit that reads. */
    @Override
    public <R> R ask(Instant now, Function<Unit, R> question) {
        return read(now, question);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException within another unit
     */
    @Override
    public <R> R read(Instant now, Function<Unit, R> work) {
        return alone(() -> run(new MemoryUnit(settled(now), markerIds, false), work));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException within another unit
     */
    @Override
    public <R> R write(Instant now, Function<Unit, R> work) {
        return alone(() -> locked(() -> {
            MemoryUnit unit = new MemoryUnit(settled(latest, now), markerIds, true);
            R answer = run(unit, work);
            latest = unit.snapshot();
            return answer;
        }));
    }

    /** There is nothing to miss. */
    @Override
    public void check() {}

    @Override
    public void close() {
        clear();
    }

    /** The state at that time, kept for the next reader unless somebody writes just now. */
    private Snapshot settled(Instant now) {
        Snapshot seen = latest;
        if (!seen.isDue(now)) {
            return seen;
        }
        if (!writing.tryLock()) {
            return settled(seen, now);
        }
        try {
            latest = settled(latest, now);
            return latest;
        } finally {
            writing.unlock();
        }
    }

    private Snapshot settled(Snapshot before, Instant now) {
        if (!before.isDue(now)) {
            return before;
        }
        MemoryUnit unit = new MemoryUnit(before, markerIds, true);
        unit.settle(now);
        return unit.snapshot();
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
