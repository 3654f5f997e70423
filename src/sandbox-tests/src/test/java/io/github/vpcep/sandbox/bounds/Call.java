package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that is being put together. */
final class Call {
    private final Operation operation;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable JsonNode body;

    Call(Operation operation, Map<String, String> parameters, @Nullable JsonNode body) {
        this.operation = operation;
        this.parameters.putAll(parameters);
        this.body = body;
    }

    Operation operation() {
        return operation;
    }

    /** The path with the query. */
    String target() {
        String target = operation.path();
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (each.getKey().startsWith("path:")) {
                target = target.replace("{" + each.getKey().substring("path:".length()) + "}", each.getValue());
            }
        }
        String query = parameters.entrySet().stream()
                .filter(each -> each.getKey().startsWith("query:"))
                .map(each -> each.getKey().substring("query:".length())
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? target : target + "?" + query;
    }

    String body() {
        return body == null ? "" : body.toString();
    }

    boolean hasBody() {
        return operation.example() != null;
    }

    /** The value that is there; in a body a sample is put there when there is none. */
    JsonNode value(Field field) {
        if (!field.isBody()) {
            return TextNode.valueOf(parameters.computeIfAbsent(
                    field.path(), path -> Samples.of(field.schema()).asText()));
        }
        Field parent = field.parent();
        if (parent == null) {
            return Objects.requireNonNull(body);
        }
        JsonNode holder = value(parent);
        if (field.isItem()) {
            if (holder.isEmpty()) {
                ((ArrayNode) holder).add(Samples.of(field.schema()));
            }
            return holder.get(0);
        }
        if (!holder.has(field.name())) {
            ((ObjectNode) holder).set(field.name(), Samples.of(field.schema()));
        }
        return holder.get(field.name());
    }

    void set(Field field, JsonNode value) {
        Field parent = field.parent();
        if (!field.isBody()) {
            parameters.put(field.path(), value.asText());
        } else if (parent == null) {
            body = value;
        } else if (field.isItem()) {
            value(field);
            ((ArrayNode) value(parent)).set(0, value);
        } else {
            ((ObjectNode) value(parent)).set(field.name(), value);
        }
    }

    /** Makes the entries of a whitelist paths, all of which are of one kind. */
    void nameOnlyPaths(String prefix) {
        ObjectNode whitelist = ((ObjectNode) Objects.requireNonNull(body)).put("permission_type", "orgPath");
        ArrayNode entries = (ArrayNode) whitelist.path("permissions");
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            if (entry instanceof ObjectNode record) {
                if (!record.path("permission").asText().startsWith(prefix)) {
                    record.put("permission", prefix + i);
                }
            } else if (!entry.asText().startsWith(prefix)) {
                entries.set(i, prefix + i);
            }
        }
    }

    void setParameter(String path, String value) {
        parameters.put(path, value);
    }

    void remove(Field field) {
        Field parent = field.parent();
        if (field.path().startsWith("path:")) {
            parameters.put(field.path(), "");
        } else if (!field.isBody()) {
            parameters.remove(field.path());
        } else if (parent == null) {
            body = null;
        } else {
            ((ObjectNode) value(parent)).remove(field.name());
        }
    }

    /** The shortest valid values. */
    private static final class Samples {
        static JsonNode of(JsonNode schema) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            return switch (schema.path("type").asText()) {
                case "object" -> {
                    ObjectNode object = json.objectNode();
                    schema.path("required")
                            .forEach(each -> object.set(
                                    each.asText(), of(schema.path("properties").path(each.asText()))));
                    yield object;
                }
                case "array" -> json.arrayNode().add(of(schema.path("items")));
                case "integer" -> json.numberNode(schema.path("minimum").asInt(1));
                case "boolean" -> json.booleanNode(true);
                case "string" -> json.textNode(schema.path("enum").path(0).asText("10"));
                default -> throw new IllegalStateException("No sample of " + schema);
            };
        }
    }
}
