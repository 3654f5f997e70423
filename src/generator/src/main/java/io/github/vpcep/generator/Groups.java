package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.OperationsMap;

/** Adds to the generator's own view of a tag what our templates lay out. */
final class Groups {
    private Groups() {}

    static void add(OperationsMap tag, Map<String, CodegenModel> models, String modelPackage) {
        List<CodegenOperation> operations = tag.getOperations().getOperation();
        List<Calls> calls = operations.stream()
                .map(each -> new Calls(tag.getOperations().getClassname(), each, properties(each, models)))
                .toList();
        Face sync = new Face(
                false,
                calls.stream().flatMap(each -> each.calls(false).stream()).toList());
        tag.put("face", sync);
        tag.put(
                "group",
                new Group(
                        operations.get(0).tags.get(0).getDescription(),
                        operations.stream()
                                .map(each -> each.operationIdOriginal)
                                .collect(joining(", ")),
                        new Face(
                                false,
                                calls.stream()
                                        .flatMap(each -> each.calls(false).stream())
                                        .toList()),
                        new Face(
                                true,
                                calls.stream()
                                        .flatMap(each -> each.calls(true).stream())
                                        .toList()),
                        calls.stream().map(Calls::operation).toList()));
        addImports(tag, operations, models, modelPackage);
    }

    private static List<CodegenProperty> properties(CodegenOperation operation, Map<String, CodegenModel> models) {
        CodegenModel body = operation.bodyParam == null ? null : models.get(operation.bodyParam.dataType);
        return body == null ? List.of() : body.vars;
    }

    /** The types that calls name and operations do not; what is not used is removed when the sources are formatted. */
    private static void addImports(
            OperationsMap tag,
            List<CodegenOperation> operations,
            Map<String, CodegenModel> models,
            String modelPackage) {
        TreeSet<String> types = new TreeSet<>();
        for (CodegenOperation operation : operations) {
            properties(operation, models).stream()
                    .flatMap(each -> Stream.of(each, each.items == null ? each : each.items))
                    .map(each -> each.complexType)
                    .filter(models::containsKey)
                    .forEach(types::add);
            if (operation.vendorExtensions.get("x-java-page") instanceof Map<?, ?> page) {
                types.add(String.valueOf(page.get("item")));
            }
            if (operation.vendorExtensions.get("x-java-await") instanceof List<?> waits) {
                waits.forEach(each -> types.add(String.valueOf(((Map<?, ?>) each).get("type"))));
            }
        }
        List<Map<String, String>> imports = new ArrayList<>(tag.getImports());
        types.stream()
                .filter(models::containsKey)
                .forEach(each -> imports.add(Map.of("import", modelPackage + "." + each)));
        tag.setImports(imports);
    }
}
