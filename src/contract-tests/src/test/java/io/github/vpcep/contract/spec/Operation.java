package io.github.vpcep.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One operation of the document.
 *
 * @param id the operationId
 * @param method in capitals
 * @param path as in the document
 * @param parameters those of the path item and its own, resolved
 * @param node the operation object
 * @param spec where it is from
 */
public record Operation(
        String id, String method, String path, List<JsonNode> parameters, JsonNode node, SpecFolder spec)
        implements OfOperation {
    /** The one media type of the contract. */
    public static final String JSON = "application/json";

    static Operation of(SpecFolder spec, String path, JsonNode item, String method, JsonNode node) {
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(spec.resolve(parameter)));
        node.path("parameters").forEach(parameter -> parameters.add(spec.resolve(parameter)));
        return new Operation(
                node.path("operationId").asText(), method.toUpperCase(Locale.ROOT), path, parameters, node, spec);
    }

    @Override
    public String operation() {
        return id;
    }

    /** The parameter of that place and name. */
    public Optional<JsonNode> parameter(String in, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals(in)
                        && parameter.path("name").asText().equals(name))
                .findFirst();
    }

    /**
     * What it may be asked with: each of these alternatives names security schemes; none at all when it asks for none.
     */
    public JsonNode security() {
        return node.has("security") ? node.get("security") : spec.document().path("security");
    }

    /** The headers that its security schemes ask for, and of each whether every alternative does. */
    public Map<String, Boolean> credentials() {
        Map<String, Integer> uses = new TreeMap<>();
        security()
                .forEach(alternative -> alternative.fieldNames().forEachRemaining(name -> {
                    JsonNode scheme = spec.document()
                            .path("components")
                            .path("securitySchemes")
                            .path(name);
                    if (scheme.path("in").asText().equals("header")) {
                        uses.merge(scheme.path("name").asText(), 1, Integer::sum);
                    }
                }));
        Map<String, Boolean> credentials = new TreeMap<>();
        uses.forEach(
                (header, count) -> credentials.put(header, count == security().size()));
        return credentials;
    }

    /** The documented statuses. */
    public List<String> statuses() {
        List<String> statuses = new ArrayList<>();
        node.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** The request body object, missing when there is none. */
    public JsonNode requestBody() {
        return spec.resolve(node.path("requestBody"));
    }

    /** The JSON media type of the request, missing when there is none. */
    public JsonNode request() {
        return requestBody().path("content").path(JSON);
    }

    /** The JSON media type of the answer with that status, missing when there is none. */
    public JsonNode response(String status) {
        return spec.resolve(node.path("responses").path(status)).path("content").path(JSON);
    }

    /** Whether the answer with that status has a body of any media type. */
    public boolean hasBody(String status) {
        return spec.resolve(node.path("responses").path(status)).has("content");
    }

    /** The statuses of success. */
    public List<String> successStatuses() {
        return statuses().stream().filter(status -> status.startsWith("2")).toList();
    }

    /** The resolved examples of a media type, by their keys. */
    public List<JsonNode> examples(JsonNode mediaType) {
        List<JsonNode> examples = new ArrayList<>();
        mediaType.path("examples").forEach(example -> examples.add(spec.resolve(example)));
        return examples;
    }
}
