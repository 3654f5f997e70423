package io.github.vpcep.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What openapi-diff does not see: the names in Java, the other extensions, types by name, and the servers. */
final class JavaChanges {
    private static final Set<String> NAMES = Set.of("operationId", "tags", "x-java-name");
    /** What is only for people to read. */
    private static final Set<String> WORDS = Set.of("x-enum-descriptions", "x-since", "x-known-from");

    /** The value of an extension is not printed beyond this. */
    private static final int LONG = 60;

    /** What the catalogue says of a code, but for its words. */
    private static final Map<String, Kind> CATALOGUE = new TreeMap<>(Map.of(
            "name", Kind.JAVA_NAME_CHANGED,
            "kind", Kind.ERROR_KIND_CHANGED,
            "retry", Kind.CLIENT_RETRY_CHANGED,
            "status", Kind.ERROR_CODE_STATUS_CHANGED));

    private static final Set<String> ALSO = Set.of("operationId", "tags", "additionalProperties");

    private final List<Change> changes = new ArrayList<>();

    private JavaChanges() {}

    static List<Change> between(Contract base, Contract now) {
        JavaChanges changes = new JavaChanges();
        changes.read(base.tree(), now.tree());
        return changes.changes;
    }

    private void read(JsonNode before, JsonNode after) {
        if (!servers(before).equals(servers(after))) {
            changes.add(Change.of(
                    Kind.SERVER_CHANGED,
                    null,
                    null,
                    "servers",
                    String.join(", ", servers(before)) + " → " + String.join(", ", servers(after))));
        }
        Set<String> regionsBefore = regions(before);
        Set<String> regionsAfter = regions(after);
        regionsBefore.stream()
                .filter(each -> !regionsAfter.contains(each))
                .forEach(each ->
                        changes.add(Change.of(Kind.REGION_REMOVED, null, null, "servers", "region removed: " + each)));
        regionsAfter.stream()
                .filter(each -> !regionsBefore.contains(each))
                .forEach(each ->
                        changes.add(Change.of(Kind.REGION_ADDED, null, null, "servers", "region added: " + each)));

        Map<String, JsonNode> operations = Contract.operations(after);
        Contract.operations(before).forEach((key, old) -> {
            JsonNode now = operations.get(key);
            if (now != null) {
                operation(old, now);
            }
        });

        Map<String, JsonNode> added = Contract.schemas(after);
        Contract.schemas(before).forEach((name, old) -> {
            JsonNode now = added.remove(name);
            if (now == null) {
                changes.add(Change.ofSchema(Kind.SCHEMA_REMOVED, name, name, "type removed"));
            } else {
                schema(old, now, new Place(null, name, name));
            }
        });
        added.keySet().forEach(name -> changes.add(Change.ofSchema(Kind.SCHEMA_ADDED, name, name, "type added")));
    }

    /** The regions that are constants in Java. */
    private static Set<String> regions(JsonNode tree) {
        Set<String> regions = new TreeSet<>();
        tree.path("servers")
                .forEach(server -> server.path("x-regions")
                        .forEach(region -> regions.add(region.path("constant").asText())));
        return regions;
    }

    /** The addresses, with the values of their variables that count, and IAM's. */
    private static List<String> servers(JsonNode tree) {
        List<String> servers = new ArrayList<>();
        for (JsonNode server : tree.path("servers")) {
            StringBuilder text = new StringBuilder(server.path("url").asText());
            server.path("variables")
                    .properties()
                    .forEach(each -> text.append(" ")
                            .append(each.getKey())
                            .append("=")
                            .append(each.getValue().path("default").asText())
                            .append(
                                    each.getValue().has("enum")
                                            ? " of " + each.getValue().path("enum")
                                            : ""));
            if (server.has("x-iam-url")) {
                text.append(" ").append(server.path("x-iam-url").asText());
            }
            servers.add(text.toString());
        }
        return servers;
    }

    private void operation(JsonNode old, JsonNode now) {
        String id = old.path("operationId").asText();
        extensions(old, now, new Place(id, null, ""));
        Map<String, JsonNode> parameters = parameters(now);
        parameters(old).forEach((name, each) -> {
            JsonNode same = parameters.get(name);
            if (same != null) {
                extensions(each, same, new Place(id, null, name));
                schema(each.path("schema"), same.path("schema"), new Place(id, null, name));
            }
        });
        extensions(old.path("requestBody"), now.path("requestBody"), new Place(id, null, "body"));
        contents(old.path("requestBody"), now.path("requestBody"), new Place(id, null, "body"));
        old.path("responses")
                .properties()
                .forEach(each -> contents(
                        each.getValue(),
                        now.path("responses").path(each.getKey()),
                        new Place(id, null, "answer " + each.getKey())));
    }

    private static Map<String, JsonNode> parameters(JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation
                .path("parameters")
                .forEach(each -> parameters.put(
                        each.path("in").asText() + " " + each.path("name").asText(), each));
        return parameters;
    }

    private void contents(JsonNode old, JsonNode now, Place place) {
        old.path("content")
                .properties()
                .forEach(each -> schema(
                        each.getValue().path("schema"),
                        now.path("content").path(each.getKey()).path("schema"),
                        place));
    }

    private void schema(JsonNode old, JsonNode now, Place place) {
        if (old.isMissingNode() || now.isMissingNode()) {
            return;
        }
        String was = reference(old);
        String is = reference(now);
        if (!was.equals(is) && !was.isEmpty() && !is.isEmpty()) {
            add(Kind.JAVA_NAME_CHANGED, place, "type " + was + " → " + is);
        }
        extensions(old, now, place);
        old.path("properties")
                .properties()
                .forEach(each -> schema(
                        each.getValue(),
                        now.path("properties").path(each.getKey()),
                        place.at(place.path + "." + each.getKey())));
        schema(old.path("items"), now.path("items"), place.at(place.path + "[]"));
    }

    /** The schema that is referred to, directly or with words beside the reference; empty if there is none. */
    private static String reference(JsonNode schema) {
        String ref = schema.has("$ref")
                ? schema.path("$ref").asText()
                : schema.path("allOf").path(0).path("$ref").asText();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private void extensions(JsonNode old, JsonNode now, Place place) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode each : List.of(old, now)) {
            for (Iterator<String> fields = each.fieldNames(); fields.hasNext(); ) {
                String field = fields.next();
                if (field.startsWith("x-") || ALSO.contains(field)) {
                    names.add(field);
                }
            }
        }
        for (String name : names) {
            JsonNode was = old.get(name);
            JsonNode is = now.get(name);
            if (!Objects.equals(was, is) && !WORDS.contains(name)) {
                extension(name, was, is, old, now, place);
            }
        }
    }

    private void extension(
            String name, @Nullable JsonNode was, @Nullable JsonNode is, JsonNode old, JsonNode now, Place place) {
        if (NAMES.contains(name)) {
            add(Kind.JAVA_NAME_CHANGED, place, name + " " + text(was) + " → " + text(is));
        } else if (name.equals("x-enum-varnames")) {
            byKey(old.path("enum"), was, now.path("enum"), is)
                    .forEach((value, change) ->
                            add(Kind.JAVA_NAME_CHANGED, place, "constant of " + value + ": " + change));
        } else if (name.equals("x-error-catalogue")) {
            List<String> before = codes(old, was);
            List<String> after = codes(now, is);
            CATALOGUE.forEach((column, kind) -> byKey(before, said(before, was, column), after, said(after, is, column))
                    .forEach((code, change) -> add(kind, place, column + " of " + code + ": " + change)));
        } else if (name.equals("x-idempotent") || name.equals("x-done")) {
            add(Kind.CLIENT_RETRY_CHANGED, place, name + " " + text(was) + " → " + text(is));
        } else if (name.equals("x-java-flat-body") && was == null) {
            add(Kind.CLIENT_CALL_ADDED, place, "the client also takes the body's first property");
        } else if (name.startsWith("x-java-") || name.equals("x-client-setting")) {
            if (was != null && is != null && was.isObject()) {
                members(was, is)
                        .forEach((member, change) ->
                                add(Kind.CLIENT_CALL_CHANGED, place, name + "." + member + " " + change));
            } else {
                add(Kind.CLIENT_CALL_CHANGED, place, name + " " + text(was) + " → " + text(is));
            }
        } else if (name.equals("x-reads-as")) {
            spellings(column(was, "text"), column(is, "text"), place);
            byKey(column(was, "text"), column(was, "value"), column(is, "text"), column(is, "value"))
                    .forEach((text, change) ->
                            add(Kind.TOLERANCE_REMOVED, place, "spelling " + text + " read as " + change));
        } else if (name.equals("x-reads-alias") && was != null && is != null) {
            spellings(texts(was.path("names")), texts(is.path("names")), place);
        } else if (name.startsWith("x-reads-")) {
            // Its value only says why.
            if (was == null || is == null) {
                add(
                        was == null ? Kind.TOLERANCE_ADDED : Kind.TOLERANCE_REMOVED,
                        place,
                        name + (was == null ? " added" : " removed"));
            }
        } else if (name.equals("additionalProperties")) {
            add(Kind.TYPE_CHANGED, place, name + " " + text(was) + " → " + text(is));
        } else {
            add(Kind.UNEXAMINED, place, name + " " + text(was) + " → " + text(is));
        }
    }

    private void spellings(List<String> was, List<String> is, Place place) {
        was.stream()
                .filter(each -> !is.contains(each))
                .forEach(each -> add(Kind.TOLERANCE_REMOVED, place, "spelling no longer read: " + each));
        is.stream()
                .filter(each -> !was.contains(each))
                .forEach(each -> add(Kind.TOLERANCE_ADDED, place, "spelling now read: " + each));
    }

    private static Map<String, String> members(JsonNode was, JsonNode is) {
        Set<String> names = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        Map<String, String> members = new LinkedHashMap<>();
        names.stream()
                .filter(each -> !Objects.equals(was.get(each), is.get(each)))
                .forEach(each -> members.put(each, text(was.get(each)) + " → " + text(is.get(each))));
        return members;
    }

    private static List<String> column(@Nullable JsonNode rows, String name) {
        List<String> column = new ArrayList<>();
        if (rows != null) {
            rows.forEach(row -> column.add(row.path(name).asText("none")));
        }
        return column;
    }

    /** The values of an enumeration, of which its catalogue may say nothing, and what else that has. */
    private static List<String> codes(JsonNode schema, @Nullable JsonNode catalogue) {
        Set<String> codes = new LinkedHashSet<>(texts(schema.get("enum")));
        codes.addAll(column(catalogue, "code"));
        return List.copyOf(codes);
    }

    private static List<String> said(List<String> codes, @Nullable JsonNode catalogue, String column) {
        List<String> rows = column(catalogue, "code");
        List<String> said = column(catalogue, column);
        return codes.stream()
                .map(each -> rows.contains(each) ? said.get(rows.indexOf(each)) : "none")
                .toList();
    }

    private static Map<String, String> byKey(
            JsonNode oldKeys, @Nullable JsonNode was, JsonNode nowKeys, @Nullable JsonNode is) {
        return byKey(texts(oldKeys), texts(was), texts(nowKeys), texts(is));
    }

    private static List<String> texts(@Nullable JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list != null) {
            list.forEach(each -> texts.add(each.asText()));
        }
        return texts;
    }

    /** What changed beside the keys that both lists have. */
    private static Map<String, String> byKey(
            List<String> oldKeys, List<String> was, List<String> nowKeys, List<String> is) {
        Map<String, String> differences = new LinkedHashMap<>();
        for (int i = 0; i < oldKeys.size(); i++) {
            int at = nowKeys.indexOf(oldKeys.get(i));
            String old = i < was.size() ? was.get(i) : "none";
            String now = at >= 0 && at < is.size() ? is.get(at) : "none";
            if (at >= 0 && !old.equals(now)) {
                differences.put(oldKeys.get(i), old + " → " + now);
            }
        }
        return differences;
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "none";
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }

    private void add(Kind kind, Place place, String detail) {
        changes.add(Change.of(kind, place.operation, place.schema, place.path, detail));
    }

    private record Place(
            @Nullable String operation, @Nullable String schema, String path) {
        Place at(String path) {
            return new Place(operation, schema, path);
        }
    }
}
