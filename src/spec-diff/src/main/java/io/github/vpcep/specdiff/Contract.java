package io.github.vpcep.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A bundled document. */
final class Contract {
    private static final YAMLMapper YAML = new YAMLMapper();
    /** By the style that parameters of the place have. */
    private static final Map<String, UnaryOperator<String>> DEFAULTS = Map.of(
            "required", style -> "false",
            "style", style -> style,
            "explode", style -> String.valueOf(style.equals("form")));

    private static final String DEFAULT = "default";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final String title;
    private final String text;
    private final JsonNode tree;

    /**
     * Of a text.
     *
     * @param title what to call it when it is compared, for example {@code v0.1.0 (git 36c7fa4)}
     * @throws SpecDiffException if it is not YAML
     */
    Contract(String title, String text) {
        this.title = title;
        this.text = text;
        this.tree = parse();
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    /**
     * The document without what goes without saying: a type beside the reference to a schema of that type, the 32 bits
     * of an integer, and of a parameter what holds where nothing is said. A default of a schema stands wherever the
     * schema is referred to. Whoever gets it may change it.
     */
    JsonNode tree() {
        return tree.deepCopy();
    }

    private JsonNode parse() {
        try {
            JsonNode tree = YAML.readTree(text);
            Map<String, JsonNode> schemas = schemas(tree);
            addDefaultsOfSchemas(tree, schemas);
            schemas.values().forEach(each -> ((ObjectNode) each).remove(DEFAULT));
            removeTypesBesideReferences(tree, schemas);
            tree.findParents("format").forEach(Contract::removeUsualFormat);
            tree.findParents("in").forEach(Contract::removeDefaults);
            return tree;
        } catch (JsonProcessingException e) {
            throw new SpecDiffException(title + " is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static void addDefaultsOfSchemas(JsonNode node, Map<String, JsonNode> schemas) {
        node.properties().forEach(each -> {
            JsonNode reference = each.getValue().path("$ref");
            JsonNode target = schemas.getOrDefault(name(reference.asText()), MissingNode.getInstance());
            if (target.has(DEFAULT)) {
                ObjectNode wrapped = YAML.createObjectNode();
                wrapped.putArray("allOf").add(each.getValue());
                each.setValue(wrapped.set(DEFAULT, target.get(DEFAULT)));
            }
        });
        node.forEach(each -> addDefaultsOfSchemas(each, schemas));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void removeTypesBesideReferences(JsonNode node, Map<String, JsonNode> schemas) {
        JsonNode allOf = node.path("allOf");
        if (node instanceof ObjectNode schema && schema.path("type").isTextual() && allOf.size() == 1) {
            JsonNode target = schemas.get(name(allOf.get(0).path("$ref").asText()));
            if (target != null && target.path("type").equals(schema.get("type"))) {
                schema.remove("type");
            }
        }
        node.forEach(each -> removeTypesBesideReferences(each, schemas));
    }

    private static void removeUsualFormat(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("type").asText().equals("integer")
                && schema.path("format").asText().equals("int32")) {
            schema.remove("format");
        }
    }

    private static void removeDefaults(JsonNode node) {
        if (node instanceof ObjectNode parameter && parameter.path("name").isTextual()) {
            String style = parameter.path("in").asText().equals("query") ? "form" : "simple";
            DEFAULTS.forEach((key, value) -> {
                if (parameter.path(key).asText().equals(value.apply(style))) {
                    parameter.remove(key);
                }
            });
        }
    }

    OpenAPI openApi() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI openApi = new OpenAPIV3Parser()
                .readContents(tree.toString(), List.of(), options)
                .getOpenAPI();
        if (openApi == null || openApi.getPaths() == null) {
            throw new SpecDiffException(title + " is no OpenAPI document");
        }
        return openApi;
    }

    /** The operations by method and path, in which the names of path parameters do not matter. */
    static Map<String, JsonNode> operations(JsonNode tree) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        tree.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.put(
                                method.getKey() + " " + path.getKey().replaceAll("\\{[^}]*}", "{}"), method.getValue());
                    }
                }));
        return operations;
    }

    static Map<String, JsonNode> schemas(JsonNode tree) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        tree.path("components")
                .path("schemas")
                .properties()
                .forEach(each -> schemas.put(each.getKey(), each.getValue()));
        return schemas;
    }

    /** The names of the schemas that nothing refers to. */
    static Set<String> unreferenced(JsonNode tree) {
        Set<String> names = new TreeSet<>(schemas(tree).keySet());
        tree.findValuesAsText("$ref").forEach(ref -> names.remove(name(ref)));
        return names;
    }
}
