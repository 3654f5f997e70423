package io.github.vpcep.runtime.auth;

import io.github.vpcep.mock.PromptServer;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.contract.Operation;
import io.github.vpcep.runtime.engine.ApiCall;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Shelf;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** An API and an IAM on the loopback, which answer as told, and clients of the two. */
final class Cloud implements BeforeEachCallback, AfterEachCallback {
    static final String PROJECT_ID = "0605767e3e00d5762fd5c01c3b4a5e9f";
    private static final Operation READ = Operation.of("ReadThing", "GET", "/v1/{project_id}/things/{id}");
    private static final Operation WRITE = Operation.of("WriteThing", "POST", "/v1/{project_id}/things/{id}");

    interface Api {
        @GET("v1/{project_id}/things/{id}")
        Call<Map<String, Object>> read(
                @Path("project_id") String projectId, @Path("id") String id, @Query("q") @Nullable List<String> q);

        @POST("v1/{project_id}/things/{id}")
        Call<Map<String, Object>> write(
                @Path("project_id") String projectId, @Path("id") String id, @Body Map<String, String> thing);
    }

    private final MockWebServer api = PromptServer.create();
    private final MockWebServer iam = PromptServer.create();

    MockWebServer api() {
        return api;
    }

    MockWebServer iam() {
        return iam;
    }

    String iamUrl() {
        return iam.url("/").toString();
    }

    static void answer(MockWebServer server, Function<RecordedRequest, MockResponse> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.apply(request);
            }
        });
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("X-Request-Id", "r-77")
                .body(body)
                .build();
    }

    /** IAM's answer to a good identity. */
    static MockResponse token(String token, String expiresAt) {
        return json(201, "{\"token\":{\"expires_at\":\"" + expiresAt + "\"}}")
                .newBuilder()
                .setHeader("X-Subject-Token", token)
                .build();
    }

    ClientBuilder<Engine> builder(Credentials credentials) {
        return new ClientBuilder<>(Shelf.CONTRACT, settings -> new Engine(Shelf.CONTRACT, settings))
                .endpoint(api.url("/").toString())
                .projectId(PROJECT_ID)
                .credentials(credentials);
    }

    /** Makes clients that are told no project, in the region north-1. */
    ClientBuilder<Engine> builderWithoutProject(Credentials credentials) {
        return new ClientBuilder<>(Shelf.CONTRACT, settings -> new Engine(Shelf.CONTRACT, settings))
                .region("north-1")
                .endpoint(api.url("/").toString())
                .iamEndpoint(iamUrl())
                .credentials(credentials);
    }

    static Map<String, Object> read(Engine engine, String id, String... q) {
        return reading(engine, id, q).execute();
    }

    static ApiCall<Map<String, Object>> reading(Engine engine, String id, String... q) {
        return engine.prepare(READ, engine.api(Api.class).read(engine.projectId(), id, List.of(q)));
    }

    static Map<String, Object> write(Engine engine, String id, Map<String, String> thing) {
        return engine.prepare(WRITE, engine.api(Api.class).write(engine.projectId(), id, thing))
                .execute();
    }

    /** Returns once what a call has begun behind its back is done. */
    static void awaitFetched(RenewingCredentials credentials) {
        while (credentials.isFetching()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        api.start();
        iam.start();
        answer(api, request -> json(200, "{\"ok\":true}"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        api.close();
        iam.close();
    }
}
