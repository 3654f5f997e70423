package io.github.vpcep.contract.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.json.VpcepJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is printed with what was decoded, value by value and through the accessors. Both may look different
 * only where the contract marks the property with an {@code x-reads-…}.
 */
final class PrintedValues {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private final SpecFolder spec;
    private final List<String> differences = new ArrayList<>();

    private PrintedValues(SpecFolder spec) {
        this.spec = spec;
    }

    /** Where a decoded object says anything else than the printed one does, or says more. */
    static List<String> differences(SpecFolder spec, JsonNode schema, JsonNode printed, Object decoded) {
        PrintedValues values = new PrintedValues(spec);
        values.compare("", schema, printed, decoded);
        return values.differences;
    }

    private void compare(String at, JsonNode reference, JsonNode printed, @Nullable Object decoded) {
        JsonNode schema = spec.schema(reference);
        if (schema.has("items")) {
            compareList(at, schema, printed, decoded);
        } else if (printed.isNull() || printed.isMissingNode()) {
            same(at, null, decoded);
        } else if (schema.has("properties")) {
            compareObject(at, schema, printed, decoded);
        } else {
            compareValue(at, schema, printed, decoded);
        }
    }

    private void compareList(String at, JsonNode schema, JsonNode printed, @Nullable Object decoded) {
        List<JsonNode> items = new ArrayList<>();
        if (printed.isArray()) {
            printed.forEach(items::add);
        } else if (!printed.isNull() && !printed.isMissingNode()) {
            allowed(at, schema, "x-reads-single-as-list", printed);
            items.add(printed);
        }
        if (!(decoded instanceof List<?> list) || list.size() != items.size()) {
            same(at, items, decoded);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            if (item.isTextual() && spec.schema(schema.get("items")).has("properties")) {
                allowed(at, schema, "x-reads-json-text", item);
                item = SpecFolder.readJson(item.asText());
            }
            compare(at + "/" + i, schema.get("items"), item, list.get(i));
        }
    }

    private void compareObject(String at, JsonNode schema, JsonNode printed, @Nullable Object decoded) {
        JsonNode object = printed;
        if (printed.isArray() && printed.size() == 1) {
            allowed(at, schema, "x-reads-list-as-single", printed);
            object = printed.get(0);
        }
        if (!object.isObject() || decoded == null) {
            same(at, object, decoded);
            return;
        }
        Set<String> known = new HashSet<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = nameIn(object, property.getKey(), spec.schema(property.getValue()));
            known.add(name);
            compare(
                    at + "/" + name,
                    property.getValue(),
                    object.has(name) ? object.get(name) : MissingNode.getInstance(),
                    call(decoded, accessor(property.getKey(), spec.schema(property.getValue()))));
        }
        Map<?, ?> more = (Map<?, ?>) Objects.requireNonNull(call(decoded, "additionalProperties"));
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!known.contains(entry.getKey())) {
                same(at + "/" + entry.getKey(), entry.getValue(), JSON.valueToTree(more.get(entry.getKey())));
            }
        }
        for (Object name : more.keySet()) {
            if (known.contains(name) || !object.has(name.toString())) {
                differences.add(at + "/" + name + " is no additional property");
            }
        }
    }

    /** The name under which a property is printed: its own, or another by which it is read. */
    private static String nameIn(JsonNode object, String name, JsonNode schema) {
        if (!object.has(name)) {
            for (JsonNode other : schema.path("x-reads-alias").path("names")) {
                if (object.has(other.asText())) {
                    return other.asText();
                }
            }
        }
        return name;
    }

    private static String accessor(String name, JsonNode schema) {
        if (schema.has("x-java-name")) {
            return schema.get("x-java-name").asText();
        }
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static @Nullable Object call(Object object, String accessor) {
        try {
            return object.getClass().getMethod(accessor).invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(object.getClass() + " has no accessor " + accessor, e);
        }
    }

    private void compareValue(String at, JsonNode schema, JsonNode printed, @Nullable Object decoded) {
        if (decoded == null) {
            same(at, printed, null);
            return;
        }
        try {
            if (schema.has("enum")) {
                same(at, meaning(schema, printed.asText()), call(decoded, "value"));
                return;
            }
            switch (schema.path("type").asText()) {
                case "boolean" -> {
                    isOfTypeOr(at, printed.isBoolean(), schema, "x-reads-text-as-boolean", printed);
                    same(at, Boolean.valueOf(printed.asText()), decoded);
                }
                case "integer" -> {
                    isOfTypeOr(at, printed.isIntegralNumber(), schema, "x-reads-text-as-integer", printed);
                    same(at, Long.valueOf(printed.asText()), ((Number) decoded).longValue());
                }
                case "string" -> {
                    boolean isTime = schema.path("format").asText().equals("date-time");
                    same(at, isTime ? Instant.parse(printed.asText()) : printed.asText(), decoded);
                }
                default -> differences.add(at + " is of a type that is not compared");
            }
        } catch (DateTimeException | NumberFormatException e) {
            differences.add(at + ": " + e.getMessage());
        }
    }

    /**
     * The value of an enumeration that a text is read as: in any letter case, and in other spellings of the contract.
     */
    private static String meaning(JsonNode schema, String text) {
        for (JsonNode other : schema.path("x-reads-as")) {
            if (other.path("text").asText().equalsIgnoreCase(text)) {
                return other.path("value").asText();
            }
        }
        for (JsonNode value : schema.path("enum")) {
            if (value.asText().equalsIgnoreCase(text)) {
                return value.asText();
            }
        }
        return text;
    }

    private void isOfTypeOr(String at, boolean isOfType, JsonNode schema, String tolerance, JsonNode printed) {
        if (!isOfType) {
            allowed(at, schema, tolerance, printed);
        }
    }

    private void allowed(String at, JsonNode schema, String tolerance, JsonNode printed) {
        if (!schema.has(tolerance)) {
            differences.add(at + " is printed as " + printed + " without " + tolerance);
        }
    }

    private void same(String at, @Nullable Object printed, @Nullable Object decoded) {
        if (!Objects.equals(printed, decoded)) {
            differences.add(at + " is printed as " + printed + ", but decoded as " + decoded);
        }
    }
}
