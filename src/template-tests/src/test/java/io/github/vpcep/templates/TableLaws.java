package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<String> operations = new ArrayList<>();
        contract.getPaths()
                .forEach((path, methods) -> methods.readOperationsMap()
                        .forEach((method, each) -> operations.add(each.getOperationId() + " " + method + " " + path)));
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : entries(table.get("operations"))) {
            JsonNode operation = each.getValue();
            told.add(each.getKey() + " " + operation.get("method").textValue() + " "
                    + operation.get("path").textValue());
            assertCalls(operation);
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(operations);
        for (Map.Entry<String, JsonNode> each : entries(table.get("types"))) {
            assertType(made.type("model." + each.getKey()), each.getValue());
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
