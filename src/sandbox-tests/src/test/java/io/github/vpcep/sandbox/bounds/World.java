package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A project in which every valid request succeeds, and the way to it. */
final class World {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_GATEWAYS =
            Set.of("UpdateEndpointRoutetable", "UpdateEndpointPolicy", "DeleteEndpointPolicy");

    // The ids of the examples.
    private static final String SERVICE = "f0c5a8de-3b86-4b0c-a5a1-6a0c93c3b7d4";
    private static final String ENDPOINT = "7a1f1b62-0c3e-4e0f-9b57-2d0f6a4c8e31";
    private static final String RECORD = "ab42a58b-6f8e-43b3-9400-aaf0e393ee0d";
    private static final String VPC = "84758cf5-9c62-43ae-a778-3dbd8370c0a4";
    private static final String SUBNET = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";

    private static final int RECORDS = 51;

    // Looks whether a kept connection is still one before it sends a POST on it; the JDK's does not.
    private static final OkHttpClient HTTP = new OkHttpClient();
    private static final MediaType TYPE = MediaType.get("application/json");

    private final VpcepSandbox sandbox;
    private final Account account;
    private String service = "";
    private String storage = "";
    private String endpoint = "";
    private String gatewayEndpoint = "";
    private final List<String> records = new ArrayList<>();

    World(VpcepSandbox sandbox, Account account) {
        this.sandbox = sandbox;
        this.account = account;
    }

    /** Begins anew: a service with a whitelist, an endpoint that waits for it, and one of a gateway with a policy. */
    void begin() {
        sandbox.reset();
        service = text(
                ask(
                        "POST",
                        "vpc-endpoint-services",
                        "{'port_id':'p','vpc_id':'v','server_type':'LB','ports':[{'client_port':1,'server_port':1}],"
                                + "'ip_version':'ipv6','enable_policy':true,"
                                + "'tags':[{'key':'team','value':'orders'}]}"),
                "id");
        records.clear();
        permit(0, 1);
        endpoint = text(
                ask(
                        "POST",
                        "vpc-endpoints",
                        "{'endpoint_service_id':'" + service + "','vpc_id':'" + VPC + "','subnet_id':'" + SUBNET
                                + "'}"),
                "id");
        storage = "";
        for (JsonNode each : ask("GET", "vpc-endpoint-services/public", "").path("endpoint_services")) {
            storage = each.path("service_type").asText().equals("gateway") ? text(each, "id") : storage;
        }
        gatewayEndpoint = text(
                ask("POST", "vpc-endpoints", "{'endpoint_service_id':'" + storage + "','vpc_id':'" + VPC + "'}"), "id");
        ask(
                "PUT",
                "vpc-endpoints/" + gatewayEndpoint + "/policy",
                "{'policy_statement':[{'Effect':'Allow','Action':['*'],'Resource':['*']}]}");
    }

    Account account() {
        return account;
    }

    String endpoint() {
        return endpoint;
    }

    String gatewayEndpoint() {
        return gatewayEndpoint;
    }

    /** A record of the service's whitelist, which has one until more are asked for: most requests need no other. */
    String record(int number) {
        if (number >= records.size()) {
            permit(records.size(), RECORDS);
        }
        return records.get(number);
    }

    private void permit(int from, int to) {
        String added = IntStream.range(from, to)
                .mapToObj(i -> "{'description':'','permission':'iam:domain::w" + i + "'}")
                .collect(Collectors.joining(","));
        ask("POST", "vpc-endpoint-services/" + service + "/permissions/batch-create", "{'permissions':[" + added + "]}")
                .path("permissions")
                .forEach(each -> {
                    String id = text(each, "id");
                    if (!records.contains(id)) {
                        records.add(id);
                    }
                });
    }

    /** The valid request of an operation, in which the field can be set. */
    Call call(Field field) {
        Operation operation = field.operation();
        boolean isDocument = field.path().startsWith("body.policy_document");
        Map<String, String> parameters = new HashMap<>(Map.of(
                "path:version",
                "v1",
                "path:project_id",
                account.projectId(),
                "path:vpc_endpoint_service_id",
                service,
                "path:vpc_endpoint_id",
                OF_GATEWAYS.contains(operation.id()) && !isDocument ? gatewayEndpoint : endpoint,
                "path:permission_id",
                record(0),
                "path:resource_type",
                "endpoint_service",
                "path:resource_id",
                service));
        if (operation.id().equals("ListServiceDescribeDetails") && !field.path().startsWith("query:")) {
            parameters.put("query:id", service);
        }
        JsonNode body = body(operation);
        if (operation.id().equals("CreateEndpoint") && body instanceof ObjectNode endpoint) {
            endpoint.put("ip_version", "dualstack").put("ipv6_address", "2001:db8::1");
            if (field.path().startsWith("body.policy_statement")) {
                endpoint.put("endpoint_service_id", storage);
            }
        }
        if (isDocument && body instanceof ObjectNode policy) {
            policy.remove("policy_statement");
        }
        return new Call(operation, parameters, body);
    }

    private JsonNode body(Operation operation) {
        JsonNode example = operation.example();
        return example == null
                ? JSON.missingNode()
                : json(example.toString()
                        .replace(SERVICE, service)
                        .replace(ENDPOINT, endpoint)
                        .replace(RECORD, record(0)));
    }

    Answer send(Call call) {
        return send(call.operation().method(), call.target(), call.hasBody() ? call.body() : "");
    }

    private JsonNode ask(String method, String path, String body) {
        Answer answer = send(method, "/v1/" + account.projectId() + "/" + path, body.replace('\'', '"'));
        if (answer.status() != 200) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return json(answer.body());
    }

    private Answer send(String method, String target, String body) {
        Request request = new Request.Builder()
                .url(sandbox.uri().resolve("/") + target.substring(1))
                .header("X-Auth-Token", account.token())
                .header("Content-Type", "application/json")
                .method(method, body(method, body))
                .build();
        try (Response response = HTTP.newCall(request).execute()) {
            return new Answer(response.code(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target + " at " + sandbox.uri(), e);
        }
    }

    private static @Nullable RequestBody body(String method, String body) {
        boolean without = body.isEmpty() && (method.equals("GET") || method.equals("DELETE"));
        return without ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), TYPE);
    }

    record Answer(int status, String body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /** The code of a refusal, empty for a success. */
    static String code(Answer answer) {
        return answer.isGood()
                ? ""
                : json(answer.body()).path("error").path("code").asText("without code");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
