package io.github.vpcep.runtime.engine.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.auth.OutgoingRequest;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.FakeTime;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.engine.Shelf.Book;
import io.github.vpcep.runtime.engine.Shelf.Client;
import io.github.vpcep.runtime.engine.prepare.JsonWriting;
import io.github.vpcep.runtime.engine.read.JsonReading;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what must not. */
class RequestTest {
    private static final String EMPTY_PAGE = "{\"books\":[],\"total\":0}";
    private static final String BOOK = "{\"title\":\"t\",\"pages\":1}";

    @RegisterExtension
    final Shelf shelf = new Shelf();

    @ParameterizedTest
    @EnumSource
    void call_sendsWhatEveryRequestCarries_onGetToo(Face face) throws Exception {
        shelf.answers(200, EMPTY_PAGE);
        face.send(shelf.client().list());
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/p-1/books HTTP/1.1");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().values("User-Agent")).containsExactly("shelf-java/1.2.3");
        assertThat(request.getHeaders().values("X-Auth-Token")).containsExactly("s3cret");
    }

    @ParameterizedTest
    @EnumSource
    void call_sendsTheBodyAsJson(Face face) throws Exception {
        shelf.answers(200, BOOK);
        assertThat(face.send(shelf.client().add(new Book("Öl", 7)))).isEqualTo(new Book("t", 1));
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("25");
        assertThat(utf8(request)).isEqualTo("{\"title\":\"Öl\",\"pages\":7}");
    }

    @ParameterizedTest
    @CsvSource({"'', /v1/p-1/books", "base, /base/v1/p-1/books", "a/b/, /a/b/v1/p-1/books"})
    void call_whenEndpointHasABasePath_appendsToIt(String base, String target) throws Exception {
        shelf.answers(200, EMPTY_PAGE);
        try (Client client =
                shelf.builder().endpoint(shelf.server().url("/" + base).uri()).build()) {
            client.list().execute();
        }
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo(target);
    }

    @Test
    void call_encodesAPathArgumentOnce() throws Exception {
        shelf.answers(200, BOOK);
        shelf.client().sort("a/b c%é").execute();
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo("/v1/p-1/books/a%2Fb%20c%25%C3%A9/sort");
    }

    @Test
    void call_encodesCharactersBeyondTheBasicPlane() throws Exception {
        shelf.answers(200, BOOK);
        shelf.client().sort("\ud83d\ude00").execute();
        assertThat(shelf.server().takeRequest().getTarget()).isEqualTo("/v1/p-1/books/%F0%9F%98%80/sort");
    }

    @Test
    void prepare_whenAnArgumentHoldsHalfACharacter_namesOperationAndParameter() {
        assertThatThrownBy(() -> shelf.client().sort("ab\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SortBooks was not sent: id cannot be written: character 3 of 3 is half of one"
                        + " (a surrogate without the other), which cannot be sent");
        assertThatThrownBy(() -> shelf.client().add(new Book("\ude00\ud83d", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "AddBook was not sent: field title cannot be written: character 1 of 2 is half");
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @Test
    void prepare_whenBodyCannotBeWritten_namesOperationAndField() {
        var call = shelf.client()
                .api()
                .addUnwritable("p-1", new Shelf.Unwritable(List.of(new Shelf.Unwritable.Part(new Object()))));
        assertThatThrownBy(() -> shelf.client().engine().prepare(Shelf.ADD, call))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "AddBook was not sent: field parts[0].inner cannot be written: No serializer found");
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void prepare_whenPathArgumentWouldChangeThePath_refuses(String id) {
        assertThatThrownBy(() -> shelf.client().sort(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SortBooks was not sent: @Path parameters shouldn't perform path traversal");
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @Test
    void prepare_whenCallIsOfAnotherRetrofit_refuses() {
        var other = new retrofit2.Retrofit.Builder()
                .baseUrl(shelf.server().url("/").toString())
                .addConverterFactory(new JsonWriting(Shelf.CONTRACT.json()))
                .addConverterFactory(new JsonReading(Shelf.CONTRACT.json(), (request, field) -> {}))
                .build()
                .create(Shelf.Api.class);
        assertThatThrownBy(() -> shelf.client().engine().prepare(Shelf.LIST, other.list("p-1", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The call for ListBooks was not made by this engine");
    }

    @Test
    void credentials_seeTheWholeRequest() {
        CompletableFuture<OutgoingRequest> seen = new CompletableFuture<>();
        shelf.answers(200, BOOK);
        try (Client client = shelf.builder()
                .credentials(request -> {
                    seen.complete(request);
                    return Map.of("X-Signed", "yes");
                })
                .build()) {
            client.add(new Book("b", 1)).execute();
        }
        assertThat(seen.join().method()).isEqualTo("POST");
        assertThat(seen.join().uri())
                .isEqualTo(shelf.server().url("/v1/p-1/books").uri());
        assertThat(seen.join().headers()).containsEntry("content-type", "application/json");
        assertThat(seen.join().body()).asString().isEqualTo("{\"title\":\"b\",\"pages\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shelf.example.com,shelf.example.com",
        "https://shelf.example.com:443,shelf.example.com",
        "https://shelf.example.com:80,shelf.example.com:80",
        "http://[::1],[::1]",
        "http://[::1]:81,[::1]:81"
    })
    void credentials_seeTheAddressAsItIsSent(String endpoint, String host) {
        CompletableFuture<OutgoingRequest> seen = new CompletableFuture<>();
        try (Client client = shelf.builder()
                .endpoint(endpoint)
                .credentials(request -> {
                    seen.complete(request);
                    throw new IllegalStateException("not sent");
                })
                .build()) {
            assertThatThrownBy(() -> client.engine()
                            .prepare(Shelf.LIST, client.api().list("p/1", 3))
                            .execute())
                    .hasMessage("not sent");
        }
        assertThat(seen.join().host()).isEqualTo(host);
        assertThat(seen.join().path()).isEqualTo("/v1/p%2F1/books");
        assertThat(seen.join().query()).isEqualTo("limit=3");
        assertThat(seen.join().projectId()).isEqualTo("p-1");
        assertThat(seen.join().time()).isEqualTo(FakeTime.NOW);
    }

    @Test
    void call_whoseRequestSaysItself_whatEveryRequestCarries_isLeftSo() throws Exception {
        CompletableFuture<OutgoingRequest> seen = new CompletableFuture<>();
        shelf.answers(200, BOOK);
        try (Client client = shelf.builder()
                .credentials(request -> {
                    seen.complete(request);
                    return Map.of();
                })
                .build()) {
            Request own = new Request.Builder()
                    .url(shelf.server().url("/x").toString())
                    .header("Accept", "text/plain")
                    .header("Content-Type", "text/csv")
                    .header("User-Agent", "mine")
                    .addHeader("X-Twice", "1")
                    .addHeader("x-twice", "2")
                    .build();
            client.engine().retrofit().callFactory().newCall(own).execute().close();
        }
        assertThat(seen.join().query()).isNull();
        assertThat(seen.join().headers()).containsEntry("X-TWICE", "1").containsEntry("accept", "text/plain");
        RecordedRequest request = shelf.server().takeRequest();
        assertThat(request.getHeaders().values("Accept")).containsExactly("text/plain");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("text/csv");
        assertThat(request.getHeaders().values("User-Agent")).containsExactly("shelf-java/1.2.3");
        assertThat(request.getHeaders().values("X-Twice")).containsExactly("1", "2");
    }

    @Test
    void credentials_seeAnEmptyBodyOfAGet() {
        CompletableFuture<OutgoingRequest> seen = new CompletableFuture<>();
        shelf.answers(200, EMPTY_PAGE);
        try (Client client = shelf.builder()
                .credentials(request -> {
                    seen.complete(request);
                    return Map.of();
                })
                .build()) {
            client.list().execute();
        }
        assertThat(seen.join().body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void call_whenCredentialsThrow_passesItOnAndSendsNothing(Face face) {
        IllegalStateException reason = new IllegalStateException("the vault is locked");
        try (Client client = shelf.builder()
                .credentials(request -> {
                    throw reason;
                })
                .build()) {
            assertThatThrownBy(() -> face.send(client.list())).isSameAs(reason);
        }
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void call_whenCredentialsGiveABadHeader_refusesWithoutRepeatingIt(Face face) {
        try (Client client = shelf.builder()
                .credentials(request -> Map.of("X-Auth-Token", "s3cret\n"))
                .build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("X-Auth-Token")
                    .hasMessageNotContaining("s3cret");
        }
        assertThat(shelf.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("NullAway") // what a provider without null checks may do
    void call_whenCredentialsGiveNull_refuses(Face face) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Auth-Token", null);
        try (Client client = shelf.builder().credentials(request -> headers).build()) {
            assertThatThrownBy(() -> face.send(client.list()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The credentials gave no value for the header X-Auth-Token");
        }
    }

    @Test
    void retrofit_whenCallGoesToAnotherServer_sendsNoCredentials() throws Exception {
        try (MockWebServer other = PromptServer.create()) {
            other.start();
            other.enqueue(new MockResponse.Builder().body(EMPTY_PAGE).build());
            String url = other.url("/books").toString();
            Shelf.Api api = shelf.client().engine().retrofit().create(Shelf.Api.class);
            assertThat(api.elsewhere(url).execute().code()).isEqualTo(200);
            assertThat(other.takeRequest().getHeaders().get("X-Auth-Token")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whenServerRedirects_doesNotFollow(Face face) throws Exception {
        try (MockWebServer other = PromptServer.create()) {
            other.start();
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .code(307)
                            .setHeader("Location", other.url("/books"))
                            .build());
            assertThatThrownBy(() -> face.send(shelf.client().list()))
                    .isExactlyInstanceOf(VpcepServiceException.class)
                    .hasMessage("ListBooks failed with HTTP 307");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void post_whenServerAsksToComeBackAtOnce_isSentOnce() {
        for (int i = 0; i < 2; i++) {
            shelf.server()
                    .enqueue(new MockResponse.Builder()
                            .code(503)
                            .setHeader("Retry-After", 0)
                            .build());
        }
        assertThatThrownBy(() -> shelf.client().add(new Book("b", 1)).execute())
                .isInstanceOf(ServerFailureException.class);
        assertThat(shelf.server().getRequestCount()).isEqualTo(1);
        assertThatThrownBy(() -> shelf.client().sort("without-a-body").execute())
                .isInstanceOf(ServerFailureException.class);
        assertThat(shelf.server().getRequestCount()).isEqualTo(2);
    }

    private static String utf8(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }
}
