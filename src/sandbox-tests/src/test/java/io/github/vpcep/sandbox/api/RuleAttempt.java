package io.github.vpcep.sandbox.api;

import static io.github.vpcep.sandbox.api.Running.ALICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.router.Operation;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.server.VpcepRouter;
import io.github.vpcep.server.VpcepRouter.Apis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A request to an operation of the contract, right until something is done to it. */
final class RuleAttempt {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation<Apis>> OPERATIONS =
            VpcepRouter.OPERATIONS.stream().collect(Collectors.toMap(Operation::id, Function.identity()));

    final RuleWorld world;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, String> query = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    private final Operation<Apis> operation;
    String method;
    String behind = "";

    @Nullable
    ObjectNode body;

    @Nullable
    String raw;

    Account caller = ALICE;

    @Nullable
    String token;

    private boolean changesWorld;

    RuleAttempt(RuleWorld world, String operationId, String body) {
        this.world = world;
        this.operation = operation(operationId);
        this.method = operation.method();
        if (!body.isEmpty()) {
            this.body = (ObjectNode) json(body);
        }
    }

    /** JSON with single quotes. */
    static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Operation<Apis> operation(String id) {
        return Objects.requireNonNull(OPERATIONS.get(id), id);
    }

    /** The status of a success. */
    int success() {
        return operation.status();
    }

    boolean takes(String pathParameter) {
        return operation.path().contains("{" + pathParameter + "}");
    }

    /** Notes that the world is another one from now on. */
    RuleWorld changedWorld() {
        changesWorld = true;
        return world;
    }

    String target() {
        String target = operation.path();
        for (Map.Entry<String, String> each : path.entrySet()) {
            target = target.replace("{" + each.getKey() + "}", encoded(each.getValue()));
        }
        target = target.replace("{project_id}", caller.projectId()) + behind;
        return query.isEmpty()
                ? target
                : target + "?"
                        + query.entrySet().stream()
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        // A plus is a space in a query only.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String text() {
        return raw != null ? raw : body == null ? "" : body.toString();
    }

    private @Nullable RequestBody content() {
        boolean none = text().isEmpty() && (method.equals("GET") || method.equals("DELETE"));
        return none ? null : RequestBody.create(text().getBytes(StandardCharsets.UTF_8));
    }

    /** What is sent, whatever ids its world has; nothing when that is another world. */
    @Nullable
    String sentInAnyWorld() {
        return changesWorld ? null : (this + text()).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    }

    /** Sends it; a world that it changed is renewed. */
    Answer send() {
        Request.Builder request = world.open(target()).method(method, content());
        headers.forEach(request::header);
        String sent = token == null ? caller.token() : token;
        if (!sent.isEmpty()) {
            request.header("X-Auth-Token", sent);
        }
        Answer answer = world.send(request.build());
        if (changesWorld || (answer.status() < 300 && !method.equals("GET"))) {
            world.renew();
        }
        return answer;
    }

    @Override
    public String toString() {
        String content = text();
        return caller.domainId().substring(31) + " " + method + " " + target() + " " + headers + " "
                + (content.length() < 400 ? content : content.substring(0, 400) + "…");
    }

    /** Status, code and message. */
    record Answer(int status, String body) {
        /** Such as {@code 400 EndPoint.0002}, or the status alone. */
        String told() {
            return status < 300
                    ? String.valueOf(status)
                    : status + " " + read(body).path("error").path("code").asText();
        }
    }
}
