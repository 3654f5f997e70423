package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.benchmarks.Median;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to the first 200, and the memory it then holds; the sandbox and Prism take turns. */
public final class ColdStart {
    private static final int WARM_UP_RUNS = 1;
    private static final int RUNS = 9;
    private static final int REQUESTS = 1000;

    private ColdStart() {}

    /** Prints the table and what has become of the goal. */
    public static void main(String[] args) throws Exception {
        List<Run> sandbox = new ArrayList<>();
        List<Run> prism = new ArrayList<>();
        for (int run = -WARM_UP_RUNS; run < RUNS; run++) {
            Run ofSandbox = run(() -> ServerProcess.sandbox(), "/healthz");
            Run ofPrism = run(ServerProcess::prism, "");
            if (run >= 0) {
                sandbox.add(ofSandbox);
                prism.add(ofPrism);
            }
        }
        System.out.printf("%nFrom the start of the process, median of %d runs in turns%n", RUNS);
        System.out.printf("  %-36s %10s %10s%n", "", "sandbox", "Prism");
        print("to the first 200 of /healthz, ms", sandbox, prism, Run::health);
        print("to the first 200 of ListEndpoints, ms", sandbox, prism, Run::list);
        print("VmRSS then, MB", sandbox, prism, Run::memory);
        print("VmRSS after " + REQUESTS + " requests, MB", sandbox, prism, Run::memoryLater);
        double ratio = median(sandbox, Run::list) / median(prism, Run::list);
        System.out.printf(
                "  first ListEndpoints, to Prism: %.2f, goal 1: %s%n", ratio, ratio <= 1 ? "reached" : "MISSED");
    }

    private static void print(String what, List<Run> sandbox, List<Run> prism, Figure figure) {
        System.out.printf("  %-36s %10.0f %10.0f%n", what, median(sandbox, figure), median(prism, figure));
    }

    private static double median(List<Run> runs, Figure figure) {
        return Median.of(runs.stream().mapToDouble(figure::of).toArray());
    }

    /** Prism has no health to ask for: its first answer is that of ListEndpoints. */
    private static Run run(Start start, String healthPath) throws IOException {
        try (ServerProcess server = start.run()) {
            byte[] list = GetRequest.pageOfTen(server.uri(), SandboxConfig.DEMO.projectId())
                    .bytes(Credentials.token(SandboxConfig.DEMO.token()));
            if (!healthPath.isEmpty()) {
                get(
                        server.uri(),
                        ("GET " + healthPath + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            double health = server.ageMillis();
            get(server.uri(), list);
            double listed = server.ageMillis();
            double memory = server.residentMegabytes();
            new Load(server.uri(), list, 1).requests(REQUESTS);
            return new Run(healthPath.isEmpty() ? listed : health, listed, memory, server.residentMegabytes());
        }
    }

    private static void get(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request);
            byte[] start = socket.getInputStream().readNBytes(12);
            if (!new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
                throw new IllegalStateException(server + " answered " + new String(start, StandardCharsets.US_ASCII));
            }
        }
    }

    private interface Start {
        ServerProcess run() throws IOException;
    }

    private interface Figure {
        double of(Run run);
    }

    private record Run(double health, double list, double memory, double memoryLater) {}
}
