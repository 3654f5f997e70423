package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.connect.HttpAccess;
import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.engine.Engine;
import io.github.vpcep.runtime.engine.Face;
import io.github.vpcep.runtime.engine.Shelf;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.VpcepTransportException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The project of a client that is told none: asked for once, in the name of its credentials. */
@Timeout(60)
class ProjectLookupTest {
    private static final String PATH = "/v1/p-north/things/x";
    private static final Credentials KEY = Credentials.accessKey("AK7", "s3cret");

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private Engine engine(Credentials credentials) {
        return cloud.builderWithoutProject(credentials)
                .retry(RetryPolicy.standard().withBaseDelay(Duration.ofMillis(1)))
                .build();
    }

    /** As IAM lists a project. */
    private static String project(String id, String name) {
        return "{\"domain_id\":\"d-1\",\"is_domain\":false,\"parent_id\":\"d-1\",\"name\":\"%s\",\"description\":\"\","
                        .formatted(name)
                + "\"links\":{\"self\":\"https://iam.example.com/v3/projects/%s\"},\"id\":\"%s\",\"enabled\":true}"
                        .formatted(id, id);
    }

    private static MockResponse projects(String... projects) {
        return Cloud.json(
                200,
                "{\"links\":{\"next\":null,\"previous\":null,\"self\":\"https://iam.example.com/v3/projects\"},\"projects\":["
                        + String.join(",", projects) + "]}");
    }

    private void iamKnowsTheProject() {
        Cloud.answer(
                cloud.iam(),
                request -> request.getTarget().equals("/v3/projects?name=north-1")
                        ? projects(project("p-north", "north-1"))
                        : Cloud.json(404, "{}"));
    }

    @ParameterizedTest
    @EnumSource
    void call_ofAClientThatWasToldNoProject_isOfTheRegions_askedForOnce(Face face) throws Exception {
        iamKnowsTheProject();
        try (Engine engine = engine(KEY)) {
            face.send(Cloud.reading(engine, "x"));
            face.send(Cloud.reading(engine, "x"));
        }
        RecordedRequest first = cloud.api().takeRequest();
        assertThat(first.getTarget()).isEqualTo(PATH);
        assertThat(first.getHeaders().get("X-Project-Id")).isEqualTo("p-north");
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo(PATH);
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
    }

    @Test
    void iam_isAskedWithASignature_ofNoProject() throws Exception {
        iamKnowsTheProject();
        try (Engine engine = engine(KEY)) {
            Cloud.read(engine, "x");
        }
        RecordedRequest asked = cloud.iam().takeRequest();
        assertThat(asked.getRequestLine()).isEqualTo("GET /v3/projects?name=north-1 HTTP/1.1");
        assertThat(asked.getHeaders().get("X-Project-Id")).isNull();
        assertThat(SignatureCheck.fault(asked, "s3cret")).isNull();
    }

    @Test
    void iam_isAskedWithAToken_thatItHasJustGiven() throws Exception {
        Cloud.answer(
                cloud.iam(),
                request -> request.getMethod().equals("POST")
                        ? Cloud.token("t1", "2999-01-01T00:00:00Z")
                        : "t1".equals(request.getHeaders().get("X-Auth-Token"))
                                ? projects(project("p-north", "north-1"))
                                : Cloud.json(401, "{}"));
        try (Engine engine = engine(Credentials.password("u", "p", "d", "north-1"))) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo(PATH);
    }

    @Test
    void callsThatNeedItAtOnce_makeOneRequest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        Cloud.answer(cloud.iam(), request -> {
            asked.countDown();
            await(answering);
            return projects(project("p-north", "north-1"));
        });
        try (Engine engine = engine(KEY)) {
            List<CompletableFuture<Map<String, Object>>> calls = IntStream.range(0, 8)
                    .mapToObj(i -> Cloud.reading(engine, "x").executeAsync())
                    .toList();
            await(asked);
            answering.countDown();
            calls.forEach(CompletableFuture::join);
        }
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
        assertThat(cloud.api().getRequestCount()).isEqualTo(8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_whoseTimeIsUpMeanwhile_saysWhatItWaitedFor(Face face) {
        CountDownLatch ended = new CountDownLatch(1);
        Cloud.answer(cloud.iam(), request -> {
            await(ended);
            return projects(project("p-north", "north-1"));
        });
        try (Engine engine = engine(KEY)
                .with(CallOptions.builder().callTimeout(Duration.ofMillis(300)).build())) {
            assertThatThrownBy(() -> face.send(Cloud.reading(engine, "x")))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining("timed out, by callTimeout, while it waited for the id of the project");
        } finally {
            ended.countDown();
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    /** As of a sandbox, which is both: what asks for the project must not wait for it. */
    @Test
    void iam_atTheAddressOfTheApi_isAskedAllTheSame() throws Exception {
        Cloud.answer(
                cloud.api(),
                request -> request.getTarget().equals("/v3/projects?name=north-1")
                        ? projects(project("p-north", "north-1"))
                        : Cloud.json(200, "{\"ok\":true}"));
        try (Engine engine = cloud.builderWithoutProject(KEY)
                .iamEndpoint(cloud.api().url("/").toString())
                .build()) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo("/v3/projects?name=north-1");
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo(PATH);
    }

    @Test
    void iam_thatIsBusy_isAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Cloud.answer(
                cloud.iam(),
                request ->
                        asked.incrementAndGet() < 3 ? Cloud.json(503, "{}") : projects(project("p-north", "north-1")));
        try (Engine engine = engine(KEY)) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo(PATH);
    }

    @Test
    void failure_isNotKept() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Cloud.answer(
                cloud.iam(),
                request ->
                        asked.incrementAndGet() == 1 ? Cloud.json(403, "{}") : projects(project("p-north", "north-1")));
        try (Engine engine = engine(KEY)) {
            assertThatThrownBy(() -> Cloud.read(engine, "x")).isInstanceOf(PermissionDeniedException.class);
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo(PATH);
    }

    @Test
    void call_thatIsToldAProject_asksNobody() throws Exception {
        try (Engine engine =
                engine(KEY).with(CallOptions.builder().projectId("p-7").build())) {
            Cloud.read(engine, "x");
        }
        assertThat(cloud.api().takeRequest().getTarget()).isEqualTo("/v1/p-7/things/x");
        assertThat(cloud.iam().getRequestCount()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                " | IAM tells of no project \"north-1\" [GET %s]: set .projectId(…), unless the name of the region is"
                        + " misspelt, or these credentials may not see its project",
                "p-1=north-1 p-2=north-1 | IAM tells of 2 projects \"north-1\": p-1, p-2 [GET %s]: set the one that is"
                        + " meant by .projectId(…)",
                "p-1=other | IAM tells of no project \"north-1\" [GET %s]: set .projectId(…), unless the name of the"
                        + " region is misspelt, or these credentials may not see its project"
            })
    void project_thatIsNotTheOnlyOneOfItsName_isToldByName(String found, String message) {
        String[] listed = found == null ? new String[0] : found.split(" ");
        Cloud.answer(
                cloud.iam(),
                request -> projects(List.of(listed).stream()
                        .map(each -> project(each.replaceAll("=.*", ""), each.replaceAll(".*=", "")))
                        .toArray(String[]::new)));
        try (Engine engine = engine(KEY)) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message.formatted(cloud.iamUrl() + "v3/projects?name=north-1"));
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void region_thatNobodyKnows_isNamedWithTheAddress() {
        Cloud.answer(cloud.iam(), request -> projects());
        try (Engine engine =
                cloud.builderWithoutProject(KEY).region("atlantis-9").build()) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "no project \"atlantis-9\" [GET " + cloud.iamUrl() + "v3/projects?name=atlantis-9]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"error\":{\"code\":401,\"message\":\"no AK7\"}} | AuthenticationFailedException | 401: no ",
                "403 | {\"error\":{\"code\":403,\"message\":\"no AK7\"}} | PermissionDeniedException | 403: no ",
                "200 | sorry, AK7 | VpcepDecodeException | projects: it is missing or not a list",
                "200 | {\"projects\":{}} | VpcepDecodeException | projects: it is missing or not a list",
                "200 | {\"projects\":[{\"name\":\"north-1\"}]} | VpcepDecodeException | projects[].id: it is missing or no id",
                "200 | {\"projects\":[{\"name\":\"north-1\",\"id\":\"a b\"}]} | VpcepDecodeException | or no id",
                "200 | {\"projects\":[{\"name\":\"north-1\",\"id\":\"a\u007f\"}]} | VpcepDecodeException | or no id"
            })
    void iam_thatGivesNone_isNamedByItsAddress(int status, String body, String thrown, String message)
            throws Exception {
        Cloud.answer(cloud.iam(), request -> Cloud.json(status, body));
        Class<? extends Throwable> type =
                Class.forName("io.github.vpcep.runtime.error." + thrown).asSubclass(Throwable.class);
        try (Engine engine = engine(KEY)) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(type)
                    .hasMessageStartingWith("IAM GET " + cloud.iamUrl() + "v3/projects?name=north-1 ")
                    .hasMessageContaining(message)
                    .hasMessageNotContaining("s3cret");
        }
        assertThat(cloud.api().getRequestCount()).isZero();
    }

    @Test
    void iam_thatIsNotThere_isNamed() {
        String url = cloud.iamUrl();
        Engine engine = engine(KEY);
        cloud.iam().close();
        try (engine) {
            assertThatThrownBy(() -> Cloud.read(engine, "x"))
                    .isInstanceOf(VpcepTransportException.class)
                    .hasMessageContaining(
                            "IAM was not reached, or did not answer [" + url.substring(0, url.length() - 1));
        }
    }

    @Test
    void project_isKnownWhenIamHasToldIt_whateverItsIdIsMadeOf() {
        ProjectLookup lookup = ProjectLookup.of(Shelf.CONTRACT.region("north-1"), URI.create(cloud.iamUrl()), KEY);
        assertThat(lookup).hasToString("ProjectLookup[" + cloud.iamUrl() + "v3/projects?name=north-1]");
        assertThat(lookup.known()).isNull();
        Cloud.answer(cloud.iam(), request -> projects(project("!~", "north-1")));
        try (Engine engine = cloud.builder(request -> {
                    assertThat(lookup.id((HttpAccess) request)).isEqualTo("!~");
                    return Map.of();
                })
                .build()) {
            Cloud.read(engine, "x");
            Cloud.read(engine, "x");
        }
        assertThat(lookup.known()).isEqualTo("!~");
        assertThat(cloud.iam().getRequestCount()).isEqualTo(1);
    }

    @Test
    void iam_ofARegionInTheClear_isRefused() {
        Region region = Shelf.CONTRACT.region("west-1");

        assertThatThrownBy(() -> ProjectLookup.of(region, URI.create("http://iam.example.com"), KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be https");
    }
}
