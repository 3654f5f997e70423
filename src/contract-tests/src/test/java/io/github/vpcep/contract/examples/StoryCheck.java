package io.github.vpcep.contract.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The examples tell one true story: every parameter has one, those of one call have one name, an id is the same thing
 * wherever it shows, an answer is that of its request and whole, and figures and messages are right.
 */
public final class StoryCheck implements Check {
    /** What a call or the passing of time changes of a resource. Everything else stays as it was created. */
    private static final Set<String> CHANGES = Set.of(
            "active_status",
            "approval_enabled",
            "connection_count",
            "description",
            "enable_status",
            "enable_whitelist",
            "error",
            "ip",
            "policy_document",
            "policy_statement",
            "ports",
            "routetables",
            "service_name",
            "status",
            "supported_editions",
            "tags",
            "tcp_proxy",
            "updated_at",
            "whitelist");

    private static final Set<String> IDS =
            Set.of("vpc_endpoint_id", "vpc_endpoint_service_id", "permission_id", "resource_id");

    /** Names that a filter and what it looks for do not share: a service is shown under the second. */
    private static final Map<String, List<String>> LOOKS_FOR =
            Map.of("endpoint_service_name", List.of("endpoint_service_name", "service_name"));

    /** Of how pages come, not of what is on them. */
    private static final Set<String> OF_PAGES = Set.of("limit", "offset", "sort_key", "sort_dir");

    private static final String PROJECT = "project_id";
    private static final String UPDATED = "updated_at";

    @Override
    public String name() {
        return "Story";
    }

    @Override
    public Result run(SpecFolder spec) {
        Run run = new Run(spec);
        run.parameters();
        spec.operations().forEach(run::names);
        spec.operations().forEach(run::collect);
        run.resources();
        spec.operations().forEach(run::call);
        run.filters();
        spec.operations().forEach(run::figures);
        run.messages();
        run.findings.addAll(Cast.findings(spec));
        run.findings.addAll(Whole.findings(spec));
        return run.result();
    }

    /** A resource as an answer shows it. */
    private record Shown(String where, String schema, JsonNode value) {}

    private static final class Run {
        private final SpecFolder spec;
        private final SchemaValidator validator;
        private final List<String> findings = new ArrayList<>();

        /** By id, in the order of the operations. */
        private final Map<String, List<Shown>> resources = new TreeMap<>();

        /** By name and value: whether some operation shows what it finds. */
        private final Map<String, Boolean> filters = new TreeMap<>();

        private final Map<String, String> messages = new HashMap<>();
        private int parameters;
        private int pairs;

        Run(SpecFolder spec) {
            this.spec = spec;
            this.validator = SchemaValidator.of(spec.document());
            spec.file("schemas/ErrorCode.yaml")
                    .path("x-error-catalogue")
                    .forEach(entry -> messages.put(
                            entry.path("code").asText(), entry.path("message").asText()));
        }

        Result result() {
            return new Result(
                    "Story: " + parameters + " parameters with an example, " + pairs
                            + " answers that belong to a request, " + resources.size() + " resources",
                    findings);
        }

        // Parameters and names.

        void parameters() {
            spec.document().path("paths").properties().forEach(item -> {
                String at = "/paths/" + escaped(item.getKey());
                parameters(at, item.getValue().path("parameters"));
                item.getValue()
                        .properties()
                        .forEach(operation -> parameters(
                                at + "/" + operation.getKey(),
                                operation.getValue().path("parameters")));
            });
        }

        private void parameters(String at, JsonNode list) {
            for (int i = 0; i < list.size(); i++) {
                JsonNode parameter = spec.resolve(list.get(i));
                String where = "the parameter " + parameter.path("name").asText() + " of " + at;
                if (!parameter.has("example")) {
                    findings.add(where + " has no example");
                    continue;
                }
                parameters++;
                String reference = list.get(i).path("$ref").asText();
                String pointer = reference.isEmpty() ? at + "/parameters/" + i : reference.substring(1);
                validator
                        .faults(pointer + "/schema", parameter.get("example"))
                        .forEach(fault -> findings.add(where + " has an invalid example: " + fault));
            }
        }

        private static String escaped(String key) {
            return key.replace("~", "~0").replace("/", "~1");
        }

        /** A request and its answer have the same name. */
        void names(Operation operation) {
            operation.successStatuses().stream()
                    .filter(operation::hasBody)
                    .filter(status -> !operation.request().isMissingNode())
                    .forEach(status -> {
                        Set<String> asked = examples(operation.request()).keySet();
                        Set<String> answered =
                                examples(operation.response(status)).keySet();
                        if (!asked.equals(answered)) {
                            findings.add(
                                    operation.id() + " has requests named " + asked + " and answers named " + answered);
                        }
                    });
        }

        private Map<String, JsonNode> examples(JsonNode mediaType) {
            Map<String, JsonNode> examples = new TreeMap<>();
            mediaType
                    .path("examples")
                    .properties()
                    .forEach(each -> examples.put(
                            each.getKey(), spec.resolve(each.getValue()).path("value")));
            return examples;
        }

        // Resources.

        void collect(Operation operation) {
            operation.successStatuses().forEach(status -> {
                JsonNode answer = operation.response(status);
                examples(answer)
                        .forEach((name, value) -> walk(answer.path("schema"), value, (schema, object) -> {
                            if (object.path("id").isTextual()) {
                                resources
                                        .computeIfAbsent(object.get("id").asText(), id -> new ArrayList<>())
                                        .add(new Shown(operation.id() + " " + name, schema, object));
                            }
                        }));
            });
        }

        /** Comes to every object of a value, with the name of its schema. */
        private void walk(JsonNode reference, JsonNode value, BiConsumer<String, JsonNode> visitor) {
            JsonNode schema = spec.schema(reference);
            if (value.isArray()) {
                value.forEach(each -> walk(schema.path("items"), each, visitor));
            } else if (value.isObject()) {
                visitor.accept(spec.schemaName(reference).orElse(""), value);
                value.properties()
                        .forEach(each -> walk(schema.path("properties").path(each.getKey()), each.getValue(), visitor));
            }
        }

        void resources() {
            Map<String, String> domains = new HashMap<>();
            all().filter(each -> each.value().has(PROJECT) && each.value().has("domain_id"))
                    .forEach(each -> domains.put(text(each, PROJECT), text(each, "domain_id")));
            resources.values().forEach(shown -> {
                Map<String, JsonNode> fixed = new HashMap<>();
                Map<String, JsonNode> atThatTime = new HashMap<>();
                for (Shown each : shown) {
                    each.value().properties().forEach(property -> {
                        String name = property.getKey();
                        if (!CHANGES.contains(name)) {
                            agree(each, name, property.getValue(), fixed, name);
                        } else if (each.value().has(UPDATED)) {
                            String moment = each.schema() + text(each, UPDATED) + name;
                            agree(each, name, property.getValue(), atThatTime, moment);
                        }
                    });
                    if (each.value().has("endpoint_service_id")) {
                        isOfAShownService(each);
                    }
                }
                // A connection is of an endpoint, and of whom that is.
                shown.stream()
                        .filter(each -> each.schema().equals("Connection"))
                        .forEach(connection -> {
                            String project = shown.stream()
                                    .filter(each -> each.schema().equals("Endpoint"))
                                    .map(each -> text(each, PROJECT))
                                    .findFirst()
                                    .orElse("");
                            if (!text(connection, "domain_id").equals(domains.get(project))) {
                                findings.add(connection.where()
                                        + " shows a connection of another account than its endpoint");
                            }
                        });
            });
        }

        private Stream<Shown> all() {
            return resources.values().stream().flatMap(List::stream);
        }

        private static String text(Shown shown, String property) {
            return shown.value().path(property).asText();
        }

        private void agree(Shown shown, String name, JsonNode value, Map<String, JsonNode> known, String key) {
            JsonNode other = known.putIfAbsent(key, value);
            if (other != null && !other.equals(value)) {
                findings.add(shown.where() + " shows " + name + " " + value + " of " + text(shown, "id")
                        + ", which elsewhere is " + other);
            }
        }

        private void isOfAShownService(Shown endpoint) {
            boolean found = resources.getOrDefault(text(endpoint, "endpoint_service_id"), List.of()).stream()
                    .anyMatch(each -> text(each, "service_name").equals(text(endpoint, "endpoint_service_name")));
            if (!found) {
                findings.add(endpoint.where() + " is of a service that no example shows under that name");
            }
        }

        // Calls.

        void call(Operation operation) {
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").asText();
                String example = parameter.path("example").asText();
                if (IDS.contains(name) && !resources.containsKey(example)) {
                    findings.add(operation.id() + " is about the " + name + " " + example + ", which nothing shows");
                }
            }
            operation.successStatuses().stream().filter(operation::hasBody).forEach(status -> {
                Map<String, JsonNode> answers = examples(operation.response(status));
                JsonNode first = operation.examples(operation.response(status)).stream()
                        .findFirst()
                        .map(each -> each.path("value"))
                        .orElse(MissingNode.getInstance());
                isOfThePath(operation, first);
                look(operation, first);
                examples(operation.request()).forEach((name, request) -> {
                    if (answers.containsKey(name)) {
                        pairs++;
                        echo(operation.id() + " " + name, request, answers.get(name));
                    }
                });
            });
        }

        /** What is shown under its id is what the path names: the last id in it. */
        private void isOfThePath(Operation operation, JsonNode answer) {
            if (!answer.has("id")) {
                return;
            }
            operation.parameters().stream()
                    .filter(each -> each.path("in").asText().equals("path"))
                    .filter(each -> IDS.contains(each.path("name").asText()))
                    .map(each -> each.path("example").asText())
                    .filter(id -> !answer.get("id").asText().equals(id))
                    .forEach(id -> findings.add(operation.id() + " answers with another resource than " + id));
        }

        private void look(Operation operation, JsonNode answer) {
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").asText();
                if (!parameter.path("in").asText().equals("query") || OF_PAGES.contains(name)) {
                    continue;
                }
                List<JsonNode> shown = new ArrayList<>();
                LOOKS_FOR.getOrDefault(name, List.of(name)).forEach(each -> shown.addAll(answer.findValues(each)));
                if (!shown.isEmpty()) {
                    String sought = parameter.path("example").asText();
                    boolean found =
                            shown.stream().anyMatch(each -> each.asText().contains(sought));
                    filters.merge(name + " " + sought, found, Boolean::logicalOr);
                }
            }
        }

        /** Operations share their filters, so one of them is enough. */
        void filters() {
            filters.forEach((filter, found) -> {
                if (!found) {
                    findings.add("nothing is shown that the filter finds: " + filter);
                }
            });
        }

        /**
         * What was sent shows under its name, and what was to be removed does not; with the state that was asked for.
         */
        private void echo(String where, JsonNode request, JsonNode answer) {
            String action = request.path("action").asText();
            boolean removes = action.equals("remove") || where.startsWith("BatchRemove");
            request.properties().forEach(sent -> {
                JsonNode shown = answer.path(sent.getKey());
                if (shown.isMissingNode()) {
                    return;
                }
                Set<JsonNode> failed = new HashSet<>();
                answer.path("error").findParents("id").forEach(each -> failed.add(each.get("id")));
                for (JsonNode each : sent.getValue().isArray() ? sent.getValue() : List.of(sent.getValue())) {
                    if (!failed.contains(each) && isShown(each, shown) == removes) {
                        findings.add(where + (removes ? " still shows " : " does not show ") + each + " in "
                                + sent.getKey());
                    }
                }
            });
            Map.of("receive", "accepted", "reject", "rejected").forEach((asked, state) -> {
                if (action.equals(asked)) {
                    Set<String> ids = new TreeSet<>();
                    answer.findParents("status").forEach(each -> {
                        ids.add(each.path("id").asText());
                        if (!each.path("status").asText().equals(state)) {
                            findings.add(where + " shows a state that is not " + state);
                        }
                    });
                    Set<String> named = new TreeSet<>();
                    request.path("endpoints").forEach(each -> named.add(each.asText()));
                    if (!ids.equals(named)) {
                        findings.add(where + " asks for " + named + " and shows " + ids);
                    }
                }
            });
        }

        /** A value itself or one of a list; of an object, one that has its properties; a short name in a full one. */
        private static boolean isShown(JsonNode sent, JsonNode shown) {
            if (shown.isArray()) {
                for (JsonNode each : shown) {
                    if (isShown(sent, each)) {
                        return true;
                    }
                }
                return false;
            }
            if (sent.isObject()) {
                return sent.properties().stream()
                        .allMatch(each -> each.getValue().equals(shown.path(each.getKey())));
            }
            return sent.equals(shown) || (shown.isTextual() && shown.asText().contains("." + sent.asText() + "."));
        }

        // Figures and messages.

        void figures(Operation operation) {
            operation.successStatuses().stream()
                    .filter(operation::hasBody)
                    .forEach(status -> examples(operation.response(status)).forEach((name, value) -> {
                        List<JsonNode> lists = new ArrayList<>();
                        value.forEach(each -> {
                            if (each.isArray()) {
                                lists.add(each);
                            }
                        });
                        if (value.has("total_count")
                                && lists.size() == 1
                                && value.get("total_count").asInt()
                                        != lists.get(0).size()) {
                            findings.add(operation.id() + " " + name + " shows "
                                    + lists.get(0).size() + " items of "
                                    + value.get("total_count"));
                        }
                        value.findParents("used").forEach(quota -> {
                            if (quota.get("used").asInt() > quota.path("quota").asInt()) {
                                findings.add(operation.id() + " " + name + " shows more used than the quota allows");
                            }
                        });
                    }));
        }

        /** A message is that of its code, in whichever of the two spellings. */
        void messages() {
            for (String file : spec.files("examples")) {
                JsonNode value = spec.file(file).path("value");
                message(file, value, "code", "message");
                message(file, value, "error_code", "error_message");
            }
        }

        private void message(String file, JsonNode value, String code, String message) {
            for (JsonNode error : value.findParents(code)) {
                String expected = messages.get(error.path(code).asText());
                if (!error.path(message).asText().equals(expected)) {
                    findings.add(file + " shows the message " + error.path(message) + ", but that of its code is "
                            + expected);
                }
            }
        }
    }
}
