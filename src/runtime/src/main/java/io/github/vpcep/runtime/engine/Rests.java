package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.engine.call.Timing;
import io.github.vpcep.runtime.waiting.Pauses;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The pauses of all who wait with one client, so that none outlasts it. */
final class Rests implements Pauses {
    private final Timing timing;
    private final Executor threads;
    private final Map<Object, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Creates the pauses; {@code threads} run what follows a pause, because the alarm's thread is the JVM's only one.
     */
    Rests(Timing timing, Executor threads) {
        this.timing = timing;
        this.threads = threads;
    }

    @Override
    public long nanoTime() {
        return timing.nanoTime().getAsLong();
    }

    @Override
    public double random() {
        return timing.random().getAsDouble();
    }

    @Override
    public CompletableFuture<Void> pause(Duration length) {
        Object key = new Object();
        CompletableFuture<Void> pause = new CompletableFuture<>();
        CompletableFuture<Void> alarm = timing.alarm().after(length);
        underWay.put(key, pause);
        var unused = pause.whenComplete((nothing, error) -> {
            underWay.remove(key);
            alarm.cancel(false);
        });
        var ignored = alarm.thenRunAsync(() -> pause.complete(null), threads);
        if (closed) {
            pause.complete(null);
        }
        return pause;
    }

    /** Ends all pauses; the threads must still take work. */
    void close() {
        closed = true;
        underWay.values().forEach(pause -> threads.execute(() -> pause.complete(null)));
    }
}
