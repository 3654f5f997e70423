package io.github.vpcep.contract.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.RunningPrism;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.SortDirection;
import io.github.vpcep.router.Router;
import io.github.vpcep.server.EndpointsApi;
import io.github.vpcep.server.VpcepRouter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jakarta REST with the generated interfaces, the generated router, and Prism take each request for the operation that
 * it is (ADR 6).
 */
class RoutingTest {
    private static final SpecFolder SPEC = SpecFolder.ofRepository();

    @RegisterExtension
    static final RunningPrism PRISM = new RunningPrism();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Router<VpcepRouter.Apis> ROUTER = VpcepRouter.create();

    @SuppressWarnings("NullAway.Init")
    private static NamingServer server;

    @BeforeAll
    static void start() {
        server = new NamingServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Every path with an id in each place that takes one. */
    static Stream<Arguments> everyOperation() {
        return SPEC.operations().stream()
                .map(operation -> Arguments.of(
                        operation,
                        operation
                                .path()
                                .replace("{resource_type}", "endpoint")
                                .replace("{version}", "v1")
                                .replaceAll("[{][a-z_]+[}]", "0f6e3b1a-95c4-4d3c-8f0a-b1c7e2d45a90")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyOperation")
    void server_whenAnyOperationIsCalled_runsItsMethod(Operation operation, String path) throws Exception {
        assertThat(send(server.uri(), operation.method(), path, body(operation)).body())
                .isEqualTo(methodOf(operation));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyOperation")
    void router_whenAnyOperationIsCalled_findsIt(Operation operation, String path) {
        assertThat(ROUTER.find(operation.method(), path).operation().id()).isEqualTo(operation.id());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/p/endpoint/tags, ListQueryProjectResourceTags",
        "GET, /v1/p/endpoint_service/tags, ListQueryProjectResourceTags",
        "GET, /v1/p/vpc-endpoints/0f6e3b1a, ListEndpointInfoDetails",
        "GET, /v1/p/vpc-endpoints/tags, ListEndpointInfoDetails",
        "GET, /v1/p/vpc-endpoint-services/tags, ListServiceDetails",
        "GET, /v1/p/vpc-endpoint-services/public, ListServicePublicDetails",
        "GET, /v1/p/vpc-endpoint-services/describe, ListServiceDescribeDetails",
        "GET, /v1/p/quotas, ListQuotaDetails",
        "GET, /v1, ListSpecifiedVersionDetails",
        "GET, /, ListVersionDetails"
    })
    void server_whereTwoPathsMatch_runsTheOneWithMoreLiteralText(String method, String path, String id)
            throws Exception {
        Operation operation = SPEC.operation(id).orElseThrow();
        assertThat(send(server.uri(), method, path, "").body()).isEqualTo(methodOf(operation));
        assertThat(ROUTER.find(method, path).operation().id()).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/v1/p/endpoint/tags, ListQueryProjectResourceTags",
        "/v1/p/endpoint_service/tags, ListQueryProjectResourceTags",
        "/v1/p/vpc-endpoints/0f6e3b1a, ListEndpointInfoDetails",
        "/v1/p/vpc-endpoints/tags, ListEndpointInfoDetails",
        "/v1/p/vpc-endpoint-services/0f6e3b1a, ListServiceDetails",
        "/v1/p/vpc-endpoint-services/tags, ListServiceDetails",
        "/v1/p/vpc-endpoint-services/public, ListServicePublicDetails",
        "/v1/p/vpc-endpoint-services/describe?id=0f6e3b1a, ListServiceDescribeDetails",
        "/v1/p/quotas, ListQuotaDetails",
        "/v1, ListSpecifiedVersionDetails",
        "/, ListVersionDetails"
    })
    void prism_whereTwoPathsMatch_answersForTheRightOne(String path, String id) throws Exception {
        Operation operation = SPEC.operation(id).orElseThrow();
        Set<String> documented = fields(operation
                .examples(operation.response("200"))
                .get(0)
                .path("value")
                .toString());
        assertThat(fields(send(PRISM.prism().uri(), "GET", path, "").body())).isEqualTo(documented);
    }

    @Test
    void server_givesTheParametersOfAQueryAsOneObject() throws Exception {
        assertThat(send(server.uri(), "GET", "/v1/p/vpc-endpoints?vpc_id=a%20b&limit=5&sort_dir=asc&x=y", "")
                        .headers()
                        .firstValue("X-Last-Argument"))
                .hasValue(EndpointsApi.ListParams.builder()
                        .vpcId("a b")
                        .limit(5)
                        .sortDirection(SortDirection.ASCENDING)
                        .build()
                        .toString());
    }

    @Test
    void interfaces_comparedWithTheContract_haveAMethodForEveryOperation() {
        List<String> methods = NamingServer.INTERFACES.stream()
                .flatMap(type ->
                        Arrays.stream(type.getMethods()).map(method -> type.getSimpleName() + "." + method.getName()))
                .toList();
        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(
                        SPEC.operations().stream().map(RoutingTest::methodOf).toList());
    }

    private static Set<String> fields(String json) throws IOException {
        return VpcepJson.mapper().readTree(json).properties().stream()
                .map(property -> property.getKey())
                .collect(Collectors.toSet());
    }

    private static String methodOf(Operation operation) {
        String id = operation.id();
        return operation.node().path("tags").get(0).asText() + "Api."
                + operation.node().path("x-java-name").asText(Character.toLowerCase(id.charAt(0)) + id.substring(1));
    }

    private static String body(Operation operation) {
        return operation.request().isMissingNode()
                ? ""
                : operation.examples(operation.request()).get(0).path("value").toString();
    }

    private static HttpResponse<String> send(URI base, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("X-Auth-Token", "token")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
