package io.github.vpcep.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Wall time, CPU time of the calling thread and bytes that it allocates, per operation. The ways take turns, so that
 * what disturbs the machine disturbs them alike; the median of the rounds counts.
 */
final class Ratios {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 15;
    private static final int ROUNDS = 31;

    private Ratios() {}

    /** What one operation took in a round: microseconds, and bytes. */
    record Figures(double wall, double cpu, double bytes) {}

    /** Goes through one round. */
    @FunctionalInterface
    interface Round {
        Figures figures() throws Exception;
    }

    /** Measures variants in this JVM and prints a table; the first variant is what the others are compared with. */
    static void print(String title, List<Variant> variants, int operationsPerRound) throws Exception {
        Map<String, Round> rounds = new LinkedHashMap<>();
        variants.forEach(variant -> rounds.put(variant.name(), () -> round(variant.work(), operationsPerRound)));
        print(title + " (" + ROUNDS + " rounds of " + operationsPerRound + ")", rounds);
    }

    /** Goes through one round in this JVM. */
    static Figures round(Variant.Work work, int operations) throws Exception {
        long begin = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int n = 0; n < operations; n++) {
            blackHole = work.once();
        }
        return new Figures(
                (System.nanoTime() - begin) / 1e3 / operations,
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / operations,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / operations);
    }

    /** Measures by rounds wherever they run, and prints a table; the first is what the others are compared with. */
    static void print(String title, Map<String, Round> rounds) throws Exception {
        Map<String, List<Figures>> measured = new LinkedHashMap<>();
        for (int turn = -WARM_UP_ROUNDS; turn < ROUNDS; turn++) {
            for (Map.Entry<String, Round> round : rounds.entrySet()) {
                Figures figures = round.getValue().figures();
                if (turn >= 0) {
                    measured.computeIfAbsent(round.getKey(), name -> new ArrayList<>())
                            .add(figures);
                }
            }
        }
        System.out.printf("%n%s%n", title);
        System.out.printf(
                "  %-44s %10s %6s %10s %6s %10s %6s%n", "", "wall µs", "ratio", "CPU µs", "ratio", "kB", "ratio");
        List<Figures> first = measured.values().iterator().next();
        measured.forEach((name, figures) -> {
            System.out.printf("  %-44s", name);
            print(figures, first, Figures::wall, 1);
            print(figures, first, Figures::cpu, 1);
            print(figures, first, Figures::bytes, 1000);
            System.out.println();
        });
    }

    private static void print(
            List<Figures> figures, List<Figures> first, ToDoubleFunction<Figures> which, double unit) {
        double median = median(figures, which);
        System.out.printf(" %10.1f %6.2f", median / unit, median / median(first, which));
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> which) {
        return Median.of(figures.stream().mapToDouble(which).toArray());
    }

    static volatile Object blackHole = "";
}
