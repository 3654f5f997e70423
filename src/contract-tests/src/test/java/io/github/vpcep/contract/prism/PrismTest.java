package io.github.vpcep.contract.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.Call;
import io.github.vpcep.contract.support.Face;
import io.github.vpcep.contract.support.Face.Listing;
import io.github.vpcep.contract.support.PreferProxy;
import io.github.vpcep.contract.support.PreferProxy.Exchange;
import io.github.vpcep.contract.support.RunningPrism;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated client against a mock that is made from the contract: every operation, every documented status. */
class PrismTest {
    /** What the codes in the contract's error examples mean, written down by hand. */
    private static final Map<String, Class<? extends VpcepServiceException>> MEANING = Map.of(
            "EndPoint.0001", ServerFailureException.class,
            "EndPoint.0002", InvalidRequestException.class,
            "EndPoint.0003", AuthenticationFailedException.class,
            "EndPoint.0004", PermissionDeniedException.class,
            "EndPoint.0005", NotFoundException.class,
            "EndPoint.0013", ServerFailureException.class,
            "EndPoint.3045", ConflictException.class);

    private static final ObjectMapper JSON = VpcepJson.mapper();
    private static final SpecFolder SPEC = SpecFolder.ofRepository();

    @RegisterExtension
    static final RunningPrism PRISM = new RunningPrism();

    @SuppressWarnings("NullAway.Init")
    private static PreferProxy proxy;

    @SuppressWarnings("NullAway.Init")
    private static VpcepClient client;

    private static int calls;

    @BeforeAll
    static void connect() {
        proxy = new PreferProxy(PRISM.prism().uri());
        client = VpcepClient.builder()
                .endpoint(proxy.uri())
                .projectId("295dacf46a4842fcbf7844dc2dc2489d")
                .credentials(Credentials.token("token"))
                .retry(RetryPolicy.none())
                .build();
    }

    @AfterAll
    static void disconnect() {
        System.out.println("Prism: " + calls + " calls of " + SPEC.operations().size() + " operations on both faces, "
                + "each documented status, no request with a violation");
        client.close();
        proxy.close();
    }

    static Stream<Arguments> calls() {
        return Stream.of(Face.values()).flatMap(face -> Stream.of(Call.values()).map(call -> Arguments.of(face, call)));
    }

    static Stream<Arguments> refusals() {
        return calls().filter(each -> ((Call) each.get()[1]).isFull())
                .flatMap(each -> operation((Call) each.get()[1]).statuses().stream()
                        .filter(status -> !status.startsWith("2"))
                        .map(status -> Arguments.of(each.get()[0], each.get()[1], Integer.valueOf(status))));
    }

    private static Operation operation(Call call) {
        return SPEC.operation(call.operation()).orElseThrow();
    }

    private static int success(Call call) {
        return operation(call).statuses().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_whenPrismAnswersWithSuccess_returnsTheValuesOfTheExample(Face face, Call call)
            throws JsonProcessingException {
        int status = success(call);
        proxy.prefer(status);
        Object answer = face.call(client, call);
        Operation operation = operation(call);
        // By way of text, as the answer below, so that numbers are of one type.
        JsonNode example = JSON.readTree(operation.examples(operation.response(Integer.toString(status))).stream()
                .map(each -> each.path("value").toString())
                .findFirst()
                .orElse(""));
        if (!operation.hasBody(Integer.toString(status))) {
            assertThat(answer).isSameAs(Face.NOTHING);
            assertThat(example.isMissingNode()).isTrue();
        } else if (answer instanceof Listing page) {
            assertThat(tree(page.items())).isEqualTo(page(operation, example)).isNotEmpty();
            assertThat(page.totalCount()).isEqualTo(example.path("total_count").intValue());
        } else if (answer instanceof Integer count) {
            assertThat(count).isEqualTo(example.path("total_count").intValue());
        } else {
            assertThat(tree(answer)).isEqualTo(example).isNotEmpty();
        }
        // Else a value could be right only because it was kept as an unknown property.
        assertThat(answer.toString()).doesNotContain("additionalProperties");
        onlyExchange(status);
    }

    private static JsonNode tree(Object value) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    /** The one list in the answer of a list operation. */
    private static JsonNode page(Operation operation, JsonNode example) {
        List<JsonNode> lists = new ArrayList<>();
        example.forEach(each -> {
            if (each.isArray()) {
                lists.add(each);
            }
        });
        assertThat(lists).as("lists in the answer of %s", operation.id()).hasSize(1);
        return lists.get(0);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void call_whenPrismAnswersAnErrorStatus_throwsWhatTheCodeMeans(Face face, Call call, int status) {
        proxy.prefer(status);
        VpcepServiceException thrown = catchThrowableOfType(VpcepServiceException.class, () -> face.call(client, call));
        Operation operation = operation(call);
        JsonNode error = operation
                .examples(operation.response(Integer.toString(status)))
                .get(0)
                .at("/value/error");
        String code = error.path("code").asText();
        assertThat(thrown).isExactlyInstanceOf(MEANING.get(code));
        assertThat(thrown.status()).isEqualTo(status);
        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown.operation()).isEqualTo(call.operation());
        assertThat(thrown.serverMessage()).isEqualTo(error.path("message").asText());
        onlyExchange(status);
    }

    /** What passed between client and Prism in this test: one request, without fault. */
    private static Exchange onlyExchange(int status) {
        calls++;
        assertThat(proxy.exchanges()).hasSize(1);
        Exchange exchange = proxy.exchanges().get(0);
        assertThat(exchange.violations()).isEmpty();
        assertThat(exchange.status()).isEqualTo(status);
        return exchange;
    }

    @ParameterizedTest
    @EnumSource
    void call_withEverythingOrNothingSet_sendsJustThat(Call call) throws JsonProcessingException {
        int status = success(call);
        proxy.prefer(status);
        Face.SYNC.call(client, call);
        Exchange exchange = onlyExchange(status);
        Operation operation = operation(call);
        assertThat(queryNames(exchange.uri())).isEqualTo(expectedQuery(operation, call));
        Map<String, String> headers = exchange.requestHeaders();
        if (operation.node().path("security").isArray()) {
            assertThat(headers).doesNotContainKeys("x-auth-token", "authorization");
        } else {
            assertThat(headers).containsEntry("x-auth-token", "token");
        }
        assertThat(headers).containsEntry("content-type", "application/json");
        JsonNode schema = SPEC.resolve(operation.request().path("schema"));
        if (call.isFull() && !schema.isMissingNode()) {
            assertThat(names(JSON.readTree(exchange.requestBody()))).isEqualTo(names(schema.path("properties")));
        }
    }

    private static Set<String> expectedQuery(Operation operation, Call call) {
        Set<String> inContract = new TreeSet<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> inContract.add(parameter.path("name").asText()));
        if (operation.node().at("/x-java-calls/0/parameter").isTextual()) {
            return Set.of(call == Call.DESCRIBE_SERVICE_BY_NAME_FULL ? "endpoint_service_name" : "id");
        }
        if (call.isFull()) {
            return inContract;
        }
        // Pages are in the order of creation unless another is asked for, so that none is lost.
        return operation.node().at("/x-java-page/order").isArray() ? Set.of("sort_dir", "sort_key") : Set.of();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> queryNames(String uri) {
        Set<String> names = new TreeSet<>();
        if (uri.contains("?")) {
            for (String pair : uri.substring(uri.indexOf('?') + 1).split("&", -1)) {
                names.add(pair.substring(0, pair.indexOf('=')));
            }
        }
        return names;
    }

    @Test
    void operations_comparedWithTheCallsOfThisSuite_areAllCalled() {
        assertThat(Stream.of(Call.values())
                        .filter(Call::isFull)
                        .map(Call::operation)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        SPEC.operations().stream().map(Operation::id).toList());
    }

    static Stream<Arguments> brokenRequests() {
        return Stream.of(
                Arguments.of("GET", "/v1/p/vpc-endpoints?limit=0", "", "limit"),
                Arguments.of("GET", "/v1/p/vpc-endpoint-services/public?sort_dir=up", "", "sort_dir"),
                Arguments.of(
                        "PUT",
                        "/v1/p/vpc-endpoint-services/s/name",
                        "{\"endpoint_service_name\":\"test222_name_23432\"}",
                        "endpoint_service_name"),
                Arguments.of("PUT", "/v1/p/vpc-endpoints/e/policy", "{\"policy_statement\":[]}", "policy_statement"),
                Arguments.of(
                        "POST",
                        "/v1/p/vpc-endpoint-services/s/permissions/batch-create",
                        "{\"permissions\":[{\"permission\":\"*\"}]}",
                        "description"));
    }

    /** The absence of violations above proves nothing unless they show when there are any. */
    @ParameterizedTest
    @MethodSource("brokenRequests")
    void prism_whenARequestBreaksTheContract_saysSo(String method, String path, String body, String named)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PRISM.prism().uri() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Auth-Token", "token")
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("sl-violations"))
                .hasValueSatisfying(text -> assertThat(text).contains(named));
    }

    @Test
    void prism_whenNoCredentialsAreSent_saysSo() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PRISM.prism().uri() + "/v1/p/vpc-endpoints"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("sl-violations")).isPresent();
    }
}
