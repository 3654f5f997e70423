package io.github.vpcep.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request.
 *
 * @param operation which of the contract
 * @param who whose token it carries
 * @param project in the path
 * @param arguments what is put in the place of names in the path
 * @param query the parameters
 * @param body as it is sent, empty for none
 */
record Ask(
        Operation operation,
        Who who,
        String project,
        Map<String, String> arguments,
        Map<String, String> query,
        String body) {

    /** An answer; without a body it is {@code null} of JSON. */
    record Answer(int status, JsonNode body) {}

    /** The operations, and how they are reached below the project. */
    enum Operation {
        CREATE_SERVICE("POST v1 /vpc-endpoint-services"),
        LIST_SERVICES("GET v1 /vpc-endpoint-services"),
        GET_SERVICE("GET v1 /vpc-endpoint-services/{service}"),
        UPDATE_SERVICE("PUT v1 /vpc-endpoint-services/{service}"),
        DELETE_SERVICE("DELETE v1 /vpc-endpoint-services/{service}"),
        RENAME_SERVICE("PUT v1 /vpc-endpoint-services/{service}/name"),
        DESCRIBE_SERVICE("GET v1 /vpc-endpoint-services/describe"),
        LIST_PUBLIC("GET v1 /vpc-endpoint-services/public"),
        UPGRADE_SERVICE("POST v2 /vpc-endpoint-services/{service}/upgrade"),
        ADD_BACKENDS("POST v2 /vpc-endpoint-services/{service}/add-server-resources"),
        LIST_CONNECTIONS("GET v1 /vpc-endpoint-services/{service}/connections"),
        DECIDE("POST v1 /vpc-endpoint-services/{service}/connections/action"),
        DESCRIBE_CONNECTIONS("PUT v1 /vpc-endpoint-services/{service}/connections/description"),
        LIST_PERMISSIONS("GET v1 /vpc-endpoint-services/{service}/permissions"),
        CHANGE_PERMISSIONS("POST v1 /vpc-endpoint-services/{service}/permissions/action"),
        ADD_PERMISSIONS("POST v1 /vpc-endpoint-services/{service}/permissions/batch-create"),
        REMOVE_PERMISSIONS("POST v1 /vpc-endpoint-services/{service}/permissions/batch-delete"),
        DESCRIBE_PERMISSION("PUT v1 /vpc-endpoint-services/{service}/permissions/{permission}"),
        CREATE_ENDPOINT("POST v1 /vpc-endpoints"),
        LIST_ENDPOINTS("GET v1 /vpc-endpoints"),
        GET_ENDPOINT("GET v1 /vpc-endpoints/{endpoint}"),
        DELETE_ENDPOINT("DELETE v1 /vpc-endpoints/{endpoint}"),
        UPDATE_WHITELIST("PUT v1 /vpc-endpoints/{endpoint}"),
        UPDATE_ROUTES("PUT v1 /vpc-endpoints/{endpoint}/routetables"),
        UPDATE_POLICY("PUT v1 /vpc-endpoints/{endpoint}/policy"),
        DELETE_POLICY("DELETE v1 /vpc-endpoints/{endpoint}/policy"),
        UPGRADE_ENDPOINT("POST v2 /vpc-endpoints/{endpoint}/upgrade"),
        QUOTAS("GET v1 /quotas"),
        QUERY_TAGS("POST v1 /{type}/resource_instances/action"),
        CHANGE_TAGS("POST v1 /{type}/{resource}/tags/action"),
        LIST_TAGS("GET v1 /{type}/tags"),
        LIST_VERSIONS("GET"),
        GET_VERSION("GET");

        private final String method;
        private final String version;
        private final String path;

        Operation(String words) {
            String[] parts = words.split(" ", -1);
            this.method = parts[0];
            this.version = parts.length > 1 ? parts[1] : "";
            this.path = parts.length > 1 ? parts[2] : "";
        }

        String method() {
            return method;
        }
    }

    String argument(String name) {
        return arguments.getOrDefault(name, "");
    }

    /** Path and query. */
    String target() {
        String target = switch (operation) {
            case LIST_VERSIONS -> "/";
            case GET_VERSION -> "/" + argument("version");
            default -> "/" + operation.version + "/" + project + operation.path;
        };
        for (Map.Entry<String, String> each : arguments.entrySet()) {
            target = target.replace("{" + each.getKey() + "}", encoded(each.getValue()));
        }
        return query.isEmpty()
                ? target
                : target + "?"
                        + query.entrySet().stream()
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return who + " " + operation.method() + " " + target() + (body.isEmpty() ? "" : " " + body);
    }
}
