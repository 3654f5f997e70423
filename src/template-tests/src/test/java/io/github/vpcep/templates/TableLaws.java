package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table by which programs write calls: it has each operation, and what it names is there in Java. */
final class TableLaws {
    private final Compiled made;
    private final OpenAPI contract;
    private final JsonNode table;

    TableLaws(Compiled made, OpenAPI contract, Generation generation) throws Exception {
        this.made = made;
        this.contract = contract;
        List<Path> files = new Tree(generation.directory().resolve(Layer.CLIENT.name())).files("/calls.json");
        assertThat(files).hasSize(1);
        table = new ObjectMapper().readTree(files.get(0).toFile());
    }

    void check() throws Exception {
        assertThat(made.type("client.VpcepClient").getName())
                .isEqualTo(table.get("client").textValue());
        List<String> operations = new ArrayList<>();
        contract.getPaths()
                .forEach((path, methods) -> methods.readOperationsMap().forEach((method, each) -> {
                    operations.add(each.getOperationId() + " " + method + " " + path);
                    assertTakes(table.at("/operations/" + each.getOperationId()), methods, each);
                }));
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : entries(table.get("operations"))) {
            JsonNode operation = each.getValue();
            told.add(each.getKey() + " " + operation.get("method").textValue() + " "
                    + operation.get("path").textValue());
            assertCalls(operation);
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(operations);
        Map<String, Schema<?>> schemas = ModelLaws.schemas(contract);
        assertThat(entries(table.get("types")))
                .extracting(Map.Entry::getKey)
                .containsAll(schemas.entrySet().stream()
                        .filter(each -> each.getValue().getProperties() != null
                                || each.getValue().getEnum() != null)
                        .map(Map.Entry::getKey)
                        .toList());
        for (Map.Entry<String, JsonNode> each : entries(table.get("types"))) {
            Class<?> type = made.type("model." + each.getKey());
            assertThat(type.getPackageName()).isEqualTo(table.get("models").textValue());
            assertType(type, each.getValue());
            Schema<?> schema = schemas.get(each.getKey());
            // One in place has none of that name.
            if (schema != null) {
                assertSays(each.getValue(), schema);
            }
        }
    }

    /** What a request has in its path, its query and its body. */
    private static void assertTakes(JsonNode told, PathItem path, Operation operation) {
        for (String in : List.of("path", "query")) {
            Map<String, JsonNode> values = new TreeMap<>();
            entries(told.get(in.equals("path") ? "path_parameters" : in))
                    .forEach(each -> values.put(each.getKey(), each.getValue()));
            Stream.of(path.getParameters(), operation.getParameters())
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .filter(each -> each.getIn().equals(in))
                    .forEach(each -> {
                        JsonNode value = Objects.requireNonNull(values.remove(each.getName()), each.getName());
                        assertKind(value.get("type"), each.getSchema());
                        Map<String, Object> extensions = each.getExtensions() == null ? Map.of() : each.getExtensions();
                        assertThat(value.path("setting").textValue()).isEqualTo(extensions.get("x-client-setting"));
                        if (in.equals("query")) {
                            Object name = extensions.getOrDefault("x-java-name", ModelLaws.camel(each.getName()));
                            assertThat(value.get("name").textValue().replaceAll("^_", ""))
                                    .isEqualTo(name);
                        }
                    });
            assertThat(values).as("others of %s", told).isEmpty();
        }
        if (operation.getRequestBody() == null) {
            assertThat(told.get("body").isNull()).as("no body of %s", told).isTrue();
        } else {
            Map<String, MediaType> content = operation.getRequestBody().getContent();
            assertKind(
                    told.get("body"),
                    Objects.requireNonNull(content.get("application/json")).getSchema());
        }
    }

    /** What the table calls a type is what the contract refers to, or what Java has for it. */
    private static void assertKind(JsonNode told, Schema<?> schema) {
        String reference = schema.get$ref();
        if (reference != null) {
            assertThat(told.textValue()).isEqualTo(reference.replaceAll(".*/", ""));
        } else if (schema.getType() != null
                && schema.getFormat() == null
                && schema.getEnum() == null
                && schema.getProperties() == null) {
            String kind = schema.getType();
            String java = kind.equals("array")
                    ? "List<"
                    : kind.equals("object")
                            ? "Map<"
                            : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
            assertThat(told.textValue()).startsWith(kind.equals("number") ? "BigDecimal" : java);
        }
    }

    private void assertCalls(JsonNode operation) throws Exception {
        Class<?> client = made.type("client." + table.get("client").textValue().replaceAll(".*\\.", ""));
        Class<?> group = client.getMethod(operation.get("group").textValue()).getReturnType();
        long targets = StreamSupport.stream(operation.get("path_parameters").spliterator(), false)
                .filter(each -> !each.has("setting"))
                .count();
        JsonNode body = operation.get("body");
        assertThat(operation.get("calls")).isNotEmpty();
        for (JsonNode call : operation.get("calls")) {
            assertThat(group.getMethods())
                    .as("%s of %s", call, group)
                    .anyMatch(method -> method.getName().equals(call.get("name").textValue())
                            && call.get("answers").asBoolean() == (method.getReturnType() != void.class)
                            && method.getParameterCount() - targets
                                    == (body.isNull() && method.getParameterCount() == targets
                                            ? 0
                                            : !body.isNull()
                                                            && !operation
                                                                    .get("query")
                                                                    .isEmpty()
                                                    ? 2
                                                    : 1));
            for (Map.Entry<String, JsonNode> set : entries(call.get("stands"))) {
                assertThat(table.at("/types/" + body.textValue() + "/properties"))
                        .anyMatch(property -> property.get("name").textValue().equals(set.getKey()));
            }
        }
    }

    /** The values or properties of a schema, in its order. */
    private static void assertSays(JsonNode told, Schema<?> schema) {
        if (schema.getEnum() != null) {
            boolean isCatalogue =
                    schema.getExtensions() != null && schema.getExtensions().containsKey("x-error-catalogue");
            assertThat(entries(told.get("values")))
                    .extracting(each -> (Object) each.getKey())
                    .containsExactlyElementsOf(isCatalogue ? List.of() : schema.getEnum());
            return;
        }
        assertThat(entries(told.get("properties")))
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(schema.getProperties().keySet());
        schema.getProperties().forEach((name, property) -> {
            JsonNode of = told.at("/properties/" + name);
            assertKind(of.get("type"), property);
            assertThat(of.path("required").asBoolean())
                    .as("%s of %s is required", name, told)
                    .isEqualTo(
                            schema.getRequired() != null && schema.getRequired().contains(name));
            assertThat(of.has("items")).as("%s of %s has items", name, told).isEqualTo(property.getItems() != null);
            if (property.getItems() != null) {
                assertKind(of.get("items"), property.getItems());
                assertThat(of.get("type").textValue())
                        .isEqualTo("List<" + of.get("items").textValue() + ">");
            }
        });
    }

    private static void assertType(Class<?> type, JsonNode told) throws Exception {
        if (told.has("values")) {
            for (Map.Entry<String, JsonNode> each : entries(told.get("values"))) {
                Object constant = type.getField(each.getValue().textValue()).get(null);
                assertThat(constant).hasToString(each.getKey());
            }
            return;
        }
        Class<?> builder = Stream.of(type.getClasses())
                .filter(each -> each.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
        for (Map.Entry<String, JsonNode> each : entries(told.get("properties"))) {
            String name = each.getValue().get("name").textValue();
            String kind = each.getValue().get("type").textValue().replaceAll("<.*", "");
            assertThat(builder.getMethods())
                    .as("%s of %s takes %s", name, type, kind)
                    .anyMatch(method -> method.getName().equals(name)
                            && method.getParameterCount() == 1
                            && method.getParameterTypes()[0].getSimpleName().equals(kind));
        }
    }

    private static List<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        return List.copyOf(object.properties());
    }
}
