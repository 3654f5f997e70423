package io.github.vpcep.runtime.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one client: daemons, as many as there is work for. OkHttp's dispatcher executes its calls here, which
 * hold a slot among those that run at a time; what is given to {@link #run} holds none and may block.
 */
final class Threads extends ThreadPoolExecutor {
    private static final int IDLE_SECONDS = 60;

    Threads() {
        super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());
        AtomicInteger count = new AtomicInteger();
        setThreadFactory(task -> new Worker(task, "vpcep-call-" + count.incrementAndGet()));
    }

    /** Runs a task on a thread of its own; on this one when the client is closed. */
    void run(Runnable task) {
        try {
            execute(new Free(task));
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /**
     * Runs what follows a call, when that has given back its slot among the calls that run at a time: on the thread of
     * the call if it is one of these, because that is about to be free.
     */
    void runAfterCall(Runnable task) {
        if (Thread.currentThread() instanceof Worker worker && worker.slotOf == this) {
            worker.later.add(task);
        } else {
            run(task);
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        ((Worker) thread).slotOf = task instanceof Free ? null : this;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        Worker worker = (Worker) Thread.currentThread();
        worker.slotOf = null;
        for (Runnable next = worker.later.poll(); next != null; next = worker.later.poll()) {
            next.run();
        }
    }

    /** A task that holds no slot. */
    private record Free(Runnable task) implements Runnable {
        @Override
        public void run() {
            task.run();
        }
    }

    /** A thread, and what it is to do when the call that it runs has given back its slot. Used by itself only. */
    private static final class Worker extends Thread {
        private final Queue<Runnable> later = new ArrayDeque<>(1);
        private @Nullable Threads slotOf;

        Worker(Runnable task, String name) {
            super(task, name);
            setDaemon(true);
        }
    }
}
