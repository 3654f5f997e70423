package io.github.vpcep.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * CPU time of the calling thread and bytes that it allocates, per operation. The variants take turns in one JVM, so
 * that what disturbs the machine disturbs them alike; the median of the rounds counts.
 */
final class Ratios {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 15;
    private static final int ROUNDS = 31;

    private Ratios() {}

    /** Measures and prints a table; the first variant is what the others are compared with. */
    static void print(String title, List<Variant> variants, int operationsPerRound) throws Exception {
        double[][] micros = new double[variants.size()][ROUNDS];
        double[][] bytes = new double[variants.size()][ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (int i = 0; i < variants.size(); i++) {
                long cpu = THREADS.getCurrentThreadCpuTime();
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                for (int n = 0; n < operationsPerRound; n++) {
                    blackHole = variants.get(i).work().once();
                }
                if (round >= 0) {
                    micros[i][round] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / operationsPerRound;
                    bytes[i][round] =
                            (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / operationsPerRound;
                }
            }
        }
        System.out.printf("%n%s (%d rounds of %d)%n", title, ROUNDS, operationsPerRound);
        System.out.printf("  %-44s %12s %8s %12s %8s%n", "", "CPU µs", "ratio", "kB", "ratio");
        for (int i = 0; i < variants.size(); i++) {
            System.out.printf(
                    "  %-44s %12.1f %8.2f %12.1f %8.2f%n",
                    variants.get(i).name(),
                    Median.of(micros[i]),
                    Median.of(micros[i]) / Median.of(micros[0]),
                    Median.of(bytes[i]) / 1000,
                    Median.of(bytes[i]) / Median.of(bytes[0]));
        }
    }

    static volatile Object blackHole = "";
}
