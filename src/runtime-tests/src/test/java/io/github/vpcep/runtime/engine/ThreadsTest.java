package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.engine.call.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On which threads of a client its work is done, and how its pauses end. */
@Timeout(30)
class ThreadsTest {
    private final Threads threads = new Threads();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Returns the thread that a task of a call runs on, and the one that runs what follows it. */
    private static CompletableFuture<List<Thread>> call(Threads begun, Threads followed) {
        CompletableFuture<List<Thread>> ran = new CompletableFuture<>();
        List<Thread> first = new ArrayList<>();
        begun.execute(() -> {
            followed.runAfterCall(() -> ran.complete(List.of(first.get(0), Thread.currentThread())));
            first.add(Thread.currentThread());
        });
        return ran;
    }

    @Test
    void whatFollowsACall_runsAfterItOnItsThread() {
        List<Thread> ran = call(threads, threads).join();
        assertThat(ran.get(1)).isSameAs(ran.get(0));
        assertThat(ran.get(0).isDaemon()).isTrue();
        assertThat(ran.get(0).getName()).isEqualTo("vpcep-call-1");
    }

    @Test
    void whatFollowsACallOfAnotherClient_runsOnAThreadOfItsOwn() {
        Threads others = new Threads();
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        try {
            others.execute(() -> threads.runAfterCall(() -> ran.complete(Thread.currentThread())));
            CompletableFuture<Thread> mine = new CompletableFuture<>();
            ran.join();
            others.execute(() -> mine.complete(Thread.currentThread()));
            assertThat(ran.join()).isNotSameAs(mine.join());
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void whatFollowsATaskThatHoldsNoSlot_doesNotWaitForIt() {
        CompletableFuture<Thread> followed = new CompletableFuture<>();
        CompletableFuture<Thread> task = new CompletableFuture<>();
        threads.run(() -> {
            threads.runAfterCall(() -> followed.complete(Thread.currentThread()));
            followed.join();
            task.complete(Thread.currentThread());
        });
        assertThat(task.join()).isNotSameAs(followed.join());
    }

    @Test
    void whatFollowsNoCall_runsOnAThreadOfItsOwn() {
        CompletableFuture<Thread> followed = new CompletableFuture<>();
        threads.runAfterCall(() -> followed.complete(Thread.currentThread()));
        assertThat(followed.join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void task_ofAClosedClient_runsHere() {
        threads.shutdown();
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        threads.run(() -> ran.complete(Thread.currentThread()));
        assertThat(ran).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    void threads_areKeptForAMinute() {
        assertThat(threads.getCorePoolSize()).isZero();
        assertThat(threads.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(60);
    }

    private final List<Duration> asked = new ArrayList<>();
    private final List<CompletableFuture<Void>> alarms = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();

    private Rests rests() {
        Timing timing = new Timing(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                () -> 7,
                () -> 0.5,
                (pause, cancelled) -> {},
                length -> {
                    asked.add(length);
                    alarms.add(new CompletableFuture<>());
                    return alarms.get(alarms.size() - 1);
                },
                length -> new CompletableFuture<>());
        return new Rests(timing, tasks::add);
    }

    private void runTasks() {
        tasks.forEach(Runnable::run);
    }

    @Test
    void pause_endsByItsAlarm_onAThreadOfTheClient() {
        Rests rests = rests();
        CompletableFuture<Void> pause = rests.pause(Duration.ofSeconds(3));
        assertThat(asked).containsExactly(Duration.ofSeconds(3));
        alarms.get(0).complete(null);
        assertThat(pause).isNotDone();
        runTasks();
        assertThat(pause).isCompleted();
        rests.close();
        assertThat(tasks).as("what is over needs no end").hasSize(1);
        assertThat(rests.nanoTime()).isEqualTo(7);
        assertThat(rests.random()).isEqualTo(0.5);
    }

    @Test
    void pause_thatIsGivenUp_takesItsAlarmBack() {
        rests().pause(Duration.ofSeconds(3)).cancel(false);
        assertThat(alarms.get(0)).isCancelled();
    }

    @Test
    void pause_endsWithTheClient_onOneOfItsThreads() {
        Rests rests = rests();
        CompletableFuture<Void> pause = rests.pause(Duration.ofSeconds(3));
        rests.close();
        assertThat(pause).isNotDone();
        runTasks();
        assertThat(pause).isCompleted();
        assertThat(alarms.get(0)).isCancelled();
        assertThat(rests.pause(Duration.ofSeconds(3))).isCompleted();
    }
}
