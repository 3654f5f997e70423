package io.github.vpcep.contract.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Writes types as Java does, with nullness, and collects what would have to be imported for it. */
final class TypeText {
    private static final Map<Class<? extends Annotation>, String> NULLNESS =
            Map.of(Nullable.class, "@Nullable ", NonNull.class, "@NonNull ");

    private final NavigableMap<String, String> imports = new TreeMap<>();

    /** The full names of what was written short, but for those that Java knows. */
    List<String> imports() {
        return imports.values().stream()
                .filter(name -> !name.equals("java.lang." + name.substring(name.lastIndexOf('.') + 1)))
                .sorted()
                .toList();
    }

    String of(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            String nullness = nullness(array);
            return of(array.getAnnotatedGenericComponentType())
                    + (nullness.isEmpty() ? "[]" : " " + nullness.strip() + " []");
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
            return lower.length > 0 ? "? super " + of(lower[0]) : "?" + bounds(wildcard.getAnnotatedUpperBounds());
        }
        if (type instanceof AnnotatedTypeVariable) {
            return nullness(type) + type.getType().getTypeName();
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
            return named(raw, nullness(type))
                    + Arrays.stream(generic.getAnnotatedActualTypeArguments())
                            .map(this::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return named((Class<?>) type.getType(), nullness(type));
    }

    /** What follows a name that is declared: {@code <T extends @Nullable Object>}. */
    String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(each -> each.getName() + bounds(each.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private String bounds(AnnotatedType[] bounds) {
        boolean isImplied = bounds.length == 0
                || (bounds.length == 1
                        && bounds[0].getType() == Object.class
                        && nullness(bounds[0]).isEmpty());
        return isImplied ? "" : Arrays.stream(bounds).map(this::of).collect(Collectors.joining(" & ", " extends ", ""));
    }

    /** The nullness stands before the last part of the name, as in {@code Endpoints.@Nullable ListParams}. */
    private String named(Class<?> type, String nullness) {
        String name = name(type);
        int last = name.lastIndexOf('.') + 1;
        return name.substring(0, last) + nullness + name.substring(last);
    }

    /** The short name, unless another type has it in the same text. */
    private String name(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        if (enclosing != null) {
            return name(enclosing) + "." + type.getSimpleName();
        }
        if (type.isPrimitive()) {
            return type.getName();
        }
        String known = imports.putIfAbsent(type.getSimpleName(), type.getName());
        return known == null || known.equals(type.getName()) ? type.getSimpleName() : type.getName();
    }

    private static String nullness(AnnotatedElement type) {
        return Arrays.stream(type.getAnnotations())
                .map(each -> NULLNESS.getOrDefault(each.annotationType(), ""))
                .sorted()
                .collect(Collectors.joining());
    }
}
