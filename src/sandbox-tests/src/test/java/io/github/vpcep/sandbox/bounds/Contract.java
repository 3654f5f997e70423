package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The bounds of all requests, as the bundled contract states them. */
final class Contract {
    /** What describes a value and does not restrict it, or is read in its own place. */
    private static final Set<String> NO_BOUNDS =
            Set.of("description", "title", "default", "example", "properties", "items", "required", "allOf", "$ref");

    private final JsonNode root;
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();

    Contract() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Contract.class.getClassLoader().getResourceAsStream("vpcep/openapi.json"))) {
            root = new ObjectMapper().readTree(in);
        }
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .forEach(method -> {
                            Operation operation = operation(path.getKey(), method.getKey(), method.getValue());
                            path.getValue().path("parameters").forEach(each -> parameter(operation, resolved(each)));
                            method.getValue().path("parameters").forEach(each -> parameter(operation, resolved(each)));
                            if (method.getValue().has("requestBody")) {
                                body(operation, resolved(method.getValue().path("requestBody")));
                            }
                        }));
    }

    /** All bounds, in the order of the contract. */
    List<Bound> bounds() {
        return bounds;
    }

    /** All that can be set in a query or a body, in the order of the contract, without the items of lists. */
    List<Field> fields() {
        return fields;
    }

    private Operation operation(String path, String method, JsonNode operation) {
        JsonNode examples = resolved(operation.path("requestBody"))
                .path("content")
                .path("application/json")
                .path("examples");
        JsonNode example =
                examples.isEmpty() ? null : resolved(examples.iterator().next()).path("value");
        return new Operation(operation.path("operationId").asText(), method.toUpperCase(Locale.ROOT), path, example);
    }

    private void parameter(Operation operation, JsonNode parameter) {
        String place = parameter.path("in").asText();
        if (!place.equals("path") && !place.equals("query")) {
            throw new IllegalStateException("No request can be made for a parameter in " + place);
        }
        String name = place + ":" + parameter.path("name").asText();
        Field field = new Field(operation, null, name, flat(parameter.path("schema")));
        if (parameter.path("required").asBoolean()) {
            bounds.add(new Bound(field, "required", BooleanNode.TRUE));
        }
        addBounds(field);
    }

    private void body(Operation operation, JsonNode body) {
        JsonNode schema = body.path("content").path("application/json").path("schema");
        Field field = new Field(operation, null, "body", flat(schema));
        if (body.path("required").asBoolean()) {
            bounds.add(new Bound(field, "required", BooleanNode.TRUE));
        }
        addBounds(field);
    }

    private void addBounds(Field field) {
        if (field.path().startsWith("query:") || (field.parent() != null && !field.isItem())) {
            fields.add(field);
        }
        field.schema().properties().stream()
                .filter(each ->
                        !NO_BOUNDS.contains(each.getKey()) && !each.getKey().startsWith("x-"))
                .map(each -> new Bound(field, each.getKey(), each.getValue()))
                .filter(Contract::restricts)
                .forEach(bounds::add);
        Set<String> required = new HashSet<>();
        field.schema().path("required").forEach(each -> required.add(each.asText()));
        field.schema().path("properties").properties().forEach(each -> {
            Field property = new Field(field.operation(), field, each.getKey(), flat(each.getValue()));
            if (required.contains(each.getKey())) {
                bounds.add(new Bound(property, "required", BooleanNode.TRUE));
            }
            addBounds(property);
        });
        if (field.schema().has("items")) {
            addBounds(new Field(
                    field.operation(), field, Field.ITEM, flat(field.schema().path("items"))));
        }
    }

    /** Any path or query is text, and no text is shorter than none: such a bound has no outside. */
    private static boolean restricts(Bound bound) {
        boolean text = bound.keyword().equals("type") && bound.limit().asText().equals("string");
        boolean none = bound.keyword().startsWith("min")
                && bound.limit().asInt(1) == 0
                && !bound.keyword().equals("minimum");
        // What has a maximum is within its format.
        boolean within =
                bound.keyword().equals("format") && bound.field().schema().has("maximum");
        return !none && !within && (bound.field().isBody() || !text);
    }

    /** A schema with all that its references and parts say. */
    private ObjectNode flat(JsonNode schema) {
        JsonNode own = resolved(schema);
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        own.path("allOf").forEach(part -> flat.setAll(flat(part)));
        own.properties().forEach(each -> flat.set(each.getKey(), each.getValue()));
        if (flat.has("items")) {
            flat.set("items", flat(flat.path("items")));
        }
        if (flat.path("properties").isObject()) {
            ObjectNode properties = JsonNodeFactory.instance.objectNode();
            flat.path("properties").properties().forEach(each -> properties.set(each.getKey(), flat(each.getValue())));
            flat.set("properties", properties);
        }
        return flat;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = root.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }
}
