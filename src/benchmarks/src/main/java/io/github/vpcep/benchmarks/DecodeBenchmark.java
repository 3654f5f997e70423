package io.github.vpcep.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The rates behind {@link Decode}, by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeBenchmark {
    /** Which of {@link Decode}'s variants. */
    @Param({"0", "1", "2"})
    public int variant;

    private Variant chosen = Decode.variants().get(0);

    /** Runs it in JVMs of its own, and prints the rates. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(DecodeBenchmark.class.getName()).build()).run();
    }

    /** Chooses. */
    @Setup
    public void choose() {
        List<Variant> variants = Decode.variants();
        chosen = variants.get(variant);
    }

    /** One page. */
    @Benchmark
    public Object page() throws Exception {
        return chosen.work().once();
    }
}
