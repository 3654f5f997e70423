package io.github.vpcep.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may stand where, in the files as they are written. A keyword that is not here would change what clients and
 * servers do and be compared with nothing; an extension that is not here is misspelt, or has no effect there.
 */
final class Keywords {
    private static final Set<String> REFERENCE = Set.of("$ref");

    /**
     * Each with what the documents state of it, what every description needs, and which of our extensions act there.
     */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("document", words("openapi info externalDocs servers security tags paths components")),
            Map.entry("info", words("title version description contact license")),
            Map.entry("server", words("url description variables x-iam-url x-regions")),
            Map.entry("components", words("securitySchemes")),
            // Only keys in a header: all that the documents know.
            Map.entry("security scheme", words("type in name description")),
            Map.entry("tag", words("name description")),
            Map.entry("external documentation", words("description url")),
            // No server of its own, and the methods that the documents use.
            Map.entry("path item", words("parameters get post put delete")),
            // No callbacks and servers. Which may be deprecated, open or idempotent, ConductCheck knows.
            Map.entry(
                    "operation",
                    words("operationId tags summary description externalDocs parameters requestBody responses security"
                            + " deprecated x-java-name x-java-flat-body x-java-calls x-java-await x-java-page x-since"
                            + " x-idempotent x-done")),
            // No style, explode, allowReserved and allowEmptyValue: values go the simple way, and no empty one is
            // documented.
            Map.entry(
                    "parameter",
                    words("name in description required example schema x-java-name x-since x-known-from"
                            + " x-client-setting")),
            Map.entry("request body", words("description required content")),
            // No encoding, and examples have names.
            Map.entry("media type", words("schema examples")),
            // No links.
            Map.entry("response", words("description headers content")),
            Map.entry("header", words("description schema example")),
            Map.entry("example", words("summary value")),
            // Of values: those that a row can state (DocumentCheck) and, by their place, the extensions.
            Map.entry(
                    "extension of a schema", words("x-enum-varnames x-enum-descriptions x-error-catalogue x-reads-as")),
            Map.entry(
                    "extension of a property",
                    words("x-java-name x-java-digits x-java-single x-since x-known-from"
                            + " x-reads-text-as-boolean x-reads-text-as-integer x-reads-single-as-list"
                            + " x-reads-list-as-single x-reads-alias x-reads-time-without-zone x-reads-json-text")),
            Map.entry("extension of another value", Set.of()));

    private final SpecFolder spec;
    private final List<String> findings = new ArrayList<>();

    private Keywords(SpecFolder spec) {
        this.spec = spec;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** What stands where it may not. */
    static List<String> findings(SpecFolder spec) {
        Keywords keywords = new Keywords(spec);
        keywords.entry(spec.file("openapi.yaml"));
        keywords.each(
                "paths",
                (file, paths) -> paths.properties()
                        .forEach(path -> keywords.pathItem(file + "#/" + path.getKey(), path.getValue())));
        keywords.each("parameters", keywords::parameter);
        keywords.each("responses", keywords::response);
        keywords.each("headers", keywords::header);
        keywords.each("examples", (file, example) -> keywords.only("example", file, example));
        keywords.each("schemas", (file, schema) -> keywords.schema("extension of a schema", file, schema));
        return keywords.findings;
    }

    /** Every extension that may stand somewhere. */
    static Set<String> extensions() {
        return ALLOWED.values().stream()
                .flatMap(Set::stream)
                .filter(word -> word.startsWith("x-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void each(String folder, BiConsumer<String, JsonNode> look) {
        spec.files(folder).stream()
                .filter(file -> file.endsWith(".yaml"))
                .forEach(file -> look.accept(file, spec.file(file)));
    }

    /** Looks at the keys of one node; a reference has nothing beside it. */
    private void only(String kind, String at, JsonNode node) {
        Set<String> allowed = node.has("$ref") ? REFERENCE : ALLOWED.getOrDefault(kind, Set.of());
        node.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                findings.add(at + " has " + key + ", which may not stand in a " + kind);
            }
        });
    }

    private void entry(JsonNode document) {
        only("document", "openapi.yaml", document);
        only("info", "info", document.path("info"));
        only("external documentation", "externalDocs", document.path("externalDocs"));
        document.path("servers").forEach(server -> only("server", "servers", server));
        document.path("tags").forEach(tag -> only("tag", "tags", tag));
        document.path("paths").properties().forEach(path -> {
            if (!Stream.of(path.getValue()).allMatch(item -> item.size() == 1 && item.has("$ref"))) {
                findings.add(path.getKey() + " is to be a reference to a file of paths/");
            }
        });
        only("components", "components", document.path("components"));
        document.path("components")
                .path("securitySchemes")
                .properties()
                .forEach(scheme -> only("security scheme", scheme.getKey(), scheme.getValue()));
    }

    private void pathItem(String at, JsonNode item) {
        only("path item", at, item);
        item.properties().forEach(entry -> {
            if (entry.getKey().equals("parameters")) {
                entry.getValue().forEach(parameter -> parameter(at, parameter));
            } else {
                operation(at + "/" + entry.getKey(), entry.getValue());
            }
        });
    }

    private void operation(String at, JsonNode operation) {
        only("operation", at, operation);
        only("external documentation", at, operation.path("externalDocs"));
        operation.path("parameters").forEach(parameter -> parameter(at, parameter));
        only("request body", at, operation.path("requestBody"));
        content(at, operation.path("requestBody").path("content"));
        operation
                .path("responses")
                .properties()
                .forEach(response -> response(at + "/" + response.getKey(), response.getValue()));
    }

    private void parameter(String at, JsonNode parameter) {
        only("parameter", at, parameter);
        schema("extension of another value", at, parameter.path("schema"));
    }

    private void response(String at, JsonNode response) {
        only("response", at, response);
        response.path("headers").forEach(header -> header(at, header));
        content(at, response.path("content"));
    }

    private void header(String at, JsonNode header) {
        only("header", at, header);
        schema("extension of another value", at, header.path("schema"));
    }

    private void content(String at, JsonNode content) {
        content.forEach(mediaType -> {
            only("media type", at, mediaType);
            schema("extension of another value", at, mediaType.path("schema"));
            mediaType.path("examples").forEach(example -> only("example", at, example));
        });
    }

    private void schema(String kind, String at, JsonNode schema) {
        if (schema.has("$ref")) {
            only("reference", at, schema);
        }
        schema.fieldNames().forEachRemaining(key -> {
            if (key.startsWith("x-") && !ALLOWED.getOrDefault(kind, Set.of()).contains(key)) {
                findings.add(at + " has " + key + ", which is no " + kind);
            }
        });
        schema.path("properties")
                .properties()
                .forEach(property ->
                        schema("extension of a property", at + "/" + property.getKey(), property.getValue()));
        if (schema.has("items")) {
            schema("extension of another value", at + "[]", schema.get("items"));
        }
    }
}
