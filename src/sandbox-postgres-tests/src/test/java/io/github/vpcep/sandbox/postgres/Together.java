package io.github.vpcep.sandbox.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many calls at the same time. */
public final class Together {
    private static final int THREADS = 8;

    private Together() {}

    /**
     * The answers to this call for each number from 0, eight at a time.
     *
     * @throws java.util.concurrent.ExecutionException if one failed
     */
    public static <R> List<R> call(int times, IntFunction<R> call) throws Exception {
        return call(THREADS, times, call);
    }

    /** As {@link #call}, all at the same time. */
    public static <R> List<R> callAtOnce(int times, IntFunction<R> call) throws Exception {
        return call(times, times, call);
    }

    private static <R> List<R> call(int threads, int times, IntFunction<R> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> answers = IntStream.range(0, times)
                    .mapToObj(i -> pool.submit(() -> call.apply(i)))
                    .toList();
            List<R> all = new ArrayList<>();
            for (Future<R> each : answers) {
                all.add(each.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }
}
