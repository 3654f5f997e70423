package io.github.vpcep.runtime.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.ErrorCatalogue;
import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.contract.RegionalServer;
import io.github.vpcep.runtime.contract.RetryAdvice;
import io.github.vpcep.runtime.engine.call.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** A small API of books, as the generator would write one, and a server on the loopback that answers as told. */
public final class Shelf implements BeforeEachCallback, AfterEachCallback {
    public static final Operation LIST = Operation.of("ListBooks", "GET", "/v1/{project_id}/books");
    public static final Operation ADD = Operation.of("AddBook", "POST", "/v1/{project_id}/books");
    public static final Operation SORT = Operation.of("SortBooks", "POST", "/v1/{project_id}/books/{id}/sort");

    public static final Operation REMOVE =
            Operation.of("RemoveBook", "DELETE", "/v1/{project_id}/books/{id}").withoutAnswer();

    private static final Map<String, ErrorCatalogue.Entry> ERRORS = Map.of(
            "shelf.0022", ErrorCatalogue.Entry.of(ErrorKind.THROTTLED, RetryAdvice.ALWAYS),
            "shelf.0001", ErrorCatalogue.Entry.of(ErrorKind.SERVER_FAILURE, RetryAdvice.IDEMPOTENT),
            "shelf.0011", ErrorCatalogue.Entry.of(ErrorKind.INVALID_REQUEST, RetryAdvice.NEVER),
            "shelf.1018", ErrorCatalogue.Entry.of(ErrorKind.QUOTA_EXCEEDED, RetryAdvice.NEVER));

    /** Each kind of error under its own name, besides those above. */
    private static ErrorCatalogue.@Nullable Entry find(String code) {
        for (ErrorKind kind : ErrorKind.values()) {
            if (kind.name().equals(code)) {
                return ErrorCatalogue.Entry.of(kind, RetryAdvice.NEVER);
            }
        }
        return ERRORS.get(code.toLowerCase(java.util.Locale.ROOT));
    }

    /** What a call may be told, all of it. */
    public static CallOptions options(RetryPolicy retry) {
        return CallOptions.builder()
                .retry(retry)
                .callTimeout(Duration.ofSeconds(1))
                .readTimeout(Duration.ofSeconds(1))
                .answerLimit(1024)
                .build();
    }

    public static final Contract CONTRACT = Contract.of("shelf-java/1.2.3", new ObjectMapper(), Shelf::find)
            .withServers(
                    "north-1",
                    RegionalServer.of("https://shelf.{region}.example.com")
                            .withIamUrl("https://iam.{region}.example.com"),
                    RegionalServer.of("https://shelf.{region}.example.eu")
                            .withIamUrl("https://iam.{region}.example.eu")
                            .withRegions("west-1", "west-2"));

    public record Book(String title, @Nullable Integer pages) {}

    public record Page(List<Book> books, int total) {}

    /** Cannot be written when an inner part is of a class that the JSON library knows nothing about. */
    public record Unwritable(List<Part> parts) {
        public record Part(Object inner) {}
    }

    public interface Api {
        @GET("v1/{project_id}/books")
        Call<Page> list(@Path("project_id") String projectId, @Query("limit") @Nullable Integer limit);

        @POST("v1/{project_id}/books")
        Call<Book> add(@Path("project_id") String projectId, @Body Book book);

        @POST("v1/{project_id}/books")
        Call<Book> addUnwritable(@Path("project_id") String projectId, @Body Unwritable body);

        @POST("v1/{project_id}/books/{id}/sort")
        Call<Book> sort(@Path("project_id") String projectId, @Path("id") String id);

        @DELETE("v1/{project_id}/books/{id}")
        Call<Void> remove(@Path("project_id") String projectId, @Path("id") String id);

        @GET
        Call<Page> elsewhere(@Url String url);
    }

    public record Client(Engine engine) implements AutoCloseable {
        public ApiCall<Page> list() {
            return engine.prepare(LIST, api().list(engine.projectId(), null));
        }

        public ApiCall<Book> add(Book book) {
            return engine.prepare(ADD, api().add(engine.projectId(), book));
        }

        public ApiCall<Book> sort(String id) {
            return engine.prepare(SORT, api().sort(engine.projectId(), id));
        }

        public ApiCall<Void> remove(String id) {
            return engine.prepare(REMOVE, api().remove(engine.projectId(), id));
        }

        /** Returns a client of its own with the same settings, for which time passes as a test wants it. */
        public Client timed(Timing timing) {
            return new Client(engine.timed(timing));
        }

        /** Returns the connections, to count them. */
        public ConnectionPool connections() {
            return engine.connections();
        }

        public Api api() {
            return engine.api(Api.class);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    private final FakeTime time = new FakeTime();
    private final MockWebServer server = PromptServer.create();
    private @Nullable Client client;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server.start();
        client = builder().build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client().close();
        server.close();
    }

    public MockWebServer server() {
        return server;
    }

    public Client client() {
        if (client == null) {
            throw new IllegalStateException("not started");
        }
        return client;
    }

    /** The time of all clients that {@link #builder} makes. */
    public FakeTime time() {
        return time;
    }

    /** Makes clients that send once. */
    public ClientBuilder<Client> builder() {
        return builder(time.timing());
    }

    public ClientBuilder<Client> builder(Timing timing) {
        return new ClientBuilder<>(CONTRACT, settings -> new Client(new Engine(CONTRACT, settings)).timed(timing))
                .endpoint(server.url("/").toString())
                .projectId("p-1")
                .credentials(Credentials.token("s3cret"))
                .retry(RetryPolicy.none());
    }

    public void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("X-Request-Id", "r-77")
                .body(body)
                .build());
    }
}
