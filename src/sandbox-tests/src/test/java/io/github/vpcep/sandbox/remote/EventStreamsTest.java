package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.http.HttpServer;
import io.github.vpcep.sandbox.http.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stream of requests: where it begins, and what it shows while none comes. */
class EventStreamsTest {
    private final SteeredWorld world = new SteeredWorld();
    private final EventStreams streams = new EventStreams(world.journal, Duration.ofMillis(1));
    private final HttpServer server = HttpServer.start(
            "127.0.0.1",
            0,
            null,
            (request, reply) -> streams.open(request, reply, Map.of("X-More", "more")),
            Limits.standard(),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        server.close();
    }

    private BufferedReader open(Socket socket, String target, String header) throws IOException {
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    @Test
    void stream_onWhichNothingHappens_showsThatItLives() throws Exception {
        try (Socket socket = connect()) {
            BufferedReader lines = open(socket, "/", "X-None: none");

            assertThat(lines.lines().takeWhile(each -> !each.isEmpty()))
                    .contains("HTTP/1.1 200 OK")
                    .anyMatch("content-type: text/event-stream;charset=utf-8"::equalsIgnoreCase)
                    .anyMatch("x-more: more"::equalsIgnoreCase);
            assertThat(lines.lines().filter(": still here"::equals).limit(3)).hasSize(3);
        }
    }

    /** The sign of life tells that the stream is open; what comes then has the number 3. */
    @ParameterizedTest
    @CsvSource({
        "/?after=1, X-None: none, 2",
        "/?after=0, X-None: none, 1",
        "/?after=0, Last-Event-ID: 1, 2",
        "/, Last-Event-ID: 1, 2",
        "/?after=1, Last-Event-ID: x, 2",
        "/, X-None: none, 3",
        "/?, X-None: none, 3"
    })
    void stream_beginsBehindTheRequestThatIsNamed_orWithThoseToCome(String target, String header, int first)
            throws Exception {
        world.add("ListEndpoints", 200, "p1");
        world.add("ListEndpoints", 200, "p1");
        try (Socket socket = connect()) {
            BufferedReader lines = open(socket, target, header);
            StringBuilder ids = new StringBuilder();
            for (String line = lines.readLine(); !line.equals(": still here"); line = lines.readLine()) {
                ids.append(line.startsWith("id: ") ? line.substring(4) : "");
            }
            world.add("ListEndpoints", 200, "p1");
            ids.append(lines.lines()
                    .filter(each -> each.startsWith("id: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(4));

            assertThat(ids).hasToString("123".substring(first - 1));
        }
    }
}
