package io.github.vpcep.benchmarks.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has become of the calls of all threads. */
final class Tally {
    private static final int FAILURES_KEPT = 20;

    private final Map<String, Integer> errors = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long[] nanos = new long[1 << 12];
    private int calls;
    private long allCalls;

    /** Counts an answer. */
    synchronized void answered(long took) {
        if (calls == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * calls);
        }
        nanos[calls++] = took;
        allCalls++;
    }

    /** Counts an error that is as documented. */
    synchronized void refused(String code) {
        errors.merge(code, 1, Integer::sum);
    }

    /** Notes down what must not happen. */
    synchronized void failed(String what) {
        if (failures.size() < FAILURES_KEPT) {
            failures.add(what);
        }
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** The figures since the last time, for a line. */
    synchronized String line(double seconds) {
        long[] sorted = Arrays.copyOf(nanos, calls);
        Arrays.sort(sorted);
        String line = String.format(
                "%9d calls %7.0f/s  p50 %6.1f ms  p99 %6.1f ms  failures %d  errors %s",
                allCalls, calls / seconds, at(sorted, 0.5), at(sorted, 0.99), failures.size(), errors);
        calls = 0;
        return line;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
    }
}
