package io.github.vpcep.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.engine.FaultServer.Fault;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients derived from another: what differs, what is shared, and who closes what. */
@Timeout(30)
class OptionsTest {
    @RegisterExtension
    final Shelf shelf = new Shelf();

    private static Client derived(Client client, CallOptions options) {
        return new Client(client.engine().with(options));
    }

    @ParameterizedTest
    @EnumSource
    void with_retry_holdsForTheDerivedClientOnly(Face face) {
        CallOptions thrice = CallOptions.builder().retry(RetryPolicy.standard()).build();
        for (int i = 0; i < 4; i++) {
            shelf.answers(503, "");
        }
        assertThatThrownBy(() -> face.send(derived(shelf.client(), thrice).list()))
                .isInstanceOf(ServerFailureException.class);
        assertThat(shelf.server().getRequestCount()).isEqualTo(3);
        assertThatThrownBy(() -> face.send(shelf.client().list())).isInstanceOf(ServerFailureException.class);
        assertThat(shelf.server().getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void with_readTimeout_holdsForTheDerivedClientOnly(Face face) throws Exception {
        try (FaultServer server = new FaultServer(Fault.STALL);
                Client client = shelf.builder().endpoint(server.url()).build()) {
            CallOptions hasty =
                    CallOptions.builder().readTimeout(Duration.ofMillis(50)).build();
            assertThatThrownBy(() -> face.send(derived(client, hasty).list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by connectTimeout or readTimeout");
            assertThat(face.send(client.list()).total()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_callTimeout_holdsForFacadeAndRetrofit(Face face) throws Exception {
        try (FaultServer server = new FaultServer(Fault.STALL, Fault.STALL);
                Client client = shelf.builder().endpoint(server.url()).build()) {
            Client hasty = derived(
                    client,
                    CallOptions.builder().callTimeout(Duration.ofMillis(50)).build());
            assertThatThrownBy(() -> face.send(hasty.list()))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout");
            assertThatThrownBy(() -> hasty.engine()
                            .retrofit()
                            .create(Shelf.Api.class)
                            .list("p-1", null)
                            .execute())
                    .isInstanceOf(java.io.InterruptedIOException.class)
                    .hasMessage("timeout");
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_headers_addsToThoseOfTheClientAndIsSeenByCredentials(Face face) throws Exception {
        CompletableFuture<OutgoingRequest> seen = new CompletableFuture<>();
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .header("X-Both", "client")
                .header("X-Client", "c")
                .credentials(request -> {
                    seen.complete(request);
                    return Map.of("X-Auth-Token", "s3cret");
                })
                .build()) {
            CallOptions options = CallOptions.builder()
                    .header("x-both", "call")
                    .header("X-Auth-Token", "never")
                    .build();
            face.send(derived(client, options).list());
        }
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getHeaders().values("X-Both")).containsExactly("call");
        assertThat(request.getHeaders().values("X-Client")).containsExactly("c");
        assertThat(request.getHeaders().values("X-Auth-Token")).containsExactly("s3cret");
        assertThat(seen.join().headers()).containsEntry("X-Both", "call").containsEntry("X-Client", "c");
    }

    @ParameterizedTest
    @EnumSource
    void with_projectId_isInThePathAndIsSeenByCredentials_ofTheDerivedClientOnly(Face face) throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        shelf.answers(200, FaultServer.PAGE);
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .credentials(request -> {
                    seen.add(request.projectId());
                    return Map.of();
                })
                .build()) {
            CallOptions other = CallOptions.builder().projectId("p-2").build();
            face.send(derived(client, other).list());
            face.send(client.list());
        }
        assertThat(seen).containsExactly("p-2", "p-1");
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo("/v1/p-2/books");
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo("/v1/p-1/books");
    }

    @Test
    void projectId_withWhiteSpace_isRefused() {
        assertThatThrownBy(() -> CallOptions.builder().projectId("p 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("projectId")
                .hasMessageContaining("an id without white space");
    }

    @Test
    void header_thatTheRequestHasAlready_staysAsItIs() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        try (Client client = shelf.builder()
                .http(HttpStack.customized(http -> http.addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("x-both", "request").build()))))
                .header("X-Both", "client")
                .header("X-Client", "c")
                .build()) {
            client.list().execute();
        }
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getHeaders().values("X-Both")).containsExactly("request");
        assertThat(request.getHeaders().values("X-Client")).containsExactly("c");
    }

    @Test
    void header_isNotSentToAnotherServer() throws Exception {
        try (MockWebServer other = PromptServer.create();
                Client client = shelf.builder().header("X-Client", "c").build()) {
            other.start();
            other.enqueue(new mockwebserver3.MockResponse.Builder()
                    .body(FaultServer.PAGE)
                    .build());
            Shelf.Api api = client.engine().retrofit().create(Shelf.Api.class);
            api.elsewhere(other.url("/books").toString()).execute();
            assertThat(other.takeRequest().getHeaders().get("X-Client")).isNull();
        }
    }

    @Test
    void with_sharesConnections() throws Exception {
        shelf.answers(200, FaultServer.PAGE);
        shelf.answers(200, FaultServer.PAGE);
        shelf.client().list().execute();
        derived(shelf.client(), CallOptions.builder().build()).list().execute();
        shelf.server().takeRequest();
        assertThat(shelf.server().takeRequest().getExchangeIndex()).isEqualTo(1);
    }

    @Test
    void close_ofADerivedClient_closesNothing() {
        shelf.answers(200, FaultServer.PAGE);
        shelf.answers(200, FaultServer.PAGE);
        Client derived = derived(shelf.client(), CallOptions.builder().build());
        derived.close();
        assertThat(derived.list().execute().total()).isEqualTo(7);
        assertThat(shelf.client().list().execute().total()).isEqualTo(7);
    }

    @Test
    void close_ofTheFirstClient_closesAll() {
        Client derived = derived(shelf.client(), CallOptions.builder().build());
        Client again = derived(derived, CallOptions.builder().build());
        shelf.client().close();
        assertThatThrownBy(derived::list).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(again::list).hasMessage("The client is closed");
    }

    @Test
    void prepare_whenCallIsOfAnotherEngine_refuses() {
        try (Client other = shelf.builder().build()) {
            var call = other.api().list("p-1", null);
            assertThatThrownBy(() -> shelf.client().engine().prepare(Shelf.LIST, call))
                    .hasMessage("The call for ListBooks was not made by this engine");
        }
    }

    @Test
    void options_goBeforeThoseTheyStandOver() {
        CallOptions base = CallOptions.builder()
                .retry(RetryPolicy.none())
                .callTimeout(Duration.ofSeconds(1))
                .header("A", "base")
                .header("B", "base")
                .build();
        CallOptions both = CallOptions.builder()
                .callTimeout(Duration.ofSeconds(2))
                .readTimeout(Duration.ofSeconds(3))
                .header("a", "s3cret")
                .build()
                .over(base);
        assertThat(both.retry()).isEqualTo(RetryPolicy.none());
        assertThat(both.callTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(both.readTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(both.headers()).containsExactly(Map.entry("A", "s3cret"), Map.entry("B", "base"));
        assertThat(both.toString()).contains("headers=[A, B]").doesNotContain("s3cret");
        assertThat(both.toBuilder().build().headers()).isEqualTo(both.headers());
    }

    @ParameterizedTest
    @CsvSource({
        "User-Agent, is set by the client itself: use userAgentSuffix",
        "HOST, is set by the client itself",
        "Content-length, is set by the client itself",
        "X Y, header name must be letters",
        "'X:', header name must be letters",
        "' ', header name must not be blank",
        "Ümlaut, header name must be letters"
    })
    void header_whenNameCannotBeSent_saysWhy(String name, String why) {
        assertThatThrownBy(() -> CallOptions.builder().header(name, "v"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void header_whenValueCannotBeSent_refusesWithoutRepeatingIt() {
        assertThatThrownBy(() -> CallOptions.builder().header("X-Key", "s3cret\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header X-Key cannot be sent")
                .hasMessageNotContaining("s3cr");
    }
}
