package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is taken, at the last byte that is right and at the first that is not. */
@Timeout(120)
class LimitsTest {
    private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final String MEGABYTE = "x".repeat(1024 * 1024);

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() {
        server = HttpServer.start("127.0.0.1", 0, null, new Echo(), Limits.standard(), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** The statuses of what is sent and of a proper request behind it, and what the first answer says. */
    private String answers(String request) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            StringBuilder statuses = new StringBuilder();
            var answers = wire.send(request + NEXT).readAll();
            answers.forEach(each -> statuses.append(each.status()).append(' '));
            return statuses + answers.get(0).body();
        }
    }

    @Test
    void standard_waitsHalfAMinuteForClients_andASecondForTheEnd() {
        assertThat(Limits.standard())
                .isEqualTo(new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1)));
    }

    @Test
    void patience_isForClients_andLeavesTheEndAsItIs() {
        assertThat(new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3))
                        .withPatience(Duration.ofSeconds(4)))
                .isEqualTo(new Limits(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void requestLine_ofAMegabyte_isRead_andNoneThatIsLonger(int more) throws IOException {
        int rest = "GET / HTTP/1.1".length();

        assertThat(answers("GET /" + MEGABYTE.substring(rest) + "x".repeat(more) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith(more == 0 ? "200 200 GET /xxx" : "414 refused: LONG_LINE   query=-");
    }

    /** Of all headers together, as the library counts them: without the ends of their lines. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void headers_ofAQuarterOfThat_areRead_andNoneThatAreLonger(int more) throws IOException {
        int rest = "Host: xX: ".length();
        String value = MEGABYTE.substring(3 * 256 * 1024 + rest) + "x".repeat(more);

        assertThat(answers("GET /a HTTP/1.1\r\nHost: x\r\nX: " + value + "\r\n\r\n"))
                .startsWith(more == 0 ? "200 200 GET /a " : "431 refused: LONG_HEADERS GET /a ");
    }

    private static String announced(int length) {
        return POST + "Content-Length: " + length + "\r\n\r\n";
    }

    private static String chunked(int megabytes, String end) {
        return POST + "Transfer-Encoding: chunked\r\n\r\n" + ("100000\r\n" + MEGABYTE + "\r\n").repeat(megabytes) + end;
    }

    @Test
    void body_ofAMegabyte_isRead() throws IOException {
        assertThat(answers(announced(MEGABYTE.length()) + MEGABYTE)).endsWith("body=" + MEGABYTE);
        assertThat(answers(chunked(1, "0\r\n\r\n"))).endsWith("body=" + MEGABYTE);
    }

    @Test
    void body_afterAnother_isTheOnlyOne() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(announced(MEGABYTE.length()) + MEGABYTE).read();
            wire.send(announced(MEGABYTE.length()) + MEGABYTE);

            assertThat(wire.read().body()).endsWith("body=" + MEGABYTE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void body_thatIsHeldBack_isAskedForUpToAMegabyte(int more) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(POST + "Expect: 100-continue\r\nContent-Length: " + (MEGABYTE.length() + more) + "\r\n\r\n");

            assertThat(wire.read().status()).isEqualTo(more == 0 ? 100 : 200);
        }
    }

    @Test
    void body_ofAByteMore_isDropped_andTheConnectionIsKept() throws IOException {
        assertThat(answers(announced(MEGABYTE.length() + 1) + MEGABYTE + "x"))
                .startsWith("200 200 ")
                .endsWith("body=too long");
        assertThat(answers(chunked(1, "1\r\nx\r\n0\r\n\r\n")))
                .startsWith("200 200 ")
                .endsWith("body=too long");
    }

    @Test
    void body_thatIsDropped_isDroppedUpTo64Megabytes_andTheConnectionIsKept() throws IOException {
        assertThat(answers(announced(64 * MEGABYTE.length()) + MEGABYTE.repeat(64)))
                .startsWith("200 200 ")
                .endsWith("body=too long");
        assertThat(answers(chunked(64, "0\r\n\r\n"))).startsWith("200 200 ").endsWith("body=too long");
    }

    @Test
    void body_thatIsAnnouncedBeyondThat_isAnsweredAtOnce_andEndsTheConnection() throws IOException {
        assertThat(answers(announced(64 * MEGABYTE.length() + 1)))
                .isEqualTo("200 POST /a query=- host=x x=- body=too long");
    }

    /** Its end is not awaited. */
    @Test
    void body_thatGrowsBeyondThat_endsTheConnection() throws IOException {
        assertThat(answers(chunked(64, "1\r\nx\r\n"))).isEqualTo("200 POST /a query=- host=x x=- body=too long");
    }

    /** It is not that it were too long. */
    @Test
    void body_whoseEndIsNotKnown_isNone() throws IOException {
        assertThat(answers(POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo("501 refused: CODING POST /a query=- host=x x=- body=");
    }
}
