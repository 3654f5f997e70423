package io.github.vpcep.sandbox.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes of a valid request the one that reaches a bound, and the one that goes beyond. */
final class Requests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, List<String>> IN_AND_OUT_OF_PATTERN = Map.of(
            "^[A-Za-z0-9_-]*$", List.of("Az09_-", "a.b"),
            "^[^<>]*$", List.of("R&D = \u7814\u53d1", "a<b"),
            "^[0-9]+$", List.of("7", "-1"),
            "^v[0-9]+$", List.of("v1", "1"),
            "^([*]|iam:domain::[A-Za-z0-9*]{1,64}|iam:domainName::[A-Za-z0-9_+*.?{},-]{1,80}|organizations:orgPath::[A-Za-z0-9/?*-]{1,1024})$",
                    List.of("iam:domain::a", "iam:domain::-"));

    private static final String PATH = "organizations:orgPath::";

    private final World world;

    Requests(World world) {
        this.world = world;
    }

    Call inside(Bound bound) {
        Call call = world.call(bound.field());
        Field field = bound.field();
        int limit = bound.limit().asInt();
        call.value(field);
        switch (bound.keyword()) {
            case "required", "type" -> {}
            case "minLength", "maxLength" -> call.set(field, text(field, limit));
            case "minimum", "maximum" -> call.set(field, JSON.numberNode(limit));
            case "minItems", "maxItems" -> call.set(field, items(field, first(call, field), limit));
            case "pattern" -> call.set(field, JSON.textNode(pattern(bound, 0)));
            case "enum" -> {
                call.set(field, bound.limit().get(bound.limit().size() - 1));
                if (field.path().equals("path:resource_type")) {
                    call.setParameter("path:resource_id", world.endpoint());
                }
            }
            default -> throw noRequest(bound);
        }
        if (call.body().contains("orgPath")) {
            call.nameOnlyPaths(PATH);
        }
        return call;
    }

    Call outside(Bound bound) {
        Call call = world.call(bound.field());
        Field field = bound.field();
        int limit = bound.limit().asInt();
        JsonNode valid = call.value(field);
        switch (bound.keyword()) {
            case "required" -> call.remove(field);
            case "type" -> call.set(field, otherType(bound, valid, call));
            case "minLength" -> call.set(field, text(field, limit - 1));
            case "maxLength" -> call.set(field, text(field, limit + 1));
            case "minimum" -> call.set(field, JSON.numberNode(limit - 1));
            case "maximum" -> call.set(field, JSON.numberNode(bound.limit().asLong() + 1));
            case "minItems" -> call.set(field, items(field, first(call, field), limit - 1));
            case "maxItems" -> call.set(field, items(field, first(call, field), limit + 1));
            case "pattern" -> call.set(field, JSON.textNode(pattern(bound, 1)));
            case "enum" -> call.set(field, JSON.textNode(bound.limit().get(0).asText() + "x"));
            default -> throw noRequest(bound);
        }
        return call;
    }

    private static IllegalStateException noRequest(Bound bound) {
        return new IllegalStateException("No request can be made for " + bound);
    }

    private static String pattern(Bound bound, int which) {
        List<String> texts = IN_AND_OUT_OF_PATTERN.get(bound.limit().asText());
        if (texts == null) {
            throw noRequest(bound);
        }
        String text = texts.get(which);
        if (Pattern.compile(bound.limit().asText()).matcher(text).find() == (which == 1)) {
            throw new IllegalStateException(text + " is on the wrong side of " + bound);
        }
        return text;
    }

    /** So many characters, which break no other bound if that can be. */
    private static JsonNode text(Field field, int length) {
        Predicate<String> pattern =
                Pattern.compile(field.schema().path("pattern").asText("")).asPredicate();
        List<String> texts = Stream.of("a", "1", "*", "iam:domain::", PATH)
                .filter(start -> start.length() <= Math.max(length, 1))
                .map(start -> start.length() == 1
                        ? start.repeat(length)
                        : start + "a".repeat(Math.max(0, length - start.length())))
                .toList();
        return TextNode.valueOf(texts.stream().filter(pattern).findFirst().orElse(texts.get(0)));
    }

    /** What is closest to the type without being of it. */
    private static JsonNode otherType(Bound bound, JsonNode valid, Call call) {
        return switch (bound.limit().asText()) {
            case "string" -> JSON.numberNode(7);
            case "integer" -> bound.field().isBody() ? JSON.numberNode(valid.asInt() + 0.5) : JSON.textNode("1.5");
            case "boolean" -> JSON.textNode("yes");
            case "array" -> first(call, bound.field()).deepCopy();
            case "object" -> JSON.arrayNode().add(valid.deepCopy());
            default -> throw noRequest(bound);
        };
    }

    /** The first item of an array, which is put there when it is empty. */
    private static JsonNode first(Call call, Field array) {
        return call.value(
                new Field(array.operation(), array, Field.ITEM, array.schema().path("items")));
    }

    /** So many items, the first of which is the one of the example, and no two of which are the same. */
    private ArrayNode items(Field field, JsonNode first, int count) {
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            items.add(i == 0 ? first.deepCopy() : another(field, first, i));
        }
        return items;
    }

    private JsonNode another(Field field, JsonNode first, int number) {
        if (first.isTextual()) {
            return JSON.textNode(
                    switch (field.name()) {
                        case "whitelist" -> "10.0.0." + number;
                        case "permissions" -> "iam:domain::" + number;
                        case "endpoints" -> world.gatewayEndpoint();
                        default -> first.asText() + number;
                    });
        }
        ObjectNode item = first.deepCopy();
        if (item.has("key")) {
            item.put("key", item.path("key").asText() + number);
        } else if (item.has("client_port")) {
            item.put("client_port", 1000 + number).put("server_port", 1000 + number);
        } else if (item.has("permission")) {
            item.put("permission", "iam:domain::" + number);
        } else {
            item.put("id", world.record(number));
        }
        return item;
    }
}
