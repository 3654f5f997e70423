package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf.Client;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program ends when its main does, whether it closes its client or not. */
@Timeout(60)
class ExitTest {
    private static final String RETURNED = "main returns";

    /** What the child process runs: calls on both faces, one of them never answered, and no close. */
    static final class Main {
        private Main() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            Client client = new ClientBuilder<>(
                            Shelf.CONTRACT, settings -> new Client(new Engine(Shelf.CONTRACT, settings)))
                    .endpoint(URI.create(arguments[0]))
                    .projectId("p-1")
                    .credentials(Credentials.token("s3cret"))
                    .build();
            int total = client.list().execute().total()
                    + client.list().executeAsync().join().total();
            var unused = client.list().executeAsync();
            System.out.println(RETURNED + " " + total);
        }
    }

    @Test
    void jvm_endsWithinTwoSecondsOfMainWithoutClose() throws Exception {
        try (FaultServer server = new FaultServer(Fault.THROTTLE, Fault.NONE, Fault.NONE, Fault.STALL)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // It lives for seconds, as the JVM of the tests.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            server.url())
                    .redirectErrorStream(true)
                    .start();
            StringBuilder said = new StringBuilder();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = out.readLine();
                while (line != null && !line.startsWith(RETURNED)) {
                    said.append(line).append('\n');
                    line = out.readLine();
                }
                assertThat(line).as(said.toString()).isEqualTo(RETURNED + " 14");
                long returned = System.nanoTime();
                boolean ended = process.waitFor(2, TimeUnit.SECONDS);
                process.destroyForcibly();
                assertThat(ended)
                        .as("ended %s after main", Duration.ofNanos(System.nanoTime() - returned))
                        .isTrue();
                assertThat(process.exitValue()).isZero();
            }
        }
    }
}
