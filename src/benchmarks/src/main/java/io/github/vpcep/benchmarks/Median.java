package io.github.vpcep.benchmarks;

import java.util.Arrays;

/** The middle of what was measured, which what disturbs single rounds does not move. */
public final class Median {
    private Median() {}

    /** The middle value, of an even number the upper one. */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
