package io.github.vpcep.runtime.engine.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FaultServer;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.SuiteLog;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/** What is logged, and what is hidden in it. */
@Timeout(30)
class LogTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private final int before = SuiteLog.lines().size();

    @ParameterizedTest
    @EnumSource
    void log_hasALineForEachTry(Face face) {
        shelf.answers(503, "");
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder().retry(RetryPolicy.standard()).build()) {
            face.send(client.list());
        }
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .containsExactly(
                        "ListBooks GET /v1/p-1/books, try 1 of 3: HTTP 503 in 0 ms, request id r-77,"
                                + " next try in 500 ms",
                        "ListBooks GET /v1/p-1/books, try 2 of 3: HTTP 200 in 0 ms, request id r-77");
        assertThat(SuiteLog.lines().get(before).logger()).isEqualTo("io.github.vpcep.runtime");
    }

    @Test
    void log_tellsThatTheRetriesOfTheClientAreSpent() {
        shelf.answers(503, "");
        shelf.answers(503, "");
        try (Client client =
                shelf.builder().retry(RetryPolicy.standard()).retryBudget(1).build()) {
            assertThatThrownBy(() -> client.list().execute()).isNotNull();
        }
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .contains("ListBooks is not sent again: the client's calls have failed so often that its"
                        + " retryBudget(…) is spent");
    }

    @Test
    void log_tellsWhyATryFailed() throws Exception {
        try (FaultServer server = new FaultServer(Fault.TRUNCATE);
                Client client = shelf.builder().endpoint(server.url()).build()) {
            assertThatThrownBy(() -> client.list().execute()).isNotNull();
        }
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .singleElement()
                .asString()
                .startsWith("ListBooks GET /v1/p-1/books, try 1 of 1: HTTP 200, then java.net.ProtocolException: ")
                .endsWith(" in 0 ms, request id r-cut");
    }

    @Test
    void log_whenCredentialsThrow_doesNotRepeatTheirWords() {
        try (Client client = shelf.builder()
                .credentials(request -> {
                    throw new IllegalStateException("s3cret");
                })
                .build()) {
            assertThatThrownBy(() -> client.list().execute()).hasMessage("s3cret");
        }
        assertThat(SuiteLog.since(before, Level.DEBUG))
                .containsExactly("ListBooks GET /v1/p-1/books, try 1 of 1: not sent, the credentials failed in 0 ms");
    }

    @ParameterizedTest
    @EnumSource
    void log_atTrace_hasBodiesWithoutSecrets(Face face) {
        shelf.server()
                .enqueue(new MockResponse.Builder()
                        .setHeader("Set-Cookie", "s3cret")
                        .setHeader("X-Subject-Token", "s3cret")
                        .setHeader("X-Plain", "plain")
                        .body("{\"title\":\"t\",\"password\":\"s3cret\"}")
                        .build());
        try (Client client = shelf.builder()
                .header("X-Security-Token", "s3cret")
                .header("Cookie", "s3cret")
                .header("X-Tenant", "orders")
                .build()) {
            assertThatThrownBy(() -> face.send(client.add(new Book("plain", 1))))
                    .isNotNull();
        }
        List<String> lines = SuiteLog.since(before, Level.TRACE);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo("AddBook sends {Cookie: ***, X-Security-Token: ***, X-Tenant: ***}"
                        + " {\"title\":\"plain\",\"pages\":1}");
        assertThat(lines.get(1))
                .startsWith("AddBook received {")
                .contains("Set-Cookie: ***", "X-Subject-Token: ***", "X-Plain: ***", "Content-Length: 33")
                .endsWith(" {\"title\":\"t\",\"password\":\"***\"}");
    }

    @Test
    void log_atTrace_cutsALongBody() {
        shelf.answers(500, "x".repeat(100_000));
        assertThatThrownBy(() -> shelf.client().list().execute()).isNotNull();
        assertThat(SuiteLog.since(before, Level.TRACE).get(1)).hasSizeBetween(16_384, 17_000);
    }

    @Test
    void log_cannotBeForgedByTheServer() {
        shelf.answers(500, "a\nERROR b\r\n\u001b[31m");
        assertThatThrownBy(() -> shelf.client().list().execute()).isNotNull();
        assertThat(SuiteLog.lines().subList(before, SuiteLog.lines().size()))
                .allSatisfy(line -> assertThat(line.text()).doesNotContain("\n", "\r", "\u001b"));
    }
}
