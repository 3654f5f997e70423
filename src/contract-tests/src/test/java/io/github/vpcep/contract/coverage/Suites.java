package io.github.vpcep.contract.coverage;

import io.github.vpcep.contract.spec.Check;
import io.github.vpcep.contract.spec.OfOperation;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.Classes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every suite that has cases of single operations, found among the classes of the tests, with the cases that it itself
 * goes by: what a {@link Check} counts, the arguments of parameterized tests that are {@link OfOperation}, and what a
 * test class has in a static {@code cases()}.
 */
final class Suites {
    private static final String TEST = "Test";

    private Suites() {}

    /** All of them, those of whom something is demanded first. */
    static List<Suite> of(SpecFolder spec) {
        List<Suite> suites = new ArrayList<>();
        for (Class<?> each : Classes.besides(Suites.class)) {
            if (Check.class.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers())) {
                suites.add(ofCheck(spec, each.asSubclass(Check.class)));
            } else if (each.getEnclosingClass() == null && each.getSimpleName().endsWith(TEST)) {
                suites.add(ofTests(each));
            }
        }
        List<String> first = Demand.ALL.stream().map(Demand::suite).toList();
        List<Suite> ordered = new ArrayList<>();
        first.forEach(
                name -> suites.stream().filter(each -> each.name().equals(name)).forEach(ordered::add));
        suites.stream().filter(each -> !first.contains(each.name())).forEach(ordered::add);
        ordered.removeIf(each -> each.cases().isEmpty());
        return ordered;
    }

    private static Suite ofCheck(SpecFolder spec, Class<? extends Check> type) {
        try {
            Constructor<? extends Check> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Check check = constructor.newInstance();
            Map<String, Integer> cases = new TreeMap<>(check.run(spec).cases());
            cases.values().removeIf(count -> count == 0);
            return new Suite(check.name(), type, check.unit(), cases);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be asked for its cases", e);
        }
    }

    /** The cases of a test class, as JUnit would run them. */
    static Suite ofTests(Class<?> type) {
        Map<String, Integer> cases = new TreeMap<>();
        for (Method method : type.getDeclaredMethods()) {
            boolean isOfOperations =
                    Arrays.stream(method.getParameterTypes()).anyMatch(OfOperation.class::isAssignableFrom);
            if (method.isAnnotationPresent(ParameterizedTest.class) && isOfOperations) {
                arguments(method).forEach(each -> count(each, cases));
            }
            if (method.getName().equals("cases")
                    && method.getParameterCount() == 0
                    && Modifier.isStatic(method.getModifiers())) {
                provided(method).forEach(each -> count(each, cases));
            }
        }
        String name = type.getSimpleName();
        return new Suite(name.substring(0, name.length() - TEST.length()), type, "test cases", cases);
    }

    private static void count(Object arguments, Map<String, Integer> cases) {
        Object[] all = arguments instanceof Arguments several ? several.get() : new Object[] {arguments};
        Optional<OfOperation> named = Arrays.stream(all)
                .map(each -> each instanceof Named<?> wrapped ? wrapped.getPayload() : each)
                .filter(OfOperation.class::isInstance)
                .map(OfOperation.class::cast)
                .findFirst();
        named.ifPresent(each -> cases.merge(each.operation(), 1, Integer::sum));
    }

    private static Stream<?> arguments(Method test) {
        MethodSource methods = test.getAnnotation(MethodSource.class);
        EnumSource constants = test.getAnnotation(EnumSource.class);
        if (methods != null) {
            return Arrays.stream(methods.value())
                    .map(name -> name.isBlank() ? test.getName() : name)
                    .flatMap(name -> provided(source(test, name)));
        }
        // The one that names no type is of the test's first parameter; one that leaves constants out is not counted.
        if (constants != null && constants.names().length == 0) {
            return Arrays.stream(test.getParameterTypes()[0].getEnumConstants());
        }
        throw new IllegalStateException(test + " has a source of arguments whose cases cannot be counted");
    }

    private static Method source(Method test, String name) {
        try {
            return test.getDeclaringClass().getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(test + " has a source of arguments whose cases cannot be counted", e);
        }
    }

    private static Stream<?> provided(Method source) {
        try {
            source.setAccessible(true);
            Object all = Objects.requireNonNull(source.invoke(null));
            return all instanceof Collection<?> collection ? collection.stream() : (Stream<?>) all;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source + " cannot be asked for its cases", e);
        }
    }
}
