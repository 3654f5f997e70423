package io.github.vpcep.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.client.VpcepAsyncClient;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.spec.Operation;
import io.github.vpcep.contract.spec.SpecFolder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of the generated client that stand for each operation: named by the contract, found by reflection. */
final class JavaCalls {
    private final Map<String, List<Method>> byOperation = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    private JavaCalls() {}

    static JavaCalls of(SpecFolder spec) {
        JavaCalls calls = new JavaCalls();
        spec.operations().forEach(calls::find);
        calls.everyCallIsOfOneOperation();
        return calls;
    }

    /** The accessor of the client whose group has the operation. */
    static String group(Operation operation) {
        return decapitalized(operation.node().path("tags").path(0).asText());
    }

    /** What the contract calls the operation in Java, and what it calls its waiters. */
    static List<String> names(Operation operation) {
        List<String> names = new ArrayList<>();
        JsonNode node = operation.node();
        if (node.has("x-java-calls")) {
            node.get("x-java-calls").forEach(call -> names.add(call.path("name").asText()));
        } else {
            String name = node.path("x-java-name").asText(decapitalized(operation.id()));
            names.add(name);
            if (operation.method().equals("DELETE")
                    && operation.successStatuses().stream().noneMatch(operation::hasBody)) {
                names.add(name + "IfExists");
            }
        }
        node.path("x-java-await")
                .forEach(waiter -> names.add(waiter.path("name").asText(waiter.asText())));
        return names;
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** What the contract names and the client does not have, or the other way round. */
    List<String> findings() {
        return findings;
    }

    /**
     * The calls of an operation, as they are written after the group; those that only build an argument are left out.
     */
    List<String> of(Operation operation) {
        return byOperation.getOrDefault(operation.id(), List.of()).stream()
                .filter(method -> !(method.isDefault()
                        && List.of(method.getParameterTypes()).contains(Consumer.class)))
                .map(JavaCalls::signature)
                .toList();
    }

    private static String signature(Method method) {
        return text(method, method.getGenericReturnType()) + " " + method.getName()
                + Arrays.stream(method.getGenericParameterTypes())
                        .map(type -> text(method, type))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Without packages, nor the group that the type lies in. */
    private static String text(Method method, Type type) {
        return type.getTypeName()
                .replaceAll("\\b([a-z]\\w*\\.)+", "")
                .replace(method.getDeclaringClass().getSimpleName() + "$", "")
                .replace('$', '.');
    }

    private void find(Operation operation) {
        String group = group(operation);
        List<Method> found = new ArrayList<>();
        for (String name : names(operation)) {
            List<Method> overloads = methods(VpcepClient.class, group)
                    .filter(method -> method.getName().equals(name))
                    // The order of reflection is any.
                    .sorted(Comparator.comparing((Method method) -> !Modifier.isAbstract(method.getModifiers()))
                            .thenComparing(JavaCalls::signature))
                    .toList();
            if (overloads.isEmpty()) {
                findings.add(operation.id() + ": the client has no call " + group + "()." + name);
            }
            found.addAll(overloads);
        }
        found.stream()
                .filter(method -> !isAlsoAsync(group, method))
                .forEach(method -> findings.add(
                        operation.id() + ": the client has no async()." + group + "()." + signature(method)));
        byOperation.put(operation.id(), found);
    }

    private static boolean isAlsoAsync(String group, Method method) {
        return methods(VpcepAsyncClient.class, group)
                .anyMatch(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes())
                        && each.getReturnType() == CompletableFuture.class);
    }

    /** The calls of a group, none when the client has no such group. */
    private static Stream<Method> methods(Class<?> client, String group) {
        Optional<Method> accessor =
                groups(client).filter(method -> method.getName().equals(group)).findFirst();
        return accessor.stream()
                .flatMap(method -> Arrays.stream(method.getReturnType().getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static Stream<Method> groups(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType().isInterface()
                        && method.getReturnType().getPackage() == client.getPackage());
    }

    private void everyCallIsOfOneOperation() {
        Set<Method> named = new HashSet<>();
        byOperation.forEach((operation, calls) -> calls.stream()
                .filter(call -> !named.add(call))
                .forEach(call -> findings.add(operation + ": " + signature(call) + " is also of another operation")));
        groups(VpcepClient.class)
                .forEach(group -> methods(VpcepClient.class, group.getName())
                        .filter(call -> !named.contains(call))
                        .forEach(call -> findings.add(
                                "no operation names the client's " + group.getName() + "()." + signature(call))));
    }
}
