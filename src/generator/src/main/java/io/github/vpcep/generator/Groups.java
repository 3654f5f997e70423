package io.github.vpcep.generator;

import static java.util.stream.Collectors.joining;

import io.github.vpcep.generator.View.Argument;
import io.github.vpcep.generator.View.Arguments;
import io.github.vpcep.generator.View.Call;
import io.github.vpcep.generator.View.Face;
import io.github.vpcep.generator.View.Group;
import io.github.vpcep.generator.View.Operation;
import io.github.vpcep.generator.View.Overload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.OperationsMap;

/** Adds to the generator's own view of a tag what our templates lay out. */
final class Groups {
    private Groups() {}

    static void add(OperationsMap tag, Types types, UnaryOperator<String> qualified, Source source) {
        List<CodegenOperation> operations = tag.getOperations().getOperation();
        String name = tag.getOperations().getClassname();
        Group group = new Group(
                operations.get(0).tags.get(0).getDescription(),
                operations.stream().map(each -> each.operationIdOriginal).collect(joining(", ")),
                face(name, operations, types, false),
                face(name, operations, types, true));
        ContractException.refuse(same(name, group, source));
        tag.put("face", group.sync());
        tag.put("group", group);
        addImports(tag, operations, types, qualified);
    }

    private static Face face(String group, List<CodegenOperation> operations, Types types, boolean isAsync) {
        return new Face(
                isAsync,
                operations.stream()
                        .map(each -> Calls.of(group, each, types, isAsync))
                        .toList());
    }

    /** What two operations would both make. */
    private static List<String> same(String name, Group group, Source source) {
        Map<String, String> made = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Operation operation : group.operations()) {
            for (Call call : operation.calls()) {
                Stream.concat(
                                Stream.of(call.arguments()),
                                call.overloads().stream().map(Overload::arguments))
                        .peek(each -> checkNames(each, call, operation.id(), faults, source))
                        .map(each ->
                                name + "." + call.name() + "(" + each.types().replace("...", "[]") + ")")
                        .forEach(each -> add(each, operation.id(), made, faults, source));
            }
            if (operation.params() != null) {
                add(name + "." + operation.params().holder(), operation.id(), made, faults, source);
            }
        }
        return faults;
    }

    private static void checkNames(
            Arguments arguments, Call call, String operation, List<String> faults, Source source) {
        Set<String> names = new HashSet<>();
        arguments.list().stream()
                .map(Argument::name)
                .filter(each -> !names.add(each))
                .forEach(each -> faults.add(source.operation(operation, "x-java-name") + ": two parameters of "
                        + call.name() + " are " + each + " in Java; one of them needs another x-java-name"));
    }

    private static void add(
            String member, String operation, Map<String, String> made, List<String> faults, Source source) {
        String other = made.put(member, operation);
        if (other != null) {
            faults.add(source.operation(operation, "x-java-name") + ": " + operation + " and " + other + " both become "
                    + member + "; one of them needs another x-java-name or name of its call");
        }
    }

    /** The types that calls name and operations do not; what is not used is removed when the sources are formatted. */
    private static void addImports(
            OperationsMap tag, List<CodegenOperation> operations, Types types, UnaryOperator<String> qualified) {
        List<String> named = operations.stream()
                .flatMap(each -> Stream.of(each.returnType, each.bodyParam == null ? null : each.bodyParam.dataType))
                .filter(Objects::nonNull)
                .toList();
        List<Map<String, String>> imports = new ArrayList<>(tag.getImports());
        new TreeSet<>(types.inside(named)).forEach(each -> imports.add(Map.of("import", qualified.apply(each))));
        tag.setImports(imports);
    }
}
