package io.github.vpcep.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What RFC 9112, sections 2 to 9, and those parts of RFC 9110 that it builds on, demand of a server. Each row is sent
 * as it stands, a proper request behind it: whether that is answered shows whether the connection is kept and in step.
 */
@Timeout(120)
class Rfc9112Test {
    private static final String GET = "GET /a HTTP/1.1\r\n";
    private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\n";
    private static final String OLD = "POST /a HTTP/1.0\r\nConnection: keep-alive\r\n";
    private static final String CHUNKS = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final String LONG = "x".repeat(2 * 1024 * 1024);

    @SuppressWarnings("NullAway.Init")
    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = HttpServer.start("127.0.0.1", 0, null, new Echo(), Limits.standard(), Clock.systemUTC());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /**
     * A row: where it stands, what it demands, what is sent, the statuses that come, and what the first answer says.
     */
    private record Row(String section, String demand, String request, String statuses, String says) {
        @Override
        public String toString() {
            return section + " " + demand + " → " + statuses;
        }
    }

    private static Row kept(String section, String demand, String request, String statuses) {
        return new Row(section, demand, request, statuses, "");
    }

    private static Row kept(String section, String demand, String request, String statuses, String says) {
        return new Row(section, demand, request, statuses, says);
    }

    /** A demand that is not met, or a liberty that is not taken, and why. */
    private static Row notKept(String section, String demand, String why, String request, String statuses) {
        return new Row(section, demand + " NOT KEPT: " + why, request, statuses, "");
    }

    static Stream<Row> rows() {
        return Stream.of(messages(), requestLines(), fields(), bodies(), chunks(), connections(), semantics())
                .flatMap(List::stream);
    }

    private static List<Row> messages() {
        return List.of(
                kept(
                        "2.2",
                        "MUST parse as octets, of a superset of ASCII",
                        GET + "Host: x\r\nX: \u00e4\r\n\r\n",
                        "200 200"),
                notKept(
                        "2.2",
                        "MAY take a lone LF for the end of a line:",
                        "what another server sees otherwise smuggles requests",
                        "GET /a HTTP/1.1\nHost: x\n\n",
                        "400"),
                kept("2.2", "MUST refuse or replace a bare CR", GET + "Host: x\r\nX: a\rb\r\n\r\n", "400"),
                kept(
                        "2.2",
                        "SHOULD ignore an empty line before the request",
                        "\r\n" + GET + "Host: x\r\n\r\n",
                        "200 200"),
                kept(
                        "2.2",
                        "SHOULD ignore an empty line after a body",
                        POST + "Content-Length: 2\r\n\r\nab\r\n",
                        "200 200",
                        "body=ab"),
                kept(
                        "2.2",
                        "MUST refuse or drop blanks before the first field",
                        GET + " X: y\r\nHost: x\r\n\r\n",
                        "400"),
                kept("2.2", "SHOULD answer 400 to what is no HTTP and close", "\0\1\2\3\r\n\r\n", "400"),
                kept(
                        "2.2",
                        "SHOULD answer 400 to what is no HTTP and close",
                        "\u0016\u0003\u0001\0\u00c8\1\0\0\u00c4\3\3",
                        "400"),
                kept("2.2", "SHOULD answer 400 to what is no HTTP and close", "GET /a\r\n\r\n", "400"),
                notKept(
                        "2.3",
                        "The name HTTP is case-sensitive:",
                        "the library reads it in any letter case, and nothing else can be meant",
                        "GET /a http/1.1\r\nHost: x\r\n\r\n",
                        "200 200"),
                kept(
                        "2.3",
                        "SHOULD treat a higher minor version as its own",
                        "GET /a HTTP/1.2\r\nHost: x\r\n\r\n",
                        "200 200"),
                kept(
                        "2.3",
                        "Another major version is not spoken",
                        "GET /a HTTP/2.0\r\nHost: x\r\n\r\n",
                        "505",
                        "VERSION"),
                kept(
                        "2.3",
                        "Another major version is not spoken",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "505",
                        "VERSION"));
    }

    private static List<Row> requestLines() {
        return List.of(
                kept(
                        "3",
                        "SHOULD answer 400 to an invalid line, and not mend it",
                        "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400"),
                kept(
                        "3",
                        "SHOULD answer 400 to an invalid line, and not mend it",
                        "G(T /a HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400"),
                kept("3", "MAY part its words at any blanks", "GET  /a\tHTTP/1.1\r\nHost: x\r\n\r\n", "200 200"),
                kept(
                        "3",
                        "SHOULD take lines of 8000 octets",
                        "GET /" + "a".repeat(8000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        "200 200"),
                kept(
                        "3",
                        "MUST answer 414 to a longer target than it parses",
                        "GET /" + LONG + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        "414"),
                kept("3.1", "The method is case-sensitive", "get /a HTTP/1.1\r\nHost: x\r\n\r\n", "200 200", "get /a"),
                kept("3.2", "MUST answer 400 without Host", GET + "\r\n", "400 200", "HOST"),
                kept("3.2", "MUST answer 400 to several Hosts", GET + "Host: x\r\nHost: y\r\n\r\n", "400 200", "HOST"),
                kept("3.2", "MUST answer 400 to several Hosts", GET + "Host: x\r\nhost: x\r\n\r\n", "400 200", "HOST"),
                kept("3.2", "MUST answer 400 to an invalid Host", GET + "Host: a b\r\n\r\n", "400 200", "HOST"),
                kept("3.2", "MUST answer 400 to an invalid Host", GET + "Host: x/y\r\n\r\n", "400 200", "HOST"),
                kept("3.2", "MUST answer 400 to an invalid Host", GET + "Host: %zz\r\n\r\n", "400 200", "HOST"),
                kept(
                        "3.2",
                        "MUST answer 400 to an invalid Host",
                        GET + "Host: [::::::::::]\r\n\r\n",
                        "400 200",
                        "HOST"),
                kept(
                        "3.2",
                        "Host may be empty, an address, or have a port",
                        GET + "Host:\r\n\r\n",
                        "200 200",
                        "host= "),
                kept(
                        "3.2",
                        "Host may be empty, an address, or have a port",
                        GET + "Host: [::1]:80\r\n\r\n",
                        "200 200",
                        "host=[::1]:80"),
                kept(
                        "3.2",
                        "Host may be empty, an address, or have a port",
                        GET + "Host: a_b\r\n\r\n",
                        "200 200",
                        "host=a_b"),
                kept(
                        "3.2",
                        "HTTP/1.0 needs no Host",
                        "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                        "200 200",
                        "host=-"),
                kept(
                        "3.2.1",
                        "Path and query are told apart",
                        "GET /a/b?c?d HTTP/1.1\r\nHost: x\r\n\r\n",
                        "200 200",
                        "GET /a/b query=c?d"),
                kept(
                        "3.2.1",
                        "The target is visible ASCII",
                        "GET /\u00e4 HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET"),
                kept("3.2.1", "The target is visible ASCII", "GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
                kept("3.2.1", "The target is visible ASCII", "GET /a\u007f HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
                kept(
                        "3.2.1",
                        "The target is of the characters that a URI has",
                        "GET /a! HTTP/1.1\r\nHost: x\r\n\r\n",
                        "200 200",
                        "GET /a! "),
                kept(
                        "3.2.1",
                        "The target is of the characters that a URI has",
                        "GET /a\"b HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET"),
                kept(
                        "3.2.1",
                        "The target has no fragment",
                        "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET"),
                kept(
                        "3.2.1",
                        "The target begins with a slash",
                        "GET a HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET"),
                kept(
                        "3.2.1",
                        "The target begins with a slash",
                        "GET ?a HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET GET  query=a"),
                kept(
                        "3.2.2",
                        "MUST take the absolute form",
                        "GET http://x:8/a?b HTTP/1.1\r\nHost: x:8\r\n\r\n",
                        "200 200",
                        "GET /a query=b"),
                kept(
                        "3.2.2",
                        "MUST prefer its host to the field",
                        "GET HTTP://y HTTP/1.1\r\nHost: x\r\n\r\n",
                        "200 200",
                        "GET / query=- host=y"),
                kept(
                        "3.2.2",
                        "Its host has to be one",
                        "GET http:///a HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 200",
                        "TARGET"),
                kept("3.2.3", "CONNECT is for proxies", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", "400", "TUNNEL"),
                kept(
                        "3.2.4",
                        "OPTIONS may ask about the server",
                        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                        "200 200",
                        "OPTIONS *"),
                kept("3.2.4", "Nothing else may", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", "400 200", "TARGET"));
    }

    private static List<Row> fields() {
        return List.of(
                kept("5", "Names are case-insensitive", GET + "hOsT: y\r\n\r\n", "200 200", "host=y"),
                kept(
                        "5",
                        "Blanks around a value are none of it",
                        GET + "Host: x\r\nX: \t a b \t\r\n\r\n",
                        "200 200",
                        "x=a b body"),
                kept("5.1", "MUST answer 400 to a blank before the colon", GET + "Host: x\r\nX : y\r\n\r\n", "400"),
                kept("5.1", "A line without colon is none", GET + "Host: x\r\nnonsense\r\n\r\n", "400"),
                kept(
                        "9110, 5.3",
                        "Fields of one name are a list",
                        GET + "Host: x\r\nX: a\r\nX: b\r\n\r\n",
                        "200 200",
                        "x=a,b"),
                kept("5.1", "A name has a character, of those that there are", GET + "Host: x\r\n: y\r\n\r\n", "400"),
                kept(
                        "5.1",
                        "A name has a character, of those that there are",
                        GET + "Host: x\r\na(b: y\r\n\r\n",
                        "400"),
                kept(
                        "5.2",
                        "MUST refuse a folded line, or take blanks for the fold",
                        GET + "Host: x\r\nX: a\r\n b\r\n\r\n",
                        "200 200",
                        "x=a b"),
                kept(
                        "5",
                        "SHOULD refuse fields that are too large with a 4xx",
                        GET + "Host: x\r\nX: " + LONG + "\r\n\r\n",
                        "431"),
                kept(
                        "5",
                        "SHOULD refuse fields that are too large with a 4xx",
                        GET + "Host: x\r\n" + "X: y\r\n".repeat(100_000) + "\r\n",
                        "431"),
                kept(
                        "9110, 5.5",
                        "MUST refuse or replace CR, LF and NUL in a value",
                        GET + "Host: x\r\nX: a\0b\r\n\r\n",
                        "400"),
                kept(
                        "9110, 5.5",
                        "Other controls are no part of a value either",
                        GET + "Host: x\r\nX: a\1b\r\n\r\n",
                        "400"));
    }

    private static List<Row> bodies() {
        return List.of(
                kept(
                        "6",
                        "A body belongs to any method",
                        "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
                        "200 200",
                        "body=hello"),
                kept(
                        "6",
                        "A body belongs to any method",
                        "TRACE /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
                        "200 200",
                        "body=hello"),
                kept(
                        "6",
                        "A body belongs to any method",
                        "BREW /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r\n0\r\n\r\n",
                        "200 200",
                        "body=b"),
                kept(
                        "6.1",
                        "MUST close when there are both length and coding",
                        POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "400"),
                kept(
                        "6.1",
                        "MUST take a coding in HTTP/1.0 for faulty",
                        OLD + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "400"),
                kept(
                        "6.1",
                        "SHOULD answer 501 to a coding that it does not know",
                        POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        "501",
                        "CODING"),
                kept(
                        "6.1",
                        "MUST NOT be chunked twice",
                        POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "400"),
                kept(
                        "6.1",
                        "Codings are case-insensitive",
                        POST + "Transfer-Encoding: CHUNKED\r\n\r\n1\r\nb\r\n0\r\n\r\n",
                        "200 200",
                        "body=b"),
                kept(
                        "6.3",
                        "MUST answer 400 and close when chunked is not the last",
                        POST + "Transfer-Encoding: gzip\r\n\r\n",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close when chunked is not the last",
                        POST + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close when chunked is not the last",
                        POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close on an invalid length",
                        POST + "Content-Length: x\r\n\r\n",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close on an invalid length",
                        POST + "Content-Length: -1\r\n\r\n",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close on an invalid length",
                        POST + "Content-Length: +5\r\n\r\nhello",
                        "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close on an invalid length",
                        POST + "Content-Length: 0x5\r\n\r\nhello",
                        "400"),
                kept("6.3", "MUST answer 400 and close on an invalid length", POST + "Content-Length:\r\n\r\n", "400"),
                kept(
                        "6.3",
                        "MUST answer 400 and close on an invalid length",
                        POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                        "400"),
                notKept(
                        "6.3",
                        "MAY take equal lengths for one:",
                        "whoever sends two does not know what it sends",
                        POST + "Content-Length: 5, 5\r\n\r\nhello",
                        "400"),
                kept(
                        "9110, 8.6",
                        "MUST foresee large lengths",
                        POST + "Content-Length: 99999999999999999999\r\n\r\n",
                        "400"),
                kept(
                        "9110, 8.6",
                        "MUST foresee large lengths",
                        POST + "Content-Length: 9223372036854775807\r\n\r\n",
                        "200",
                        "body=too long"),
                kept("6.3", "Without length and coding there is no body", POST + "\r\n", "200 200", "body="));
    }

    private static List<Row> chunks() {
        return List.of(
                kept(
                        "7.1",
                        "MUST read chunks",
                        CHUNKS + "5\r\nhello\r\n00b\r\n, how are y\r\n3\r\nou?\r\n0\r\n\r\n",
                        "200 200",
                        "body=hello, how are you?"),
                kept("7.1", "MUST foresee large sizes", CHUNKS + "ffffffffffffffffff\r\nhello", "400", "BROKEN_BODY"),
                kept(
                        "7.1",
                        "MUST foresee large sizes",
                        CHUNKS + "100000005\r\nhello\r\n0\r\n\r\n",
                        "400",
                        "BROKEN_BODY"),
                kept("7.1", "A size is hexadecimal", CHUNKS + "zz\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "A size is hexadecimal", CHUNKS + "-5\r\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "A size is hexadecimal", CHUNKS + "+5\r\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "A size is hexadecimal", CHUNKS + "0x5\r\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "A size is hexadecimal", CHUNKS + "\r\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "A chunk ends where it said", CHUNKS + "5\r\nhello!\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "Lines of chunks end with CRLF", CHUNKS + "5\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1", "Lines of chunks end with CRLF", CHUNKS + "5\r\nhello\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept("7.1.1", "Lines of chunks end with CRLF", CHUNKS + "5;\nhello\r\n0\r\n\r\n", "400", "BROKEN_BODY"),
                kept(
                        "7.1.1",
                        "MUST ignore extensions that it does not know",
                        CHUNKS + "5;a=b;c=\"d;e\"\r\nhello\r\n0;f\r\n\r\n",
                        "200 200",
                        "body=hello"),
                kept(
                        "7.1.1",
                        "SHOULD limit their length",
                        CHUNKS + "5;a=" + LONG + "\r\nhello\r\n0\r\n\r\n",
                        "400",
                        "BROKEN_BODY"),
                kept(
                        "7.1.2",
                        "MUST NOT merge trailers into the header",
                        CHUNKS + "1\r\nb\r\n0\r\nX: y\r\nContent-Length: 9\r\n\r\n",
                        "200 200",
                        "x=- body=b"),
                kept("7.1.2", "Trailers are fields", CHUNKS + "1\r\nb\r\n0\r\nnonsense\r\n\r\n", "400", "BROKEN_BODY"));
    }

    private static List<Row> connections() {
        return List.of(
                kept("9.3", "SHOULD keep connections", GET + "Host: x\r\n\r\n", "200 200"),
                kept("9.3", "HTTP/1.0 keeps none unless asked to", "GET /a HTTP/1.0\r\n\r\n", "200"),
                kept(
                        "9.3",
                        "HTTP/1.0 keeps none unless asked to",
                        "GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
                        "200 200"),
                kept(
                        "9.3",
                        "MUST read the whole body, or close",
                        POST + "Content-Length: " + LONG.length() + "\r\n\r\n" + LONG,
                        "200 200",
                        "body=too long"),
                kept(
                        "9.3.2",
                        "MUST answer in the order of the requests",
                        (GET + "Host: x\r\n\r\n").repeat(300),
                        "200 ".repeat(300) + "200"),
                kept(
                        "9.6",
                        "MUST close after close, and answer nothing more",
                        GET + "Host: x\r\nConnection: close\r\n\r\n",
                        "200"),
                kept(
                        "9.6",
                        "MUST close after close, and answer nothing more",
                        GET + "Host: x\r\nConnection: a, Close\r\n\r\n",
                        "200"),
                kept("9.6", "SHOULD close in stages, so that the answer arrives", "nonsense\r\n\r\n" + LONG, "400"));
    }

    private static List<Row> semantics() {
        return List.of(
                kept(
                        "9110, 10.1.1",
                        "MUST go on or answer",
                        POST + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nab",
                        "100 200 200"),
                kept(
                        "9110, 10.1.1",
                        "MUST go on or answer",
                        POST + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\na",
                        "100 200 200"),
                kept(
                        "9110, 10.1.1",
                        "MUST go on or answer",
                        POST + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                        "100 200 200",
                        "body=a"),
                kept(
                        "9110, 10.1.1",
                        "SHOULD NOT go on when what is asked for is refused already",
                        GET + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n",
                        "400",
                        "HOST"),
                kept(
                        "9110, 10.1.1",
                        "MUST go on or answer",
                        POST + "Expect: 100-Continue\r\nContent-Length: 2000000\r\n\r\n",
                        "200",
                        ""),
                kept(
                        "9110, 10.1.1",
                        "MUST NOT go on before HTTP/1.1",
                        OLD + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nab",
                        "200 200",
                        "body=ab"),
                kept(
                        "9110, 10.1.1",
                        "Without a body there is nothing to go on with",
                        GET + "Host: x\r\nExpect: 100-continue\r\n\r\n",
                        "200 200"),
                kept(
                        "9110, 10.1.1",
                        "MAY answer 417 to another expectation",
                        POST + "Expect: x\r\nContent-Length: 2\r\n\r\nab",
                        "417",
                        "EXPECTATION"),
                kept(
                        "9110, 10.1.1",
                        "MAY answer 417 to another expectation",
                        GET + "Host: x\r\nExpect: x\r\n\r\n",
                        "417 200",
                        "EXPECTATION"),
                kept(
                        "9110, 7.8",
                        "MAY ignore an upgrade",
                        POST + "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nab",
                        "200 200",
                        "body=ab"),
                kept("9110, 15.3.5", "A 204 has no body", "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n", "204 200"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void server_doesAsDemanded(Row row) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send(row.request() + NEXT);
            List<Wire.Answer> answers = wire.readAll();

            assertThat(answers.stream()
                            .map(each -> String.valueOf(each.status()))
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(row.statuses());
            Wire.Answer first = answers.get(answers.get(0).status() == 100 ? 1 : 0);
            assertThat(first.body()).contains(row.says());
            // Whoever closes says so in the last answer (9.6), and dates it (9110, 6.6.1).
            assertThat(answers.get(answers.size() - 1).headers())
                    .containsEntry("connection", "close")
                    .hasEntrySatisfying(
                            "date",
                            date -> assertThat(date)
                                    .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8}"
                                            + " GMT"));
            // No coding, which not every client could read (6.1).
            assertThat(answers).allSatisfy(each -> assertThat(each.headers()).doesNotContainKey("transfer-encoding"));
        }
    }

    /** Not even what it seems to be. */
    @Test
    void requestThatCannotBeRead_hasNothingInIt() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /a\r\n\r\n");

            assertThat(wire.read().body()).isEqualTo("refused: NO_HTTP   query=- host=- x=- body=");
        }
    }

    @Test
    void head_hasTheLengthOfTheBody_andNoBody() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT);

            assertThat(wire.readHead().headers().get("content-length")).isNotEqualTo("0");
            assertThat(wire.read().body()).startsWith("GET /next");
        }
    }

    @Test
    void noContent_hasNoLength() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(wire.read().headers()).doesNotContainKeys("content-length", "content-type");
        }
    }

    @Test
    void clientThatHasEndedItsSide_isAnswered_andTheConnectionCloses() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.send((GET + "Host: x\r\n\r\n").repeat(2)).endOutput();

            assertThat(wire.readAll()).extracting(Wire.Answer::status).containsExactly(200, 200);
        }
    }
}
