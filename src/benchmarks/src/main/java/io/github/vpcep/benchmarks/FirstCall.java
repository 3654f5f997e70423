package io.github.vpcep.benchmarks;

import io.github.vpcep.client.VpcepClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The time from the start of a JVM to the end of its first call; the two clients take turns. */
public final class FirstCall {
    private static final int RUNS = 15;

    private FirstCall() {}

    /** Without arguments compares; with {@code ours} or {@code vendors} and an endpoint makes the one call. */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            call(args[0], args[1]);
            System.exit(0);
        }
        String[] names = {"ours", "vendors"};
        double[][] millis = new double[names.length][RUNS];
        try (Loopback server = new Loopback(Answers.page(10))) {
            for (int run = -2; run < RUNS; run++) {
                for (int i = 0; i < names.length; i++) {
                    double took = millis(names[i], server.endpoint());
                    if (run >= 0) {
                        millis[i][run] = took;
                    }
                }
            }
        }
        System.out.printf("%nJVM start to the end of the first call, ms, median of %d%n", RUNS);
        for (int i = 0; i < names.length; i++) {
            System.out.printf("  %-44s %12.0f%n", names[i], Median.of(millis[i]));
        }
    }

    private static void call(String client, String endpoint) {
        if (client.equals("ours")) {
            try (VpcepClient ours = Clients.ours(endpoint)) {
                Ratios.blackHole = ours.endpoints().list(Clients.PAGE_OF_TEN);
            }
        } else {
            Ratios.blackHole = Clients.vendors(endpoint).listEndpoints(Clients.vendorsPageOfTen());
        }
    }

    private static double millis(String client, String endpoint) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstCall.class.getName(),
                client,
                endpoint));
        long begin = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(client + " ended with " + exit);
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
