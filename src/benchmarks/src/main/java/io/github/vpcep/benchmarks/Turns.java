package io.github.vpcep.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A JVM of its own, which does one thing at a time when it is told to, and rests meanwhile. */
final class Turns implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    /** Starts a program, which writes a line of numbers for each line that it reads. */
    Turns(Class<?> program, String argument) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Has it do something, and returns the numbers that it answers. */
    double[] take(String order) throws IOException {
        orders.println(order);
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException(
                    "The program has ended: " + process.info().commandLine().orElse(""));
        }
        String[] words = line.split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
