package io.github.vpcep.contract.editions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.contract.examples.SchemaValidator;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.prism.RepositoryRoot;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The founding edition, sent to the sandbox of today: its requests succeed, and their answers are right by it. */
class EarlierEditionTest {
    private static final String DOCUMENT = "editions/2022-11/openapi.yaml";
    private static final SpecFolder EDITION =
            SpecFolder.at(RepositoryRoot.find().resolve("spec/editions/2022-11"));
    private static final SchemaValidator VALIDATOR = SchemaValidator.of(EDITION.document());
    private static final Account ACCOUNT = SandboxConfig.DEMO;

    /** What stands for them in the examples. */
    private static final String SERVICE = "f0c5a8de-3b86-4b0c-a5a1-6a0c93c3b7d4";

    private static final String ENDPOINT = "7a1f1b62-0c3e-4e0f-9b57-2d0f6a4c8e31";
    private static final String RECORD = "ab42a58b-6f8e-43b3-9400-aaf0e393ee0d";

    private static final String GATEWAY_ENDPOINT = "1d7e0c55-6b0a-4f34-8a3c-94d1f4a7b6c2";
    private static final Set<String> OF_GATEWAYS =
            Set.of("UpdateEndpointRoutetable", "UpdateEndpointPolicy", "DeleteEndpointPolicy");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @RegisterExtension
    static final VpcepSandbox sandbox = VpcepSandbox.inMemory();

    @TempDir
    private static Path folder;

    private static Path seed = Path.of("seed.json");

    /** A request of an operation with one of its examples, or without a body. */
    private record Sent(Operation operation, JsonNode body) {
        @Override
        public String toString() {
            return operation.id() + " " + body;
        }
    }

    static Stream<Sent> requests() {
        return EDITION.operations().stream().flatMap(operation -> {
            List<JsonNode> examples = operation.examples(operation.request());
            return examples.isEmpty()
                    ? Stream.of(new Sent(operation, MissingNode.getInstance()))
                    : examples.stream().map(example -> new Sent(operation, example.path("value")));
        });
    }

    @BeforeAll
    static void writeSeed() throws IOException {
        seed = Files.writeString(
                folder.resolve("seed.json"), """
                {
                  "services": [{
                    "id": "%s",
                    "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
                    "port_id": "b1c9a4de-77f0-4d0e-8d9e-0f4f2f1b9c11",
                    "server_type": "LB",
                    "ports": [{"client_port": 443, "server_port": 8443}],
                    "permissions": ["iam:domain::4dbb0ce8766f44a9bfd08ccf8fc02397"]
                  }],
                  "endpoints": [{
                    "id": "%s",
                    "status": "pendingAcceptance",
                    "endpoint_service_id": "%s",
                    "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
                    "subnet_id": "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de"
                  }, {
                    "id": "%s",
                    "endpoint_service_id": "obs",
                    "vpc_id": "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
                    "policy_statement": [{"Effect": "Allow", "Action": ["*"], "Resource": ["*"]}]
                  }]
                }""".formatted(SERVICE, ENDPOINT, SERVICE, GATEWAY_ENDPOINT));
    }

    @Test
    void document_thatWasLaidDown_isNeverEdited() throws Exception {
        byte[] packed = packed();
        assertThat(packed).isEqualTo(Files.readAllBytes(EDITION.path().resolve("openapi.yaml")));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed)))
                .isEqualTo("82af1be140904ce809b969eb5fa70a02f27d52fe317da93d01029fad8e778764");
    }

    @Test
    void examples_ofTheEdition_areOfAllItsOperations() {
        assertThat(requests().map(sent -> sent.operation().id()).distinct()).hasSize(30);
        assertThat(requests().filter(sent -> sent.body().isObject())).hasSize(18);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_thatWasRightByTheEdition_isRightToday(Sent sent) throws Exception {
        sandbox.seed(seed);
        Operation operation = sent.operation();

        HttpResponse<String> answer = send(operation.method(), target(operation), body(sent));

        assertThat(operation.successStatuses()).as(answer.body()).contains(Integer.toString(answer.statusCode()));
        JsonNode schema = operation
                .response(Integer.toString(answer.statusCode()))
                .path("schema")
                .path("$ref");
        assertThat(answer.body().isEmpty()).isEqualTo(schema.isMissingNode());
        if (!schema.isMissingNode()) {
            assertThat(VALIDATOR.faults(schema.asText().substring(1), SpecFolder.readJson(answer.body())))
                    .as(answer.body())
                    .isEmpty();
        }
    }

    private static String target(Operation operation) {
        String endpoint = OF_GATEWAYS.contains(operation.id()) ? GATEWAY_ENDPOINT : ENDPOINT;
        String path = operation
                .path()
                .replace("{version}", "v1")
                .replace("{project_id}", ACCOUNT.projectId())
                .replace("{vpc_endpoint_service_id}", SERVICE)
                .replace("{vpc_endpoint_id}", endpoint)
                .replace("{permission_id}", record())
                .replace("{resource_type}", "endpoint_service")
                .replace("{resource_id}", SERVICE);
        return operation.id().equals("ListServiceDescribeDetails") ? path + "?id=" + SERVICE : path;
    }

    private static String body(Sent sent) {
        return sent.body().isMissingNode() ? "" : sent.body().toString().replace(RECORD, record());
    }

    /** The one on the whitelist. */
    private static String record() {
        return sandbox.client().permissions().list(SERVICE).items().get(0).id();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.uri().resolve("/") + path.substring(1)))
                .header("X-Auth-Token", ACCOUNT.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] packed() throws IOException {
        try (InputStream in = EarlierEditionTest.class.getResourceAsStream("/vpcep/" + DOCUMENT)) {
            return Objects.requireNonNull(in, DOCUMENT).readAllBytes();
        }
    }
}
