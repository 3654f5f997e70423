package io.github.vpcep.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A bundled document.
 *
 * @param title what to call it when it is compared, for example {@code v0.1.0 (git 36c7fa4)}
 */
record Contract(String title, String text) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    JsonNode tree() {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SpecDiffException(title + " is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    OpenAPI openApi() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI openApi =
                new OpenAPIV3Parser().readContents(text, List.of(), options).getOpenAPI();
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
        tree.findValuesAsText("$ref").forEach(ref -> names.remove(ref.substring(ref.lastIndexOf('/') + 1)));
        return names;
    }
}
