package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What can be said of one parameter or property, in the words of the facts. What is not said is null. */
record Attributes(Map<String, JsonNode> values) {
    /** Every attribute that is compared. */
    static final List<String> NAMES = List.of(
            "required",
            "type",
            "items",
            "object",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "pattern",
            "default",
            "enum");

    /** Those of what is not there. */
    static final Attributes NONE = new Attributes(Map.of());

    private static final Set<String> TYPES = Set.of("array", "boolean", "integer", "number", "object", "string");

    /** Those of an array itself; all others that its items have are said of the array. */
    private static final Set<String> OF_ARRAY = Set.of("required", "type", "items", "minItems", "maxItems", "default");

    /** Those of a documented row; names of objects become names of schemas. */
    static Attributes documented(JsonNode row, UnaryOperator<String> schemaName) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            JsonNode value = row.path(name);
            boolean isObject = value.isTextual()
                    && (name.equals("object") || (name.equals("items") && !TYPES.contains(value.asText())));
            values.put(name, isObject ? TextNode.valueOf(schemaName.apply(value.asText())) : orNull(value));
        }
        return new Attributes(values);
    }

    /** Those of a header that a security scheme asks for, which is a text of any length. */
    static Attributes ofHeader(boolean required) {
        return new Attributes(Map.of("required", BooleanNode.valueOf(required), "type", TextNode.valueOf("string")));
    }

    /** Those of a schema. */
    static Attributes of(SpecFolder spec, JsonNode reference, JsonNode required) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        JsonNode schema = spec.schema(reference);
        NAMES.forEach(name -> values.put(name, orNull(schema.path(name))));
        values.put("required", required);
        values.put("items", NullNode.getInstance());
        if (schema.has("properties")) {
            values.put("object", name(spec, reference));
        } else if (schema.has("items")) {
            JsonNode items = spec.schema(schema.get("items"));
            if (items.has("properties")) {
                values.put("items", name(spec, schema.get("items")));
            } else {
                values.put("items", orNull(items.path("type")));
                NAMES.stream()
                        .filter(each -> !OF_ARRAY.contains(each))
                        .forEach(each -> values.put(each, orNull(items.path(each))));
            }
        }
        return new Attributes(values);
    }

    JsonNode get(String name) {
        return values.getOrDefault(name, NullNode.getInstance());
    }

    /** Whether two values are the same; numbers by what they are worth. */
    static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    /** True, or null where a table does not say what is required. */
    static JsonNode requiredOrUnsaid(boolean required) {
        return required ? BooleanNode.TRUE : NullNode.getInstance();
    }

    private static JsonNode name(SpecFolder spec, JsonNode reference) {
        return TextNode.valueOf(spec.schemaName(reference).orElse("an object without name"));
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }
}
