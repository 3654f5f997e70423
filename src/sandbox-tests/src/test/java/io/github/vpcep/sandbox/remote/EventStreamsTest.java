package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.http.HttpServer;
import io.github.vpcep.sandbox.http.Limits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stream of requests while none comes. */
class EventStreamsTest {
    @Test
    void stream_onWhichNothingHappens_showsThatItLives() throws Exception {
        EventStreams streams = new EventStreams(new Journal(), Duration.ofMillis(1));
        try (HttpServer server = HttpServer.start(
                        "127.0.0.1",
                        0,
                        null,
                        (request, reply) -> streams.open(request, reply, Map.of()),
                        Limits.standard(),
                        Clock.systemUTC());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(lines.lines().filter(": still here"::equals).limit(3)).hasSize(3);
        }
    }
}
