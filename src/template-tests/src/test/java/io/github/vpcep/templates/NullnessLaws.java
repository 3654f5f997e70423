package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What of the generated code may be null says so, and nothing else: neither the compiler nor a call notices. */
final class NullnessLaws {
    /** Methods whose last parameter takes null, by their names and the type of it. */
    private static final Set<String> TAKE_NULL = Set.of(
            "equals(Object)",
            "additionalProperty(Object)",
            "keep(Object)",
            "set(Object)",
            "ErrorCode.find(String)",
            "ToTheLetter.fromString(String)",
            "ToTheLetter.toString(Object)");

    /** Methods that give null. */
    private static final Set<String> GIVE_NULL = Set.of(
            "ErrorCode.find", "VpcepContract.find", "VpcepParamConverters.getConverter", "VpcepParamConverters.reader");

    private NullnessLaws() {}

    static void check(Compiled made, String inPackage) throws Exception {
        assertThat(made.type(inPackage + ".package-info").isAnnotationPresent(NullMarked.class))
                .as("%s is null-marked", inPackage)
                .isTrue();
        for (Class<?> type : made.types(inPackage)) {
            for (Method each : type.getDeclaredMethods()) {
                // Those of a record are the compiler's.
                if (!each.isSynthetic() && !(type.isRecord() && each.getName().equals("equals"))) {
                    check(type, each);
                }
            }
            if (type.getSimpleName().equals("Builder")) {
                for (Field each : type.getDeclaredFields()) {
                    assertThat(isNullable(each.getAnnotatedType()))
                            .as("%s, which may not be set yet, may be null", each)
                            .isTrue();
                }
                fields(type.getEnclosingClass());
                maps(type);
            }
        }
    }

    private static void check(Class<?> type, Method method) {
        String name = type.getSimpleName() + "." + method.getName();
        AnnotatedType[] parameters = method.getAnnotatedParameterTypes();
        if (parameters.length > 0) {
            String last = "(" + method.getParameterTypes()[parameters.length - 1].getSimpleName() + ")";
            if (TAKE_NULL.contains(name + last) || TAKE_NULL.contains(method.getName() + last)) {
                assertThat(isNullable(parameters[parameters.length - 1]))
                        .as("%s takes null", method)
                        .isTrue();
            }
        }
        if (GIVE_NULL.contains(name)) {
            assertThat(isNullable(method.getAnnotatedReturnType()))
                    .as("%s gives null", method)
                    .isTrue();
        }
        if (method.getName().equals("is") && method.getParameterTypes()[0] == type) {
            assertThat(isNullable(parameters[0])).as("%s takes null", method).isTrue();
        }
        if (method.getName().equals("withResponse")) {
            assertThat(isNullable(method.getTypeParameters()[0].getAnnotatedBounds()[0]))
                    .as("what is called within %s may give null", method)
                    .isTrue();
        }
        if (method.getName().equals("additionalProperties")) {
            assertValuesMayBeNull(method, method.getAnnotatedReturnType());
        }
    }

    /** Those of a value: each may be null when it may be left out. */
    private static void fields(Class<?> type) throws Exception {
        Map<String, Method> setters = new HashMap<>();
        Samples.setters(type).forEach(each -> setters.put(each.getName(), each));
        for (Field each : type.getDeclaredFields()) {
            Method setter = setters.get(each.getName());
            if (setter != null) {
                AnnotatedType read = type.getMethod(each.getName()).getAnnotatedReturnType();
                boolean isLeftOut = each.getType() == List.class
                        && !type.getSimpleName().endsWith("Params")
                        && isNullable(setter.getAnnotatedParameterTypes()[0]);
                assertThat(isNullable(each.getAnnotatedType()))
                        .as("%s may be null", each)
                        .isEqualTo(isLeftOut || isNullable(read));
            } else if (each.getName().equals("additionalProperties") && !Modifier.isStatic(each.getModifiers())) {
                assertThat(isNullable(each.getAnnotatedType())).as("%s", each).isFalse();
                assertValuesMayBeNull(each, each.getAnnotatedType());
            }
        }
    }

    /** A list that is given as a map may be null when it may be as a list. */
    private static void maps(Class<?> builder) throws Exception {
        for (Method each : builder.getDeclaredMethods()) {
            boolean isMap = each.getParameterCount() == 1 && each.getParameterTypes()[0] == Map.class;
            for (Method setter : Samples.setters(builder.getEnclosingClass())) {
                if (isMap && setter.getName().equals(each.getName())) {
                    assertThat(isNullable(each.getAnnotatedParameterTypes()[0]))
                            .as("%s takes null", each)
                            .isEqualTo(isNullable(setter.getAnnotatedParameterTypes()[0]));
                }
            }
        }
    }

    private static void assertValuesMayBeNull(AnnotatedElement of, AnnotatedType map) {
        if (map instanceof AnnotatedParameterizedType generic) {
            assertThat(isNullable(generic.getAnnotatedActualTypeArguments()[1]))
                    .as("a value of %s may be null", of)
                    .isTrue();
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
