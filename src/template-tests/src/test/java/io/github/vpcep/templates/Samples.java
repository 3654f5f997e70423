package io.github.vpcep.templates;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of any type that generated code takes: two of each, which are not equal. */
final class Samples {
    private Samples() {}

    /** The first or the second value of a type. */
    static Object of(Type type, int which) throws Exception {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? List.of(of(last, which)) : Map.of("k" + which, of(last, which));
        }
        Class<?> is = (Class<?>) type;
        if (is == String.class || is == Object.class) {
            return which == 1 ? "a/b ä" : "c";
        } else if (is == Integer.class || is == int.class) {
            return which;
        } else if (is == Long.class) {
            return (long) which;
        } else if (is == Boolean.class || is == boolean.class) {
            return which == 1;
        } else if (is == Double.class) {
            return which + 0.5;
        } else if (is == Float.class) {
            return which + 0.5F;
        } else if (is == BigDecimal.class) {
            return new BigDecimal(which + ".5");
        } else if (is == Instant.class) {
            return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(which);
        } else if (is == LocalDate.class) {
            return LocalDate.of(2026, 1, which);
        } else if (is == Duration.class) {
            return Duration.ofSeconds(which);
        } else if (is == URI.class) {
            return URI.create("https://example.com/" + which);
        } else if (is == UUID.class) {
            return new UUID(0, which);
        } else if (has(is, "fromString")) {
            List<?> values = (List<?>) call(is, null, "values");
            return which <= values.size()
                    ? values.get(which - 1)
                    : is.getMethod("fromString", String.class).invoke(null, "other");
        }
        Object builder = builder(is, which);
        return call(builder.getClass(), builder, "build");
    }

    /** The same of what a setter takes; where a list begins and ends is a number, as which it may be written. */
    static Object of(Method setter, int which) throws Exception {
        boolean isNumber = List.of("offset", "limit").contains(setter.getName());
        return isNumber && setter.getParameterTypes()[0] == String.class
                ? "" + which
                : of(setter.getGenericParameterTypes()[0], which);
    }

    /** A builder with all that is required, and what is optional unless it would never end. */
    private static Object builder(Class<?> type, int which) throws Exception {
        Object builder = call(type, null, "builder");
        for (Method each : setters(type)) {
            if (!each.getGenericParameterTypes()[0].getTypeName().contains(type.getName())) {
                each.invoke(builder, of(each, which));
            }
        }
        return builder;
    }

    private static boolean has(Class<?> type, String method) {
        return List.of(type.getMethods()).stream()
                .anyMatch(each -> each.getName().equals(method));
    }

    /** The methods of a type's builder that set a property each, by its accessor's type. */
    static List<Method> setters(Class<?> type) throws Exception {
        Map<String, Method> accessors = new LinkedHashMap<>();
        for (Method each : type.getDeclaredMethods()) {
            if (each.getParameterCount() == 0
                    && Modifier.isPublic(each.getModifiers())
                    && !Modifier.isStatic(each.getModifiers())) {
                accessors.put(each.getName(), each);
            }
        }
        return List.of(type.getMethod("builder").getReturnType().getDeclaredMethods()).stream()
                .filter(each -> each.getParameterCount() == 1
                        && accessors.containsKey(each.getName())
                        && accessors
                                .get(each.getName())
                                .getGenericReturnType()
                                .equals(each.getGenericParameterTypes()[0]))
                .toList();
    }

    /** Calls a method without parameters; what it throws is thrown on. */
    static Object call(Class<?> type, @Nullable Object on, String method) throws Exception {
        try {
            return type.getMethod(method).invoke(on);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
