package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.benchmarks.Median;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.sandbox.VpcepSandbox;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The second and later starts of a sandbox in one JVM, to the end of the first call. */
public final class SecondStart {
    private static final int RUNS = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SecondStart() {}

    /** Prints the first start, and the medians of the others. */
    public static void main(String[] args) {
        double[] cpu = new double[RUNS];
        double[] start = new double[RUNS];
        double[] client = new double[RUNS];
        double[] answered = new double[RUNS];
        double first = 0;
        for (int run = -1; run < RUNS; run++) {
            long begin = System.nanoTime();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            try (VpcepSandbox sandbox = VpcepSandbox.start()) {
                double used = (THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e6;
                double started = millisSince(begin);
                VpcepClient vpcep = sandbox.client();
                double made = millisSince(begin);
                vpcep.endpoints().list();
                double end = millisSince(begin);
                if (run < 0) {
                    first = end;
                } else {
                    cpu[run] = used;
                    start[run] = started;
                    client[run] = made - started;
                    answered[run] = end;
                }
            }
        }
        System.out.printf("%nVpcepSandbox.start() to the end of its client's first call, ms%n");
        System.out.printf("  %-44s %8.1f%n", "the first in the JVM", first);
        System.out.printf("  %-44s %8.1f%n", "the second", answered[0]);
        System.out.printf("  %-44s %8.1f%n", "median of the " + RUNS + " after the first", Median.of(answered));
        System.out.printf("  %-44s %8.1f%n", "  of it start()", Median.of(start));
        System.out.printf("  %-44s %8.1f%n", "    CPU of its thread", Median.of(cpu));
        System.out.printf("  %-44s %8.1f%n", "  of it the client", Median.of(client));
        double median = Median.of(answered);
        System.out.printf("  start and call: %.0f ms, goal 50: %s%n", median, median < 50 ? "reached" : "MISSED");
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
