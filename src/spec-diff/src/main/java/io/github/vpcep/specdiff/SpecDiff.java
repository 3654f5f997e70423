package io.github.vpcep.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The changes from one document to another. */
final class SpecDiff {
    /** What only people read. */
    private static final Set<String> WORDS =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs");

    /** Below these stand names of ours, which may be the same as those of words. */
    private static final Set<String> MAPS_OF_NAMES = Set.of("properties", "headers", "content", "responses");

    private static final Set<String> WITHOUT_ORDER = Set.of("required", "enum");

    private SpecDiff() {}

    static List<Change> between(Contract base, Contract now) {
        List<Change> changes = new ArrayList<>(WireChanges.between(base, now));
        changes.addAll(JavaChanges.between(base, now));
        changes.addAll(unseen(base.tree(), now.tree(), changes));
        return Change.merge(changes);
    }

    /** The operations and schemas that differ although nothing was said of them. */
    private static List<Change> unseen(JsonNode base, JsonNode now, List<Change> seen) {
        Set<String> named = new TreeSet<>();
        for (Change each : seen) {
            if (each.schema() == null) {
                named.addAll(each.operations());
            } else {
                named.add(each.schema());
            }
        }
        String detail = "changed in a way that has no row of its own";
        List<Change> unseen = new ArrayList<>();
        Map<String, JsonNode> operations = Contract.operations(now);
        Contract.operations(base).forEach((key, old) -> {
            String id = old.path("operationId").asText();
            if (operations.containsKey(key) && !named.contains(id) && differ(old, operations.get(key))) {
                unseen.add(Change.ofOperation(Kind.UNEXAMINED, id, "", detail));
            }
        });
        Map<String, JsonNode> schemas = Contract.schemas(now);
        Contract.schemas(base).forEach((name, old) -> {
            if (schemas.containsKey(name) && !named.contains(name) && differ(old, schemas.get(name))) {
                unseen.add(Change.ofSchema(Kind.UNEXAMINED, name, name, detail));
            }
        });
        return unseen;
    }

    private static boolean differ(JsonNode old, JsonNode now) {
        return !essence(old, false).equals(essence(now, false));
    }

    /** A part of a document without words and extensions; the latter are compared one by one. */
    private static JsonNode essence(JsonNode node, boolean isMapOfNames) {
        if (node.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(StreamSupport.stream(node.spliterator(), false)
                            .map(each -> essence(each, false))
                            .toList());
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode essence = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(each -> {
            String name = each.getKey();
            if (isMapOfNames || !(WORDS.contains(name) || name.startsWith("x-"))) {
                JsonNode value = essence(each.getValue(), !isMapOfNames && MAPS_OF_NAMES.contains(name));
                essence.set(name, WITHOUT_ORDER.contains(name) && value.isArray() ? sorted(value) : value);
            }
        });
        return essence;
    }

    private static JsonNode sorted(JsonNode list) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(StreamSupport.stream(list.spliterator(), false)
                        .sorted(Comparator.comparing(JsonNode::asText))
                        .toList());
    }
}
