package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.engine.call.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes by pauses and by {@link #pass} only, and chance that always gives the longest pause. */
public final class FakeTime {
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Deadline> deadlines = new CopyOnWriteArrayList<>();
    private volatile double chance = 1;

    public Timing timing() {
        return new Timing(
                Clock.fixed(NOW, ZoneOffset.UTC),
                nanos::get,
                () -> chance,
                (pause, cancelled) -> sleep(pause),
                pause -> {
                    sleep(pause);
                    return CompletableFuture.completedFuture(null);
                },
                this::deadline);
    }

    private void sleep(Duration pause) {
        pauses.add(pause);
        pass(pause);
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        ringWhatIsDue();
    }

    private void ringWhatIsDue() {
        List<Deadline> due =
                deadlines.stream().filter(each -> each.nanos() <= nanos.get()).toList();
        // Each rings once, whichever thread finds it.
        due.stream().filter(deadlines::remove).forEach(each -> each.alarm().complete(null));
    }

    private CompletableFuture<Void> deadline(Duration after) {
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        deadlines.add(new Deadline(nanos.get() + after.toNanos(), alarm));
        // Time may have passed on another thread since the caller worked out how much was left.
        ringWhatIsDue();
        return alarm;
    }

    /** Returns how many deadlines are still to come. */
    long deadlines() {
        return deadlines.stream().filter(each -> !each.alarm().isDone()).count();
    }

    private record Deadline(long nanos, CompletableFuture<Void> alarm) {}

    public void chance(double chance) {
        this.chance = chance;
    }

    /** Returns the pauses that were slept, in milliseconds. */
    public List<Long> pauses() {
        return pauses.stream().map(Duration::toMillis).toList();
    }
}
