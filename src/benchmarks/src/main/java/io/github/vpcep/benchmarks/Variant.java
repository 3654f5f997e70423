package io.github.vpcep.benchmarks;

/** One way to do what is measured. */
record Variant(String name, Work work) {
    /** Does it once. */
    @FunctionalInterface
    interface Work {
        Object once() throws Exception;
    }
}
